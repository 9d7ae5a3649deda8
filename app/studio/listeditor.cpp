#include "listeditor.h"

#include "model/yaml/path.h"

namespace fw::studio
{

namespace
{

/// What else is written in an element, in few words: "required, unique".
QStringList flagsOf(const yaml::Node& node, const schema::Shape& shape, const QString& language)
{
    QStringList flags;
    for (const schema::Key& key : shape.keys)
        if (key.type == schema::ValueType::Bool && node[key.name].toBool(false))
            flags << key.label.in(language);
    return flags;
}

/// The most telling scalar of an element: its condition, value or target.
QString detailOf(const yaml::Node& node, const schema::Shape& shape, const QString& language)
{
    for (const schema::Key& key : shape.keys) {
        const yaml::Node& value = node[key.name];
        if (!value.exists() || key.name == QLatin1String("id") || key.name == QLatin1String("label") ||
            key.name == shape.discriminator)
            continue;
        if (value.isScalar() && key.type != schema::ValueType::Bool)
            return key.label.in(language) + QStringLiteral(": ") +
                   (value.scalar.startsWith(QLatin1Char('=')) ? value.scalar.mid(1) : value.scalar);
        if (value.isSequence() && !value.items.empty()) {
            QStringList words;
            for (const yaml::Node& item : value.items)
                words << (item.isMap() ? schema::labelOf(item).in(language) : item.scalar);
            words.removeAll(QString());
            if (words.isEmpty())
                continue;
            return words.join(QStringLiteral(", "));
        }
        if (value.isMap() && key.type == schema::ValueType::LocalText)
            return schema::localText(value).in(language);
    }
    return {};
}

} // namespace

QVariantMap ListEditor::rowOf(const Address& address, const yaml::Node& node, const schema::Shape* shape,
                              int index) const
{
    QVariantMap row{{QStringLiteral("address"), address.toString()},
                    {QStringLiteral("index"), index},
                    {QStringLiteral("title"), session()->titleOf(address)},
                    {QStringLiteral("id"), node[u"id"].string()},
                    {QStringLiteral("sort"), QString()},
                    {QStringLiteral("icon"), QString()}};
    if (!shape)
        return row;
    if (const schema::Key* key = shape->discriminator.isEmpty() ? nullptr : shape->key(shape->discriminator)) {
        const QString type = node[shape->discriminator].string(key->defaultText);
        row.insert(QStringLiteral("sort"), type);
        row.insert(QStringLiteral("icon"), fieldIcon(type));
        for (const schema::EnumValue& value : key->values)
            if (value.id == type)
                row.insert(QStringLiteral("sort"), value.label.in(language()));
    } else if (const schema::Key* action = schema::actionOf(*shape, node)) {
        row.insert(QStringLiteral("sort"), action->label.in(language()));
    }
    row.insert(QStringLiteral("flags"), flagsOf(node, *shape, language()));
    row.insert(QStringLiteral("detail"), detailOf(node, *shape, language()));
    return row;
}

QVariantMap ListEditor::listOf(const schema::Key& key) const
{
    const Address list = at(key.name);
    const schema::Shape* shape = schema::Schema::instance().shape(key.shape);
    const yaml::Node& node = root()[key.name];
    QVariantList rows;
    for (int i = 0; i < int(node.items.size()); ++i)
        rows << rowOf(list.child(yaml::stepOf(node, i)), node.items[size_t(i)], shape, i);
    QVariantList variants;
    for (const schema::Variant& variant : schema::variants(session()->definition(), list))
        variants << QVariantMap{{QStringLiteral("value"), variant.id},
                                {QStringLiteral("text"), variant.label.in(language())},
                                {QStringLiteral("icon"), fieldIcon(variant.icon.isEmpty() ? variant.id : variant.icon)},
                                {QStringLiteral("detail"), variant.help.in(language())}};
    return {{QStringLiteral("title"), key.label.in(language())},
            {QStringLiteral("help"), key.help.in(language())},
            {QStringLiteral("list"), list.toString()},
            {QStringLiteral("sort"), shape ? shape->label.in(language()) : QString()},
            {QStringLiteral("variants"), variants},
            {QStringLiteral("rows"), rows}};
}

void ListEditor::rebuild()
{
    m_lists.clear();
    m_texts.clear();
    const schema::ShapeAt shape = schema::shapeAt(session()->definition(), {file(), {}});
    for (const schema::Key* key : shape.keys) {
        if (key->list && key->type == schema::ValueType::Shape && key->group != QLatin1String("notes"))
            m_lists << listOf(*key);
        const bool large =
            key->type == schema::ValueType::LocalTemplate || (key->type == schema::ValueType::Expression && !key->list);
        if (large && root()[key->name].exists())
            m_texts << QVariantMap{{QStringLiteral("title"), key->label.in(language())},
                                   {QStringLiteral("address"), at(key->name).toString()},
                                   {QStringLiteral("text"), root()[key->name].isScalar()
                                                                ? expressionText(root()[key->name])
                                                                : schema::localText(root()[key->name]).in(language())}};
    }
}

QVariantList ListEditor::palette() const
{
    if (!session() || m_lists.isEmpty())
        return {};
    const QVariantMap first = m_lists.first().toMap();
    if (first.value(QStringLiteral("variants")).toList().size() < 2)
        return {};
    return {variantGroup(first.value(QStringLiteral("title")).toString(),
                         Address::parse(first.value(QStringLiteral("list")).toString()))};
}

bool ListEditor::takes(const QString& payload, const QString& list) const
{
    const QString id = payload.section(QLatin1Char(':'), 1);
    if (payload.startsWith(QLatin1String("element:")))
        return Address::parse(id).parent() == Address::parse(list);
    const auto entry = std::find_if(m_lists.begin(), m_lists.end(), [&](const QVariant& one) {
        return one.toMap().value(QStringLiteral("list")).toString() == list;
    });
    if (entry == m_lists.end())
        return false;
    const QVariantList variants = entry->toMap().value(QStringLiteral("variants")).toList();
    return variants.isEmpty() ? id.isEmpty() : std::any_of(variants.begin(), variants.end(), [&](const QVariant& one) {
        return one.toMap().value(QStringLiteral("value")).toString() == id;
    });
}

QString ListEditor::drop(const QString& payload, const QString& list, int index)
{
    if (!takes(payload, list))
        return {};
    const QString id = payload.section(QLatin1Char(':'), 1);
    if (payload.startsWith(QLatin1String("element:")))
        return session()->move(id, list, index) ? session()->selectionText() : QString();
    return session()->add(list, id, index);
}

} // namespace fw::studio
