#include "scopefields.h"
#include "fileview.h"

#include <QCoreApplication>

namespace fw::studio
{

namespace
{

/// System columns as people know them.
const char* systemLabel(const QString& member)
{
    static const QHash<QString, const char*> labels{
        {QStringLiteral("created_at"), QT_TRANSLATE_NOOP("ScopeFields", "Created")},
        {QStringLiteral("created_by"), QT_TRANSLATE_NOOP("ScopeFields", "Created by")},
        {QStringLiteral("updated_at"), QT_TRANSLATE_NOOP("ScopeFields", "Changed")},
        {QStringLiteral("updated_by"), QT_TRANSLATE_NOOP("ScopeFields", "Changed by")},
        {QStringLiteral("at"), QT_TRANSLATE_NOOP("ScopeFields", "When")},
        {QStringLiteral("channel"), QT_TRANSLATE_NOOP("ScopeFields", "Channel")},
        {QStringLiteral("login"), QT_TRANSLATE_NOOP("ScopeFields", "Login")},
        {QStringLiteral("name"), QT_TRANSLATE_NOOP("ScopeFields", "Name")},
        {QStringLiteral("roles"), QT_TRANSLATE_NOOP("ScopeFields", "Roles")}};
    return labels.value(member, nullptr);
}

/// Members that are the store's business and no person's.
bool isHidden(const QString& member)
{
    return member == QLatin1String("id") || member == QLatin1String("version") || member == QLatin1String("deleted_at");
}

QString typeOf(const feel::Type& type)
{
    using Kind = feel::Type::Kind;
    switch (type.kind()) {
    case Kind::Number: return QStringLiteral("number");
    case Kind::String: return QStringLiteral("text");
    case Kind::Date: return QStringLiteral("date");
    case Kind::Time: return QStringLiteral("time");
    case Kind::DateTime: return QStringLiteral("datetime");
    case Kind::MonthDuration:
    case Kind::TimeDuration: return QStringLiteral("duration");
    case Kind::Boolean: return QStringLiteral("yes_no");
    case Kind::List: return QStringLiteral("choices");
    case Kind::Record:
        return type.recordName() == QLatin1String("user") ? QStringLiteral("user") : QStringLiteral("record");
    default: return {};
    }
}

QVariantList optionsOf(const yaml::Node& field, const schema::Names& names, const QString& member,
                       const QString& language)
{
    QVariantList options;
    const auto add = [&](const yaml::Node& item) {
        const QString id = item.isScalar() ? item.scalar : item[u"id"].string();
        const QString label = item.isMap() ? schema::labelOf(item).in(language) : QString();
        options << QVariantMap{{QStringLiteral("value"), id}, {QStringLiteral("text"), label.isEmpty() ? id : label}};
    };
    for (const yaml::Node& item : field[u"options"].items)
        add(item);
    const yaml::Node* scoring = names.scoring(field[u"scoring"].string());
    if (scoring && member.endsWith(QLatin1String("_stage"))) {
        for (const yaml::Node& item : (*scoring)[u"stages"].items)
            add(item);
        if ((*scoring)[u"fading"].isMap())
            add((*scoring)[u"fading"]);
    }
    if (scoring && member.endsWith(QLatin1String("_band")))
        for (const yaml::Node& item : (*scoring)[u"bands"].items)
            add(item);
    return options;
}

/// The field behind a member: itself, or the score that `intent_stage` is about.
const yaml::Node* fieldOf(const schema::Names& names, const QString& record, const QString& member)
{
    if (const yaml::Node* field = names.field(record, member))
        return field;
    for (const QLatin1String suffix : {QLatin1String("_stage"), QLatin1String("_band")})
        if (member.endsWith(suffix))
            return names.field(record, member.chopped(suffix.size()));
    return nullptr;
}

} // namespace

void ScopeFields::add(const schema::Types& types, const QString& record, const QString& member, const QString& prefix,
                      const QString& labelPrefix)
{
    const auto type = types.member(record, member);
    if (!type || isHidden(member) || (type->kind() == feel::Type::Kind::List && !types.names().field(record, member)))
        return; // lists of related records are for formulas
    const yaml::Node* field = fieldOf(types.names(), record, member);
    ScopeField found;
    found.path = prefix + member;
    QString label = field ? schema::labelOf(*field).in(m_language) : QString();
    if (field && (*field)[u"id"].string() != member) // a score's stage or band
        label += QLatin1Char(' ') + (member.endsWith(QLatin1String("_stage"))
                                         ? QCoreApplication::translate("ScopeFields", "(stage)")
                                         : QCoreApplication::translate("ScopeFields", "(band)"));
    if (const char* system = field ? nullptr : systemLabel(member))
        label = QCoreApplication::translate("ScopeFields", system);
    found.label = labelPrefix + (label.isEmpty() ? member : label);
    found.type = typeOf(*type);
    const QString written = field ? (*field)[u"type"].string() : QString();
    found.icon = fieldIcon(written.isEmpty() ? found.type : written);
    if (field)
        found.options = optionsOf(*field, types.names(), member, m_language);
    if (!found.options.isEmpty())
        found.type = found.type == QLatin1String("choices") ? QStringLiteral("choices") : QStringLiteral("choice");
    m_fields.push_back(std::move(found));
}

void ScopeFields::addRecord(const schema::Types& types, const QString& record, const QString& prefix,
                            const QString& labelPrefix, bool deep)
{
    const QStringList members = types.members(record);
    for (const QString& member : members)
        add(types, record, member, prefix, labelPrefix);
    if (!deep)
        return;
    for (const QString& member : members) {
        const yaml::Node* field = types.names().field(record, member);
        if (!field || (*field)[u"type"].string() != QLatin1String("relation"))
            continue;
        const QString label = schema::labelOf(*field).in(m_language);
        addRecord(types, (*field)[u"to"].string(), prefix + member + QLatin1Char('.'),
                  labelPrefix + (label.isEmpty() ? member : label) + QStringLiteral(" › "), false);
    }
}

ScopeFields::ScopeFields(const Session& session, const Address& address) : m_language(session.language())
{
    const schema::Types types(session.definition());
    schema::siteAt(session.definition(), address, [&](const schema::Site& site) {
        if (!site.key)
            return;
        m_names = schema::scopeNames(site.key->scope, site, types.names());
        m_expected = schema::expectedType(site, types);
    });
    if (!m_names.event.isEmpty())
        addRecord(types, m_names.event, QStringLiteral("event."),
                  QCoreApplication::translate("ScopeFields", "Event") + QStringLiteral(" › "), false);
    if (!m_names.record.isEmpty())
        addRecord(types, m_names.record, {}, {}, true);
    if (m_names.old && !m_names.record.isEmpty())
        addRecord(types, m_names.record, QStringLiteral("old."),
                  QCoreApplication::translate("ScopeFields", "Before") + QStringLiteral(" › "), false);
    for (const QString& setting : types.names().idsOf(schema::Target::Setting))
        add(types, QStringLiteral("settings"), setting, QStringLiteral("settings."),
            QCoreApplication::translate("ScopeFields", "Setting") + QStringLiteral(" › "));
}

const ScopeField* ScopeFields::find(const QString& path) const
{
    const auto it =
        std::find_if(m_fields.begin(), m_fields.end(), [&](const ScopeField& field) { return field.path == path; });
    return it == m_fields.end() ? nullptr : &*it;
}

} // namespace fw::studio
