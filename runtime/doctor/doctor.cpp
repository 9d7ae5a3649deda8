#include "doctor.h"
#include "runtime/audit/auditkey.h"
#include "runtime/backup/backup.h"
#include "runtime/platform/filesystem.h"
#include "runtime/store/health_sqlite.h"
#include "runtime/store/place.h"
#include "runtime/store/publishedplan.h"

#include <QFileInfo>
#include <QLocale>

namespace fw::doctor
{

namespace
{

using State = Check::State;

constexpr qint64 s_hour = 3'600'000, s_day = 24 * s_hour;
constexpr qint64 s_largeLog = 256LL << 20;
constexpr qint64 s_littleSpace = 256LL << 20;
constexpr qint64 s_clockSlack = 5 * 60'000;
constexpr qint64 s_oldBackup = 7 * s_day;

QString size(qint64 bytes)
{
    return QLocale(QLocale::C).formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

class Examination
{
public:
    Examination(QString path, Instant now) : m_path(std::move(path)), m_now(now) {}
    QList<Check> run()
    {
        if (store::isPostgresPlace(m_path)) {
            if (open() && schema())
                contents();
        } else if (file() && disk()) {
            owner();
            log();
            if (open() && schema() && integrity())
                contents();
            backups();
        }
        return m_checks;
    }

private:
    void contents()
    {
        app();
        clock();
        audit();
        work();
    }

    void note(State state, const char* id, Message what, Message remedy = {})
    {
        m_checks << Check{state, QString::fromLatin1(id), std::move(what), std::move(remedy)};
    }
    void note(const char* id, const Error& error)
    {
        const Problem problem = error.problems().value(0);
        note(State::Bad, id, problem.what, problem.remedy);
    }

    bool file()
    {
        const QFileInfo info(m_path);
        if (!info.exists()) {
            note(State::Bad, "file", Message(FW_MSG("There is no file \"%1\"."), {m_path}),
                 FW_MSG("Check the name; \"formwright apply FOLDER --store FILE\" makes a new store."));
            return false;
        }
        const bool writable = info.isWritable() && QFileInfo(info.absolutePath()).isWritable();
        if (!info.isFile() || !info.isReadable()) {
            note(State::Bad, "file", Message(FW_MSG("\"%1\" cannot be read."), {m_path}),
                 FW_MSG("Give yourself the right to read the file and its folder."));
            return false;
        }
        if (writable)
            note(State::Good, "file", Message(FW_MSG("%1, %2"), {m_path, size(info.size())}));
        else
            note(State::Bad, "file", Message(FW_MSG("\"%1\" may only be read."), {m_path}),
                 FW_MSG("Give yourself the right to write to the file and its folder, or choose another place."));
        return true;
    }

    /// False where even reading would not be safe.
    bool disk()
    {
        const auto place = platform::fileSystemOf(m_path);
        if (!place)
            return true;
        if (place->shared) {
            note("disk", store::checkPlace(m_path).error());
            return false;
        }
        if (place->readOnly)
            note(State::Bad, "disk", Message(FW_MSG("The disk (%1) may only be read."), {place->type}),
                 FW_MSG(
                     "Make it writable; a disk that has become read-only by itself is often damaged: back up first."));
        else
            note(State::Good, "disk", Message(FW_MSG("A disk of this computer (%1)."), {place->type}));
        const qint64 wanted = std::max(s_littleSpace, 2 * QFileInfo(m_path).size());
        if (place->free < wanted)
            note(State::Warning, "space", Message(FW_MSG("Only %1 are free."), {size(place->free)}),
                 Message(FW_MSG("Free some space: %1 leave room for growth and for a backup."), {size(wanted)}));
        else
            note(State::Good, "space", Message(FW_MSG("%1 are free."), {size(place->free)}));
        return true;
    }

    void owner()
    {
        const auto holder =
            platform::OwnerLock::holderOf(QFileInfo(m_path).canonicalFilePath() + QStringLiteral(".lock"));
        m_owned = holder.has_value();
        if (holder)
            note(State::Info, "owner", Message(FW_MSG("In use by %1."), {holder->toString()}));
        else
            note(State::Good, "owner", FW_MSG("No program uses it just now; timers and messages wait."));
    }

    void log()
    {
        const qint64 bytes = store::logBytes(m_path);
        if (bytes > s_largeLog)
            note(State::Warning, "log",
                 Message(FW_MSG("The write-ahead log has grown to %1: a program reads without ever ending."),
                         {size(bytes)}),
                 FW_MSG("Close programs that read the store for long."));
        else if (bytes > 0 && !m_owned)
            note(State::Info, "log",
                 Message(FW_MSG("The last program did not end by itself; its log (%1) is taken in at the next start. "
                                "Nothing that was confirmed is lost."),
                         {size(bytes)}));
        else
            note(State::Good, "log", Message(FW_MSG("The write-ahead log has %1."), {size(bytes)}));
    }

    bool open()
    {
        auto opened = store::Connection::open(m_path, store::Connection::Mode::Reader);
        if (opened) {
            m_connection = std::move(*opened);
            return true;
        }
        note("integrity", opened.error());
        return false;
    }

    bool schema()
    {
        const auto state = store::schemaState(*m_connection);
        if (!state) {
            note("schema", state.error());
            return false;
        }
        if (!state->isStore)
            note(State::Bad, "schema", Message(FW_MSG("\"%1\" is no Formwright store."), {m_path}),
                 FW_MSG("Choose another file, or a new name to begin a new store."));
        else if (state->newer)
            note(State::Bad, "schema",
                 Message(FW_MSG("\"%1\" was written by a newer version of Formwright."), {m_path}),
                 FW_MSG("Update Formwright, then open it again. Nothing was changed."));
        else if (!state->behind.isEmpty())
            note(State::Info, "schema",
                 Message(FW_MSG("An older form (%1): the next program that opens it brings it up to date."),
                         {state->behind.join(QStringLiteral(", "))}));
        else
            note(State::Good, "schema", FW_MSG("The form this program writes."));
        return state->isStore && !state->newer;
    }

    bool integrity()
    {
        const auto problems = store::integrityProblems(*m_connection);
        if (!problems) {
            note("integrity", problems.error());
            return false;
        }
        if (problems->isEmpty()) {
            note(State::Good, "integrity", FW_MSG("Every page, index and reference is in order."));
            return true;
        }
        note(State::Bad, "integrity",
             Message(FW_MSG("%1 things are damaged, the first: %2"),
                     {QString::number(problems->size()), problems->first()}),
             FW_MSG("Stop working with it, keep the file for a rescue, check the disk, and restore the last backup."));
        return false;
    }

    void app()
    {
        const int number = store::publishedNumber(*m_connection);
        if (number == 0) {
            note(State::Info, "app", FW_MSG("It holds no app yet."),
                 FW_MSG("Publish one with \"formwright apply\" or from the studio."));
            return;
        }
        const auto plan = store::publishedPlan(*m_connection);
        if (plan)
            note(State::Good, "app",
                 Message(FW_MSG("App %1, version %2, %3 tables."),
                         {(*plan)->appId, QString::number(number), QString::number((*plan)->tables.size())}));
        else
            note("app", plan.error());
    }

    void clock()
    {
        const auto newest = store::newestCause(*m_connection);
        if (newest && *newest > m_now + s_clockSlack)
            note(State::Warning, "clock",
                 Message(FW_MSG("This computer's clock (%1) is behind what was written last (%2)."),
                         {formatInstant(m_now), formatInstant(*newest)}),
                 FW_MSG("Set the clock before you go on: waits, due times and the audit depend on it."));
        else
            note(State::Good, "clock", Message(FW_MSG("The clock says %1."), {formatInstant(m_now)}));
    }

    void audit()
    {
        const store::AuditHead head = store::auditHead(*m_connection);
        const auto key = audit::keyOf(audit::keepingOf(store::storeId(*m_connection)), false);
        if (head.position == 0)
            note(State::Info, "audit", FW_MSG("The audit chain has not begun."));
        else if (key)
            note(State::Good, "audit",
                 Message(FW_MSG("The audit chain has %1 sealed rows; \"formwright audit verify\" checks them."),
                         {QString::number(head.position)}));
        else
            note("audit", key.error());
    }

    void work()
    {
        const qint64 incidents = store::countOpenIncidents(*m_connection);
        if (incidents > 0)
            note(State::Warning, "work", Message(FW_MSG("%1 incidents are open."), {QString::number(incidents)}),
                 FW_MSG("Look at them in the app: each says what happened and what to do."));
        const qint64 overdue = store::countOverdue(*m_connection, m_now - s_hour);
        if (overdue > 0)
            note(State::Warning, "work",
                 Message(FW_MSG("%1 timers and messages are more than an hour late."), {QString::number(overdue)}),
                 m_owned ? Message(FW_MSG("Look at the incidents: something keeps them from being done."))
                         : Message(FW_MSG("Start \"formwright run --store FILE\": they are done while it runs.")));
        if (incidents == 0 && overdue == 0)
            note(State::Good, "work", FW_MSG("Nothing is late and no incident is open."));
    }

    void backups()
    {
        const QList<backup::Entry> entries = backup::list(backup::folderOf(m_path));
        if (entries.isEmpty())
            note(
                State::Warning, "backup", Message(FW_MSG("There is no backup in \"%1\"."), {backup::folderOf(m_path)}),
                FW_MSG("Make one with \"formwright backup\", or let \"formwright run --backup-every P1D\" make them."));
        else if (m_now - entries.first().at > s_oldBackup)
            note(
                State::Warning, "backup",
                Message(FW_MSG("The last backup is of %1."), {formatInstant(entries.first().at)}),
                FW_MSG("Make one with \"formwright backup\", or let \"formwright run --backup-every P1D\" make them."));
        else
            note(State::Good, "backup",
                 Message(FW_MSG("The last backup is of %1."), {formatInstant(entries.first().at)}));
    }

    const QString m_path;
    const Instant m_now;
    std::unique_ptr<store::Connection> m_connection;
    bool m_owned = false;
    QList<Check> m_checks;
};

} // namespace

QList<Check> examine(const QString& storePath, Instant now)
{
    return Examination(storePath, now).run();
}

} // namespace fw::doctor
