#pragma once
#include "connection.h"
#include "model/base/timing.h"

#include <vector>

namespace fw::store
{

// Rows of scores and segments. Totals and points are units of 10^-8. Failures stay in the connection (takeError).

constexpr int scoreDecimals = 8;

struct ScoreRow {
    int definition = 0; ///< published number of the table it was scored by
    qint64 total = 0;
    QString stage, band;    ///< "" = none
    QStringList attributes; ///< attribute criteria that hold
    QByteArray state;       ///< JSON of the fold
};

struct AwardRow {
    QString criterion;
    qint64 event = 0; ///< seq, 0 = none
    Instant at = 0;
    qint64 points = 0;
};

std::optional<ScoreRow> findScore(Connection& connection, const QString& scoring, const QString& record);
void putScore(Connection& connection, const QString& scoring, const QString& record, const ScoreRow& row);
std::vector<AwardRow> awardsOf(Connection& connection, const QString& scoring, const QString& record);
/// Makes `awards` the stored ones; the first `kept` are known to stand already.
void putAwards(Connection& connection, const QString& scoring, const QString& record,
               const std::vector<AwardRow>& awards, size_t kept);

struct ScoreChangeRow {
    Instant at = 0;
    qint64 oldTotal = 0, newTotal = 0;
    QString oldStage, stage, oldBand, band;
    bool late = false; ///< made by an event that came out of order
};
void addScoreChange(Connection& connection, const QString& scoring, const QString& record, const ScoreChangeRow& row,
                    qint64 cause);

bool isMember(Connection& connection, const QString& segment, const QString& record);
void addMember(Connection& connection, const QString& segment, const QString& record, Instant since);
void removeMember(Connection& connection, const QString& segment, const QString& record);
QStringList membersOf(Connection& connection, const QString& segment);

} // namespace fw::store
