#include "socketwait.h"

#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace fw::platform
{

SocketWait::SocketWait()
{
    if (::pipe2(m_wake, O_CLOEXEC | O_NONBLOCK) != 0)
        m_wake[0] = m_wake[1] = -1;
}

SocketWait::~SocketWait()
{
    ::close(m_wake[0]);
    ::close(m_wake[1]);
}

SocketWait::Result SocketWait::wait(int socket, bool toWrite, std::chrono::milliseconds longest)
{
    const auto end = std::chrono::steady_clock::now() + longest;
    for (;;) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        pollfd files[] = {{socket, static_cast<short>(toWrite ? POLLOUT : POLLIN), 0}, {m_wake[0], POLLIN, 0}};
        const int ready = ::poll(files, 2, static_cast<int>(std::max<qint64>(left.count(), 0)));
        if (ready == 0)
            return Result::Timeout;
        if (ready < 0 && errno == EINTR)
            continue;
        if (files[1].revents != 0) {
            char bytes[64];
            while (::read(m_wake[0], bytes, sizeof bytes) > 0) {
            }
            return Result::Woken;
        }
        return Result::Ready;
    }
}

void SocketWait::wake()
{
    const char byte = 0;
    [[maybe_unused]] const auto written = ::write(m_wake[1], &byte, 1); // a full pipe wakes all the same
}

} // namespace fw::platform
