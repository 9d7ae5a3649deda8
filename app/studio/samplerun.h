#pragma once
#include "problemlist.h"

#include <QTimer>

namespace fw::client
{
class Client;
class Host;
} // namespace fw::client

namespace fw::studio
{

/// The app as it stands here, running on a private scratch store with its sample data: what figures and sample values in
/// the editors come from. It starts when it is first wanted, follows the edits, and stands still while the app has errors.
/// Nothing here waits for it.
class SampleRun : public QObject
{
    Q_OBJECT
public:
    SampleRun(Session& session, const ProblemList& problems);
    ~SampleRun() override;

    void want();                    ///< from now on it runs, until the app is closed
    client::Client* client() const; ///< nullptr while it does not run
    bool isBusy() const { return m_busy; }
    /// Why there are no figures, in words; "" while there are, or will be in a moment.
    QString reason() const { return m_reason; }

Q_SIGNALS:
    void changed(); ///< another definition runs, or none

private:
    struct Running;
    void follow();
    void start(const QByteArray& package, const QByteArray& seed);
    void replace(const QByteArray& package);
    void stop(const QString& reason);
    QByteArray seedMark() const;

    Session& m_session;
    const ProblemList& m_problems;
    QTimer m_later;
    bool m_wanted = false;
    bool m_busy = false;
    bool m_again = false; ///< an edit came while it was busy
    int m_epoch = 0;      ///< what arrives for an earlier app is dropped
    QString m_reason;
    QByteArray m_package, m_seed;
    std::unique_ptr<Running> m_running;
};

} // namespace fw::studio
