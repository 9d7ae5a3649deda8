#include "pgcopy.h"
#include "pgvalue.h"

#include <QDateTime>

namespace fw::store::pg
{

namespace
{

constexpr qsizetype s_sendAt = 256 * 1024;

/// COPY's text form: one line a row, tabs between the values, backslashes before what would be misread.
void append(QByteArray& out, const QByteArray& text)
{
    for (const char c : text) {
        switch (c) {
        case '\\': out += "\\\\"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        default: out += c;
        }
    }
}

struct Writer {
    QByteArray& out;
    void operator()(std::monostate) const { out += "\\N"; }
    void operator()(qint64 value) const { out += QByteArray::number(value); }
    void operator()(const QString& value) const { append(out, value.toUtf8()); }
    void operator()(const QByteArray& value) const { out += "\\\\x" + value.toHex(); }
    void operator()(const Scaled& value) const { out += parameter(value).bytes; }
    void operator()(const Millis& value) const
    {
        out += QDateTime::fromMSecsSinceEpoch(value.value, Qt::UTC)
                   .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"))
                   .toLatin1() +
               "+00";
    }
};

} // namespace

CopySink::~CopySink()
{
    if (m_open)
        (void)close("given up");
}

void CopySink::add(const Row& row)
{
    for (size_t i = 0; i < row.size(); ++i) {
        if (i > 0)
            m_buffer += '\t';
        std::visit(Writer{m_buffer}, row[i]);
    }
    m_buffer += '\n';
    if (m_buffer.size() >= s_sendAt)
        send();
}

void CopySink::send()
{
    PQputCopyData(m_connection, m_buffer.constData(), static_cast<int>(m_buffer.size()));
    m_buffer.clear(); // a failure comes with the result
}

Result<void> CopySink::finish()
{
    send();
    return close(nullptr);
}

Result<void> CopySink::close(const char* why)
{
    m_open = false;
    PQputCopyEnd(m_connection, why);
    Result<void> ended;
    while (PGresult* result = PQgetResult(m_connection)) {
        if (ended)
            ended = m_end(result);
        PQclear(result);
        if (PQstatus(m_connection) != CONNECTION_OK)
            break;
    }
    return ended;
}

} // namespace fw::store::pg
