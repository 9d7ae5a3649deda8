#include "service.h"

#include "model/diff/difference.h"
#include "model/document/package.h"
#include "model/schema/titles.h"
#include "runtime/plan/compileplan.h"
#include "runtime/store/apply.h"
#include "runtime/store/publishedplan.h"
#include "runtime/store/runs.h"

#include <QCryptographicHash>
#include <QJsonDocument>

/// The design facet: what is published, what publishing would change, publishing, going back, comparing.
namespace fw::client
{

/// Design is an administrator's business.
bool Service::mayDesign(const Call& call) const
{
    return std::any_of(call.session.roles.begin(), call.session.roles.end(), [&](const QString& id) {
        const plan::Role* role = m_host.plan().findRole(id);
        return id == QLatin1String("admin") || (role && role->admin);
    });
}

/// A version is named by its number (0 = the newest) or sent as a package in base64.
Result<Service::Version> Service::versionOf(const QJsonValue& version)
{
    Version found;
    if (version.isString()) {
        found.package = QByteArray::fromBase64(version.toString().toLatin1());
    } else {
        auto stored = m_host.store().package(version.toInt());
        if (!stored)
            return stored.error();
        found.package = *stored;
    }
    const auto files = unpack(found.package);
    if (!files)
        return files.error();
    found.definition = Definition::fromFiles(*files);
    return found;
}

/// Publishing one app into another's store would hide every table of the other.
static Result<void> sameApp(const Definition& stored, const Definition& fresh)
{
    const QString there = stored.app()[u"id"].string(), here = fresh.app()[u"id"].string();
    if (there == here)
        return {};
    return Error(QStringLiteral("apply.other_app"),
                 Message(FW_MSG("This store holds another app: %1, not %2."), {there, here}),
                 Message(FW_MSG("Choose the store of this app, or a new file.")));
}

/// What was looked at: agreeing to it agrees to nothing else.
static QString tokenOf(const store::ApplyPlan& plan)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QJsonDocument(plan.toJson()).toJson(QJsonDocument::Compact));
    return QString::fromLatin1(hash.result().toHex());
}

Result<Service::Publication> Service::prepare(const QJsonValue& version)
{
    auto asked = versionOf(version);
    if (!asked)
        return asked.error();
    Publication publication{std::move(*asked), Definition::fromFiles({}), {}};
    if (m_host.store().publishedNumber() > 0) {
        auto stored = store::publishedDefinition(connection());
        if (!stored)
            return stored.error();
        if (auto same = sameApp(**stored, *publication.version.definition); !same)
            return same.error();
        publication.stored = *stored;
    }
    const auto target = plan::compilePlan(*publication.version.definition);
    if (!target)
        return target.error();
    auto plan = store::planApply(m_host.store(), **target);
    if (!plan)
        return plan.error();
    publication.plan = std::move(*plan);
    return publication;
}

/// Workflows that are not as they were and have runs under way: those finish on the version they began with.
QJsonArray Service::runningJson(Call& call, const Publication& publication)
{
    QJsonArray running;
    const auto counts = store::liveRunCounts(connection());
    for (auto it = counts.begin(); it != counts.end(); ++it) {
        const DefinitionFile* now = publication.stored->find(QStringLiteral("workflow"), it.key());
        const DefinitionFile* next = publication.version.definition->find(QStringLiteral("workflow"), it.key());
        if (now && next && now->text == next->text)
            continue;
        const QString title =
            now ? schema::titleOf(*publication.stored, {now->path, {}}, call.session.language) : it.key();
        running.append(QJsonObject{{"workflow", it.key()}, {"title", title}, {"runs", it.value()}, {"gone", !next}});
    }
    return running;
}

Result<QJsonObject> Service::published(Call& call)
{
    if (!mayDesign(call))
        return denied();
    QJsonArray versions;
    for (const store::Published& each : m_host.store().published())
        versions.prepend(QJsonObject{{"number", each.number},
                                     {"author", each.author},
                                     {"note", each.note},
                                     {"at", formatInstant(each.at)},
                                     {"sha256", QString::fromLatin1(each.sha256)}});
    return QJsonObject{{"versions", versions}};
}

Result<QJsonObject> Service::planPublish(Call& call)
{
    if (!mayDesign(call))
        return denied();
    const auto publication = prepare(call.params[QLatin1String("version")]);
    if (!publication)
        return publication.error();
    const QList<store::Published> versions = m_host.store().published();
    const QByteArray sha256 = publication->version.definition->sha256();
    QJsonObject json = publication->plan.toJson();
    json.insert("token", tokenOf(publication->plan));
    json.insert("newest", publication->plan.basedOn);
    json.insert("same", !versions.isEmpty() && versions.last().sha256 == sha256);
    json.insert("differences", versions.isEmpty()
                                   ? QJsonArray()
                                   : diff::differencesJson(*publication->stored, *publication->version.definition,
                                                           call.session.language));
    json.insert("running", runningJson(call, *publication));
    return json;
}

/// design.apply and design.rollback: the version of the latter is one that was published before.
Result<QJsonObject> Service::publish(Call& call)
{
    if (!mayDesign(call))
        return denied();
    const auto publication = prepare(call.params[QLatin1String("version")]);
    if (!publication)
        return publication.error();
    if (tokenOf(publication->plan) != call.params[QLatin1String("token")].toString())
        return Error(QStringLiteral("apply.stale"), Message(FW_MSG("The store has changed since you looked at it.")),
                     Message(FW_MSG("Look at the changes again, then publish.")));
    const auto number = store::apply(m_host.store(), publication->plan, publication->version.package, call.session.name,
                                     call.params[QLatin1String("note")].toString(),
                                     call.params[QLatin1String("consent")].toBool(), m_host.clock().now());
    if (!number)
        return number.error();
    if (auto adopted = m_host.adoptPublished(); !adopted)
        return adopted.error();
    m_host.notifyCommit();
    return QJsonObject{{"number", *number}};
}

Result<QJsonObject> Service::compare(Call& call)
{
    if (!mayDesign(call))
        return denied();
    const auto before = versionOf(call.params[QLatin1String("before")]);
    if (!before)
        return before.error();
    const auto after = versionOf(call.params[QLatin1String("after")]);
    if (!after)
        return after.error();
    return QJsonObject{
        {"differences", diff::differencesJson(*before->definition, *after->definition, call.session.language)}};
}

Result<QJsonObject> Service::package(Call& call)
{
    if (!mayDesign(call))
        return denied();
    const auto version = versionOf(call.params[QLatin1String("version")]);
    if (!version)
        return version.error();
    return QJsonObject{{"package", QString::fromLatin1(version->package.toBase64())}};
}

} // namespace fw::client
