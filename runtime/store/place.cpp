#include "place.h"

#include <QMap>

#include <libpq-fe.h>

namespace fw::store
{

bool isPostgresPlace(const QString& place)
{
    return place.startsWith(QLatin1String("postgresql://")) || place.startsWith(QLatin1String("postgres://"));
}

QString shownPlace(const QString& place)
{
    if (!isPostgresPlace(place))
        return place;
    // What libpq says about a bad address may repeat the password; it is not asked.
    PQconninfoOption* options = PQconninfoParse(place.toUtf8().constData(), nullptr);
    if (!options)
        return QStringLiteral("postgresql://…");
    QMap<QByteArray, QString> values;
    for (const PQconninfoOption* option = options; option->keyword; ++option) {
        if (option->val)
            values.insert(option->keyword, QString::fromUtf8(option->val));
    }
    PQconninfoFree(options);
    const QString host = values.value("host");
    QString shown = QStringLiteral("postgresql://");
    if (values.contains("user"))
        shown += values.value("user") + u'@';
    if (!host.startsWith(u'/'))
        shown += host + (values.contains("port") ? u':' + values.value("port") : QString());
    shown += u'/' + values.value("dbname");
    return host.startsWith(u'/') ? shown + QStringLiteral("?host=") + host : shown;
}

Result<void> mustBeFile(const QString& place)
{
    if (!isPostgresPlace(place))
        return {};
    const QString shown = shownPlace(place);
    return Error(
        QStringLiteral("store.not_a_file"), Message(FW_MSG("\"%1\" is a database of a server, not a file."), {shown}),
        FW_MSG("Back it up and restore it with the tools of its server, for example pg_dump. \"formwright move\" "
               "makes a file of it and a database of a file."),
        Place{shown, 0, 0, {}});
}

} // namespace fw::store
