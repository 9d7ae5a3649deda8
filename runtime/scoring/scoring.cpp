#include "scoring.h"

#include "runtime/records/records.h"
#include "runtime/store/scorestore.h"
#include "runtime/store/timers.h"
#include "subject.h"
#include "summary.h"

#include <QJsonDocument>

namespace fw::scoring
{

namespace
{

using engine::Fact;
using feel::Decimal;
using plan::Criterion;

const QString s_timerKind = QStringLiteral("score");

qint64 units(const Decimal& value)
{
    if (const auto scaled = value.toScaled(store::scoreDecimals))
        return *scaled;
    return value.isNegative() ? std::numeric_limits<qint64>::min() : std::numeric_limits<qint64>::max();
}

Decimal decimal(qint64 value)
{
    const Decimal exact = Decimal::fromScaled(value, store::scoreDecimals);
    return exact.isInteger() ? Decimal(exact.toInt64().value_or(0)) : exact;
}

int criterionIndex(const plan::Scoring& scoring, const QString& id)
{
    const auto found = std::find_if(scoring.criteria.begin(), scoring.criteria.end(),
                                    [&](const Criterion& one) { return one.id == id; });
    return found == scoring.criteria.end() ? -1 : static_cast<int>(found - scoring.criteria.begin());
}

std::vector<Award> awards(const plan::Scoring& scoring, const std::vector<store::AwardRow>& rows)
{
    std::vector<Award> awards;
    for (const store::AwardRow& row : rows) {
        if (const int index = criterionIndex(scoring, row.criterion); index >= 0)
            awards.push_back({index, row.event, row.at});
    }
    return awards;
}

std::vector<store::AwardRow> awardRows(const plan::Scoring& scoring, const std::vector<Award>& awards)
{
    std::vector<store::AwardRow> rows;
    for (const Award& award : awards) {
        const Criterion& criterion = scoring.criteria[static_cast<size_t>(award.criterion)];
        rows.push_back({criterion.id, award.event, award.at, units(criterion.points)});
    }
    return rows;
}

/// Reasons from rows: points as they were awarded, words as the definition has them now.
std::vector<Reason> reasons(const plan::Scoring& scoring, const std::vector<store::AwardRow>& rows)
{
    std::vector<Reason> reasons;
    for (const store::AwardRow& row : rows) {
        const int index = criterionIndex(scoring, row.criterion);
        const LocalText label =
            index < 0 ? LocalText(row.criterion) : scoring.criteria[static_cast<size_t>(index)].label;
        reasons.push_back({Reason::Kind::Award, row.criterion, label, row.event, row.at, decimal(row.points), {}});
    }
    return reasons;
}

/// One score of one record in the middle of a unit: the stored row, what is done to it, and writing the difference.
class Keeper
{
public:
    Keeper(engine::Unit& unit, const plan::Scoring& scoring, std::shared_ptr<const engine::Record> record)
        : m_unit(unit), m_connection(unit.store.writer()), m_scoring(scoring), m_record(std::move(record)),
          m_subject(m_connection, unit.plan, scoring, m_record), m_fold(scoring, unit.plan.zone, m_record->createdAt),
          m_stored(store::findScore(m_connection, scoring.id, m_record->id))
    {
        if (!m_stored)
            return;
        m_rows = store::awardsOf(m_connection, scoring.id, m_record->id);
        m_fold.restore(QJsonDocument::fromJson(m_stored->state).object(), awards(scoring, m_rows));
        m_attributes = heldFrom(scoring, m_stored->attributes);
    }

    bool isCurrent() const { return m_stored && m_stored->definition == m_unit.plan.number; }

    /// From everything kept. Silences not yet due by their timer stay for the timer, so that what was dated before them
    /// and is still on its way comes first.
    void recompute(bool outOfOrder)
    {
        m_late = outOfOrder;
        m_fold = m_subject.foldAll(m_unit.now, m_fold.lastFired());
        m_attributes = m_subject.attributes(m_unit.now);
        m_kept = 0;
        save(m_unit.now);
    }
    void event(const engine::EventRow& event)
    {
        if (!isCurrent() || !m_fold.isInOrder(event.at))
            return recompute(isCurrent());
        if (m_fold.hasEvent(event.seq))
            return;
        m_kept = m_rows.size();
        m_fold.event(event.at, event.seq, m_subject.isInteraction(event), m_subject.matches(event));
        save(event.at);
    }
    void interaction(Instant at)
    {
        if (!isCurrent() || !m_fold.isInOrder(at))
            return recompute(isCurrent());
        m_kept = m_rows.size();
        m_fold.interaction(at);
        save(at);
    }
    void passTime()
    {
        if (!isCurrent())
            return recompute(false);
        m_kept = m_rows.size();
        m_fold.passTime(m_unit.now);
        save(m_fold.lastFired());
    }

private:
    void save(Instant at)
    {
        const std::vector<store::AwardRow> rows = awardRows(m_scoring, m_fold.awards());
        const Score score = summarize(m_scoring, reasons(m_scoring, rows), m_attributes, m_fold.silentCriterion());
        const store::ScoreRow old = m_stored.value_or(store::ScoreRow());
        const store::ScoreRow row{m_unit.plan.number,
                                  units(score.total),
                                  score.stage,
                                  score.band,
                                  toTexts(m_scoring, m_attributes),
                                  QJsonDocument(m_fold.save()).toJson(QJsonDocument::Compact)};
        store::putScore(m_connection, m_scoring.id, m_record->id, row);
        if (rows.size() != m_kept)
            store::putAwards(m_connection, m_scoring.id, m_record->id, rows, m_kept);
        moveTimer();
        const bool changed = row.total != old.total || row.stage != old.stage || row.band != old.band;
        if (!m_stored || changed)
            writeFields(score);
        if (changed && (m_stored || row.total != 0 || !row.stage.isEmpty()))
            announce(old, row, at);
    }

    void moveTimer()
    {
        if (const auto due = m_fold.nextDue())
            store::setTimer(m_connection, {0, *due, s_timerKind, m_scoring.id, m_record->id});
        else
            store::clearTimer(m_connection, s_timerKind, m_scoring.id, m_record->id);
    }

    void writeFields(const Score& score)
    {
        const auto text = [](const QString& id) { return id.isEmpty() ? feel::Value() : feel::Value(id); };
        records::Values values;
        for (const plan::Field& field : m_record->table->fields) {
            if (field.scoring != m_scoring.id)
                continue;
            if (field.type == plan::FieldType::Score)
                values.insert(field.id, score.total);
            else if (field.type == plan::FieldType::ScoreStage)
                values.insert(field.id, text(score.stage));
            else if (field.type == plan::FieldType::ScoreBand)
                values.insert(field.id, text(score.band));
        }
        // A failure stays in the connection as well and rolls the unit back.
        (void)records::writeSystemFields(m_unit, *m_record->table, m_record->id, values);
    }

    void announce(const store::ScoreRow& old, const store::ScoreRow& row, Instant at)
    {
        store::addScoreChange(m_connection, m_scoring.id, m_record->id,
                              {at, old.total, row.total, old.stage, row.stage, old.band, row.band, m_late}, m_unit.seq);
        Fact fact;
        fact.kind = Fact::Kind::Scored;
        fact.table = m_scoring.table;
        fact.record = m_record->id;
        fact.scoring = m_scoring.id;
        fact.oldTotal = decimal(old.total);
        fact.newTotal = decimal(row.total);
        m_unit.facts.push_back(std::move(fact));
    }

    engine::Unit& m_unit;
    store::Connection& m_connection;
    const plan::Scoring& m_scoring;
    std::shared_ptr<const engine::Record> m_record;
    Subject m_subject;
    Fold m_fold;
    std::optional<store::ScoreRow> m_stored;
    std::vector<store::AwardRow> m_rows;
    std::vector<Held> m_attributes;
    size_t m_kept = 0; ///< awards that stand in the store already
    bool m_late = false;
};

/// Whether the score reads one of the fields (other than its own).
bool reads(const plan::Scoring& scoring, const plan::Table& table, const QStringList& fields)
{
    const auto among = [&](const std::vector<feel::Reference>& references) {
        return std::any_of(references.begin(), references.end(), [&](const feel::Reference& reference) {
            const plan::Field* field = reference.owner == scoring.table ? table.findField(reference.name) : nullptr;
            return field && field->scoring != scoring.id && fields.contains(field->id);
        });
    };
    return std::any_of(scoring.criteria.begin(), scoring.criteria.end(), [&](const Criterion& criterion) {
        return among(criterion.when.program.references()) || among(criterion.formula.program.references()) ||
               among(criterion.reads);
    });
}

bool cameBack(const Fact& fact)
{
    return fact.before && fact.after && fact.before->deletedAt != 0 && fact.after->deletedAt == 0;
}

bool concerns(const Fact& fact, const plan::Scoring& scoring, const plan::Table& table)
{
    switch (fact.kind) {
    case Fact::Kind::RecordChanged: return cameBack(fact) || reads(scoring, table, fact.fields);
    case Fact::Kind::Interaction: return !fact.event; // an event brings its own interaction along
    case Fact::Kind::RecordCreated:
    case Fact::Kind::Event:
    case Fact::Kind::PersonRelinked: return true;
    default: return false;
    }
}

void apply(const Fact& fact, Keeper& keeper)
{
    switch (fact.kind) {
    case Fact::Kind::Event: return keeper.event(*fact.event);
    case Fact::Kind::Interaction: return keeper.interaction(fact.after->createdAt);
    case Fact::Kind::PersonRelinked: return keeper.recompute(true);
    default: return keeper.recompute(false);
    }
}

} // namespace

void onFact(engine::Unit& unit, const Fact& fact)
{
    if (fact.record.isEmpty())
        return;
    std::shared_ptr<const engine::Record> record;
    for (const plan::Scoring& scoring : unit.plan.scorings) {
        if (scoring.table != fact.table)
            continue;
        const plan::Table& table = *unit.plan.findTable(scoring.table);
        if (fact.kind == Fact::Kind::RecordDeleted) {
            store::clearTimer(unit.store.writer(), s_timerKind, scoring.id, fact.record);
            continue;
        }
        if (!concerns(fact, scoring, table))
            continue;
        if (!record)
            record = records::load(unit.store.writer(), unit.plan, table, fact.record);
        if (!record) // in the bin: scored again when it comes back
            return;
        Keeper keeper(unit, scoring, record);
        apply(fact, keeper);
    }
}

void onTimer(engine::Unit& unit, const QString& scoringId, const QString& recordId)
{
    const plan::Scoring* scoring = unit.plan.findScoring(scoringId);
    const plan::Table* table = scoring ? unit.plan.findTable(scoring->table) : nullptr;
    const auto record = table ? records::load(unit.store.writer(), unit.plan, *table, recordId) : nullptr;
    if (record)
        Keeper(unit, *scoring, record).passTime();
}

Score recompute(store::Connection& connection, const plan::Plan& plan, const plan::Scoring& scoring,
                const QString& recordId, Instant asOf)
{
    const plan::Table* table = plan.findTable(scoring.table);
    const auto record = table ? records::load(connection, plan, *table, recordId) : nullptr;
    if (!record)
        return summarize(scoring, {}, {}, -1);
    const Subject subject(connection, plan, scoring, record);
    const Fold fold = subject.foldAll(asOf, asOf);
    return summarize(scoring, reasons(scoring, awardRows(scoring, fold.awards())), subject.attributes(asOf),
                     fold.silentCriterion());
}

std::optional<Score> current(store::Connection& connection, const plan::Scoring& scoring, const QString& record)
{
    const auto row = store::findScore(connection, scoring.id, record);
    if (!row)
        return std::nullopt;
    Score score = summarize(scoring, reasons(scoring, store::awardsOf(connection, scoring.id, record)),
                            heldFrom(scoring, row->attributes), -1);
    score.stage = row->stage;
    return score;
}

} // namespace fw::scoring
