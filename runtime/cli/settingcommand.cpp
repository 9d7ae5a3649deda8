#include "opening.h"

#include "runtime/records/reader.h"

#include <QRegularExpression>

namespace fw::cli
{

namespace
{

/// What a connector of any type may be told about the outside.
const QStringList s_connectorKeys{QStringLiteral("url"),      QStringLiteral("from"), QStringLiteral("user"),
                                  QStringLiteral("password"), QStringLiteral("sign"), QStringLiteral("authorization"),
                                  QStringLiteral("network"),  QStringLiteral("tls"),  QStringLiteral("ca")};
/// These never lie in a store: only the name of a secret does.
const QStringList s_secretKeys{QStringLiteral("password"), QStringLiteral("sign"), QStringLiteral("authorization")};

/// An address that carries a key in its query, or a name and password in front of the host.
bool carriesSecret(const QString& url)
{
    static const QRegularExpression key(QStringLiteral("[?&](key|access_token|token|secret|password|sign)=(?!\\$\\{"
                                                       "secret:)[^&]+|://[^/@]*:(?!\\$\\{secret:)[^/@]+@"),
                                        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression feishu(QStringLiteral("/bot/v2/hook/(?!\\$\\{secret:)."));
    return key.match(url).hasMatch() || feishu.match(url).hasMatch();
}

struct Known {
    QString key;
    QString label;
};

QList<Known> knownKeys(const plan::Plan& plan, const QString& language)
{
    QList<Known> known;
    for (const plan::Setting& setting : plan.settings)
        known << Known{setting.id, setting.label.in(language)};
    for (const plan::Connector& connector : plan.connectors) {
        for (const QString& key : s_connectorKeys)
            known << Known{QStringLiteral("connector.%1.%2").arg(connector.id, key), connector.label.in(language)};
    }
    return known;
}

Result<void> mayBe(store::Connection& connection, const plan::Plan& plan, const QString& key, const QString& value)
{
    for (const plan::Setting& setting : plan.settings) {
        if (setting.id != key)
            continue;
        const auto converted = records::convertSetting(connection, plan, setting, value);
        return converted ? Result<void>() : converted.error();
    }
    const QString what = key.section(u'.', -1);
    const bool hidden = value.isEmpty() || value.contains(QLatin1String("${secret:"));
    if ((s_secretKeys.contains(what) && !hidden) || (what == QLatin1String("url") && carriesSecret(value)))
        return Error(
            QStringLiteral("setting.secret"), Message(FW_MSG("A secret must not lie in the store.")),
            Message(FW_MSG("Write ${secret:name} in its place in \"%1\", and the secret itself as an environment "
                           "variable FORMWRIGHT_SECRET_NAME or as a line \"name=…\" of the secrets file."),
                    {key}));
    static const QStringList networks{QString(), QStringLiteral("public"), QStringLiteral("private"),
                                      QStringLiteral("proxy")};
    if (what == QLatin1String("network") && !networks.contains(value))
        return Error(QStringLiteral("setting.network"), Message(FW_MSG("There is no network \"%1\"."), {value}),
                     FW_MSG("Write public (addresses of the internet), private (this machine and the company's network "
                            "too) or proxy (through the proxy of the environment)."));
    return {};
}

int show(store::Connection& connection, const QList<Known>& known, const QString& only, Console& console)
{
    for (const Known& each : known) {
        const QString value = store::readSetting(connection, each.key);
        if ((!only.isEmpty() && each.key != only) || (only.isEmpty() && value.isNull() && each.key.contains(u'.')))
            continue;
        if (console.json())
            console.object({{"key", each.key},
                            {"label", each.label},
                            {"value", value.isNull() ? QJsonValue() : QJsonValue(value)}});
        else
            console.line(QStringLiteral("%1 %2  %3").arg(each.key.leftJustified(28), value, each.label));
    }
    return Ok;
}

} // namespace

int runSetting(const QCommandLineParser& parser, Console& console)
{
    const QStringList arguments = parser.positionalArguments();
    if (arguments.size() > 3)
        return console.fail(Error(QStringLiteral("cli.arguments"), Message(FW_MSG("Give a key and a value.")),
                                  Message(FW_MSG("See formwright help %1."), {arguments[0]})),
                            Usage);
    int code = Ok;
    auto opened = openEngine(parser, console, &code);
    if (!opened)
        return code;
    const plan::Plan& plan = opened->engine->plan();
    store::Connection& connection = opened->store->writer();
    const QList<Known> known = knownKeys(plan, console.language());
    const QString key = arguments.value(1);
    if (!key.isEmpty() && std::none_of(known.begin(), known.end(), [&](const Known& each) { return each.key == key; }))
        return console.fail(Error(
            QStringLiteral("setting.unknown"), Message(FW_MSG("The app has no setting \"%1\"."), {key}),
            Message(FW_MSG("\"formwright setting --store FILE\" shows those it has; addresses are "
                           "connector.ID.url, .from, .user, .password, .sign, .authorization, .network, .tls, .ca."))));
    if (arguments.size() < 3)
        return show(connection, known, key, console);
    if (auto allowed = mayBe(connection, plan, key, arguments[2]); !allowed)
        return console.fail(allowed.error());
    Result<void> set;
    const auto committed = opened->store->commit([&] { set = opened->store->setSetting(key, arguments[2]); });
    if (!set || !committed)
        return console.fail(set ? committed.error() : set.error(), Unavailable);
    return show(connection, known, key, console);
}

} // namespace fw::cli
