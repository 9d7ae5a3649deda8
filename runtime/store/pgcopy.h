#pragma once
#include "pgsession.h"
#include "rowsink.h"

namespace fw::store::pg
{

/// Rows by COPY … FROM STDIN. `end` is told how it ended.
class CopySink final : public RowSink
{
public:
    using End = std::function<Result<void>(const PGresult* result)>;
    /// The connection is in COPY already.
    CopySink(PGconn* connection, End end) : m_connection(connection), m_end(std::move(end)) {}
    ~CopySink() override;
    void add(const Row& row) override;
    Result<void> finish() override;

private:
    void send();
    Result<void> close(const char* why);

    PGconn* m_connection;
    End m_end;
    QByteArray m_buffer;
    bool m_open = true;
};

} // namespace fw::store::pg
