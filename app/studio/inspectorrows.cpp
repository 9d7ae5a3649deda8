#include "inspector.h"

#include "model/schema/references.h"
#include "model/yaml/path.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

namespace fw::studio
{

using schema::Key;
using schema::ValueType;

namespace
{

QString tr(const char* text)
{
    return QCoreApplication::translate("Inspector", text);
}

/// Collects the rows of one element, maps inside it included.
class Rows
{
public:
    Rows(const Session& session)
        : m_session(session), m_definition(session.definition()), m_language(session.language())
    {
    }
    std::vector<Property> take() { return std::move(m_rows); }

    void addMap(const Address& map, int depth, const QString& group)
    {
        const schema::ShapeAt at = schema::shapeAt(m_definition, map);
        if (!at.shape)
            return;
        const yaml::Node& node = m_definition.node(map);
        if (!at.shape->oneOf.isEmpty())
            addAction(*at.shape, map, node, depth, group);
        for (const Key* key : at.keys) {
            if (key->name == QLatin1String("kind") || key->name == QLatin1String("format") ||
                key->type == ValueType::Free)
                continue;
            if (at.shape->oneOf.contains(key->name) && !node[key->name].exists())
                continue; // another action than the chosen one
            addKey(*key, map.child(key->name), node[key->name], depth, group);
        }
    }

private:
    QString groupLabel(const Key& key, const QString& outer) const
    {
        if (!outer.isEmpty())
            return outer;
        for (const schema::Group& group : schema::Schema::instance().groups())
            if (group.id == key.group)
                return group.label.in(m_language);
        return {};
    }

    Property property(const Key& key, const Address& address, const yaml::Node& node, int depth,
                      const QString& group) const
    {
        Property row;
        row.label = key.label.in(m_language);
        row.help = key.help.in(m_language);
        row.group = groupLabel(key, group);
        row.address = address.toString();
        row.depth = depth;
        row.required = key.required;
        row.changed =
            node.exists() && !key.required && key.name != QLatin1String("label") && key.name != QLatin1String("id");
        row.value = node.string(key.defaultText);
        row.fallback = key.defaultText;
        for (const schema::EnumValue& value : key.values)
            if (value.id == key.defaultText)
                row.fallback = value.label.in(m_language);
        return row;
    }

    QVariantList enumOptions(const Key& key) const
    {
        QVariantList options;
        for (const schema::EnumValue& value : key.values)
            options << QVariantMap{{QStringLiteral("value"), value.id},
                                   {QStringLiteral("text"), value.label.in(m_language)},
                                   {QStringLiteral("icon"), value.icon},
                                   {QStringLiteral("detail"), QString()}};
        return options;
    }

    QVariantList candidateOptions(const Address& map, const QString& key) const
    {
        QVariantList options;
        for (const schema::Candidate& candidate : schema::candidates(m_definition, map, key)) {
            const QString label = candidate.label.in(m_language);
            options << QVariantMap{{QStringLiteral("value"), candidate.id},
                                   {QStringLiteral("text"), label.isEmpty() ? candidate.id : label},
                                   {QStringLiteral("detail"), candidate.id}};
        }
        return options;
    }

    void addAction(const schema::Shape& shape, const Address& map, const yaml::Node& node, int depth,
                   const QString& group)
    {
        const Key* action = schema::actionOf(shape, node);
        Property row;
        row.editor = QStringLiteral("action");
        row.label = shape.label.in(m_language);
        row.group = action ? groupLabel(*action, group) : group;
        row.address = map.toString();
        row.depth = depth;
        row.value = action ? action->name : QString();
        for (const QString& name : shape.oneOf)
            if (const Key* key = shape.key(name))
                row.options << QVariantMap{{QStringLiteral("value"), name},
                                           {QStringLiteral("text"), key->label.in(m_language)}};
        m_rows.push_back(row);
    }

    void addKey(const Key& key, const Address& address, const yaml::Node& node, int depth, const QString& group)
    {
        Property row = property(key, address, node, depth, group);
        if (key.list) {
            addList(key, std::move(row), address, node);
            return;
        }
        if (key.type == ValueType::Shape || (key.type == ValueType::Duration && node.isMap())) {
            row.editor = QStringLiteral("shape");
            row.value = node.exists();
            m_rows.push_back(row);
            if (node.exists())
                addMap(address, depth + 1, row.group);
            return;
        }
        if (key.type == ValueType::FieldValues || key.type == ValueType::PointsMap) {
            addFieldValues(key, std::move(row), address, node);
            return;
        }
        row.editor = editorOf(key, row, address);
        if (row.editor == QLatin1String("local") || row.editor == QLatin1String("template"))
            row.value = localValue(node);
        else if (row.editor == QLatin1String("bool"))
            row.value = node.toBool(key.defaultText == QLatin1String("true"));
        m_rows.push_back(std::move(row));
    }

    QString editorOf(const Key& key, Property& row, const Address& address) const
    {
        switch (key.type) {
        case ValueType::Id: return QStringLiteral("id");
        case ValueType::LocalText: return QStringLiteral("local");
        case ValueType::LocalTemplate: return QStringLiteral("template");
        case ValueType::Bool: return QStringLiteral("bool");
        case ValueType::Integer:
        case ValueType::Decimal: return QStringLiteral("number");
        case ValueType::Duration: return QStringLiteral("duration");
        case ValueType::Expression:
            return key.scope.expected == schema::Expected::Boolean ? QStringLiteral("condition")
                                                                   : QStringLiteral("expression");
        case ValueType::Value: addType(row, address); return QStringLiteral("value");
        case ValueType::Enum: row.options = enumOptions(key); return QStringLiteral("choice");
        case ValueType::Color: row.options = enumOptions(key); return QStringLiteral("colour");
        case ValueType::Icon: return QStringLiteral("icon");
        case ValueType::TimeOfDay: return QStringLiteral("time");
        case ValueType::Date: return QStringLiteral("date");
        case ValueType::DateTime: return QStringLiteral("datetime");
        case ValueType::TimeZone: row.options = timeZones(); return QStringLiteral("choice");
        case ValueType::Reference:
            row.options = candidateOptions(address.parent(), key.name);
            return QStringLiteral("choice");
        case ValueType::Literal: addType(row, address); return QStringLiteral("value");
        case ValueType::Currency: row.options = currencies(); return QStringLiteral("choice");
        case ValueType::Language:
            row.options = key.values.empty() ? candidateOptions(address.parent(), key.name) : enumOptions(key);
            return row.options.isEmpty() ? QStringLiteral("text") : QStringLiteral("choice");
        default: return key.name == QLatin1String("note") ? QStringLiteral("longtext") : QStringLiteral("text");
        }
    }

    /// What kind of value is wanted: that of the field it is for.
    void addType(Property& row, const Address& address) const
    {
        if (!m_types)
            m_types = std::make_unique<schema::Types>(m_definition);
        schema::siteAt(m_definition, address, [&](const schema::Site& site) {
            const yaml::Node* field = schema::typedByField(site, m_types->names());
            if (!field && site.key->scope.expected == schema::Expected::Number)
                row.type = QStringLiteral("number");
            if (!field)
                return;
            row.type = (*field)[u"type"].string();
            row.unit = (*field)[u"currency"].string((*field)[u"unit"].string());
            for (const yaml::Node& option : (*field)[u"options"].items) {
                const QString id = option.isScalar() ? option.scalar : option[u"id"].string();
                const QString label = option.isMap() ? schema::labelOf(option).in(m_language) : id;
                row.options << QVariantMap{{QStringLiteral("value"), id}, {QStringLiteral("text"), label}};
            }
        });
    }

    static QVariantList timeZones()
    {
        QVariantList options;
        for (const QByteArray& id : QTimeZone::availableTimeZoneIds())
            if (id.contains('/') && !id.startsWith("Etc/") && !id.startsWith("posix"))
                options << QVariantMap{
                    {QStringLiteral("value"), QString::fromLatin1(id)},
                    {QStringLiteral("text"), QString::fromLatin1(id).replace(QLatin1Char('_'), QLatin1Char(' '))}};
        return options;
    }

    /// ISO 4217 codes of the countries Qt knows.
    static QVariantList currencies()
    {
        QMap<QString, QString> codes;
        for (const QLocale& locale :
             QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory))
            if (const QString code = locale.currencySymbol(QLocale::CurrencyIsoCode); !code.isEmpty()) {
                // In English where Qt has English for that country, else as the country itself calls it.
                const QLocale english(QLocale::English, locale.territory());
                const bool known = english.territory() == locale.territory();
                if (known || codes.value(code).isEmpty())
                    codes.insert(code, (known ? english : locale).currencySymbol(QLocale::CurrencyDisplayName));
            }
        QVariantList options;
        for (auto it = codes.begin(); it != codes.end(); ++it)
            options << QVariantMap{{QStringLiteral("value"), it.key()},
                                   {QStringLiteral("text"),
                                    it.value().isEmpty() ? it.key() : it.key() + QStringLiteral(" – ") + it.value()}};
        return options;
    }

    QVariant localValue(const yaml::Node& node) const
    {
        QVariantMap texts;
        const LocalText text = schema::localText(node);
        const QStringList languages = m_session.appLanguages();
        for (const QString& language : languages)
            texts.insert(language, node.isScalar() ? (language == languages.first() ? node.scalar : QString())
                                                   : text.texts().value(language));
        return texts;
    }

    void addList(const Key& key, Property row, const Address& address, const yaml::Node& node)
    {
        if (key.type == ValueType::Shape) {
            row.editor = QStringLiteral("list");
            for (int i = 0; i < int(node.items.size()); ++i) {
                const Address item = address.child(yaml::stepOf(node, i));
                row.options << QVariantMap{{QStringLiteral("address"), item.toString()},
                                           {QStringLiteral("text"), m_session.titleOf(item)}};
            }
            row.value = int(node.items.size());
            m_rows.push_back(std::move(row));
            return;
        }
        row.editor = QStringLiteral("tags");
        row.options = key.values.empty() ? candidateOptions(address.parent(), key.name) : enumOptions(key);
        QVariantList values;
        for (const yaml::Node& item : node.items)
            values << item.scalar;
        row.value = values;
        m_rows.push_back(std::move(row));
    }

    void addFieldValues(const Key& key, Property row, const Address& address, const yaml::Node& node)
    {
        const QVariantList candidates = candidateOptions(address.parent(), key.name);
        row.editor = QStringLiteral("addfield");
        for (const QVariant& candidate : candidates)
            if (!node[candidate.toMap()[QStringLiteral("value")].toString()].exists())
                row.options << candidate;
        m_rows.push_back(row);
        for (const yaml::Entry& entry : node.entries) {
            Property value;
            value.editor = key.type == ValueType::PointsMap ? QStringLiteral("number") : QStringLiteral("value");
            if (key.type == ValueType::FieldValues)
                addType(value, address.child(entry.key));
            value.group = row.group;
            value.label = entry.key;
            for (const QVariant& candidate : candidates)
                if (candidate.toMap()[QStringLiteral("value")] == entry.key)
                    value.label = candidate.toMap()[QStringLiteral("text")].toString();
            value.value = entry.value.string();
            value.address = address.child(entry.key).toString();
            value.depth = row.depth + 1;
            value.changed = true;
            m_rows.push_back(std::move(value));
        }
    }

    const Session& m_session;
    const Definition& m_definition;
    QString m_language;
    mutable std::unique_ptr<schema::Types> m_types; ///< made when the first typed value is met
    std::vector<Property> m_rows;
};

} // namespace

std::vector<Property> propertiesOf(const Session& session, const Address& element)
{
    Rows rows(session);
    rows.addMap(element, 0, {});
    std::vector<Property> list = rows.take();
    QStringList order;
    for (const schema::Group& group : schema::Schema::instance().groups())
        order << group.label.in(session.language());
    std::stable_sort(list.begin(), list.end(), [&](const Property& a, const Property& b) {
        return order.indexOf(a.group) < order.indexOf(b.group);
    });
    return list;
}

/// Whether a row can be edited for several elements at once.
static bool isShared(const Property& row)
{
    static const QStringList own{QStringLiteral("id"),      QStringLiteral("list"),     QStringLiteral("shape"),
                                 QStringLiteral("action"),  QStringLiteral("addfield"), QStringLiteral("local"),
                                 QStringLiteral("template")};
    return row.depth == 0 && !own.contains(row.editor);
}

std::vector<Property> commonProperties(const Session& session, const QList<Address>& elements)
{
    std::vector<Property> common;
    for (const Address& element : elements) {
        std::vector<Property> rows = propertiesOf(session, element);
        const auto keyOf = [](const Property& row) { return Address::parse(row.address).last(); };
        if (element == elements.first()) {
            std::erase_if(rows, [](const Property& row) { return !isShared(row); });
            common = std::move(rows);
            continue;
        }
        std::erase_if(common, [&](Property& row) {
            const auto other = std::find_if(rows.begin(), rows.end(), [&](const Property& each) {
                return each.editor == row.editor && each.depth == 0 && keyOf(each) == keyOf(row);
            });
            if (other == rows.end())
                return true;
            row.mixed = row.mixed || other->value != row.value;
            row.changed = row.changed || other->changed;
            row.options.removeIf([&](const QVariant& option) { return !other->options.contains(option); });
            return false;
        });
    }
    // The rows' addresses are those of the element selected last.
    const QStringList prefix = elements.isEmpty() ? QStringList() : elements.last().path;
    for (Property& row : common)
        row.address =
            Address{elements.last().file, prefix + QStringList{Address::parse(row.address).last()}}.toString();
    return common;
}

QString durationWords(const QString& iso)
{
    if (!iso.startsWith(QLatin1Char('P')))
        return iso;
    QStringList words;
    QString number;
    bool time = false;
    for (const QChar letter : iso.mid(1)) {
        if (letter == QLatin1Char('T')) {
            time = true;
            continue;
        }
        if (letter.isDigit() || letter == QLatin1Char('.')) {
            number += letter;
            continue;
        }
        const char* unit = letter == QLatin1Char('Y')   ? QT_TRANSLATE_NOOP("Inspector", "%1 y")
                           : letter == QLatin1Char('W') ? QT_TRANSLATE_NOOP("Inspector", "%1 weeks")
                           : letter == QLatin1Char('D') ? QT_TRANSLATE_NOOP("Inspector", "%1 days")
                           : letter == QLatin1Char('H') ? QT_TRANSLATE_NOOP("Inspector", "%1 h")
                           : letter == QLatin1Char('S') ? QT_TRANSLATE_NOOP("Inspector", "%1 s")
                           : time                       ? QT_TRANSLATE_NOOP("Inspector", "%1 min")
                                                        : QT_TRANSLATE_NOOP("Inspector", "%1 months");
        const char* one = letter == QLatin1Char('D')            ? QT_TRANSLATE_NOOP("Inspector", "1 day")
                          : letter == QLatin1Char('W')          ? QT_TRANSLATE_NOOP("Inspector", "1 week")
                          : letter == QLatin1Char('M') && !time ? QT_TRANSLATE_NOOP("Inspector", "1 month")
                                                                : nullptr;
        words << (one && number == QLatin1String("1") ? tr(one) : tr(unit).arg(number));
        number.clear();
    }
    return words.join(QLatin1Char(' '));
}

} // namespace fw::studio
