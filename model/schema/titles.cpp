#include "titles.h"
#include "references.h"

#include "model/yaml/emitter.h"

namespace fw::schema
{

static QString fileTitle(const DefinitionFile* file, const Kind* kind, const QString& path, const QString& language)
{
    if (file && file->root.isMap()) {
        if (const QString label = labelOf(file->root).in(language); !label.isEmpty())
            return label;
        return kind ? kind->label.in(language) : path;
    }
    return path.section(u'/', -1);
}

/// The label of the field or event an element is about, when it has none of its own.
static QString titleOfReferred(const Definition& definition, const Address& address, const yaml::Node& node,
                               const QString& language)
{
    for (const char16_t* name : {u"field", u"event", u"sub_table"}) {
        const QString key = QString::fromUtf16(name);
        if (!node[key].isScalar())
            continue;
        const QString id = node[key].scalar;
        for (const Candidate& candidate : candidates(definition, address, key))
            if (candidate.id == id && !candidate.label.isEmpty())
                return candidate.label.in(language);
    }
    return {};
}

QString titleOf(const Definition& definition, const Address& address, const QString& language)
{
    const yaml::Node& node = definition.node(address);
    if (address.path.isEmpty())
        return fileTitle(definition.file(address.file), Schema::instance().kindOfPath(address.file), address.file,
                         language);
    if (!node.isMap())
        return node.isScalar() ? node.scalar : address.last();
    if (const QString label = localText(node[u"label"]).in(language); !label.isEmpty())
        return label;
    if (const QString referred = titleOfReferred(definition, address, node, language); !referred.isEmpty())
        return referred;
    if (node[u"section"].isMap())
        return localText(node[u"section"][u"label"]).in(language);
    const QString label = labelOf(node).in(language);
    return label.isEmpty() ? address.last() : label;
}

QString sortOf(const Definition& definition, const Address& address, const QString& language)
{
    if (address.path.isEmpty()) {
        const Kind* kind = Schema::instance().kindOfPath(address.file);
        return kind ? kind->label.in(language) : QString();
    }
    const ShapeAt at = shapeAt(definition, address);
    return at.shape ? at.shape->label.in(language) : QString();
}

QString placeOf(const Definition& definition, const Address& address, const QString& language)
{
    if (address.path.isEmpty())
        return {};
    QStringList titles{titleOf(definition, {address.file, {}}, language)};
    Address at{address.file, {}};
    for (const QString& step : address.path.mid(0, address.path.size() - 1)) {
        const bool element = definition.node(at).isSequence();
        at = at.child(step);
        if (element && definition.node(at).isMap())
            titles << titleOf(definition, at, language);
    }
    return titles.join(QStringLiteral(" › "));
}

static QString scalarText(const Key* key, const QString& scalar, const QString& language)
{
    if (key)
        for (const EnumValue& value : key->values)
            if (value.id == scalar)
                return value.label.in(language);
    return scalar;
}

QString valueText(const Definition& definition, const Address& address, const yaml::Node& value,
                  const QString& language)
{
    const Key* key = keyAt(definition, address);
    if (value.isScalar())
        return scalarText(key, value.scalar, language);
    if (value.isMap() && key && !key->list &&
        (key->type == ValueType::LocalText || key->type == ValueType::LocalTemplate)) {
        QStringList texts;
        for (const yaml::Entry& entry : value.entries)
            texts << entry.value.string();
        return texts.join(QStringLiteral(" / "));
    }
    if (value.isSequence()) {
        QStringList words;
        for (const yaml::Node& item : value.items)
            words << (item.isScalar() ? scalarText(key, item.scalar, language)
                      : item.isMap()  ? labelOf(item).in(language)
                                      : QString::fromUtf8(yaml::flowText(item)));
        return words.join(QStringLiteral(", "));
    }
    return value.exists() ? QString::fromUtf8(yaml::flowText(value)) : QString();
}

} // namespace fw::schema
