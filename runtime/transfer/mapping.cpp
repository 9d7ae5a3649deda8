#include "mapping.h"

#include "model/yaml/reader.h"

namespace fw::transfer
{

namespace
{

using plan::Field;

Error badMapping(const QString& file, Message what)
{
    return Error(QStringLiteral("transfer.mapping"), std::move(what),
                 FW_MSG("A mapping has the keys columns, values, dates, encoding and separator."),
                 Place{file, 0, 0, {}});
}

bool canBeWritten(const Field& field)
{
    return !plan::isDerived(field.type);
}

/// A field by id or by label in any language; case and blanks around do not count.
const Field* byName(const plan::Table& table, const QString& name)
{
    const QString wanted = name.trimmed();
    for (const Field& field : table.fields) {
        const QList<QString> labels = field.label.texts().values();
        const bool same = field.id.compare(wanted, Qt::CaseInsensitive) == 0 ||
                          std::any_of(labels.begin(), labels.end(), [&](const QString& label) {
                              return label.compare(wanted, Qt::CaseInsensitive) == 0;
                          });
        if (same && canBeWritten(field))
            return &field;
    }
    return nullptr;
}

Result<void> readColumns(const yaml::Node& node, const QString& file, Mapping& mapping)
{
    for (const yaml::Entry& entry : node.entries) {
        const QString field = entry.value.isMap() ? entry.value[u"field"].string() : entry.value.string();
        if (field.isEmpty())
            return badMapping(file, Message(FW_MSG("Column \"%1\" names no field."), {entry.key}));
        mapping.columns.insert(entry.key.trimmed(),
                               {field == QLatin1String("-") ? QString() : field, entry.value[u"match"].string()});
    }
    return {};
}

} // namespace

Result<Mapping> readMapping(const QByteArray& text, const QString& file)
{
    auto root = yaml::read(text, file);
    if (!root)
        return root.error();
    Mapping mapping;
    for (const yaml::Entry& entry : root->entries) {
        if (entry.key == QLatin1String("columns")) {
            if (auto done = readColumns(entry.value, file, mapping); !done)
                return done.error();
        } else if (entry.key == QLatin1String("values")) {
            for (const yaml::Entry& field : entry.value.entries) {
                for (const yaml::Entry& value : field.value.entries)
                    mapping.values[field.key].insert(value.key, value.value.string());
            }
        } else if (entry.key == QLatin1String("dates")) {
            mapping.dates = entry.value.string();
        } else if (entry.key == QLatin1String("encoding")) {
            mapping.format.encoding = entry.value.string();
        } else if (entry.key == QLatin1String("separator") && entry.value.string().size() == 1) {
            mapping.format.separator = entry.value.string().at(0).toLatin1();
        } else if (!entry.key.startsWith(QLatin1String("x-")) && entry.key != QLatin1String("table")) {
            return badMapping(file, Message(FW_MSG("The key \"%1\" is unknown."), {entry.key}));
        }
    }
    return mapping;
}

Result<std::vector<BoundColumn>> bindColumns(const plan::Plan& plan, const plan::Table& table,
                                             const QStringList& header, const Mapping& mapping, QStringList* ignored)
{
    std::vector<BoundColumn> columns;
    QStringList fields;
    for (const QString& cell : header) {
        const QString name = cell.trimmed();
        BoundColumn column{name, nullptr, nullptr};
        const auto mapped = mapping.columns.constFind(name);
        const bool explicitly = mapped != mapping.columns.constEnd();
        if (explicitly && !mapped->field.isEmpty()) {
            column.field = table.findField(mapped->field);
            const plan::Table* target = column.field ? plan.findTable(column.field->relationTo) : nullptr;
            column.match = target && !mapped->match.isEmpty() ? target->findField(mapped->match) : nullptr;
            if (!column.field || !canBeWritten(*column.field) || (!mapped->match.isEmpty() && !column.match))
                return Error(QStringLiteral("transfer.unknown_column"),
                             Message(FW_MSG("Column \"%1\" is mapped to \"%2\", which table \"%3\" cannot take."),
                                     {name, mapped->field, table.id}),
                             FW_MSG("Name a field of the table that is not computed."));
        } else if (!explicitly) {
            column.field = byName(table, name);
            if (!column.field && ignored)
                *ignored << name;
        }
        if (column.field && fields.contains(column.field->id))
            return Error(QStringLiteral("transfer.twice"),
                         Message(FW_MSG("Two columns go to field \"%1\"."), {column.field->id}),
                         FW_MSG("Leave one of them out: map it to \"-\"."));
        if (column.field)
            fields << column.field->id;
        columns.push_back(column);
    }
    if (fields.isEmpty())
        return Error(QStringLiteral("transfer.no_column"),
                     Message(FW_MSG("No column of the file fits a field of \"%1\": %2."),
                             {table.id, header.join(QStringLiteral(", "))}),
                     FW_MSG("Name the columns by field id or label in the first row, or give a mapping."));
    return columns;
}

} // namespace fw::transfer
