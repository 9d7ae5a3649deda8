// Calls of other systems: a debt in the outbox; the run goes on when the worker has brought the answer.
#include "activation.h"
#include "runtime/store/outbox.h"
#include "runview.h"

#include <QJsonDocument>

namespace fw::automation
{

namespace
{

QString bodyText(const feel::Value& value)
{
    if (value.isNull())
        return {};
    if (value.kind() == feel::Value::Kind::String)
        return value.string();
    const QJsonValue json = jsonOf(value);
    const QJsonDocument document = json.isArray() ? QJsonDocument(json.toArray()) : QJsonDocument(json.toObject());
    if (json.isArray() || json.isObject())
        return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
    return value.toText();
}

} // namespace

Result<void> Activation::callHttp(const plan::Step& step)
{
    const plan::Connector* connector = m_pinned.plan->findConnector(step.connector);
    if (!connector)
        return Error(QStringLiteral("workflow.no_connector"),
                     Message(FW_MSG("The connector \"%1\" no longer exists."), {step.connector}),
                     FW_MSG("Change the step, publish, and carry the run on."));
    const QString language = languageOf({});
    QJsonArray headers;
    for (const plan::HttpCall::Header& header : step.http.headers)
        headers.append(QJsonArray{header.name, render(header.value, language)});
    const Subject about = subject();
    const QString body = step.http.body ? bodyText(about.value(step.http.body)) : QString();
    store::OutboxRow row;
    row.key = QStringLiteral("%1:%2:%3").arg(m_run.id, step.id).arg(m_run.iteration);
    row.kind = QStringLiteral("http");
    row.run = m_run.id;
    row.workflow = m_run.workflow;
    row.step = step.id;
    row.table = m_run.table;
    row.record = m_run.record;
    row.connector = connector->id;
    row.language = language;
    row.subject = step.http.method + u' ' + render(step.http.path, language);
    row.body = QString::fromUtf8(
        QJsonDocument(QJsonObject{{"headers", headers}, {"body", body}}).toJson(QJsonDocument::Compact));
    row.createdAt = m_unit.now;
    row.due = m_unit.now;
    const plan::InDoubt byKind = step.http.method == u"GET" ? plan::InDoubt::Resend : plan::InDoubt::Ask;
    row.inDoubt = doubtText(step.inDoubt == plan::InDoubt::ByKind ? byKind : step.inDoubt);
    row.branchOnFailure = step.hasTimeout;
    store::enqueue(m_unit.store.writer(), row);
    trace(QStringLiteral("http"), {{"key", row.key}, {"through", row.connector}, {"request", row.subject}});
    return {};
}

} // namespace fw::automation
