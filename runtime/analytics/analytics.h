#pragma once
#include "model/feel/predicate.h"
#include "runtime/plan/plan.h"
#include "runtime/store/connection.h"

#include <QJsonObject>

namespace fw::analytics
{

/// A filter made by clicking a figure: only rows whose value at `path` is `value` (null = no value). `every` cuts an instant
/// or date into its day, week or month first; `value` is then the first day of the period.
struct Filter {
    QString path;
    QString every;
    feel::Value value;
};

/// What a figure is asked of, and by whom.
struct Request {
    const plan::Tile* tile = nullptr;
    Instant now = 0;
    QString me;                               ///< acting user's id, for `me` in conditions
    QString language;                         ///< of labels
    QHash<QString, feel::Predicate> rowScope; ///< by table: rows the viewer may see; a table not named is seen whole
    std::vector<Filter> filters;
};

struct Group {
    feel::Value key;   ///< the group's value: option id, record id, first day of a period, number, text; null = none
    QString label;     ///< for people, in the request's language
    feel::Value split; ///< of the second grouping
    QString splitLabel;
    std::vector<feel::Value> values; ///< parallel to TileResult::columns
    qint64 rows = 0;
    bool incomplete = false; ///< a period still running
};

struct ResultColumn {
    QString id; ///< "value" for the tile's own
    QString label;
    int decimals = -1;
};

struct FunnelStage {
    QString id;
    QString label;
    qint64 persons = 0; ///< reached this step or a later one
    qint64 open = 0;    ///< of these, stopped here so far while their window is still open
    std::optional<feel::Decimal> ofPrevious, ofFirst; ///< 0…1; nothing for an empty denominator
    std::optional<qint64> medianMillis, meanMillis;   ///< from entry, earliest completion
};

struct Funnel {
    feel::Value split; ///< value of the split; null for all, or for persons without a value
    QString splitLabel;
    std::vector<FunnelStage> stages;
    qint64 open = 0; ///< persons not through whose window is still open: shown apart from those who dropped off
};

enum class Alert { None, Normal, Below, Above, NoData };

struct TileResult {
    plan::Tile::Kind kind = plan::Tile::Kind::Kpi;
    std::vector<ResultColumn> columns;
    feel::Value value;                   ///< over everything (also the total of groups: recomputed, never summed)
    std::vector<feel::Value> totals;     ///< parallel to columns
    std::optional<feel::Value> previous; ///< the same over the period before
    std::optional<feel::Decimal> change; ///< value / previous − 1
    Alert alert = Alert::None;
    std::vector<Group> groups;
    bool more = false; ///< groups were left out by `limit`
    std::vector<Funnel> funnels;
    qint64 rows = 0; ///< rows behind the figure
    QString counts;  ///< what is counted: "records", "events", "persons", "tasks", "messages", "changes"
    std::optional<Instant> from, to; ///< the period, end exclusive
    QJsonObject toJson() const;
};

/// The figures of a tile, cut in the app's zone (semantics.md, "Metrics").
/// Errors: analytics.unknown_source, analytics.bad_path, analytics.too_large and those of the store.
Result<TileResult> tile(store::Connection& connection, const plan::Plan& plan, const Request& request);

/// A figure as text: rounded half up to `decimals`, or to two where that is -1 and it is no whole number.
QString figureText(const feel::Value& figure, int decimals = -1);

/// Ids of the records (events: seq) behind a figure: their number is the figure's `rows`. Of a funnel: the records of the
/// persons (person ids where there is none) who reached the step named by a filter on "step". At most `limit`.
Result<QStringList> recordsBehind(store::Connection& connection, const plan::Plan& plan, const Request& request,
                                  int limit = 10000);

} // namespace fw::analytics
