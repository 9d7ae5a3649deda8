#include "publisher.h"
#include "model/check/check.h"
#include "model/document/package.h"
#include "runtime/client/inprocessclient.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLocale>
#include <QPointer>
#include <QSaveFile>

namespace fw::studio
{

namespace
{
const QString memoryName = QStringLiteral("publish.json");

/// Who publishes, as the desktop knows them.
QString author()
{
    const QString user = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
    return user.isEmpty() ? QStringLiteral("formwright") : user;
}
} // namespace

Publisher::Publisher(Session& session) : m_session(session)
{
    connect(&session, &Session::documentChanged, this, [this] {
        close();
        m_store = rememberedStore();
        m_published = 0;
        to(Choose);
    });
}

Publisher::~Publisher()
{
    m_client.reset(); // before the host it speaks to
}

void Publisher::to(Stage stage)
{
    m_stage = stage;
    Q_EMIT changed();
}

void Publisher::fail(const QString& what, const QString& remedy)
{
    m_problem = what;
    m_remedy = remedy;
    to(Failed);
}

bool Publisher::isNew() const
{
    return !m_store.isEmpty() && !QFileInfo::exists(m_store);
}

bool Publisher::needsConsent() const
{
    return std::any_of(m_changes.begin(), m_changes.end(),
                       [](const QVariant& change) { return change.toMap()[QStringLiteral("needsConsent")].toBool(); });
}

// --- the store, and what is remembered of it -----------------------------------------------------------------------

QString Publisher::rememberedStore() const
{
    if (!m_session.isOpen())
        return {};
    QFile file(m_session.document().folder() + QStringLiteral("/.studio/") + memoryName);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll())[QLatin1String("store")].toString();
}

void Publisher::remember() const
{
    // Personal and small: when it cannot be written, the store is asked for again the next time.
    QSaveFile file(m_session.document().folder() + QStringLiteral("/.studio/") + memoryName);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(QJsonDocument(QJsonObject{{"store", m_store}}).toJson());
        file.commit();
    }
}

QString Publisher::proposedStore() const
{
    if (!m_session.isOpen())
        return {};
    const QString id = m_session.definition().app()[u"id"].string(QStringLiteral("app"));
    return QFileInfo(m_session.document().folder()).path() + QLatin1Char('/') + id + QStringLiteral(".db");
}

void Publisher::choose(const QString& path)
{
    close();
    m_store = path.trimmed().isEmpty() ? QString() : QDir::cleanPath(path.trimmed());
    if (m_store.isEmpty()) {
        to(Choose);
        return;
    }
    look();
}

/// Opens the store. One that is not there yet is looked at on a scratch store: looking makes no file.
bool Publisher::connectTo(bool make)
{
    const bool scratch = isNew() && !make;
    if (m_client && m_onScratch == scratch)
        return true;
    close();
    client::HostOptions options;
    options.purpose = client::HostOptions::Purpose::Design;
    options.storePath = scratch ? QString() : m_store;
    options.program = QStringLiteral("Formwright");
    auto host = client::Host::start(options);
    if (!host) {
        const Problem problem = host.error().problems().value(0);
        fail(problem.what.text(), problem.remedy.text());
        return false;
    }
    m_host = std::move(*host);
    m_onScratch = scratch;
    m_client = client::InProcessClient::openForDesign(*m_host, author(), m_session.language());
    return true;
}

void Publisher::close()
{
    m_client.reset();
    m_host.reset();
    m_onScratch = false;
}

void Publisher::ask(const QString& method, const QJsonObject& params, Use use)
{
    m_client->send(method, params, [this, use](const client::Reply& reply) {
        if (reply.ok) {
            (this->*use)(reply.result);
            return;
        }
        const QJsonObject problem = reply.problems.value(0);
        fail(problem[QLatin1String("text")].toString(), problem[QLatin1String("remedy")].toString());
    });
}

/// A published number as it is, the app as it stands here as a package.
QJsonValue Publisher::version(int number) const
{
    return number > 0 ? QJsonValue(number) : QJsonValue(QString::fromLatin1(pack(m_session.definition()).toBase64()));
}

// --- looking ---------------------------------------------------------------------------------------------------------

void Publisher::look()
{
    lookBack(0);
}

void Publisher::lookBack(int number)
{
    if (!m_session.isOpen() || m_stage == Working)
        return;
    m_version = number;
    m_plan.clear();
    m_changes.clear();
    m_problem.clear();
    m_remedy.clear();
    m_published = 0;
    if (m_store.isEmpty()) {
        to(Choose);
        return;
    }
    if (number == 0) {
        const QList<Problem> problems = check::check(m_session.definition());
        const auto errors = std::count_if(problems.begin(), problems.end(),
                                          [](const Problem& each) { return each.severity == Severity::Error; });
        if (errors > 0) {
            fail(tr("Errors to mend first: %1.").arg(errors), tr("The list of problems says what to do about each."));
            return;
        }
    }
    if (!connectTo(false))
        return;
    to(Looking);
    ask(QStringLiteral("design.published"), {}, &Publisher::takeVersions);
    ask(QStringLiteral("design.plan"), {{"version", version(number)}}, &Publisher::take);
}

void Publisher::takeVersions(const QJsonObject& list)
{
    m_versions.clear();
    const QLocale locale(m_session.language() == QLatin1String("zh") ? QLocale::Chinese : QLocale::English);
    for (const QJsonValue& value : list[QLatin1String("versions")].toArray()) {
        QVariantMap each = value.toObject().toVariantMap();
        const QDateTime at = QDateTime::fromString(each[QStringLiteral("at")].toString(), Qt::ISODateWithMs);
        each.insert(QStringLiteral("at"), locale.toString(at.toLocalTime(), QLocale::ShortFormat));
        m_versions << each;
    }
    Q_EMIT changed();
}

void Publisher::take(const QJsonObject& plan)
{
    m_plan = plan.toVariantMap();
    m_changes = m_plan.take(QStringLiteral("changes")).toList();
    // What loses something stands first: it has to be read.
    std::stable_partition(m_changes.begin(), m_changes.end(), [](const QVariant& change) {
        return change.toMap()[QStringLiteral("needsConsent")].toBool();
    });
    remember();
    to(Ready);
}

// --- publishing ------------------------------------------------------------------------------------------------------

void Publisher::publish(const QString& note, bool consent)
{
    if (m_stage != Ready || (needsConsent() && !consent))
        return;
    if (m_version == 0 && m_session.document().isModified() && !m_session.report(m_session.document().save()))
        return;
    const QString token = m_plan[QStringLiteral("token")].toString();
    if (!connectTo(true))
        return;
    to(Working);
    ask(m_version > 0 ? QStringLiteral("design.rollback") : QStringLiteral("design.apply"),
        {{"version", version(m_version)}, {"token", token}, {"note", note.trimmed()}, {"consent", consent}},
        &Publisher::takeNumber);
}

void Publisher::takeNumber(const QJsonObject& result)
{
    m_published = result[QLatin1String("number")].toInt();
    ask(QStringLiteral("design.published"), {}, &Publisher::takeVersions);
    to(Done);
}

void Publisher::compare(int before, int after)
{
    m_compared.clear();
    Q_EMIT compareChanged();
    if (m_client)
        ask(QStringLiteral("design.compare"), {{"before", version(before)}, {"after", version(after)}},
            &Publisher::takeCompared);
}

void Publisher::takeCompared(const QJsonObject& result)
{
    m_compared = result[QLatin1String("differences")].toArray().toVariantList();
    Q_EMIT compareChanged();
}

} // namespace fw::studio
