#pragma once
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace fw::automation
{

/// What a run remembers between its activations (store::Run::memory): what its steps gave, and where it stands in the
/// for-each loops around it. Bounded: results are ids, numbers and answers of at most 64 KiB.
class Memory
{
public:
    explicit Memory(const QJsonObject& json = {}) : m_json(json) {}
    const QJsonObject& json() const { return m_json; }

    // "event" holds the body of the webhook that started the run (enrolment.cpp).
    // --- results by step id: a text or number; {"table", "ids"} of found records, {"table", "id"} of one; an answer ---
    void keep(const QString& step, const QJsonValue& result)
    {
        QJsonObject results = m_json[QLatin1String("results")].toObject();
        results[step] = result;
        m_json[QLatin1String("results")] = results;
    }
    /// Takes over what another run (a branch walked side by side) has found out.
    void adopt(const Memory& other);
    QJsonValue result(const QString& step) const { return m_json[QLatin1String("results")].toObject()[step]; }

    // --- loops, the outermost first ---
    struct Loop {
        QString step;
        QString table;
        QStringList ids;
        int at = 0; ///< the record at hand
        bool over() const { return at >= ids.size(); }
        QString item() const { return ids.value(at); }
    };
    QStringList loopSteps() const;
    /// The innermost loop; `step` is "" when there is none.
    Loop loop() const;
    void enterLoop(const Loop& loop);
    void nextItem();
    void leaveLoop();

private:
    QJsonArray loops() const { return m_json[QLatin1String("loops")].toArray(); }
    void setLoops(const QJsonArray& loops);
    QJsonObject m_json;
};

} // namespace fw::automation
