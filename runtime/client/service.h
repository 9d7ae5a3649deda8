#pragma once
#include "access.h"
#include "client.h"
#include "display.h"
#include "runtime/scoring/scoring.h"
#include "runtime/store/apply.h"
#include "runtime/store/changes.h"
#include "runtime/store/listquery.h"

namespace fw::client
{

/// Answers requests on the host's thread: the other end of every Client. It checks rights, converts values, speaks the
/// session's language. The methods and their parameters are listed in README.md.
class Service
{
public:
    explicit Service(Host& host);

    /// Opens a session for an active user; nothing when there is none of that login.
    std::optional<QString> openSession(const QString& login, const QString& language);
    /// Opens a session of whoever may open the store's file itself, with all rights: for publishing (Purpose::Design).
    QString openOwnerSession(const QString& author, const QString& language);
    Reply handle(const Request& request);
    /// A row of the change feed as a session may know it: of a record it cannot see no more than that its table changed;
    /// nothing when it may not see the table.
    std::optional<QJsonObject> changeFor(const QString& session, const store::ChangeRow& change);

private:
    /// Everything one call needs.
    struct Call {
        const QJsonObject& params;
        const Session& session;
        Access access;
        Display display;
    };
    using Method = Result<QJsonObject> (Service::*)(Call&);
    static const QHash<QString, Method>& methods();

    // describe.cpp
    Result<QJsonObject> describe(Call& call);
    // dataservice.cpp
    Result<QJsonObject> list(Call& call);
    Result<QJsonObject> count(Call& call);
    Result<QJsonObject> get(Call& call);
    Result<QJsonObject> create(Call& call);
    Result<QJsonObject> update(Call& call);
    Result<QJsonObject> remove(Call& call);
    Result<QJsonObject> options(Call& call);
    Result<QJsonObject> timeline(Call& call);
    /// What a list call asks for, rights included.
    struct Listing {
        const plan::View* view;
        const plan::Table* table;
        store::ListQuery query;
    };
    Result<Listing> listing(Call& call);
    bool mayAsk(Call& call, const feel::Program& filter) const;
    void addPaths(Call& call, const Listing& listing, const std::shared_ptr<const engine::Record>& record,
                  QJsonObject& row);
    QJsonObject scoreJson(Call& call, const plan::Scoring& scoring, const scoring::Score& score);
    Result<void> mayWrite(Call& call, const plan::Table& table, const QJsonObject& values) const;
    QJsonObject recordJson(Call& call, const plan::Table& table, std::shared_ptr<const engine::Record> record);
    Result<QJsonObject> write(Call& call, engine::Command command);
    // formservice.cpp
    Result<QJsonObject> form(Call& call);
    // workservice.cpp
    Result<QJsonObject> tasks(Call& call);
    Result<QJsonObject> completeTask(Call& call);
    Result<QJsonObject> button(Call& call);
    /// The buttons a person may press on a record as it stands: {workflow, trigger, label}.
    QJsonArray buttonsOf(Call& call, const std::shared_ptr<const engine::Record>& record);
    Result<QJsonObject> tile(Call& call);
    Result<QJsonObject> drill(Call& call);
    Result<QJsonObject> languageOf(Call& call);
    // designservice.cpp
    struct Version {
        std::shared_ptr<const Definition> definition;
        QByteArray package;
    };
    /// A version that could be published, beside what is.
    struct Publication {
        Version version;
        std::shared_ptr<const Definition> stored; ///< without files while nothing is published
        store::ApplyPlan plan;
    };
    Result<Version> versionOf(const QJsonValue& version);
    Result<Publication> prepare(const QJsonValue& version);
    QJsonArray runningJson(Call& call, const Publication& publication);
    bool mayDesign(const Call& call) const;
    Result<QJsonObject> published(Call& call);
    Result<QJsonObject> planPublish(Call& call);
    Result<QJsonObject> publish(Call& call);
    Result<QJsonObject> compare(Call& call);
    Result<QJsonObject> package(Call& call);
    // evaluateservice.cpp
    std::shared_ptr<const engine::Record> sampleRecord(const plan::Table& table, const QString& id);
    Result<QJsonObject> evaluate(Call& call);

    Result<const plan::Table*> tableOf(const QString& id) const;
    Result<std::shared_ptr<const engine::Record>> seen(Call& call, const plan::Table& table, const QString& id);
    store::Connection& connection();

    Host& m_host;
    QHash<QString, Session> m_sessions;
};

/// No table, no view, no record, no right: the words never tell more than the session may know.
Error denied();

} // namespace fw::client
