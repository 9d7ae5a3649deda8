#include "linesource.h"

#include <csignal>
#include <thread>

#include <cerrno>
#include <unistd.h>

namespace fw::platform
{

bool LineSource::read()
{
    if (m_start > 0) {
        m_buffer.remove(0, m_start);
        m_start = 0;
    }
    char chunk[65536];
    ssize_t got = 0;
    do
        got = ::read(STDIN_FILENO, chunk, sizeof chunk);
    while (got < 0 && errno == EINTR);
    if (got <= 0) {
        m_end = true;
        return false;
    }
    m_buffer.append(chunk, static_cast<qsizetype>(got));
    return true;
}

QList<QByteArray> LineSource::next(int most, qsizetype maxLine)
{
    QList<QByteArray> lines;
    for (;;) {
        while (lines.size() < most) {
            const qsizetype end = m_buffer.indexOf('\n', m_start);
            if (end < 0)
                break;
            lines << m_buffer.mid(m_start, std::min(end - m_start, maxLine + 1));
            m_start = end + 1;
        }
        if (!lines.isEmpty())
            return lines;
        if (m_end || !read()) {
            if (m_start < m_buffer.size())
                lines << m_buffer.mid(m_start, maxLine + 1);
            m_start = m_buffer.size();
            return lines;
        }
        // An endless line must not fill the memory: it is kept up to its limit and one byte, which marks it as too long.
        if (m_buffer.size() - m_start > 2 * maxLine)
            m_buffer.remove(m_start + maxLine + 1, m_buffer.size() - m_start - maxLine - 1);
    }
}

void onStopRequest(void (*stop)())
{
    sigset_t set;
    sigemptyset(&set);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        sigaddset(&set, signal);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    std::thread([set, stop] {
        int signal = 0;
        sigwait(&set, &signal);
        stop();
    }).detach();
}

} // namespace fw::platform
