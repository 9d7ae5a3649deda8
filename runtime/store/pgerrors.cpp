#include "pgerrors.h"

namespace fw::store::pg
{

namespace
{

struct Words {
    const char* states; ///< SQLSTATEs or their first characters, separated by blanks
    const char* name;
    const char* what;
    const char* remedy;
};

constexpr const char* s_rights = FW_MSG("\"%1\" may only be read.");

// The first that fits holds. PostgreSQL's appendix A lists the states.
constexpr Words s_words[] = {
    {"28", "store.sign_in", FW_MSG("The database \"%1\" does not accept the user or password."),
     FW_MSG("Check the user in the address and the password in PGPASSWORD or ~/.pgpass.")},
    {"3D000", "store.cannot_open", FW_MSG("The database \"%1\" does not exist (%2)."),
     FW_MSG("Create it (createdb), or correct the name in the address.")},
    {"53300", "store.busy", FW_MSG("The database \"%1\" has no connection left (%2)."),
     FW_MSG("Close other programs that use it, or raise its max_connections.")},
    {"53100", "store.full", FW_MSG("The disk of the database \"%1\" is full (%2)."),
     FW_MSG("Free some space there and try again. Nothing of this change was stored.")},
    {"53 54", "store.memory", FW_MSG("There is not enough memory to work with \"%1\"."),
     FW_MSG("Close other programs and try again.")},
    {"40 55P03 0A000 26000 42P01 42703", "store.conflict",
     FW_MSG("Another program changed the same things in \"%1\" at the same time."),
     FW_MSG("Try again. Nothing of this change was stored.")},
    {"25006", "store.readonly", s_rights, FW_MSG("Connect to the database that may be written, not to its copy.")},
    {"42501", "store.readonly", FW_MSG("The user has no right to do this in \"%1\" (%2)."),
     FW_MSG("Let the owner of the database grant the right, or connect as another user.")},
    {"23 22 P0001", "store.constraint", FW_MSG("A rule of the store \"%1\" refuses this (%2)."),
     FW_MSG("Correct the value.")},
    {"XX001 XX002", "store.corrupt", FW_MSG("The database \"%1\" is damaged (%2)."),
     FW_MSG("Restore the last backup; keep the damaged files for a rescue.")},
    {"58", "store.io", FW_MSG("Reading or writing \"%1\" failed (%2)."),
     FW_MSG("Check the disk and its connection. Nothing of this change was stored.")},
};

bool fits(const char* states, const QByteArray& state)
{
    for (const QByteArray& each : QByteArray(states).split(' ')) {
        if (state.startsWith(each))
            return true;
    }
    return false;
}

Place placeOf(const QString& place)
{
    return Place{place, 0, 0, {}};
}

} // namespace

Failure failureOf(const QByteArray& state)
{
    if (state.isEmpty() || fits("08 57P01 57P02 57P05", state))
        return Failure::Gone;
    if (state == "57P03")
        return Failure::Starting;
    // Tables that are not what the plan says: another runtime has published meanwhile. 0A000 and 26000: a prepared
    // statement the server no longer holds or can use.
    if (fits("40 55P03 0A000 26000 42P01 42703", state))
        return Failure::Conflict;
    return state.startsWith("42") && state != "42501" ? Failure::Programming : Failure::Refused;
}

Error errorOf(const QByteArray& state, const QString& detail, const QString& place)
{
    const Failure failure = failureOf(state);
    if (state.isEmpty() && detail.contains(QLatin1String("certificate")))
        return Error(
            QStringLiteral("store.not_trusted"),
            Message(FW_MSG("The certificate of the database \"%1\" is not trusted (%2)."), {place, detail}),
            FW_MSG("Name the server as its certificate does, and the authority's certificate with sslrootcert."),
            placeOf(place));
    if (failure == Failure::Gone || failure == Failure::Starting)
        return Error(QStringLiteral("store.gone"),
                     Message(FW_MSG("The database \"%1\" cannot be reached (%2)."), {place, detail}),
                     FW_MSG("What was confirmed is stored there; nothing of this change is. Check that the server runs "
                            "and that the network leads to it, then try again."),
                     placeOf(place));
    for (const Words& words : s_words) {
        if (fits(words.states, state))
            return Error(QString::fromLatin1(words.name), Message(words.what, {place, detail}), Message(words.remedy),
                         placeOf(place));
    }
    return Error(QStringLiteral("store.failed"), Message(FW_MSG("The store \"%1\" reports: %2."), {place, detail}), {},
                 placeOf(place));
}

QByteArray stateOf(const PGresult* result)
{
    return result ? QByteArray(PQresultErrorField(result, PG_DIAG_SQLSTATE)) : QByteArray();
}

QString detailOf(const PGresult* result, const PGconn* connection)
{
    const char* primary = result ? PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY) : nullptr;
    const QString text = QString::fromUtf8(primary ? primary : connection ? PQerrorMessage(connection) : "");
    return text.section(u'\n', 0, 0).trimmed();
}

Error inDoubt(const QString& place)
{
    return Error(
        QStringLiteral("store.in_doubt"),
        Message(FW_MSG("The connection to \"%1\" broke while a change was being stored."), {place}),
        FW_MSG("It is stored wholly or not at all. Look whether it is there before you repeat it; a repetition "
               "with the same key is answered once."),
        placeOf(place));
}

} // namespace fw::store::pg
