#include "display.h"

#include "model/formats/codes.h"
#include "model/formats/regions.h"
#include "model/formats/richtext.h"
#include "runtime/engine/environment.h"
#include "runtime/records/reader.h"
#include "runtime/records/values.h"
#include "runtime/store/recordsql.h"
#include "runtime/store/users.h"

namespace fw::client
{

Display::Display(store::Connection& connection, const plan::Plan& plan, QString language)
    : m_connection(connection), m_plan(plan), m_language(std::move(language))
{
}

QString Display::userName(const QString& id)
{
    auto it = m_names.constFind(id);
    if (it == m_names.constEnd()) {
        const auto user = store::findUser(m_connection, id);
        it = m_names.insert(id, user ? user->name : QString());
    }
    return *it;
}

QString Display::recordTitle(const QString& tableId, const QString& id)
{
    if (const auto it = m_names.constFind(id); it != m_names.constEnd())
        return *it;
    const plan::Table* table = m_plan.findTable(tableId);
    const auto record = table ? records::load(m_connection, m_plan, *table, id, true) : nullptr;
    QString title;
    if (record && m_seen && !m_seen(*table, record)) {
        title = Message(FW_MSG("(not visible to you)")).text();
    } else if (record) {
        const engine::SubjectEnvironment environment(m_connection, m_plan, 0, id);
        const feel::Value value =
            records::Evaluation(m_connection, m_plan, environment).setRecord(record)(table->title);
        title = value.isNull() ? QString() : value.toText();
    }
    m_names.insert(id, title);
    return title;
}

QString Display::number(const feel::Decimal& value, int decimals) const
{
    // Grouped by hand from the exact text: QLocale would take a double.
    const auto rounded = value.rounded(decimals, feel::Rounding::HalfUp).value_or(value);
    QString text = rounded.abs().toString();
    const qsizetype point = text.indexOf(u'.');
    QString whole = text.left(point < 0 ? text.size() : point);
    QString fraction = point < 0 ? QString() : text.mid(point + 1);
    for (qsizetype i = whole.size() - 3; i > 0; i -= 3)
        whole.insert(i, u',');
    fraction = fraction.leftJustified(decimals, u'0', true);
    const QString sign = rounded.isNegative() ? QStringLiteral("-") : QString();
    return decimals > 0 ? sign + whole + u'.' + fraction : sign + whole;
}

QString Display::iso(Instant instant) const
{
    return QDateTime::fromMSecsSinceEpoch(instant, m_plan.zone).toString(Qt::ISODateWithMs);
}

QString Display::instant(Instant instant) const
{
    return QDateTime::fromMSecsSinceEpoch(instant, m_plan.zone).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

static QString optionLabel(const plan::Field& field, const QString& id, const QString& language)
{
    const auto it = std::find_if(field.options.begin(), field.options.end(),
                                 [&](const plan::Option& option) { return option.id == id; });
    return it == field.options.end() ? id : it->label.in(language);
}

QString Display::text(const plan::Field& field, const feel::Value& value)
{
    using Kind = feel::Value::Kind;
    if (value.isNull())
        return {};
    switch (field.type) {
    case plan::FieldType::Choice:
    case plan::FieldType::ScoreStage:
    case plan::FieldType::ScoreBand: return optionLabel(field, value.toText(), m_language);
    case plan::FieldType::User: return userName(value.toText());
    case plan::FieldType::Relation: return recordTitle(field.relationTo, value.toText());
    case plan::FieldType::Region: return formats::regionNames(value.toText()).join(QStringLiteral(" / "));
    case plan::FieldType::RichText: return formats::richTextPlain(value.toText());
    case plan::FieldType::Rating: {
        const auto stars = static_cast<qsizetype>(value.number().toInt64().value_or(0));
        return QString(stars, u'★') + QString(std::max<qsizetype>(0, field.most - stars), u'☆');
    }
    case plan::FieldType::Location:
        return formats::shownLocation({value.entry(u"lat")->number(), value.entry(u"lon")->number()}, chinese());
    case plan::FieldType::DateRange:
        return store::rangeText(value).replace(u'/', chinese() ? QStringLiteral(" 至 ") : QStringLiteral(" – "));
    case plan::FieldType::Json: return records::toText(field, value);
    case plan::FieldType::Duration: return formats::shownDuration(value.toText(), chinese());
    case plan::FieldType::YesNo: // in the reader's language, whatever the program's own is
        return value.isTrue() ? (chinese() ? QStringLiteral("是") : QStringLiteral("Yes"))
                              : (chinese() ? QStringLiteral("否") : QStringLiteral("No"));
    default: break;
    }
    switch (value.kind()) {
    case Kind::Number: {
        const QString digits = number(value.number(), field.decimals);
        if (field.type == plan::FieldType::Money && field.currency == QLatin1String("CNY"))
            return QStringLiteral("¥") + digits;
        return field.type == plan::FieldType::Percent ? digits + u'%' : digits;
    }
    case Kind::DateTime: return instant(value.dateTime().toEpochMillis(m_plan.zone));
    case Kind::List: {
        QStringList labels;
        for (const feel::Value& item : value.items())
            labels << optionLabel(field, item.toText(), m_language);
        return labels.join(chinese() ? QStringLiteral("、") : QStringLiteral(", "));
    }
    default: return value.toText();
    }
}

} // namespace fw::client
