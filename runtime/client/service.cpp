#include "service.h"

#include "runtime/records/reader.h"
#include "runtime/store/users.h"

#include <QUuid>

namespace fw::client
{

Service::Service(Host& host) : m_host(host) {}

Error denied()
{
    return Error(QStringLiteral("access.denied"),
                 Message(FW_MSG("You are not allowed to do this, or it does not exist.")),
                 Message(FW_MSG("Ask the person who administers the app for the right.")));
}

store::Connection& Service::connection()
{
    return m_host.store().writer();
}

std::optional<QString> Service::openSession(const QString& login, const QString& language)
{
    const auto user = store::findUserByLogin(connection(), login);
    if (!user || !user->active)
        return {};
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_sessions.insert(id, Session{user->id, user->roles, language.isEmpty() ? user->language : language, user->name});
    return id;
}

QString Service::openOwnerSession(const QString& author, const QString& language)
{
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_sessions.insert(id, Session{{}, {QStringLiteral("admin")}, language, author});
    return id;
}

const QHash<QString, Service::Method>& Service::methods()
{
    static const QHash<QString, Method> table{{"data.describe", &Service::describe},
                                              {"data.list", &Service::list},
                                              {"data.count", &Service::count},
                                              {"data.get", &Service::get},
                                              {"data.create", &Service::create},
                                              {"data.update", &Service::update},
                                              {"data.remove", &Service::remove},
                                              {"data.options", &Service::options},
                                              {"data.timeline", &Service::timeline},
                                              {"data.form", &Service::form},
                                              {"data.tasks", &Service::tasks},
                                              {"data.completeTask", &Service::completeTask},
                                              {"data.tile", &Service::tile},
                                              {"data.drill", &Service::drill},
                                              {"data.button", &Service::button},
                                              {"admin.language", &Service::languageOf},
                                              {"design.published", &Service::published},
                                              {"design.plan", &Service::planPublish},
                                              {"design.apply", &Service::publish},
                                              {"design.rollback", &Service::publish},
                                              {"design.compare", &Service::compare},
                                              {"design.package", &Service::package},
                                              {"design.evaluate", &Service::evaluate}};
    return table;
}

Reply Service::handle(const Request& request)
{
    Reply reply;
    reply.id = request.id;
    const auto fail = [&](const Error& error) {
        for (const Problem& problem : error.problems())
            reply.problems << problem.toJson();
        return reply;
    };
    const auto session = m_sessions.find(request.session);
    const auto method = methods().constFind(request.method);
    if (session == m_sessions.end())
        return fail(Error(QStringLiteral("client.session"), Message(FW_MSG("The session has ended.")),
                          Message(FW_MSG("Sign in again."))));
    if (method == methods().constEnd())
        return fail(
            Error(QStringLiteral("client.method"), Message(FW_MSG("There is no method \"%1\"."), {request.method})));
    Call call{request.params, *session, Access(connection(), m_host.plan(), *session),
              Display(connection(), m_host.plan(), session->language)};
    call.display.onlyIf([&](const plan::Table& table, const std::shared_ptr<const engine::Record>& record) {
        return call.access.allows(table, record, Access::Action::See);
    });
    const Result<QJsonObject> result = (this->**method)(call);
    if (!result)
        return fail(result.error());
    reply.ok = true;
    reply.result = *result;
    if (request.method == QLatin1String("admin.language"))
        session->language = request.params[QLatin1String("language")].toString();
    return reply;
}

std::optional<QJsonObject> Service::changeFor(const QString& sessionId, const store::ChangeRow& change)
{
    const auto session = m_sessions.constFind(sessionId);
    if (session == m_sessions.constEnd())
        return {};
    const plan::Table* table = m_host.plan().findTable(change.table);
    if (!table) // tasks and the like: what they hold is asked for, and checked, apart
        return QJsonObject{{"table", change.table}};
    const Access access(connection(), m_host.plan(), *session);
    if (!access.may(*table, Access::Action::See))
        return {};
    const auto record =
        change.record.isEmpty() ? nullptr : records::load(connection(), m_host.plan(), *table, change.record, true);
    if (!record || !access.allows(*table, record, Access::Action::See))
        return QJsonObject{{"table", change.table}};
    QJsonArray fields;
    for (const QString& id : change.fields) {
        const plan::Field* field = table->findField(id);
        if (field && access.sight(*table, *field) != Access::FieldSight::No)
            fields << id;
    }
    return QJsonObject{{"table", change.table}, {"id", change.record}, {"kind", change.kind}, {"fields", fields}};
}

Result<QJsonObject> Service::languageOf(Call& call)
{
    if (!m_host.plan().languages.contains(call.params[QLatin1String("language")].toString()))
        return Error(QStringLiteral("client.language"), Message(FW_MSG("The app does not speak this language.")));
    return QJsonObject{};
}

Result<const plan::Table*> Service::tableOf(const QString& id) const
{
    const plan::Table* table = m_host.plan().findTable(id);
    if (!table)
        return denied();
    return table;
}

Result<std::shared_ptr<const engine::Record>> Service::seen(Call& call, const plan::Table& table, const QString& id)
{
    auto record = records::load(connection(), m_host.plan(), table, id);
    if (!record || !call.access.allows(table, record, Access::Action::See))
        return denied();
    return record;
}

} // namespace fw::client
