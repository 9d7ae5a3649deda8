#pragma once
#include <QTimer>

#include <chrono>
#include <functional>

namespace fw
{

/// Does once what is asked for many times close together: a burst of commits is one reload. The first ask begins the
/// time, later ones do not prolong it, so that an endless burst is followed too.
class Gather
{
public:
    Gather(std::chrono::milliseconds time, std::function<void()> work)
    {
        m_timer.setSingleShot(true);
        m_timer.setInterval(time);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, std::move(work));
    }
    void ask()
    {
        if (!m_timer.isActive())
            m_timer.start();
    }
    void askAfterPause() { m_timer.start(); } ///< waits for a pause, as in typing: every ask begins the time anew
    void forget() { m_timer.stop(); }         ///< it is done already

private:
    QTimer m_timer;
};

} // namespace fw
