#pragma once
#include <QByteArray>
#include <QList>

namespace fw::platform
{

/// Lines from standard input as they arrive: what is there is given at once, so that a fast writer gets large batches and
/// a person typing gets an answer after each line.
class LineSource
{
public:
    /// Waits for input and returns the complete lines that have arrived (without their line feeds), at most `most`; empty
    /// at the end of the input. A last line without a line feed counts. A line longer than `maxLine` is cut there.
    QList<QByteArray> next(int most, qsizetype maxLine);

private:
    bool read();
    QByteArray m_buffer;
    qsizetype m_start = 0;
    bool m_end = false;
};

/// Calls `stop` from an ordinary thread when the user or the system asks the process to end (Ctrl+C, SIGTERM, hang-up).
void onStopRequest(void (*stop)());

} // namespace fw::platform
