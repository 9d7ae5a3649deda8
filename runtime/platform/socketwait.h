#pragma once
#include <chrono>

namespace fw::platform
{

/// Waits for a socket, a wake-up from another thread, or the end of a time.
class SocketWait
{
public:
    enum class Result { Ready, Woken, Timeout };
    SocketWait();
    ~SocketWait();
    SocketWait(const SocketWait&) = delete;
    SocketWait& operator=(const SocketWait&) = delete;

    /// Until `socket` (−1 = none) can be read, or written when `toWrite`, wake() was called, or `longest` has passed.
    Result wait(int socket, bool toWrite, std::chrono::milliseconds longest);
    void wake(); ///< from any thread; kept until the next wait()

private:
    int m_wake[2];
};

} // namespace fw::platform
