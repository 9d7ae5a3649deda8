#pragma once
#include "../testapp.h"
#include "model/yaml/reader.h"
#include "runtime/engine/timekeeper.h"
#include "runtime/plan/localtime.h"
#include "runtime/store/whynot.h"

#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>

/// Text scripts about workflows: scripts/README.md says how they are written.
namespace fw::testing
{

/// One line of a script with the indented block below it.
struct ScriptLine {
    int number = 0;
    QString text;
    QByteArray block;
};

struct ScriptCase {
    QString title;
    std::vector<ScriptLine> lines; ///< those before the first case included
};

inline std::vector<ScriptCase> readScript(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    std::vector<ScriptLine> common;
    std::vector<ScriptCase> cases;
    int number = 0;
    for (const QByteArray& raw : file.readAll().split('\n')) {
        ++number;
        auto& lines = cases.empty() ? common : cases.back().lines;
        if (raw.startsWith("== "))
            cases.push_back({QString::fromUtf8(raw.mid(3)).trimmed(), common});
        else if (raw.startsWith("  ") && !lines.empty())
            lines.back().block += raw.mid(2) + '\n';
        else if (!raw.trimmed().isEmpty() && !raw.startsWith('#'))
            lines.push_back({number, QString::fromUtf8(raw).trimmed(), {}});
    }
    return cases;
}

/// Plays one case; the first thing that is not as the script says ends it, in words.
class WorkflowScript
{
public:
    explicit WorkflowScript(const ScriptCase& script) : m_script(script), m_files(smallApp()) {}

    /// "" when all went well.
    QString play()
    {
        for (const ScriptLine& line : m_script.lines) {
            if (define(line))
                continue;
            publishWhatChanged();
            const QString wrong = act(line.text);
            if (!wrong.isEmpty())
                return QStringLiteral("line %1: %2\n  %3").arg(line.number).arg(line.text, wrong);
        }
        return {};
    }

private:
    // --- the definition ---
    bool define(const ScriptLine& line)
    {
        const QString verb = word(line.text, 0), what = word(line.text, 1);
        if (verb == u"workflow")
            addWorkflow(m_files, what.toUtf8(), line.block);
        else if (verb == u"file")
            m_files[what] = line.block;
        else if (verb == u"remove")
            m_files.remove(what);
        else if (verb == u"field") {
            QByteArray& table = m_files[QStringLiteral("tables/%1.yaml").arg(what)];
            table.replace("fields:\n", "fields:\n  - " + line.text.section(u' ', 2).toUtf8() + '\n');
        } else if (verb == u"key") { // one more key of a table
            m_files[QStringLiteral("tables/%1.yaml").arg(what)] += line.text.section(u' ', 2).toUtf8() + '\n';
        } else if (verb == u"zone") {
            m_files[QStringLiteral("app.yaml")].replace("Asia/Shanghai", what.toUtf8());
            m_zone = QTimeZone(what.toUtf8());
        } else if (verb == u"start") {
            m_start = local(line.text.section(u' ', 1));
        } else
            return false;
        m_changed = true;
        return true;
    }

    void publishWhatChanged()
    {
        if (!m_app)
            m_app = std::make_unique<App>(m_files, QString(), m_start);
        else if (m_changed)
            publish(*m_app->store, m_files, m_app->clock.now());
        if (m_changed)
            run();
        m_changed = false;
    }

    // --- what happens ---
    QString act(const QString& line)
    {
        const QString verb = word(line, 0), rest = line.section(u' ', 1);
        if (verb == u"expect")
            return expect(rest);
        if (verb == u"fails")
            return fails(rest);
        if (verb == u"at")
            return passTo(local(rest));
        if (verb == u"wait")
            return passTo(plan::parseDuration(rest).value_or(plan::Duration()).after(m_app->clock.now(), m_zone));
        if (verb == u"sleep") {
            m_asleep = true;
            m_app->clock.set(plan::parseDuration(rest).value_or(plan::Duration()).after(m_app->clock.now(), m_zone));
            return {};
        }
        if (verb == u"wake") {
            if (rest == u"one") {
                m_app->engine->runDue(1);
                return {};
            }
            m_asleep = false;
            run();
            return {};
        }
        if (verb == u"restart") {
            m_app->restart();
            run();
            return {};
        }
        if (verb == u"send") {
            if (const auto sent = m_app->worker->work(m_app->clock.now()); !sent)
                return sent.error().text();
            run();
            return {};
        }
        if (verb == u"answer")
            return answer(rest);
        const engine::Outcome outcome = command(line);
        run();
        return outcome.ok ? QString() : outcome.problems.value(0).toString();
    }

    /// Performs what a line commands.
    engine::Outcome command(const QString& line)
    {
        const QString verb = word(line, 0), one = word(line, 1), two = word(line, 2);
        engine::Command command;
        command.values = values(line);
        using Kind = engine::Command::Kind;
        if (verb == u"create") {
            command.kind = Kind::Create;
            command.table = one;
            if (one == u"customer") {
                command.values.insert(QStringLiteral("name"), command.values[u"name"].toString(two));
                if (!command.values.contains(u"owner"))
                    command.values.insert(QStringLiteral("owner"), QStringLiteral("wang"));
            }
            engine::Outcome outcome = m_app->engine->perform(command);
            m_records.insert(two, {one, outcome.id});
            return outcome;
        }
        if (verb == u"event") {
            command = App::eventCommand(one, m_records.value(two).id, command.values);
            if (const int at = int(line.indexOf(QLatin1String(" dated "))); at > 0)
                command.at = local(line.mid(at + 7));
            return m_app->engine->perform(command);
        }
        if (verb == u"done") {
            command.kind = Kind::CompleteTask;
            for (const store::Task& task : m_app->tasks())
                if (task.title == quoted(line) && task.state == u"open")
                    command.id = task.id;
            return m_app->engine->perform(command);
        }
        if (verb == u"press" || verb == u"enrol" || verb == u"hook") {
            command.kind = verb == u"press" ? Kind::Button : verb == u"hook" ? Kind::Webhook : Kind::Enrol;
            command.workflow = one.section(u'/', 0, 0);
            command.trigger = one.section(u'/', 1);
            command.id = m_records.value(two).id;
            return m_app->engine->perform(command);
        }
        command.kind = verb == u"delete" ? Kind::Delete : Kind::Update;
        command.form = verb == u"submit" ? one : QString();
        const Known known = m_records.value(verb == u"submit" ? two : one);
        if (known.id.isEmpty() || (verb != u"delete" && verb != u"update" && verb != u"submit"))
            qFatal("what does \"%s\" mean?", qPrintable(line));
        command.table = known.table;
        command.id = known.id;
        return m_app->engine->perform(command);
    }

    QString fails(const QString& line)
    {
        const QString code = line.section(u':', 0, 0);
        const engine::Outcome outcome = command(line.section(u':', 1).trimmed());
        if (outcome.ok)
            return QStringLiteral("it did not fail");
        return differ(outcome.problems.value(0).code, code);
    }

    /// What the outside answers next: answer sent|temporary|permanent|doubt {…}
    QString answer(const QString& rest)
    {
        using Class = connectors::Receipt::Class;
        static const QMap<QString, Class> classes = {{"sent", Class::Sent},
                                                     {"temporary", Class::Temporary},
                                                     {"permanent", Class::Permanent},
                                                     {"doubt", Class::InDoubt}};
        const QJsonObject json = values(rest);
        m_app->connector.answers.push_back(
            {classes.value(word(rest, 0)),
             word(rest, 0),
             {},
             {},
             json.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact))});
        return {};
    }

    QString passTo(Instant target)
    {
        if (target < m_app->clock.now())
            return QStringLiteral("that has passed: it is %1").arg(text(m_app->clock.now()));
        m_app->passTo(target);
        run();
        return {};
    }

    void run()
    {
        while (!m_asleep && m_app->engine->runDue() > 0) {
        }
    }

    // --- what must be ---
    QString expect(const QString& line)
    {
        const QString what = word(line, 0), one = word(line, 1), two = word(line, 2);
        if (what.contains(u'.'))
            return expectField(what, line.section(u' ', 1));
        if (what == u"tasks")
            return differ(QString::number(count(m_app->tasks(), u"open")), one);
        if (what == u"task")
            return expectTask(line);
        if (what == u"messages")
            return differ(QString::number(qsizetype(m_app->messages().size())), one);
        if (what == u"message")
            return expectMessage(one, line);
        if (what == u"incidents")
            return differ(QString::number(qsizetype(m_app->incidents().size())), one);
        if (what == u"incident") {
            QStringList codes;
            for (const store::Incident& incident : m_app->incidents())
                codes << incident.code;
            return codes.contains(one) ? QString()
                                       : QStringLiteral("there is %1").arg(codes.join(QStringLiteral(", ")));
        }
        if (what == u"runs")
            return differ(QString::number(runsOf(one).size()), two);
        if (what == u"run")
            return expectRun(one, two, line.section(u' ', 3));
        if (what == u"trace")
            return expectTrace(one, two, line.section(u' ', 3));
        if (what == u"why_not")
            return expectWhyNot(one, two, line.section(u' ', 3));
        if (what == u"waiting")
            return differ(QString::number(countMessages(u"pending")), one);
        if (what == u"caught_up") {
            const auto reports = store::catchUps(m_app->store->writer());
            return differ(reports.empty() || !reports.front().finishedAt ? QStringLiteral("nothing")
                                                                         : engine::words(reports.front()).english(),
                          line.section(u' ', 1));
        }
        if (what == u"late")
            return differ(QString::number(lateRows(one, two)), line.section(u' ', 3));
        if (what == u"matching") {
            const auto number = m_app->engine->countExisting(one.section(u'/', 0, 0), one.section(u'/', 1));
            return number ? differ(QString::number(*number), two) : number.error().text();
        }
        return QStringLiteral("what is to be expected?");
    }

    QString expectField(const QString& path, const QString& wanted)
    {
        const Known known = m_records.value(path.section(u'.', 0, 0));
        const plan::Plan& plan = m_app->engine->plan();
        const plan::Table* table = plan.findTable(known.table);
        const auto record = table ? records::load(m_app->store->writer(), plan, *table, known.id) : nullptr;
        if (!record)
            return differ(QStringLiteral("(gone)"), wanted);
        const feel::Value& value = record->value(path.section(u'.', 1));
        QString is = value.isNull() ? QString() : value.toText();
        for (auto it = m_records.begin(); it != m_records.end(); ++it)
            is = is == it->id ? it.key() : is;
        return differ(is == u"u-wang" ? QStringLiteral("wang") : is == u"u-bob" ? QStringLiteral("bob") : is, wanted);
    }

    QString expectTask(const QString& line)
    {
        static const QRegularExpression words(
            QStringLiteral("\" *(?:for (\\w+))? *(open|done|cancelled)? *(?:due (.*))?$"));
        const auto match = words.match(line);
        QStringList seen;
        for (const store::Task& task : m_app->tasks()) {
            const auto user = store::findUser(m_app->store->writer(), task.toUser);
            const QString due = task.due ? text(*task.due) : QString();
            seen << QStringLiteral("\"%1\" for %2 %3 due %4")
                        .arg(task.title, user ? user->login : QString(), task.state, due);
            if (task.title == quoted(line) &&
                (match.captured(1).isEmpty() || (user && user->login == match.captured(1))) &&
                (match.captured(2).isEmpty() || task.state == match.captured(2)) &&
                (match.captured(3).isEmpty() || due == match.captured(3)))
                return {};
        }
        return QStringLiteral("there is %1").arg(seen.join(QStringLiteral("; ")));
    }

    /// expect message ADDRESS [state] ["part of its text"]
    QString expectMessage(const QString& address, const QString& line)
    {
        const QString state = word(line, 2).startsWith(u'"') ? QString() : word(line, 2);
        QStringList seen;
        for (const store::OutboxRow& row : m_app->messages()) {
            seen << QStringLiteral("%1 %2 \"%3\"").arg(row.address, row.state, row.body);
            if (row.address == address && (state.isEmpty() || row.state == state) && row.body.contains(quoted(line)))
                return {};
        }
        return QStringLiteral("there is %1").arg(seen.join(QStringLiteral("; ")));
    }

    /// The newest run of a workflow for a record.
    std::optional<store::Run> runOf(const QString& workflow, const QString& handle)
    {
        std::optional<store::Run> found;
        for (const store::Run& run : store::runsOf(m_app->store->writer(), workflow, m_records.value(handle).id))
            if (run.path.isEmpty())
                found = run;
        return found;
    }

    QString expectRun(const QString& workflow, const QString& handle, const QString& wanted)
    {
        const auto run = runOf(workflow, handle);
        if (!run)
            return differ(QStringLiteral("none"), wanted);
        static const char* const names[] = {"queued", "ready", "waiting", "incident", "done", "stopped"};
        QString is = QString::fromLatin1(names[int(run->state)]);
        if (wanted.startsWith(QLatin1String("waiting due ")))
            is += QStringLiteral(" due ") + (run->due ? text(*run->due) : QStringLiteral("never"));
        else if (wanted.contains(u' '))
            is += u' ' + run->reason;
        return differ(is, wanted);
    }

    QString expectTrace(const QString& workflow, const QString& handle, const QString& wanted)
    {
        const auto run = runOf(workflow, handle);
        QStringList kinds;
        for (const store::TraceRow& row : store::traceOf(m_app->store->writer(), run ? run->id : QString()))
            kinds << row.kind;
        return differ(kinds.join(QStringLiteral(", ")), wanted);
    }

    QString expectWhyNot(const QString& workflow, const QString& handle, const QString& wanted)
    {
        m_app->clock.advance(10'000); // it is written in gulps
        run();
        const auto rows = store::whyNot(m_app->store->writer(), workflow, m_records.value(handle).id);
        if (rows.empty())
            return differ(QStringLiteral("nothing"), wanted);
        const QString leaf = rows.front().leaf[u"text"].toString();
        return differ(rows.front().reason + (leaf.isEmpty() ? QString() : u' ' + leaf), wanted);
    }

    int lateRows(const QString& workflow, const QString& handle)
    {
        const auto run = runOf(workflow, handle);
        const auto rows = store::traceOf(m_app->store->writer(), run ? run->id : QString());
        return int(std::count_if(rows.begin(), rows.end(),
                                 [](const store::TraceRow& row) { return row.data.contains(u"late"); }));
    }

    int countMessages(QStringView state)
    {
        const auto rows = m_app->messages();
        return int(
            std::count_if(rows.begin(), rows.end(), [&](const store::OutboxRow& row) { return row.state == state; }));
    }

    std::vector<store::Run> runsOf(const QString& workflow)
    {
        std::vector<store::Run> live;
        for (const store::Run& run : store::runsOf(m_app->store->writer(), workflow, {}))
            if (run.live())
                live.push_back(run);
        return live;
    }

    // --- words ---
    static QString differ(const QString& is, const QString& wanted)
    {
        return is == wanted ? QString() : QStringLiteral("it is \"%1\"").arg(is);
    }
    static QString word(const QString& line, int index)
    {
        return line.section(u' ', index, index, QString::SectionSkipEmpty);
    }
    static QString quoted(const QString& line) { return line.section(u'"', 1, 1); }
    static int count(const std::vector<store::Task>& tasks, QStringView state)
    {
        return int(
            std::count_if(tasks.begin(), tasks.end(), [&](const store::Task& task) { return task.state == state; }));
    }

    Instant local(const QString& text) const
    {
        const QDateTime time =
            QDateTime::fromString(text.trimmed(), text.trimmed().count(u':') > 1 ? QStringLiteral("yyyy-MM-dd HH:mm:ss")
                                                                                 : QStringLiteral("yyyy-MM-dd HH:mm"));
        if (!time.isValid())
            qFatal("\"%s\" is no time", qPrintable(text));
        return plan::localInstant(time.date(), time.time().msecsSinceStartOfDay(), m_zone);
    }
    QString text(Instant instant) const
    {
        return plan::localDate(instant, m_zone).toString(Qt::ISODate) + u' ' +
               QTime::fromMSecsSinceStartOfDay(int(plan::localMillisOfDay(instant, m_zone)))
                   .toString(QStringLiteral("HH:mm"));
    }

    /// The {…} of a line as JSON; @li is the id of the record called li.
    QJsonObject values(const QString& line) const
    {
        const int begin = int(line.indexOf(u'{')), end = int(line.lastIndexOf(u'}'));
        if (begin < 0 || end < begin)
            return {};
        const auto node = yaml::read("v: " + line.mid(begin, end - begin + 1).toUtf8() + '\n', QStringLiteral("line"));
        if (!node)
            qFatal("%s", qPrintable(node.error().text()));
        return json((*node)[u"v"]).toObject();
    }
    QJsonValue json(const yaml::Node& node) const
    {
        if (node.isMap()) {
            QJsonObject object;
            for (const yaml::Entry& entry : node.entries)
                object.insert(entry.key, json(entry.value));
            return object;
        }
        if (node.isSequence()) {
            QJsonArray array;
            for (const yaml::Node& item : node.items)
                array.append(json(item));
            return array;
        }
        if (!node.isScalar())
            return QJsonValue::Null;
        if (node.scalar.startsWith(u'@'))
            return m_records.value(node.scalar.mid(1)).id;
        if (!node.isQuoted() && (node.scalar == u"true" || node.scalar == u"false"))
            return node.scalar == u"true";
        bool number = false;
        const double value = node.scalar.toDouble(&number);
        return number && !node.isQuoted() ? QJsonValue(value) : QJsonValue(node.scalar);
    }

    struct Known {
        QString table;
        QString id;
    };
    const ScriptCase& m_script;
    Files m_files;
    QTimeZone m_zone{"Asia/Shanghai"};
    Instant m_start = monday;
    bool m_changed = true;
    bool m_asleep = false;
    std::unique_ptr<App> m_app;
    QMap<QString, Known> m_records;
};

} // namespace fw::testing
