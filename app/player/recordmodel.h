#pragma once
#include "app/common/gather.h"
#include "playerapp.h"

namespace fw::player
{

/// Everything about one record on one page: key facts, score and its reasons, related lists, timeline.
class RecordModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fw::player::PlayerApp* app READ app WRITE setApp NOTIFY appChanged)
    Q_PROPERTY(QString table READ table NOTIFY changed)
    Q_PROPERTY(QString recordId READ recordId NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString tableLabel READ tableLabel NOTIFY changed)
    Q_PROPERTY(bool loading READ isLoading NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    /// {label, text, kind, tone} of each field with a value, in the order of the table.
    Q_PROPERTY(QVariantList facts READ facts NOTIFY changed)
    Q_PROPERTY(bool hasScore READ hasScore NOTIFY changed)
    /// {label, total, stage, band, tone, part (0…1 of the ring), reasons: [{text, points, time, gain}]}.
    Q_PROPERTY(QVariantMap score READ score NOTIFY changed)
    /// {table, field, label}: lists of records that point here.
    Q_PROPERTY(QVariantList related READ related NOTIFY changed)
    /// {icon, tone, title, time, detail}, newest first.
    Q_PROPERTY(QVariantList timeline READ timeline NOTIFY changed)
    Q_PROPERTY(bool hasTimeline READ hasTimeline NOTIFY changed)
    /// {label, workflow, trigger}: what this person may start for this record.
    Q_PROPERTY(QVariantList buttons READ buttons NOTIFY changed)
    Q_PROPERTY(bool canChange READ canChange NOTIFY changed)
    Q_PROPERTY(bool canDelete READ canDelete NOTIFY changed)

public:
    explicit RecordModel(QObject* parent = nullptr);

    PlayerApp* app() const { return m_app; }
    void setApp(PlayerApp* app);
    QString table() const { return m_table; }
    QString recordId() const { return m_id; }
    QString title() const { return m_record[u"title"].toString(); }
    QString tableLabel() const { return m_info.label; }
    bool isLoading() const { return m_loading; }
    QString problem() const { return m_problem; }
    QVariantList facts() const;
    bool hasScore() const { return !m_record[u"score"].toObject().isEmpty(); }
    QVariantMap score() const;
    QVariantList related() const;
    QVariantList timeline() const;
    bool hasTimeline() const;
    QVariantList buttons() const { return m_record[u"buttons"].toArray().toVariantList(); }
    bool canChange() const { return m_info.change; }
    bool canDelete() const { return m_info.remove; }

    Q_INVOKABLE void open(const QString& table, const QString& id);
    Q_INVOKABLE void close();
    Q_INVOKABLE void reload();
    Q_INVOKABLE void remove();
    Q_INVOKABLE void press(const QString& workflow, const QString& trigger);

Q_SIGNALS:
    void appChanged();
    void changed();
    void removed(const QString& title);
    void pressed(const QString& label);
    void failed(const QString& text);

private:
    QPointer<PlayerApp> m_app;
    QString m_table;
    QString m_id;
    TableInfo m_info;
    QJsonObject m_record;
    QJsonArray m_timeline;
    bool m_loading = false;
    QString m_problem;
    Gather m_reload{std::chrono::milliseconds(150), [this] { reload(); }};
};

} // namespace fw::player
