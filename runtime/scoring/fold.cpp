#include "fold.h"

#include <QJsonArray>

namespace fw::scoring
{

using plan::Criterion;

Fold::Fold(const plan::Scoring& scoring, const QTimeZone& zone, Instant created)
    : m_scoring(&scoring), m_zone(&zone), m_silentSince(created), m_states(scoring.criteria.size())
{
}

Instant Fold::dueOf(const Criterion& criterion) const
{
    return criterion.silence.after(m_silentSince, *m_zone) + (criterion.silenceMoreThan ? 1 : 0);
}

void Fold::event(Instant at, qint64 seq, bool isInteraction, const std::vector<bool>& matches)
{
    // An event dated at the due instant comes before the timer: only silences complete before it count.
    passTime(at - 1);
    m_lastSeq = std::max(m_lastSeq, seq);
    m_lastStep = std::max(m_lastStep, at);
    if (isInteraction)
        interaction(at);
    for (size_t i = 0; i < m_states.size(); ++i) {
        if (m_scoring->criteria[i].kind == Criterion::Kind::Behaviour && matches[i])
            count(i, at, seq);
    }
}

void Fold::interaction(Instant at)
{
    passTime(at - 1);
    m_lastStep = std::max(m_lastStep, at);
    if (at < m_silentSince)
        return;
    m_silentSince = at;
    for (CriterionState& state : m_states)
        state.silent = false;
}

void Fold::count(size_t index, Instant at, qint64 seq)
{
    const Criterion& criterion = m_scoring->criteria[index];
    CriterionState& state = m_states[index];
    if (criterion.award == Criterion::Award::Once && state.awarded)
        return;
    state.recent.push_back(at);
    if (criterion.within)
        std::erase_if(state.recent, [&](Instant match) { return criterion.within->after(match, *m_zone) < at; });
    if (static_cast<qint64>(state.recent.size()) < criterion.countThreshold)
        return;
    state.recent.clear(); // "each" counts afresh after an award
    state.awarded = true;
    m_awards.push_back({static_cast<int>(index), seq, at});
}

void Fold::passTime(Instant now)
{
    // In due order, so that the awards of several silence rows stand in time order.
    while (const std::optional<Instant> due = nextDue()) {
        if (*due > now)
            return;
        for (size_t i = 0; i < m_states.size(); ++i) {
            const Criterion& criterion = m_scoring->criteria[i];
            if (criterion.kind != Criterion::Kind::Inactivity || m_states[i].silent || dueOf(criterion) != *due)
                continue;
            m_states[i].silent = true;
            m_awards.push_back({static_cast<int>(i), 0, *due});
        }
        m_lastFired = *due;
    }
}

std::optional<Instant> Fold::nextDue() const
{
    std::optional<Instant> next;
    for (size_t i = 0; i < m_states.size(); ++i) {
        const Criterion& criterion = m_scoring->criteria[i];
        if (criterion.kind != Criterion::Kind::Inactivity || m_states[i].silent)
            continue;
        const Instant due = dueOf(criterion);
        if (!next || due < *next)
            next = due;
    }
    return next;
}

int Fold::silentCriterion() const
{
    int found = -1;
    Instant longest = 0;
    for (size_t i = 0; i < m_states.size(); ++i) {
        const Criterion& criterion = m_scoring->criteria[i];
        if (!m_states[i].silent || (criterion.stage < 0 && !criterion.fading) || dueOf(criterion) < longest)
            continue;
        longest = dueOf(criterion);
        found = static_cast<int>(i);
    }
    return found;
}

QJsonObject Fold::save() const
{
    QJsonObject criteria;
    for (size_t i = 0; i < m_states.size(); ++i) {
        const CriterionState& state = m_states[i];
        QJsonObject json;
        if (!state.recent.empty()) {
            QJsonArray recent;
            for (Instant at : state.recent)
                recent.append(QString::number(at));
            json.insert(QStringLiteral("recent"), recent);
        }
        if (state.awarded)
            json.insert(QStringLiteral("awarded"), true);
        if (state.silent)
            json.insert(QStringLiteral("silent"), true);
        if (!json.isEmpty())
            criteria.insert(m_scoring->criteria[i].id, json);
    }
    return {{QStringLiteral("since"), QString::number(m_silentSince)},
            {QStringLiteral("seq"), QString::number(m_lastSeq)},
            {QStringLiteral("step"), QString::number(m_lastStep)},
            {QStringLiteral("fired"), QString::number(m_lastFired)},
            {QStringLiteral("criteria"), criteria}};
}

void Fold::restore(const QJsonObject& saved, std::vector<Award> awards)
{
    const auto number = [&](const char* key) { return saved.value(QLatin1String(key)).toString().toLongLong(); };
    m_silentSince = number("since");
    m_lastSeq = number("seq");
    m_lastStep = number("step");
    m_lastFired = number("fired");
    m_awards = std::move(awards);
    const QJsonObject criteria = saved.value(QStringLiteral("criteria")).toObject();
    for (size_t i = 0; i < m_states.size(); ++i) {
        const QJsonObject json = criteria.value(m_scoring->criteria[i].id).toObject();
        CriterionState& state = m_states[i];
        state.recent.clear();
        for (const QJsonValue& at : json.value(QStringLiteral("recent")).toArray())
            state.recent.push_back(at.toString().toLongLong());
        state.awarded = json.value(QStringLiteral("awarded")).toBool();
        state.silent = json.value(QStringLiteral("silent")).toBool();
    }
}

} // namespace fw::scoring
