#include "rename.h"

#include "model/schema/fresh.h"

namespace fw::check
{

using yaml::Node;

static Error wrongPlace(const Address& address, const char* what, const char* remedy)
{
    return Error(QStringLiteral("retire.place"), Message(what, {address.toString()}), Message(remedy),
                 Place{address.file, 0, 0, address.toString()});
}

static Address retiredFiles()
{
    return {QStringLiteral("app.yaml"), {QStringLiteral("retired")}};
}

Result<void> retire(Document& document, const Address& target)
{
    const auto definition = document.definition();
    const auto symbol = schema::symbolAt(*definition, target);
    const bool isField = symbol && symbol->target == schema::Target::Field;
    if (!definition->node(target).exists() || !symbol || (!isField && symbol->target != schema::Target::Table))
        return wrongPlace(target, FW_MSG("\"%1\" is no field and no table."),
                          FW_MSG("Only these hold data; remove other things instead."));
    const Message name(FW_MSG("Delete \"%1\", keeping its data"), {symbol->id});
    if (isField) {
        const Result<Address> moved =
            document.move(target, Address{target.file, {QStringLiteral("retired")}}, -1, name);
        return moved ? Result<void>() : Result<void>(moved.error());
    }
    Document::Transaction transaction(document, name);
    if (Result<void> removed = document.removeFile(target.file, name); !removed)
        return removed;
    const Node row = Node::map({{QStringLiteral("id"), Node::text(symbol->id), {}},
                                {QStringLiteral("kind"), Node::text(QStringLiteral("table")), {}}},
                               yaml::Style::Flow);
    if (Result<Address> noted = document.insert(retiredFiles(), -1, row, name); !noted)
        return noted.error();
    transaction.commit();
    return {};
}

/// A `retired:` list that has become empty is a default and not written.
static Result<void> dropEmpty(Document& document, const Address& list, const Message& name)
{
    const Node& node = document.definition()->node(list);
    return node.isSequence() && node.items.empty() ? document.remove(list, name) : Result<void>();
}

Result<Address> restore(Document& document, const Address& retired)
{
    const auto definition = document.definition();
    const Node& node = definition->node(retired);
    const Address list = retired.parent();
    if (!node.exists() || list.path != QStringList{QStringLiteral("retired")})
        return wrongPlace(retired, FW_MSG("\"%1\" is nothing that was deleted."),
                          FW_MSG("Choose an element of a \"retired\" list."));
    const QString id = node[u"id"].string();
    const Message name(FW_MSG("Restore \"%1\""), {id});
    Document::Transaction transaction(document, name);
    Result<Address> restored = Address{};
    if (list == retiredFiles()) {
        const schema::Kind* kind = schema::Schema::instance().kind(u"table");
        restored = Address{schema::Schema::pathOf(*kind, id), {}};
        if (Result<void> made =
                document.createFile(restored->file, schema::freshFile(*definition, *kind, id, id), name);
            !made)
            return made.error();
        if (Result<void> removed = document.remove(retired, name); !removed)
            return removed.error();
    } else {
        restored = document.move(retired, Address{retired.file, {QStringLiteral("fields")}}, -1, name);
        if (!restored)
            return restored;
    }
    if (Result<void> dropped = dropEmpty(document, list, name); !dropped)
        return dropped.error();
    transaction.commit();
    return restored;
}

} // namespace fw::check
