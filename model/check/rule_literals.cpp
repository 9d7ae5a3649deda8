#include "rule.h"

#include "model/feel/decimal.h"
#include "model/feel/temporal.h"
#include "model/formats/codes.h"
#include "model/formats/regions.h"

namespace fw::check
{

using schema::Site;
using schema::ValueType;

namespace
{

/// Literals typed by a field: `default: 3`, `set: {status: won}`, the values of a story. Options are the references
/// rule's business.
class LiteralsRule : public Rule
{
public:
    void site(const Site& site, Context& context) override
    {
        if (!site.key || site.node->string().startsWith(u'=') || site.node->kind == yaml::Node::Kind::Null)
            return;
        const ValueType type = site.key->type;
        if (type == ValueType::Literal && site.key->list && !site.element)
            return;
        const bool entry = type == ValueType::FieldValues && !site.freeKey.isEmpty();
        if (type == ValueType::PointsMap && !site.freeKey.isEmpty())
            expectScalar(site, context, QStringLiteral("number"));
        if (!entry && type != ValueType::Value && type != ValueType::Literal)
            return;
        if (type == ValueType::Value && site.key->scope.expected == schema::Expected::Number)
            return expectScalar(site, context, QStringLiteral("number"));
        const yaml::Node* field = schema::typedByField(site, context.names());
        if (field && site.key->scope.tests)
            cell(site, context, (*field)[u"type"].string());
        else if (field)
            check(site, context, *field);
        else if (entry && !site.key->literalsOnly &&
                 context.types.member(resolve(site.key->typedBy, site, context.names()), site.freeKey))
            notWritten(site, context);
    }

private:
    static void check(const Site& site, Context& context, const yaml::Node& field)
    {
        const QString type = field[u"type"].string();
        if ((type == u"computed" || type == u"rollup" || type == u"score") && !site.key->literalsOnly)
            notWritten(site, context);
        else if (isList(type)) {
            if (!site.node->isSequence())
                context.report.error("value.wrong_type",
                                     type == u"multi_choice"
                                         ? Message(FW_MSG("\"%1\" takes a list of options."), {nameOf(site)})
                                         : Message(FW_MSG("\"%1\" takes a list."), {nameOf(site)}),
                                     FW_MSG("Write [a, b]."), site);
        } else if (!site.key->literalsOnly)
            expectScalar(site, context, type);
        else if (site.node->isScalar())
            expectScalar(site, context, type == u"computed" ? field[u"result"].string() : type);
    }

    static bool isList(const QString& type) { return type == u"multi_choice" || type == u"tags"; }

    /// A value or values an input is compared with; options are compared when the table is compiled.
    static void cell(const Site& site, Context& context, const QString& type)
    {
        for (const yaml::Node& item : site.node->items)
            if (!item.isScalar() || (!item.scalar.startsWith(u'=') && !fits(item.scalar, type)))
                return wrong(site, context, item.isScalar() ? item.scalar : QStringLiteral("…"), type);
        if (!site.node->isSequence())
            expectScalar(site, context, type);
    }

    static void notWritten(const Site& site, Context& context)
    {
        context.report.error("value.not_written",
                             Message(FW_MSG("\"%1\" is computed and cannot be set."), {nameOf(site)}),
                             FW_MSG("Set a field it is computed from."), site, true);
    }

    static QString nameOf(const Site& site) { return site.freeKey.isEmpty() ? site.key->name : site.freeKey; }

    static bool fits(const QString& text, const QString& type)
    {
        if (type == u"number" || type == u"money" || type == u"percent" || type == u"score")
            return feel::Decimal::fromString(text).has_value();
        if (type == u"rating") {
            const auto number = feel::Decimal::fromString(text);
            return number && number->isInteger() && !number->isNegative();
        }
        if (type == u"yes_no")
            return text == u"true" || text == u"false";
        if (type == u"date_range")
            return formats::readDateRange(text).has_value();
        if (type == u"id_number")
            return formats::readIdNumber(text).fault == formats::IdNumber::Fault::None;
        if (type == u"region")
            return formats::normalRegion(text).has_value();
        if (type == u"location")
            return formats::readLocation(text).has_value();
        if (type == u"date")
            return feel::Date::fromString(text).has_value();
        if (type == u"time")
            return feel::Time::fromString(text).has_value();
        if (type == u"datetime")
            return feel::DateTime::fromString(text).has_value() || feel::Date::fromString(text).has_value();
        if (type == u"duration")
            return feel::parseTimeDuration(text).has_value();
        return true;
    }

    static Message example(const QString& type)
    {
        static const QHash<QString, const char*> examples = {
            {"number", FW_MSG("Write digits: 12.50.")},
            {"money", FW_MSG("Write digits: 12.50.")},
            {"percent", FW_MSG("Write digits: 12.50.")},
            {"yes_no", FW_MSG("Write true or false.")},
            {"date", FW_MSG("Write a date in quotes: \"2026-01-05\".")},
            {"time", FW_MSG("Write a time in quotes: \"09:00:00\".")},
            {"datetime", FW_MSG("Write \"2026-01-05T09:00:00+08:00\".")},
            {"duration", FW_MSG("Write PT2H for two hours, P1D for a day.")},
            {"rating", FW_MSG("Write a number of stars: 4.")},
            {"date_range", FW_MSG("Write first and last day in quotes: \"2026-01-05/2026-01-09\".")},
            {"id_number", FW_MSG("Write the 18 characters of an identity number, in quotes.")},
            {"region", FW_MSG("Write its six-digit code in quotes: \"440305\".")},
            {"location", FW_MSG("Write latitude and longitude in quotes: \"31.2304,121.4737\".")}};
        return Message(examples.value(type, FW_MSG("Write a single value.")));
    }

    static void expectScalar(const Site& site, Context& context, const QString& type)
    {
        if (site.node->isScalar() && fits(site.node->scalar, type))
            return;
        wrong(site, context, site.node->isScalar() ? site.node->scalar : QStringLiteral("…"), type);
    }

    static void wrong(const Site& site, Context& context, const QString& shown, const QString& type)
    {
        context.report.error("value.wrong_type",
                             Message(FW_MSG("\"%1\" is no value for \"%2\" (%3)."), {shown, nameOf(site), type}),
                             example(type), site);
    }
};

} // namespace

RulePtr literalsRule()
{
    return std::make_unique<LiteralsRule>();
}

} // namespace fw::check
