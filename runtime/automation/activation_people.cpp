// The steps that speak to people: tasks and messages, rendered once, in the recipient's language.
#include "activation.h"
#include "delivery.h"
#include "runtime/connectors/connector.h"
#include "runtime/segments/segments.h"
#include "runtime/store/outbox.h"
#include "runtime/store/tasks.h"
#include "runtime/store/users.h"
#include "textformat.h"

namespace fw::automation
{

namespace
{

using feel::Value;

/// The address by which a connector of that type reaches a user.
QString addressOf(const store::User& user, const QString& connectorType)
{
    const bool byMail = connectorType == QLatin1String("smtp") || connectorType == QLatin1String("file");
    return byMail ? user.email : user.phone;
}

} // namespace

QString doubtText(plan::InDoubt inDoubt)
{
    return inDoubt == plan::InDoubt::Resend ? QStringLiteral("resend")
           : inDoubt == plan::InDoubt::Ask  ? QStringLiteral("ask")
                                            : QString();
}

Result<QString> Activation::userOf(const Value& value) const
{
    store::Connection& connection = m_unit.store.writer();
    const bool isUser = value.kind() == Value::Kind::Record && value.record()->type() == QLatin1String("user");
    const QString named = isUser                                ? value.record()->id()
                          : value.kind() == Value::Kind::String ? value.string()
                                                                : QString();
    if (named.isEmpty())
        return QString();
    if (store::findUser(connection, named))
        return named;
    if (const std::optional<store::User> user = store::findUserByLogin(connection, named))
        return user->id;
    return Error(QStringLiteral("workflow.no_user"), Message(FW_MSG("There is no user \"%1\"."), {named}),
                 FW_MSG("Name another user in the step or the record, then carry the run on."));
}

QString Activation::languageOf(const QString& user) const
{
    const QStringList& languages = m_pinned.plan->languages;
    const std::optional<store::User> row = user.isEmpty() ? std::nullopt : store::findUser(m_unit.store.writer(), user);
    if (row && languages.contains(row->language))
        return row->language;
    return languages.value(0);
}

QString Activation::render(const plan::TextPlan& text, const QString& language)
{
    const feel::TextTemplate* pattern = text.in(language);
    if (!pattern)
        return {};
    const Subject about = subject();
    const QTimeZone zone = m_pinned.plan->zone;
    return pattern->render(about.frame(), [&](const Value& value) { return textFor(value, language, zone); });
}

Result<void> Activation::makeTask(const plan::Step& step)
{
    store::Task task;
    task.id = m_unit.newId();
    task.run = m_run.id;
    task.workflow = m_run.workflow;
    task.step = step.id;
    task.table = m_run.table;
    task.record = m_run.record;
    const Subject about = subject();
    const auto user = step.taskTo ? userOf(about.value(step.taskTo)) : Result<QString>(QString());
    if (!user)
        return user.error();
    task.toUser = *user;
    const QString language = languageOf(task.toUser);
    task.title = render(step.title, language);
    task.detail = render(step.detail, language);
    task.priority = step.priority;
    if (step.due) {
        const auto due = limitOf(step, *step.due);
        if (!due)
            return due.error();
        task.due = *due;
    }
    task.createdAt = m_unit.now;
    store::insertTask(m_unit.store.writer(), task);
    trace(QStringLiteral("task"), {{"task", task.id},
                                   {"to", task.toUser},
                                   {"due", task.due ? QJsonValue(formatInstant(*task.due)) : QJsonValue()}});
    return {};
}

std::vector<Activation::Recipient> Activation::recipients(const plan::Step& step, const plan::Connector& connector)
{
    if (!step.messageTo)
        return {Recipient()};
    std::vector<Recipient> found;
    const Subject about = subject(); // views of records live as long as it does
    const Value to = about.value(step.messageTo);
    const Value::Items items = to.kind() == Value::Kind::List ? to.items() : Value::Items{to};
    for (const Value& item : items) {
        // What names no user is an address.
        const auto user = userOf(item);
        const std::optional<store::User> row =
            user && !user->isEmpty() ? store::findUser(m_unit.store.writer(), *user) : std::nullopt;
        if (row)
            found.push_back({row->id, addressOf(*row, connector.type)});
        else
            found.push_back({{}, item.kind() == Value::Kind::String ? item.string().trimmed() : QString()});
    }
    return found;
}

/// Whom a robot calls: words as they are, users by their telephone.
QStringList Activation::mentions(const plan::Step& step) const
{
    if (!step.mention)
        return {};
    QStringList found;
    const Subject about = subject();
    const Value who = about.value(step.mention);
    const Value::Items items = who.kind() == Value::Kind::List ? who.items() : Value::Items{who};
    for (const Value& item : items) {
        const auto user = userOf(item);
        const std::optional<store::User> row =
            user && !user->isEmpty() ? store::findUser(m_unit.store.writer(), *user) : std::nullopt;
        if (row)
            found << row->phone;
        else if (item.kind() == Value::Kind::String)
            found << item.string().trimmed();
    }
    found.removeAll(QString());
    return found;
}

Result<void> Activation::sendMessage(const plan::Step& step)
{
    const plan::MessageText* text = m_pinned.plan->findMessage(step.message);
    const plan::Connector* connector = m_pinned.plan->findConnector(step.connector);
    if (!text || !connector)
        return Error(QStringLiteral("workflow.no_message"),
                     Message(FW_MSG("The message \"%1\" or the connector \"%2\" no longer exists."),
                             {step.message, step.connector}),
                     FW_MSG("Change the step, publish, and carry the run on."));
    const QString& suppress = m_pinned.workflow->suppress;
    if (!suppress.isEmpty() && segments::contains(m_unit.store.writer(), suppress, m_run.record)) {
        trace(QStringLiteral("suppressed"), {{"segment", suppress}});
        return {};
    }
    connectors::Manner manner{text->markdown, text->templateId, {}, mentions(step)};
    for (const Recipient& recipient : recipients(step, *connector)) {
        const QString language = languageOf(recipient.user);
        store::OutboxRow row;
        row.key = QStringLiteral("%1:%2:%3:%4").arg(m_run.id, step.id).arg(m_run.iteration).arg(recipient.key());
        row.run = m_run.id;
        row.workflow = m_run.workflow;
        row.step = step.id;
        row.table = m_run.table;
        row.record = m_run.record;
        row.connector = connector->id;
        row.message = text->id;
        row.toUser = recipient.user;
        row.address = recipient.address;
        row.language = language;
        row.subject = render(text->subject, language);
        row.body = render(text->text, language);
        manner.values.clear();
        for (const plan::MessageText::Value& each : text->values)
            manner.values.append({each.name, render(each.value, language)});
        row.manner = connectors::mannerText(manner);
        row.createdAt = m_unit.now;
        row.urgent = step.urgent;
        row.notAfter = step.notAfter.after(m_unit.now, m_unit.plan.zone);
        row.due = step.urgent ? m_unit.now : afterQuiet(*connector, m_unit.plan, m_unit.now);
        row.inDoubt = doubtText(step.inDoubt);
        if (row.due > row.notAfter) {
            row.state = QStringLiteral("expired");
            row.due.reset();
            row.words = Message(FW_MSG("Held back in quiet hours.")).text();
        }
        // Nobody to send to is no fault of the outside: the row says so and the run goes on.
        if (step.messageTo && recipient.address.isEmpty()) {
            row.state = QStringLiteral("failed");
            row.due.reset();
            row.words = Message(FW_MSG("There is no address to send to.")).text();
        }
        store::enqueue(m_unit.store.writer(), row);
        trace(QStringLiteral("message"),
              {{"key", row.key},
               {"through", row.connector},
               {"to", recipient.address},
               {"state", row.state},
               {"due", row.due && *row.due > m_unit.now ? QJsonValue(formatInstant(*row.due)) : QJsonValue()}});
    }
    return {};
}

} // namespace fw::automation
