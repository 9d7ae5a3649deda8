#include "keyorder.h"
#include "schema.h"

namespace fw::schema
{

DocumentOptions documentOptions()
{
    DocumentOptions options;
    options.keyOrder = [](const Definition& definition, const Address& map) {
        QStringList order;
        if (const Shape* shape = shapeAt(definition, map).shape)
            for (const Key& key : shape->keys)
                order << key.name;
        return order;
    };
    return options;
}

} // namespace fw::schema
