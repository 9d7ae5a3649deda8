#pragma once
#include "samplerun.h"

#include <QVariantMap>

namespace fw::studio
{

/// The figures of one dashboard on the sample data, for the dashboard editor.
class LiveTiles : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use Studio.liveTiles")
    Q_PROPERTY(QString dashboard READ dashboard WRITE setDashboard NOTIFY dashboardChanged) ///< id; "" = none is shown
    /// Tile id → {description, answer, problem}; what a Chart wants. Empty while there are no figures.
    Q_PROPERTY(QVariantMap tiles READ tiles NOTIFY changed)
    Q_PROPERTY(QString reason READ reason NOTIFY changed) ///< why sketches are shown instead; "" = figures come
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
public:
    LiveTiles(Session& session, const ProblemList& problems, SampleRun& run);
    QString dashboard() const { return m_dashboard; }
    void setDashboard(const QString& id);
    QVariantMap tiles() const { return m_tiles; }
    QString reason() const;
    bool isBusy() const { return m_waiting > 0 || m_run.isBusy(); }

Q_SIGNALS:
    void dashboardChanged();
    void changed();

private:
    void ask();
    void askTiles(const QVariantList& described);
    Session& m_session;
    const ProblemList& m_problems;
    SampleRun& m_run;
    QString m_dashboard;
    QVariantMap m_tiles;
    int m_round = 0; ///< answers of an earlier round are dropped
    int m_waiting = 0;
};

} // namespace fw::studio
