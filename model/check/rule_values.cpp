#include "rule.h"

#include "model/feel/decimal.h"
#include "model/feel/temporal.h"

#include <QRegularExpression>
#include <QTimeZone>

namespace fw::check
{

using schema::Key;
using schema::Site;
using schema::ValueType;

/// ISO 8601 as definitions use it: P…Y/M/W/D and T…H/M/S, nothing negative.
static bool isDuration(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^P(?=.)(\\d{1,6}Y)?(\\d{1,6}M)?(\\d{1,6}W)?(\\d{1,6}D)?(T(?=.)"
                                                        "(\\d{1,9}H)?(\\d{1,9}M)?(\\d{1,9}(\\.\\d{1,3})?S)?)?$"));
    return form.match(text).hasMatch();
}

static bool isTimeOfDay(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^([01][0-9]|2[0-3]):[0-5][0-9]$"));
    return form.match(text).hasMatch();
}

static bool isDateTime(const QString& text)
{
    const auto value = feel::DateTime::fromString(text);
    return value && value->time.zone.kind != feel::Zone::Kind::None;
}

static bool isCurrency(const QString& text)
{
    return text.size() == 3 && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'A' && c <= u'Z'; });
}

static bool isQuotedText(const yaml::Node& node)
{
    return node.isQuoted() || node.style == yaml::Style::Literal || node.style == yaml::Style::Folded;
}

namespace
{

class ValuesRule : public Rule
{
public:
    void site(const Site& site, Context& context) override
    {
        if (!site.key) {
            if (!site.node->isMap() && site.file->problems.isEmpty())
                context.report.error("value.no_map", FW_MSG("The file holds no keys."),
                                     FW_MSG("Begin it with \"kind:\" and \"id:\"."), site);
            return;
        }
        const Key& key = *site.key;
        if (!site.freeKey.isEmpty() || key.type == ValueType::Free)
            return;
        if (key.list && !site.element) {
            if (!site.node->isSequence())
                wrong(site, context, FW_MSG("\"%1\" must be a list."),
                      FW_MSG("Write each element on a line of its own behind \"- \"."));
            return;
        }
        if (key.type == ValueType::Shape)
            shape(site, context);
        else if (key.type == ValueType::FieldValues || key.type == ValueType::PointsMap) {
            if (!site.node->isMap())
                wrong(site, context, FW_MSG("\"%1\" must hold keys."), FW_MSG("Write {field: value, …}."));
        } else if (key.type == ValueType::LocalText || key.type == ValueType::LocalTemplate)
            localText(site, context);
        else if (!(key.type == ValueType::Duration && site.node->isMap() && !key.shape.isEmpty()))
            scalar(site, context);
    }

private:
    static Problem& wrong(const Site& site, Context& context, const char* what, Message remedy)
    {
        return context.report.error("value.wrong_type", Message(what, {site.key->name}), std::move(remedy), site);
    }

    static void shape(const Site& site, Context& context)
    {
        if (site.node->isMap() || (site.node->isScalar() && !site.key->shorthand.isEmpty()))
            return;
        wrong(site, context,
              site.key->list ? FW_MSG("Each element of \"%1\" must hold keys.") : FW_MSG("\"%1\" must hold keys."),
              FW_MSG("Write {key: value, …}, or one key a line, indented."));
    }

    static void localText(const Site& site, Context& context)
    {
        if (site.node->isScalar())
            return;
        if (!site.node->isMap()) {
            wrong(site, context, FW_MSG("\"%1\" must be a text."), FW_MSG("Write a text, or {en: …, zh: …}."));
            return;
        }
        for (const yaml::Entry& entry : site.node->entries)
            if (!entry.value.isScalar() || entry.key.size() < 2 || entry.key.size() > 8)
                context.report.add(Severity::Error, "value.wrong_language",
                                   Message(FW_MSG("\"%1\" is no language with a text."), {entry.key}),
                                   FW_MSG("Write {en: …, zh: …}."), site.address.child(entry.key), entry.keySpan.begin);
    }

    static void scalar(const Site& site, Context& context)
    {
        if (site.key->type == ValueType::Value || site.key->type == ValueType::Literal)
            return; // the literals rule
        if (!site.node->isScalar()) {
            wrong(site, context, FW_MSG("\"%1\" must be a single value."), FW_MSG("Write the value behind the colon."));
            return;
        }
        switch (site.key->type) {
        case ValueType::Bool: boolean(site, context); break;
        case ValueType::Integer:
        case ValueType::Decimal: number(site, context); break;
        case ValueType::Enum:
        case ValueType::Color:
        case ValueType::Language: enumeration(site, context); break;
        case ValueType::Expression: expression(site, context); break;
        default: form(site, context);
        }
    }

    static void boolean(const Site& site, Context& context)
    {
        const QString text = site.node->scalar;
        if (!isQuotedText(*site.node) && (text == u"true" || text == u"false"))
            return;
        const bool yes = QStringList{"yes", "on", "y", "true", "1"}.contains(text.toLower());
        wrong(site, context, FW_MSG("\"%1\" must be true or false."), FW_MSG("Write true or false, without quotes."))
                .fixes
            << changeTo(site.address.file, site.node->span, yes ? QStringLiteral("true") : QStringLiteral("false"));
    }

    static void number(const Site& site, Context& context)
    {
        const bool integer = site.key->type == ValueType::Integer;
        const auto value = isQuotedText(*site.node) ? std::nullopt : feel::Decimal::fromString(site.node->scalar);
        if (!value || (integer && !value->isInteger())) {
            wrong(site, context,
                  integer ? FW_MSG("\"%1\" must be a whole number.") : FW_MSG("\"%1\" must be a number."),
                  FW_MSG("Write digits, without quotes or units."));
            return;
        }
        const double number = value->toDouble();
        if ((site.key->least && number < *site.key->least) || (site.key->most && number > *site.key->most))
            context.report.error(
                "value.out_of_range",
                Message(FW_MSG("%1 is out of range for \"%2\"."), {site.node->scalar, site.key->name}),
                site.key->most
                    ? Message(FW_MSG("Write a number from %1 to %2."),
                              {QString::number(site.key->least.value_or(0)), QString::number(*site.key->most)})
                    : Message(FW_MSG("Write a number of at least %1."), {QString::number(*site.key->least)}),
                site);
    }

    static void enumeration(const Site& site, Context& context)
    {
        QStringList values;
        for (const schema::EnumValue& value : site.key->values)
            values << value.id;
        const QString text = site.node->scalar;
        if (values.contains(text))
            return;
        QString near = nearest(text, values);
        if (values.contains(QStringLiteral("yes")) && (text == u"true" || text == u"false"))
            near = text == u"true" ? QStringLiteral("yes") : QStringLiteral("no");
        Problem& problem = context.report.error(
            "value.unknown_choice", Message(FW_MSG("\"%1\" is no possible value of \"%2\"."), {text, site.key->name}),
            near.isEmpty() ? Message(FW_MSG("Write one of: %1."), {values.join(QStringLiteral(", "))})
                           : Message(FW_MSG("Did you mean \"%1\"?"), {near}),
            site);
        if (!near.isEmpty())
            problem.fixes << changeTo(site.address.file, site.node->span, near);
    }

    static void expression(const Site& site, Context& context)
    {
        if (site.node->scalar.startsWith(u'='))
            return;
        Problem& problem = context.report.error(
            "expression.no_equals",
            Message(FW_MSG("\"%1\" is an expression and must begin with \"=\"."), {site.key->name}),
            FW_MSG("Write it in quotes, with \"=\" first."), site);
        QString escaped = site.node->scalar;
        escaped.replace(u'\\', QLatin1String("\\\\")).replace(u'"', QLatin1String("\\\""));
        problem.fixes << Fix{FW_MSG("Make it an expression"), site.address.file, site.node->span.begin,
                             site.node->span.end, ("\"=" + escaped + u'"').toUtf8()};
    }

    static void form(const Site& site, Context& context)
    {
        const QString text = site.node->scalar;
        const auto bad = [&](Message remedy) {
            context.report.error("value.bad_form",
                                 Message(FW_MSG("\"%1\" is no valid value of \"%2\"."), {text, site.key->name}),
                                 std::move(remedy), site);
        };
        switch (site.key->type) {
        case ValueType::Duration:
            if (!isDuration(text))
                bad(FW_MSG("Write P30D for 30 days, PT2H for two hours, PT30M for 30 minutes."));
            break;
        case ValueType::TimeOfDay:
            if (!isTimeOfDay(text))
                bad(FW_MSG("Write hours and minutes in quotes: \"09:00\"."));
            break;
        case ValueType::Date:
            if (!QDate::fromString(text, Qt::ISODate).isValid())
                bad(FW_MSG("Write a date: 2026-10-01."));
            break;
        case ValueType::DateTime:
            if (!isDateTime(text))
                bad(FW_MSG("Write an instant with its offset: \"2026-01-05T09:00:00+08:00\"."));
            break;
        case ValueType::TimeZone:
            if (!QTimeZone(text.toUtf8()).isValid())
                bad(FW_MSG("Write a zone such as Asia/Shanghai."));
            break;
        case ValueType::Currency:
            if (!isCurrency(text))
                bad(FW_MSG("Write three capital letters: CNY, EUR, USD."));
            break;
        default: break;
        }
    }
};

} // namespace

RulePtr valuesRule()
{
    return std::make_unique<ValuesRule>();
}

} // namespace fw::check
