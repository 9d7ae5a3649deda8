// The steps that speak to people: tasks and messages, rendered once, in the recipient's language.
#include "activation.h"
#include "runtime/store/outbox.h"
#include "runtime/store/tasks.h"
#include "runtime/store/users.h"
#include "textformat.h"

namespace fw::automation
{

namespace
{

using feel::Value;

struct Recipient {
    QString user; ///< "" = somebody outside
    QString address;
};

/// The address by which a connector of that type reaches a user.
QString addressOf(const store::User& user, const QString& connectorType)
{
    const bool byMail = connectorType == QLatin1String("smtp") || connectorType == QLatin1String("file");
    return byMail ? user.email : user.phone;
}

QString recipientKey(const Recipient& recipient)
{
    return recipient.user.isEmpty() ? recipient.address : recipient.user;
}

} // namespace

QString Activation::userOf(const Value& value) const
{
    store::Connection& connection = m_unit.store.writer();
    if (value.kind() == Value::Kind::Record)
        return value.record()->type() == QLatin1String("user") ? value.record()->id() : QString();
    if (value.kind() != Value::Kind::String)
        return {};
    if (store::findUser(connection, value.string()))
        return value.string();
    const std::optional<store::User> user = store::findUserByLogin(connection, value.string());
    return user ? user->id : QString();
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
    task.toUser = step.taskTo ? userOf(subject().value(step.taskTo)) : QString();
    const QString language = languageOf(task.toUser);
    task.title = render(step.title, language);
    task.detail = render(step.detail, language);
    task.priority = step.priority;
    if (step.due)
        task.due = step.due->after(m_unit.now, m_pinned.plan->zone);
    task.createdAt = m_unit.now;
    store::insertTask(m_unit.store.writer(), task);
    trace(QStringLiteral("task"), {{"task", task.id},
                                   {"to", task.toUser},
                                   {"due", task.due ? QJsonValue(formatInstant(*task.due)) : QJsonValue()}});
    return {};
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
    std::vector<Recipient> recipients;
    if (step.messageTo) {
        const Subject about = subject(); // views of records live as long as it does
        const Value to = about.value(step.messageTo);
        const Value::Items items = to.kind() == Value::Kind::List ? to.items() : Value::Items{to};
        for (const Value& item : items) {
            const QString user = userOf(item);
            const std::optional<store::User> row =
                user.isEmpty() ? std::nullopt : store::findUser(m_unit.store.writer(), user);
            if (row)
                recipients.push_back({user, addressOf(*row, connector->type)});
            else
                recipients.push_back({{}, item.kind() == Value::Kind::String ? item.string().trimmed() : QString()});
        }
    } else {
        recipients.push_back({});
    }
    for (const Recipient& recipient : recipients) {
        const QString language = languageOf(recipient.user);
        store::OutboxRow row;
        row.key =
            QStringLiteral("%1:%2:%3:%4").arg(m_run.id, step.id).arg(m_run.iteration).arg(recipientKey(recipient));
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
        row.createdAt = m_unit.now;
        row.due = m_unit.now;
        // Nobody to send to is no fault of the outside: the row says so and the run goes on.
        if (step.messageTo && recipient.address.isEmpty()) {
            row.state = QStringLiteral("failed");
            row.due.reset();
            row.words = Message(FW_MSG("There is no address to send to.")).text();
        }
        store::enqueue(m_unit.store.writer(), row);
        trace(QStringLiteral("message"),
              {{"key", row.key}, {"through", row.connector}, {"to", recipient.address}, {"state", row.state}});
    }
    return {};
}

} // namespace fw::automation
