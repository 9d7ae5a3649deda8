#pragma once
#include "app/render/formats.h"
#include "description.h"
#include "runtime/client/client.h"

#include <QObject>
#include <QPointer>
#include <QVariant>
#include <QtQml/qqmlregistration.h>

namespace fw::player
{

/// An app that runs, as one person uses it: its description, the language, the way to its data. Every other view model
/// asks through it and hears from it when the data or the description changed.
class PlayerApp : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program that opens the app.")
    Q_PROPERTY(bool ready READ isReady NOTIFY described)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)
    Q_PROPERTY(QString label READ label NOTIFY described)
    Q_PROPERTY(QString userName READ userName NOTIFY described)
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(QStringList languages READ languages NOTIFY described)
    /// {key, text, icon, kind: view|dashboard|form|inbox|group, target, depth} in reading order.
    Q_PROPERTY(QVariantList navigation READ navigation NOTIFY described)
    Q_PROPERTY(int openTasks READ openTasks NOTIFY openTasksChanged)
    Q_PROPERTY(int overdueTasks READ overdueTasks NOTIFY openTasksChanged)

public:
    using Handler = std::function<void(const client::Reply&)>;

    /// `client` outlives this object.
    explicit PlayerApp(client::Client& client, const QString& language = QStringLiteral("en"),
                       QObject* parent = nullptr);
    ~PlayerApp() override;

    bool isReady() const { return m_ready; }
    QString problem() const { return m_problem; }
    QString label() const { return m_description.appLabel; }
    QString userName() const { return m_description.user.name; }
    QString language() const { return m_language; }
    QStringList languages() const { return m_description.languages; }
    QVariantList navigation() const;
    int openTasks() const { return m_openTasks; }
    int overdueTasks() const { return m_overdueTasks; }
    const Description& description() const { return m_description; }
    render::Formats formats() const;

    /// Asks for the description again in `language`; everything on screen follows.
    void setLanguage(const QString& language);
    /// Reads the description (again): after the app was published anew, or after a failure.
    Q_INVOKABLE void refresh();
    /// The form used for records of `table`: the view's own, else the table's first; "" when there is none.
    Q_INVOKABLE QString formFor(const QString& table) const;
    Q_INVOKABLE QString tableLabel(const QString& table) const;
    Q_INVOKABLE bool canCreate(const QString& table) const;
    Q_INVOKABLE QString formTable(const QString& form) const;

    /// Sends a request; `handler` runs only while `context` lives. Returns the request's id.
    quint64 call(const QString& method, const QJsonObject& params, QObject* context, Handler handler);
    void cancel(quint64 id) { m_client.cancel(id); }
    /// The rows of a reply that is a list.
    static QJsonArray rowsOf(const client::Reply& reply);
    /// The problems of a failed reply as one text for people.
    static QString problemText(const client::Reply& reply);

Q_SIGNALS:
    /// A new description was read: labels, fields and rights may all be different.
    void described();
    void problemChanged();
    void languageChanged();
    void openTasksChanged();
    /// Something was committed: a record of `table`, or "task".
    void dataChanged(const QString& table, const QString& id);

private:
    void countTasks();
    void addItems(const QJsonArray& items, int depth, QVariantList& into) const;

    client::Client& m_client;
    Description m_description;
    QString m_language;
    QString m_problem;
    bool m_ready = false;
    int m_openTasks = 0;
    int m_overdueTasks = 0;
};

} // namespace fw::player
