#include "samplevalue.h"

#include "runtime/client/client.h"

#include <QJsonArray>

namespace fw::studio
{

namespace
{
constexpr int askMs = 250;
constexpr int mostRecords = 30;
} // namespace

SampleValue::SampleValue(Session& session, SampleRun& run) : m_session(session), m_run(run)
{
    m_later.setSingleShot(true);
    m_later.setInterval(askMs);
    connect(&m_later, &QTimer::timeout, this, &SampleValue::send);
    connect(&run, &SampleRun::changed, this, [this] {
        if (!m_address.isEmpty())
            m_later.start();
    });
    connect(&session, &Session::documentChanged, this, [this] {
        m_chosen.clear();
        leave(m_address);
    });
}

QString SampleValue::reason() const
{
    if (m_address.isEmpty() || isKnown())
        return {};
    if (!m_run.client())
        return m_run.reason();
    return m_answer.value(QStringLiteral("noRecord")).toBool() ? tr("The sample data has no record to try it on.")
                                                               : QString();
}

void SampleValue::ask(const QString& address, const QString& text)
{
    if (address != m_address) {
        m_answer.clear();
        m_nulls.clear();
        m_steps.clear();
    }
    m_address = address;
    m_text = text.trimmed().startsWith(QLatin1Char('=')) ? text.trimmed().mid(1) : text;
    m_run.want();
    m_later.start();
    Q_EMIT changed();
}

void SampleValue::leave(const QString& address)
{
    if (address != m_address)
        return;
    ++m_round;
    m_later.stop();
    m_address.clear();
    m_answer.clear();
    m_nulls.clear();
    m_steps.clear();
    Q_EMIT changed();
}

void SampleValue::useRecord(const QString& id)
{
    m_chosen.insert(m_table, id);
    send();
}

void SampleValue::send()
{
    client::Client* client = m_run.client();
    if (!client || m_address.isEmpty() || !m_session.isOpen()) {
        Q_EMIT changed();
        return;
    }
    const ScopeFields scope(m_session, Address::parse(m_address));
    if (scope.names().record != m_table)
        askRecords(scope.names().record);
    const int round = ++m_round;
    client->send(QStringLiteral("design.evaluate"),
                 {{"expression", m_text},
                  {"table", scope.names().record},
                  {"event", scope.names().event},
                  {"anyEvent", scope.names().anyEvent},
                  {"old", scope.names().old},
                  {"me", scope.names().me},
                  {"id", m_chosen.value(scope.names().record)}},
                 [this, round](const client::Reply& reply) {
                     if (round == m_round)
                         take(reply.result.toVariantMap());
                 });
}

void SampleValue::askRecords(const QString& table)
{
    m_table = table;
    m_records.clear();
    Q_EMIT recordsChanged();
    if (table.isEmpty())
        return;
    m_run.client()->send(QStringLiteral("data.list"), {{"table", table}, {"limit", mostRecords}},
                         [this, table](const client::Reply& reply) {
                             if (table != m_table)
                                 return;
                             for (const QJsonValue& row : reply.result[QLatin1String("rows")].toArray())
                                 m_records
                                     << QVariantMap{{QStringLiteral("value"), row[QLatin1String("id")].toString()},
                                                    {QStringLiteral("text"), row[QLatin1String("title")].toString()}};
                             Q_EMIT recordsChanged();
                         });
}

void SampleValue::take(const QVariantMap& answer)
{
    m_answer = answer;
    m_nulls.clear();
    m_steps.clear();
    const auto textOf = [this](const QVariantMap& part) {
        const int begin = part[QStringLiteral("begin")].toInt();
        return m_text.mid(begin, part[QStringLiteral("end")].toInt() - begin).simplified();
    };
    for (const QVariant& part : answer.value(QStringLiteral("nulls")).toList())
        m_nulls << QVariantMap{{QStringLiteral("text"), textOf(part.toMap())},
                               {QStringLiteral("why"), part.toMap()[QStringLiteral("why")]}};
    for (const QVariant& part : answer.value(QStringLiteral("steps")).toList()) {
        QVariantMap step = part.toMap();
        step.insert(QStringLiteral("text"), textOf(step));
        m_steps << step;
    }
    Q_EMIT changed();
}

} // namespace fw::studio
