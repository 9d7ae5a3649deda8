#pragma once
#include "app/common/gather.h"
#include "playerapp.h"

#include <QAbstractListModel>

namespace fw::player
{

/// The tasks of the person, overdue first, then by due time.
class InboxModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fw::player::PlayerApp* app READ app WRITE setApp NOTIFY appChanged)
    Q_PROPERTY(bool mine READ isMine WRITE setMine NOTIFY filterChanged)
    Q_PROPERTY(QString state READ state WRITE setState NOTIFY filterChanged) ///< open | done
    Q_PROPERTY(int count READ count NOTIFY stateChanged)
    Q_PROPERTY(int overdue READ overdue NOTIFY stateChanged)
    Q_PROPERTY(bool loading READ isLoading NOTIFY stateChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged)

public:
    enum Roles {
        IdRole = Qt::UserRole,
        TitleRole,
        DetailRole,
        PriorityRole,
        DueRole,
        OverdueRole,
        DoneRole,
        PersonRole,
        TableRole,
        RecordRole,
        SubjectRole,
        GroupRole
    };

    explicit InboxModel(QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    PlayerApp* app() const { return m_app; }
    void setApp(PlayerApp* app);
    bool isMine() const { return m_mine; }
    void setMine(bool mine);
    QString state() const { return m_state; }
    void setState(const QString& state);
    int count() const { return static_cast<int>(m_tasks.size()); }
    int overdue() const;
    bool isLoading() const { return m_loading; }
    QString problem() const { return m_problem; }

    Q_INVOKABLE void complete(const QString& id);
    Q_INVOKABLE void reload();

Q_SIGNALS:
    void appChanged();
    void filterChanged();
    void stateChanged();
    void completed(const QString& title);
    void failed(const QString& text);

private:
    QString dueText(const QJsonObject& task) const;

    QPointer<PlayerApp> m_app;
    std::vector<QJsonObject> m_tasks;
    bool m_mine = true;
    QString m_state = QStringLiteral("open");
    bool m_loading = false;
    QString m_problem;
    quint64 m_request = 0;
    Gather m_reload{std::chrono::milliseconds(100), [this] { reload(); }};
};

} // namespace fw::player
