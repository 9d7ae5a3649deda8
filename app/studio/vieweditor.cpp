#include "vieweditor.h"

#include "model/schema/references.h"
#include "model/yaml/path.h"

namespace fw::studio
{

namespace
{

/// Values that show what a column will look like; no data is read while designing.
QStringList samples(const QString& type, const yaml::Node& field, const QString& language)
{
    const bool chinese = language.startsWith(QLatin1String("zh"));
    if (type == QLatin1String("choice") && field[u"options"].isSequence()) {
        QStringList options;
        for (const yaml::Node& option : field[u"options"].items)
            options << (option.isMap() ? schema::labelOf(option).in(language) : option.scalar);
        while (!options.isEmpty() && options.size() < 3)
            options << options.first();
        return options.mid(0, 3);
    }
    if (type == QLatin1String("phone"))
        return {QStringLiteral("138 0000 1234"), QStringLiteral("139 0000 5678"), QStringLiteral("137 0000 9012")};
    if (type == QLatin1String("email"))
        return {QStringLiteral("li@example.com"), QStringLiteral("wang@example.com"),
                QStringLiteral("zhao@example.com")};
    if (type == QLatin1String("date") || type == QLatin1String("datetime"))
        return {QStringLiteral("2026-01-05"), QStringLiteral("2026-01-08"), QStringLiteral("2026-02-11")};
    if (type == QLatin1String("number") || type == QLatin1String("score") || type == QLatin1String("computed"))
        return {QStringLiteral("85"), QStringLiteral("40"), QStringLiteral("12")};
    if (type == QLatin1String("money") || type == QLatin1String("rollup"))
        return {QStringLiteral("12,800.00"), QStringLiteral("3,200.00"), QStringLiteral("560.00")};
    if (type == QLatin1String("user"))
        return chinese ? QStringList{QStringLiteral("李伟"), QStringLiteral("王芳"), QStringLiteral("李伟")}
                       : QStringList{QStringLiteral("Li Wei"), QStringLiteral("Wang Fang"), QStringLiteral("Li Wei")};
    return chinese ? QStringList{QStringLiteral("凯达科技"), QStringLiteral("恒信贸易"), QStringLiteral("蓝海物流")}
                   : QStringList{QStringLiteral("Kaida"), QStringLiteral("Hengxin"), QStringLiteral("Blue Harbour")};
}

} // namespace

QString ViewEditor::tableTitle() const
{
    const DefinitionFile* table =
        session() ? session()->definition().find(QStringLiteral("table"), root()[u"table"].string()) : nullptr;
    return table ? session()->titleOf({table->path, {}}) : QString();
}

void ViewEditor::rebuild()
{
    m_columns.clear();
    const QString tableId = root()[u"table"].string();
    const DefinitionFile* table = session()->definition().find(QStringLiteral("table"), tableId);
    QHash<QString, FieldInfo> fields;
    for (const FieldInfo& field : fieldsOf(*session(), tableId))
        fields.insert(field.id, field);
    const yaml::Node& sort = root()[u"sort"];
    const yaml::Node& list = root()[u"columns"];
    for (int i = 0; i < int(list.items.size()); ++i) {
        const yaml::Node& column = list.items[size_t(i)];
        const QString name = column[u"field"].string();
        const FieldInfo field = fields.value(name.section(QLatin1Char('.'), 0, 0));
        const Address address = at(QStringLiteral("columns")).child(yaml::stepOf(list, i));
        QString sorted;
        for (const yaml::Node& key : sort.items)
            if (key[u"field"].string() == name)
                sorted = key[u"descending"].toBool(false) ? QStringLiteral("down") : QStringLiteral("up");
        m_columns << QVariantMap{
            {QStringLiteral("address"), address.toString()},
            {QStringLiteral("index"), i},
            {QStringLiteral("title"), session()->titleOf(address)},
            {QStringLiteral("type"), field.type},
            {QStringLiteral("icon"), field.icon},
            {QStringLiteral("width"), column[u"width"].string(QStringLiteral("140")).toInt()},
            {QStringLiteral("sorted"), sorted},
            {QStringLiteral("samples"),
             samples(field.type, table ? table->root[u"fields"].byId(name) : yaml::Node(), language())}};
    }
}

QVariantList ViewEditor::palette() const
{
    if (!session())
        return {};
    QSet<QString> used;
    for (const yaml::Node& column : root()[u"columns"].items)
        used.insert(column[u"field"].string());
    QVariantList items;
    for (const FieldInfo& field : fieldsOf(*session(), root()[u"table"].string()))
        items << QVariantMap{{QStringLiteral("text"), field.label},
                             {QStringLiteral("icon"), field.icon},
                             {QStringLiteral("detail"), field.typeLabel},
                             {QStringLiteral("used"), used.contains(field.id)},
                             {QStringLiteral("payload"), QString(QStringLiteral("field:") + field.id)}};
    return {
        QVariantMap{{QStringLiteral("title"), tr("Fields of %1").arg(tableTitle())}, {QStringLiteral("items"), items}}};
}

QString ViewEditor::drop(const QString& dropped, const QString& list, int index)
{
    const QString payload = fieldPayload(*session(), dropped, root()[u"table"].string());
    const QString id = payload.section(QLatin1Char(':'), 1);
    if (payload.startsWith(QLatin1String("element:")))
        return session()->move(id, list, index) ? session()->selectionText() : QString();
    QString label = id;
    for (const FieldInfo& field : fieldsOf(*session(), root()[u"table"].string()))
        if (field.id == id)
            label = field.label;
    const Address target = Address::parse(list);
    const QString free =
        schema::proposeId(id, schema::takenIds(session()->definition(), target), QStringLiteral("column"));
    return session()->addNode(target,
                              yaml::Node::map({{QStringLiteral("id"), yaml::Node::plain(free), {}},
                                               {QStringLiteral("field"), yaml::Node::plain(id), {}}},
                                              yaml::Style::Flow),
                              index, label);
}

} // namespace fw::studio
