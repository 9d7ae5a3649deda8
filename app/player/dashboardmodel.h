#pragma once
#include "app/common/gather.h"
#include "listmodel.h"

namespace fw::player
{

/// One tile on screen: what it is, and its newest figures.
class TileObject : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by a dashboard.")
    Q_PROPERTY(QString id READ id CONSTANT)
    Q_PROPERTY(QString kind READ kind CONSTANT)
    Q_PROPERTY(QString label READ label CONSTANT)
    Q_PROPERTY(int width READ width CONSTANT) ///< of 12 columns
    Q_PROPERTY(QVariantMap description READ description CONSTANT)
    Q_PROPERTY(QVariantMap answer READ answer NOTIFY changed)
    Q_PROPERTY(bool loaded READ isLoaded NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    TileObject(const TileInfo& info, QObject* parent) : QObject(parent), m_info(info) {}
    QString id() const { return m_info.id; }
    QString kind() const { return m_info.kind; }
    QString label() const { return m_info.json[u"label"].toString(); }
    int width() const;
    QVariantMap description() const { return m_info.json.toVariantMap(); }
    QVariantMap answer() const { return m_answer; }
    bool isLoaded() const { return m_loaded; }
    QString problem() const { return m_problem; }
    void arrive(const client::Reply& reply);

Q_SIGNALS:
    void changed();

private:
    TileInfo m_info;
    QVariantMap m_answer;
    QString m_problem;
    bool m_loaded = false;
};

/// The tiles of one dashboard with their figures, and the records behind a figure.
class DashboardModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fw::player::PlayerApp* app READ app WRITE setApp NOTIFY appChanged)
    Q_PROPERTY(QString dashboard READ dashboard WRITE setDashboard NOTIFY described)
    Q_PROPERTY(QString label READ label NOTIFY described)
    Q_PROPERTY(QVariantList tiles READ tileObjects NOTIFY described)
    /// The records behind the figure last asked for; empty until then.
    Q_PROPERTY(fw::player::ListModel* records READ records CONSTANT)
    Q_PROPERTY(QString recordsTitle READ recordsTitle NOTIFY drilled)

public:
    explicit DashboardModel(QObject* parent = nullptr);

    PlayerApp* app() const { return m_app; }
    void setApp(PlayerApp* app);
    QString dashboard() const { return m_dashboard; }
    void setDashboard(const QString& id);
    QString label() const;
    const QList<TileObject*>& tiles() const { return m_tiles; }
    QVariantList tileObjects() const;
    ListModel* records() { return &m_records; }
    QString recordsTitle() const { return m_recordsTitle; }

    Q_INVOKABLE void reload();
    /// Asks for the records behind a tile, or behind one group of it; drilled() when they are there.
    Q_INVOKABLE void drill(const QString& tile, const QString& group, const QString& title);

Q_SIGNALS:
    void appChanged();
    void described();
    void drilled();
    void failed(const QString& text);

private:
    void describe();

    QPointer<PlayerApp> m_app;
    QString m_dashboard;
    QObject* m_root = nullptr;
    QList<TileObject*> m_tiles;
    ListModel m_records;
    QString m_recordsTitle;
    /// Figures may lag behind a burst of commits by this much.
    Gather m_reload{std::chrono::milliseconds(500), [this] { reload(); }};
};

} // namespace fw::player
