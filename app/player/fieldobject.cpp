#include "fieldobject.h"

#include "display.h"

namespace fw::player
{
namespace
{

QVariantMap choice(const QString& value, const QString& text)
{
    return {{QStringLiteral("value"), value}, {QStringLiteral("text"), text}};
}
const int mostFound = 30;

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
    if (m_info.type == u"multi_choice") {
        QStringList ids;
        for (const QJsonValue& id : value.toArray())
            ids.append(id.toString());
        return ids;
    }
    return value.isDouble() ? QString::number(value.toDouble(), 'g', 15) : value.toString();
}

QJsonValue FieldObject::toJson() const
{
    if (m_info.type == u"yes_no")
        return m_value.toBool();
    if (m_info.type == u"multi_choice")
        return QJsonArray::fromStringList(m_value.toStringList());
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
    if (m_info.type == u"multi_choice") {
        QStringList names;
        for (const QString& id : m_value.toStringList())
            names.append(m_info.option(id) ? m_info.option(id)->label : id);
        return names.join(m_app->formats().chinese() ? QStringLiteral("、") : QStringLiteral(", "));
    }
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
    const QVariant next = m_info.type == u"multi_choice" ? QVariant(value.toStringList())
                          : m_info.type == u"yes_no"     ? QVariant(value.toBool())
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
