#include "pgstatement.h"

namespace fw::store::pg
{

QByteArray PgStatement::blob(int column) const
{
    if (isNull(column))
        return {};
    const QByteArrayView raw = bytes(column);
    if (PQftype(m_result, column) == Bytes || PQftype(m_result, column) == Text)
        return raw.isEmpty() ? QByteArray("") : raw.toByteArray();
    return text(column).toUtf8();
}

void PgStatement::describe(const PGresult* description)
{
    m_types.clear();
    for (int i = 0; i < PQnparams(description); ++i)
        m_types.push_back(PQparamtype(description, i));
    m_columns = PQnfields(description);
    m_parameters.resize(m_types.size());
}

void PgStatement::reset()
{
    PQclear(std::exchange(m_result, nullptr));
    m_row = -1;
    for (Parameter& each : m_parameters)
        each = {};
}

Statement& PgStatement::put(int index, Parameter value)
{
    if (size_t(index) < m_parameters.size())
        m_parameters[size_t(index)] = std::move(value);
    return *this;
}

PGresult* PgStatement::execute(PGconn* connection) const
{
    std::vector<const char*> values;
    std::vector<int> lengths, formats;
    for (const Parameter& each : m_parameters) {
        values.push_back(each.null ? nullptr : each.bytes.constData());
        lengths.push_back(static_cast<int>(each.bytes.size()));
        formats.push_back(each.binary ? 1 : 0);
    }
    constexpr int binary = 1;
    return PQexecPrepared(connection, m_name.constData(), static_cast<int>(values.size()), values.data(),
                          lengths.data(), formats.data(), binary);
}

void PgStatement::take(PGresult* result)
{
    m_result = result;
    m_row = -1;
}

bool PgStatement::next()
{
    if (++m_row < PQntuples(m_result))
        return true;
    PQclear(std::exchange(m_result, nullptr));
    return false;
}

} // namespace fw::store::pg
