#include "rule.h"

#include "model/feel/decimal.h"

namespace fw::check
{

using feel::Decimal;

namespace
{

std::optional<Decimal> number(const yaml::Node& node)
{
    return node.isScalar() ? Decimal::fromString(node.scalar) : std::nullopt;
}

class ScoringRule : public Rule
{
public:
    void whole(Context& context) override
    {
        for (const DefinitionFile* file : context.definition.all(QStringLiteral("scoring"))) {
            bands(*file, context);
            criteria(*file, context);
        }
    }

private:
    static Address at(const DefinitionFile& file, const char* list, const yaml::Node& element)
    {
        return Address{file.path, {QString::fromLatin1(list), element[u"id"].string()}};
    }

    static void bands(const DefinitionFile& file, Context& context)
    {
        std::optional<Decimal> before;
        bool first = true, beforeAbove = false;
        for (const yaml::Node& band : file.root[u"bands"].items) {
            const bool above = band[u"above"].exists();
            const std::optional<Decimal> bound = number(band[above ? u"above" : u"from"]);
            if (above && band[u"from"].exists())
                context.report.error("scoring.two_bounds",
                                     FW_MSG("A band begins \"from\" or \"above\" a total, not both."),
                                     FW_MSG("Keep one of the two."), at(file, "bands", band));
            else if (!first && !bound)
                context.report.error("scoring.band_without_bound", FW_MSG("Only the lowest band has no bound."),
                                     FW_MSG("Add \"from:\" or \"above:\"."), at(file, "bands", band));
            else if (first && bound)
                context.report.warning("scoring.no_lowest_band", FW_MSG("Totals below the first band have no band."),
                                       FW_MSG("Put a band without a bound before it."), at(file, "bands", band));
            else if (before && bound &&
                     (*bound < *before || (*bound == *before && (above == beforeAbove || beforeAbove))))
                context.report.error("scoring.band_order",
                                     FW_MSG("Bands stand lowest first; this one begins at or below the one before."),
                                     FW_MSG("Move it, or change its bound."), at(file, "bands", band));
            if (bound)
                before = bound;
            beforeAbove = above;
            first = false;
        }
        reachable(file, context);
    }

    /// The most one award of a criterion gives; unknown where an expression says it.
    static std::optional<Decimal> mostOf(const yaml::Node& criterion)
    {
        if (!criterion[u"rows"].exists())
            return criterion[u"points"].exists() ? number(criterion[u"points"]) : Decimal();
        const bool all = criterion[u"match"].string() == u"all";
        Decimal most;
        for (const yaml::Node& row : criterion[u"rows"].items) {
            const auto points = number(row[u"points"]);
            if (!points)
                return std::nullopt;
            most = !all ? std::max(most, *points) : points->isNegative() ? most : most.plus(*points).value_or(most);
        }
        return most;
    }

    /// The most points a record can have when every criterion is awarded once; unknown when one is awarded without limit.
    static std::optional<Decimal> highest(const yaml::Node& root)
    {
        Decimal total = number(root[u"start"]).value_or(Decimal());
        for (const yaml::Node& criterion : root[u"criteria"].items) {
            const auto most = mostOf(criterion);
            if (!most)
                return std::nullopt;
            Decimal points = *most;
            if (points.isNegative())
                continue;
            if (criterion[u"award"].string() == u"each") {
                const auto cap = number(criterion[u"cap"]);
                if (!cap)
                    return std::nullopt;
                points = *cap;
            }
            total = total.plus(points).value_or(total);
        }
        const auto cap = number(root[u"cap"]);
        return cap && *cap < total ? *cap : total;
    }

    static void reachable(const DefinitionFile& file, Context& context)
    {
        const std::optional<Decimal> most = highest(file.root);
        if (!most)
            return;
        for (const yaml::Node& band : file.root[u"bands"].items) {
            const auto above = number(band[u"above"]), from = number(band[u"from"]);
            if ((above && *most <= *above) || (from && *most < *from))
                context.report.warning("scoring.unreachable_band",
                                       Message(FW_MSG("No record can reach this band: the highest total is %1."),
                                               {most->normalizedString()}),
                                       FW_MSG("Lower its bound or give more points."), at(file, "bands", band));
        }
    }

    /// Rows and computed points belong to attributes.
    static void attributes(const yaml::Node& criterion, bool caused, const Address& address, Context& context)
    {
        const yaml::Node &points = criterion[u"points"], &rows = criterion[u"rows"];
        if (!points.exists() && !rows.exists())
            context.report.error("scoring.no_points", FW_MSG("It is not said how many points this gives."),
                                 FW_MSG("Add \"points:\", or \"rows:\" with points of their own."), address);
        if (points.exists() && rows.exists())
            context.report.error("scoring.two_points", FW_MSG("The rows give the points."),
                                 FW_MSG("Remove \"points:\" beside \"rows:\"."), address.child("points"));
        if (caused && rows.exists())
            context.report.error("scoring.rows_of_event", FW_MSG("Rows are for attributes of the record."),
                                 FW_MSG("Make a criterion for each row."), address.child("rows"));
        if (caused && points.string().startsWith(u'='))
            context.report.error("scoring.points_of_event",
                                 FW_MSG("What an event or a silence gives is a fixed number."),
                                 FW_MSG("Write the number of points."), address.child("points"));
    }

    static void criteria(const DefinitionFile& file, Context& context)
    {
        for (const yaml::Node& criterion : file.root[u"criteria"].items) {
            const Address address = at(file, "criteria", criterion);
            const bool event = criterion[u"event"].exists(), inactive = criterion[u"inactive"].exists(),
                       when = criterion[u"when"].exists(), rows = criterion[u"rows"].exists();
            if (!event && !inactive && !when && !rows)
                context.report.error("scoring.no_cause", FW_MSG("It is not said what gives these points."),
                                     FW_MSG("Add \"event:\", \"inactive:\", \"when:\" or \"rows:\"."), address);
            attributes(criterion, event || inactive, address, context);
            if (event && inactive)
                context.report.error("scoring.two_causes",
                                     FW_MSG("A criterion counts an event or a silence, not both."),
                                     FW_MSG("Make a second criterion."), address);
            if (inactive && when)
                context.report.error("scoring.two_causes", FW_MSG("A silence has no further condition."),
                                     FW_MSG("Remove \"when:\"."), address);
            if (when && !event && QStringList{"=false", "=null"}.contains(criterion[u"when"].string()))
                context.report.warning("scoring.never", FW_MSG("This criterion can never be awarded."),
                                       FW_MSG("Change its condition or remove it."), address);
            if (const auto points = number(criterion[u"points"]);
                points && points->isZero() && !criterion[u"stage"].exists())
                context.report.warning("scoring.no_effect", FW_MSG("This criterion gives no points and no stage."),
                                       FW_MSG("Give it points or a stage, or remove it."), address);
            if (inactive && criterion[u"stage"].exists() &&
                criterion[u"stage"].string() != file.root[u"fading"][u"id"].string())
                context.report.warning("scoring.silent_stage", FW_MSG("A silence shows the fading stage only."),
                                       FW_MSG("Use the stage named under \"fading:\"."), address);
            if (!inactive && criterion[u"stage"].exists() &&
                criterion[u"stage"].string() == file.root[u"fading"][u"id"].string())
                context.report.error("scoring.fading_award", FW_MSG("The fading stage shows only by silence."),
                                     FW_MSG("Choose one of \"stages:\"."), address);
        }
    }
};

} // namespace

RulePtr scoringRule()
{
    return std::make_unique<ScoringRule>();
}

} // namespace fw::check
