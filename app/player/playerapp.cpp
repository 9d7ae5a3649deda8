#include "playerapp.h"

#include <QTimeZone>

namespace fw::player
{

PlayerApp::PlayerApp(client::Client& client, const QString& language, QObject* parent)
    : QObject(parent), m_client(client), m_language(language)
{
    const QPointer<PlayerApp> self(this);
    m_client.subscribe([self](const QJsonObject& change) {
        if (!self)
            return;
        const QString table = change[u"table"].toString();
        Q_EMIT self->dataChanged(table, change[u"id"].toString());
        if (table == u"task")
            self->countTasks();
    });
    refresh();
}

PlayerApp::~PlayerApp()
{
    m_client.subscribe({});
}

quint64 PlayerApp::call(const QString& method, const QJsonObject& params, QObject* context, Handler handler)
{
    const QPointer<QObject> alive(context);
    return m_client.send(method, params, [alive, handler = std::move(handler)](const client::Reply& reply) {
        if (alive)
            handler(reply);
    });
}

void PlayerApp::refresh()
{
    // An app that does not speak the language answers in its own; the interface is switched all the same.
    call(QStringLiteral("admin.language"), {{QStringLiteral("language"), m_language}}, this,
         [](const client::Reply&) {});
    call(QStringLiteral("data.describe"), {}, this, [this](const client::Reply& reply) {
        m_problem = reply.ok ? QString() : problemText(reply);
        Q_EMIT problemChanged();
        if (!reply.ok)
            return;
        m_description = Description::fromJson(reply.result);
        m_ready = true;
        Q_EMIT described();
        countTasks();
    });
}

void PlayerApp::setLanguage(const QString& language)
{
    if (language == m_language)
        return;
    m_language = language;
    Q_EMIT languageChanged();
    refresh();
}

void PlayerApp::countTasks()
{
    call(QStringLiteral("data.tasks"),
         {{QStringLiteral("state"), QStringLiteral("open")}, {QStringLiteral("mine"), true}}, this,
         [this](const client::Reply& reply) {
             if (!reply.ok)
                 return;
             const QJsonArray tasks = rowsOf(reply);
             m_openTasks = static_cast<int>(tasks.size());
             m_overdueTasks = 0;
             for (const QJsonValue& task : tasks)
                 m_overdueTasks += task[u"overdue"].toBool();
             Q_EMIT openTasksChanged();
         });
}

QJsonArray PlayerApp::rowsOf(const client::Reply& reply)
{
    if (reply.result.contains(u"rows"))
        return reply.result[u"rows"].toArray();
    for (const QJsonValue& value : reply.result) {
        if (value.isArray())
            return value.toArray();
    }
    return {};
}

QString PlayerApp::problemText(const client::Reply& reply)
{
    QStringList texts;
    for (const QJsonObject& problem : reply.problems) {
        const QString remedy = problem[u"remedy"].toString();
        texts.append(remedy.isEmpty() ? problem[u"text"].toString() : problem[u"text"].toString() + u' ' + remedy);
    }
    return texts.isEmpty() ? tr("The request failed without giving a reason. Try again.") : texts.join(u'\n');
}

render::Formats PlayerApp::formats() const
{
    const QTimeZone zone(m_description.timezone.toUtf8());
    return render::Formats(m_language, zone.isValid() ? zone : QTimeZone::utc());
}

QVariantList PlayerApp::navigation() const
{
    QVariantList items;
    addItems(m_description.navigation, 0, items);
    return items;
}

void PlayerApp::addItems(const QJsonArray& items, int depth, QVariantList& into) const
{
    for (const QJsonValue& value : items) {
        const QJsonObject item = value.toObject();
        QString kind = QStringLiteral("group");
        QString target;
        QString label = item[u"label"].toString();
        QString icon = item[u"icon"].toString();
        const auto is = [&](QStringView key, const QString& named, const QString& fallback) {
            if (item[key].toString().isEmpty())
                return;
            kind = key.toString();
            target = item[key].toString();
            label = label.isEmpty() ? named : label;
            icon = icon.isEmpty() ? fallback : icon;
        };
        is(u"view", m_description.views.value(item[u"view"].toString()).label, QStringLiteral("list"));
        is(u"dashboard", m_description.dashboards.value(item[u"dashboard"].toString()).label,
           QStringLiteral("dashboard"));
        is(u"form", m_description.forms.value(item[u"form"].toString()).label, QStringLiteral("form"));
        if (item[u"inbox"].toBool()) {
            kind = QStringLiteral("inbox");
            label = label.isEmpty() ? tr("Inbox") : label;
            icon = icon.isEmpty() ? QStringLiteral("inbox") : icon;
        }
        into.append(QVariantMap{{QStringLiteral("key"), item[u"id"].toString()},
                                {QStringLiteral("text"), label},
                                {QStringLiteral("icon"), icon},
                                {QStringLiteral("kind"), kind},
                                {QStringLiteral("target"), target},
                                {QStringLiteral("depth"), depth}});
        addItems(item[u"items"].toArray(), depth + 1, into);
    }
}

QString PlayerApp::formFor(const QString& table) const
{
    const ViewInfo* view = m_description.viewOf(table);
    if (view && m_description.forms.contains(view->form))
        return view->form;
    const FormInfo* form = m_description.formOf(table);
    return form ? form->id : QString();
}

QString PlayerApp::tableLabel(const QString& table) const
{
    return m_description.tables.value(table).label;
}
bool PlayerApp::canCreate(const QString& table) const
{
    return m_description.tables.value(table).create;
}
QString PlayerApp::formTable(const QString& form) const
{
    return m_description.forms.value(form).table;
}

} // namespace fw::player
