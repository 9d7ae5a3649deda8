#include "sampledata.h"

#include "csvimport.h"
#include "feedline.h"
#include "runtime/store/users.h"

#include <QBuffer>

namespace fw::transfer
{

namespace
{

constexpr qsizetype s_eventsAtOnce = 500;

/// A row of sample data that cannot be taken in is a fault of the definition: said with file and line.
Error badRow(const QString& file, qint64 line, const Problem& problem)
{
    return Error(QStringLiteral("transfer.sample_data"),
                 Message(FW_MSG("%1, line %2: %3"), {file, QString::number(line), problem.what.text()}), problem.remedy,
                 Place{file, static_cast<int>(line), 0, {}});
}

Result<qint64> loadUsers(engine::Engine& engine, const QString& path, QByteArray bytes)
{
    QBuffer buffer(&bytes);
    auto file = CsvFile::open(buffer);
    if (!file)
        return file.error();
    CsvRow header, row;
    (*file)->next(&header);
    qint64 rows = 0;
    auto committed = engine.store().commit([&] {
        RandomIds ids;
        while ((*file)->next(&row)) {
            const auto cell = [&](const char* name) {
                return row.cells.value(header.cells.indexOf(QLatin1String(name))).trimmed();
            };
            store::User user;
            user.login = cell("login");
            user.id = ids.next(engine.now());
            if (const auto known = store::findUserByLogin(engine.store().writer(), user.login))
                user.id = known->id;
            user.name = cell("name").isEmpty() ? user.login : cell("name");
            user.email = cell("email");
            user.phone = cell("phone");
            user.language = cell("language");
            user.roles = cell("roles").split(u';', Qt::SkipEmptyParts);
            store::saveUser(engine.store().writer(), user, engine.now());
            ++rows;
        }
    });
    if (!committed)
        return Error(committed.error());
    return header.cells.contains(QStringLiteral("login"))
               ? Result<qint64>(rows)
               : badRow(path, 1, Problem{Severity::Error, {}, FW_MSG("There is no column \"login\"."), {}, {}, {}});
}

Result<qint64> loadTable(engine::Engine& engine, const QString& path, const QString& table, QByteArray bytes)
{
    QBuffer buffer(&bytes);
    auto report = importCsv(engine, table, buffer);
    if (!report)
        return report.error();
    if (!report->problems.isEmpty())
        return badRow(path, report->problems.first().line, report->problems.first().problem);
    return report->rows;
}

Result<qint64> loadEvents(engine::Engine& engine, const QString& path, const QByteArray& bytes)
{
    const QList<QByteArray> lines = bytes.split('\n');
    QList<engine::Command> commands;
    QList<qint64> numbers;
    qint64 rows = 0;
    for (qsizetype i = 0; i <= lines.size(); ++i) {
        if (commands.size() == s_eventsAtOnce || (i == lines.size() && !commands.isEmpty())) {
            const QList<engine::Outcome> outcomes = engine.perform(commands);
            for (qsizetype k = 0; k < outcomes.size(); ++k) {
                if (!outcomes[k].ok)
                    return badRow(path, numbers[k], outcomes[k].problems.value(0));
            }
            rows += outcomes.size();
            commands.clear();
            numbers.clear();
        }
        if (i == lines.size() || lines[i].trimmed().isEmpty())
            continue;
        QString key;
        auto command = readFeedLine(lines[i].trimmed(), &key);
        if (!command)
            return badRow(path, i + 1, command.error().problems().first());
        command->quiet = true;
        commands << *command;
        numbers << i + 1;
    }
    return rows;
}

/// Tables in an order in which each comes after those it points to, as far as there is one.
QStringList tableOrder(const plan::Plan& plan)
{
    QStringList order;
    const std::function<void(const plan::Table&, QStringList)> visit = [&](const plan::Table& table, QStringList path) {
        if (order.contains(table.id) || path.contains(table.id))
            return;
        path << table.id;
        for (const plan::Field& field : table.fields) {
            if (const plan::Table* target = plan.findTable(field.relationTo))
                visit(*target, path);
        }
        order << table.id;
    };
    for (const plan::Table& table : plan.tables)
        visit(table, {});
    return order;
}

} // namespace

Result<QMap<QString, qint64>> loadSampleData(engine::Engine& engine, const Definition& definition)
{
    QMap<QString, qint64> loaded;
    const auto load = [&](const QString& name, auto loader) -> std::optional<Error> {
        const QString path = QStringLiteral("seed/") + name;
        const auto bytes = definition.assets().constFind(path);
        if (bytes == definition.assets().constEnd())
            return {};
        auto rows = loader(path, *bytes);
        if (!rows)
            return rows.error();
        loaded.insert(name, *rows);
        return {};
    };
    if (auto error = load(QStringLiteral("users.csv"),
                          [&](const QString& path, const QByteArray& bytes) { return loadUsers(engine, path, bytes); }))
        return *error;
    for (const QString& table : tableOrder(engine.plan())) {
        if (auto error = load(table + QStringLiteral(".csv"), [&](const QString& path, const QByteArray& bytes) {
                return loadTable(engine, path, table, bytes);
            }))
            return *error;
    }
    if (auto error = load(QStringLiteral("events.jsonl"), [&](const QString& path, const QByteArray& bytes) {
            return loadEvents(engine, path, bytes);
        }))
        return *error;
    return loaded;
}

} // namespace fw::transfer
