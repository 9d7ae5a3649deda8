#include "fieldobject.h"

#include "display.h"
#include "model/feel/decimal.h"
#include "model/formats/regions.h"
#include "model/formats/richtext.h"

#include <QJsonDocument>

namespace fw::player
{
namespace
{

QVariantMap choice(const QString& value, const QString& text)
{
    return {{QStringLiteral("value"), value}, {QStringLiteral("text"), text}};
}
const int mostFound = 30;

/// Degrees without the zeros that only fill up.
QString plainPlace(const QString& degrees)
{
    const auto number = feel::Decimal::fromString(degrees);
    return number ? number->normalizedString() : degrees;
}

} // namespace

FieldObject::FieldObject(PlayerApp* app, const FieldInfo& info, QObject* parent)
    : QObject(parent), m_app(app), m_info(info), m_required(info.required), m_readOnly(info.readOnly)
{
    m_value = fromJson({});
    m_loaded = m_value;
}

QVariant FieldObject::fromJson(const QJsonValue& value) const
{
    if (m_info.type == u"yes_no")
        return value.toBool();
    if (m_info.isList()) {
        QStringList ids;
        for (const QJsonValue& id : value.toArray())
            ids.append(id.toString());
        return ids;
    }
    if (m_info.type == u"json" && (value.isObject() || value.isArray()))
        return QString::fromUtf8(QJsonDocument::fromVariant(value.toVariant()).toJson()).trimmed();
    if (m_info.type == u"location" && value.isObject())
        return plainPlace(value[u"lat"].toString()) + QStringLiteral(", ") + plainPlace(value[u"lon"].toString());
    return value.isDouble() ? QString::number(value.toDouble(), 'g', 15) : value.toString();
}

QJsonValue FieldObject::toJson() const
{
    if (m_info.type == u"yes_no")
        return m_value.toBool();
    if (m_info.isList())
        return m_value.toStringList().isEmpty() ? QJsonValue() : QJsonArray::fromStringList(m_value.toStringList());
    const QString text = m_value.toString().trimmed();
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QString FieldObject::unit() const
{
    if (m_info.type == u"percent")
        return QStringLiteral("%");
    if (m_info.type == u"money")
        return m_info.currency.isEmpty() && m_app ? m_app->description().currency : m_info.currency;
    return {};
}

QString FieldObject::text() const
{
    if (!m_app)
        return {};
    if (m_info.type == u"relation") {
        for (const QVariant& found : m_found) {
            if (found.toMap().value(QStringLiteral("value")) == m_value)
                return found.toMap().value(QStringLiteral("text")).toString();
        }
        return m_value.toString().isEmpty() ? QString() : m_display;
    }
    const QJsonValue value = toJson();
    return value.isNull() ? QString()
                          : displayText(m_info, value, m_info.derived() ? m_display : QString(), m_app->description(),
                                        m_app->formats());
}

QString FieldObject::words() const
{
    return m_info.capitals ? capitalNumerals(m_value.toString()) : QString();
}

QString FieldObject::html() const
{
    return formats::richTextHtml(m_value.toString());
}

FieldObject::Local FieldObject::local() const
{
    const QDateTime at = QDateTime::fromString(m_value.toString(), Qt::ISODateWithMs);
    if (!at.isValid() || !m_app)
        return {};
    const QDateTime there = at.toTimeZone(QTimeZone(m_app->description().timezone.toUtf8()));
    return {there.date().toString(Qt::ISODate),
            there.time().toString(there.time().second() ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"))};
}

void FieldObject::editLocal(const QString& day, const QString& clock)
{
    if (!m_app)
        return;
    const QDate date = QDate::fromString(day, Qt::ISODate);
    const QTime time = QTime::fromString(clock.isEmpty() ? QStringLiteral("00:00") : clock, Qt::ISODate);
    if (day.isEmpty() || !date.isValid() || !time.isValid()) {
        edit(day.isEmpty() ? QString() : QString(day + u' ' + clock)); // the form refuses it in words
        return;
    }
    const QDateTime at(date, time, QTimeZone(m_app->description().timezone.toUtf8()));
    edit(at.toOffsetFromUtc(at.offsetFromUtc()).toString(Qt::ISODate));
}

QVariantList FieldObject::steps() const
{
    if (m_info.type != u"region")
        return {};
    const formats::RegionDepth depth = formats::regionDepth(m_info.format);
    QVariantList steps;
    QString above;
    QStringList codes = formats::regionSteps(m_value.toString());
    codes << QString();
    for (const QString& code : codes) {
        QVariantList options;
        for (const formats::Region& region : formats::regionsIn(above, depth))
            options << choice(region.code, region.name);
        if (options.isEmpty())
            break;
        steps << QVariantMap{{QStringLiteral("code"), code}, {QStringLiteral("options"), options}};
        above = code;
    }
    return steps;
}

QVariantList FieldObject::options() const
{
    if (m_info.type == u"relation")
        return m_found;
    QVariantList options;
    for (const OptionInfo& option : m_info.options) {
        QVariantMap map = choice(option.id, option.label);
        map.insert(QStringLiteral("tone"), option.color);
        options.append(map);
    }
    if (m_info.type == u"user" && m_app) {
        for (const UserInfo& user : m_app->description().users)
            options.append(choice(user.id, user.name));
    }
    return options;
}

void FieldObject::edit(const QVariant& value)
{
    if (m_readOnly)
        return;
    const QVariant next = m_info.isList()            ? QVariant(value.toStringList())
                          : m_info.type == u"yes_no" ? QVariant(value.toBool())
                                                     : QVariant(value.toString());
    m_shown = true;
    if (next == m_value)
        return;
    m_value = next;
    m_changed = m_value != m_loaded;
    Q_EMIT valueChanged();
    Q_EMIT edited();
}

void FieldObject::find(const QString& text)
{
    if (!m_app || m_info.to.isEmpty())
        return;
    m_app->call(
        QStringLiteral("data.options"),
        {{QStringLiteral("table"), m_info.to}, {QStringLiteral("search"), text}, {QStringLiteral("limit"), mostFound}},
        this, [this](const client::Reply& reply) {
            const QString name = this->text(); // of the present choice, which the new list may lack
            m_found.clear();
            for (const QJsonValue& option : PlayerApp::rowsOf(reply))
                m_found.append(choice(option[u"id"].toString(), option[u"title"].toString()));
            m_display = name;
            Q_EMIT optionsChanged();
        });
}

void FieldObject::load(const QJsonValue& value, const QString& display)
{
    m_value = fromJson(value);
    m_loaded = m_value;
    m_display = display;
    m_changed = false;
    m_shown = false;
    m_problem.clear();
    Q_EMIT valueChanged();
    Q_EMIT errorChanged();
    if (m_info.type == u"relation" && display.isEmpty() && !m_value.toString().isEmpty())
        nameRelation();
}

/// A relation whose title did not come along: asked for by its id.
void FieldObject::nameRelation()
{
    if (!m_app)
        return;
    const QString id = m_value.toString();
    m_app->call(QStringLiteral("data.get"), {{QStringLiteral("table"), m_info.to}, {QStringLiteral("id"), id}}, this,
                [this, id](const client::Reply& reply) {
                    if (!reply.ok || m_value.toString() != id)
                        return;
                    m_display = reply.result[u"title"].toString();
                    Q_EMIT valueChanged();
                });
}

void FieldObject::compute(const QJsonValue& value, const QString& display)
{
    const QVariant next = fromJson(value);
    if (m_changed || (next == m_value && (display.isEmpty() || display == m_display)))
        return;
    m_value = next;
    m_loaded = next;
    m_display = display;
    Q_EMIT valueChanged();
    if (m_info.type == u"relation" && !next.toString().isEmpty())
        nameRelation();
}

void FieldObject::setState(bool visible, bool readOnly, bool required)
{
    readOnly = readOnly || m_info.readOnly;
    if (visible == m_visible && readOnly == m_readOnly && required == m_required)
        return;
    m_visible = visible;
    m_readOnly = readOnly;
    m_required = required;
    Q_EMIT stateChanged();
}

void FieldObject::setProblem(const QString& text, bool show)
{
    const QString before = error();
    m_problem = text;
    m_shown = m_shown || show;
    if (before != error())
        Q_EMIT errorChanged();
}

void FieldObject::describe(const FieldInfo& info)
{
    m_info = info;
    Q_EMIT described();
    Q_EMIT optionsChanged();
    Q_EMIT valueChanged();
}

} // namespace fw::player
