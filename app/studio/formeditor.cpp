#include "formeditor.h"

#include "model/yaml/path.h"

#include <QSet>

namespace fw::studio
{

namespace
{
constexpr int columns = 12;
}

QString FormEditor::tableTitle() const
{
    const DefinitionFile* table =
        session() ? session()->definition().find(QStringLiteral("table"), root()[u"table"].string()) : nullptr;
    return table ? session()->titleOf({table->path, {}}) : QString();
}

QVariantMap FormEditor::partOf(const Address& address, const yaml::Node& node,
                               const QHash<QString, FieldInfo>& fields) const
{
    QVariantMap part{
        {QStringLiteral("address"), address.toString()},
        {QStringLiteral("label"), session()->titleOf(address)},
        {QStringLiteral("help"), schema::localText(node[u"help"]).in(language())},
        {QStringLiteral("width"), qBound(1, node[u"width"].string(QString::number(columns)).toInt(), columns)},
        {QStringLiteral("conditional"), node[u"visible"].exists()}};
    if (node[u"section"].exists()) {
        part.insert(QStringLiteral("sort"), QStringLiteral("section"));
        part.insert(QStringLiteral("list"), address.child(QStringLiteral("parts")).toString());
        part.insert(QStringLiteral("parts"), partsOf(address.child(QStringLiteral("parts")), node[u"parts"]));
        part.insert(QStringLiteral("width"), columns);
        return part;
    }
    if (node[u"caption"].exists()) {
        part.insert(QStringLiteral("sort"), QStringLiteral("caption"));
        part.insert(QStringLiteral("label"), schema::localText(node[u"caption"]).in(language()));
        return part;
    }
    part.insert(QStringLiteral("sort"),
                node[u"sub_table"].exists() ? QStringLiteral("sub_table") : QStringLiteral("field"));
    const FieldInfo info = fields.value(node[u"field"].string());
    part.insert(QStringLiteral("type"), info.type);
    part.insert(QStringLiteral("icon"), node[u"sub_table"].exists() ? QStringLiteral("subtable") : info.icon);
    part.insert(QStringLiteral("required"), info.required || node[u"required"].exists());
    if (part.value(QStringLiteral("label")).toString() == node[u"field"].string() && !info.label.isEmpty())
        part.insert(QStringLiteral("label"), info.label);
    return part;
}

QVariantList FormEditor::partsOf(const Address& list, const yaml::Node& node) const
{
    QHash<QString, FieldInfo> fields;
    for (const FieldInfo& field : fieldsOf(*session(), root()[u"table"].string()))
        fields.insert(field.id, field);
    QVariantList parts;
    for (int i = 0; i < int(node.items.size()); ++i)
        parts << partOf(list.child(yaml::stepOf(node, i)), node.items[size_t(i)], fields);
    return parts;
}

void FormEditor::rebuild()
{
    m_parts = partsOf(at(QStringLiteral("parts")), root()[u"parts"]);
}

void FormEditor::collectUsed(const yaml::Node& list, QSet<QString>& used) const
{
    for (const yaml::Node& part : list.items) {
        used.insert(part[u"field"].string());
        collectUsed(part[u"parts"], used);
    }
}

QVariantList FormEditor::palette() const
{
    if (!session())
        return {};
    QSet<QString> used;
    collectUsed(root()[u"parts"], used);
    QVariantList fields;
    for (const FieldInfo& field : fieldsOf(*session(), root()[u"table"].string()))
        fields << QVariantMap{{QStringLiteral("text"), field.label},
                              {QStringLiteral("icon"), field.icon},
                              {QStringLiteral("detail"), field.typeLabel},
                              {QStringLiteral("used"), used.contains(field.id)},
                              {QStringLiteral("payload"), QString(QStringLiteral("field:") + field.id)}};
    QVariantList parts;
    const auto add = [&](const char* variant, const QString& text, const char* icon) {
        parts << QVariantMap{
            {QStringLiteral("text"), text},
            {QStringLiteral("icon"), QString::fromLatin1(icon)},
            {QStringLiteral("detail"), QString()},
            {QStringLiteral("payload"), QString(QStringLiteral("variant:") + QString::fromLatin1(variant))}};
    };
    add("section", tr("Section"), "group");
    add("caption", tr("Text"), "note");
    add("sub_table", tr("Sub-table"), "subtable");
    return {QVariantMap{{QStringLiteral("title"), tr("Layout")}, {QStringLiteral("items"), parts}},
            QVariantMap{{QStringLiteral("title"), tr("Fields of %1").arg(tableTitle())},
                        {QStringLiteral("items"), fields}}};
}

QString FormEditor::drop(const QString& dropped, const QString& list, int index)
{
    const QString payload = fieldPayload(*session(), dropped, root()[u"table"].string());
    const QString what = payload.section(QLatin1Char(':'), 0, 0);
    const QString id = payload.section(QLatin1Char(':'), 1);
    if (what == QLatin1String("element"))
        return session()->move(id, list, index) ? session()->selectionText() : QString();
    if (what == QLatin1String("variant"))
        return session()->add(list, id, index);
    const Address target = Address::parse(list);
    QString label = id;
    for (const FieldInfo& field : fieldsOf(*session(), root()[u"table"].string()))
        if (field.id == id)
            label = field.label;
    const QString free =
        schema::proposeId(id, schema::takenIds(session()->definition(), target), QStringLiteral("part"));
    const yaml::Node part = yaml::Node::map({{QStringLiteral("id"), yaml::Node::plain(free), {}},
                                             {QStringLiteral("field"), yaml::Node::plain(id), {}},
                                             {QStringLiteral("width"), yaml::Node::plain(QStringLiteral("6")), {}}},
                                            yaml::Style::Flow);
    return session()->addNode(target, part, index, label);
}

bool FormEditor::setWidth(const QString& address, int width)
{
    const Address key = Address::parse(address).child(QStringLiteral("width"));
    if (width >= columns)
        return !session()->definition().node(key).exists() || session()->reset(key);
    return session()->set(key, yaml::Node::integer(qMax(1, width)), key.toString());
}

} // namespace fw::studio
