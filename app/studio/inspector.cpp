#include "inspector.h"

#include "expressioncheck.h"
#include "model/schema/references.h"

namespace fw::studio
{

Inspector::Inspector(Session& session, const ProblemList& problems) : m_session(session), m_problems(problems)
{
    const auto refresh = [this] {
        m_address = m_session.selection();
        rebuild();
        Q_EMIT targetChanged();
    };
    connect(&session, &Session::selectionChanged, this, refresh);
    connect(&session, &Session::edited, this, refresh);
    connect(&session, &Session::languageChanged, this, refresh);
    connect(&problems, &ProblemList::counted, this, [this] { rebuild(); });
}

QString Inspector::engine() const
{
    const schema::Kind* kind = schema::Schema::instance().kindOfPath(m_address.file);
    return kind ? kind->engine : QString();
}

QString Inspector::help() const
{
    QStringList lines;
    const schema::ShapeAt at = schema::shapeAt(m_session.definition(), m_address);
    const QString language = m_session.language();
    const schema::Kind* kind = schema::Schema::instance().kindOfPath(m_address.file);
    if (kind && m_address.path.isEmpty())
        lines << kind->help.in(language);
    if (at.shape && !at.shape->help.in(language).isEmpty())
        lines << at.shape->help.in(language);
    for (const schema::Key* key : at.keys)
        if (!key->help.in(language).isEmpty())
            lines << tr("%1: %2").arg(key->label.in(language), key->help.in(language));
    return lines.join(QStringLiteral("\n\n"));
}

void Inspector::setFilter(const QString& filter)
{
    m_filter = filter;
    rebuild();
    Q_EMIT targetChanged();
}

void Inspector::rebuild()
{
    std::vector<Property> rows;
    if (m_session.isOpen() && m_session.definition().node(m_address).isMap())
        rows = propertiesOf(m_session, m_address);
    for (Property& row : rows)
        if (row.editor != QLatin1String("shape") && row.editor != QLatin1String("list") &&
            row.editor != QLatin1String("action"))
            row.error = m_problems.at(Address::parse(row.address));
    if (!m_filter.isEmpty())
        std::erase_if(rows, [&](const Property& row) { return !row.label.contains(m_filter, Qt::CaseInsensitive); });

    const bool same = rows.size() == m_rows.size() &&
                      std::equal(rows.begin(), rows.end(), m_rows.begin(), [](const Property& a, const Property& b) {
                          return a.address == b.address && a.editor == b.editor;
                      });
    if (!same) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    // The same editors: only tell which changed, so that the one being typed into keeps its focus.
    for (int i = 0; i < int(rows.size()); ++i) {
        if (rows[size_t(i)] == m_rows[size_t(i)])
            continue;
        m_rows[size_t(i)] = rows[size_t(i)];
        Q_EMIT dataChanged(index(i), index(i));
    }
}

QVariant Inspector::data(const QModelIndex& index, int role) const
{
    if (index.row() < 0 || index.row() >= int(m_rows.size()))
        return {};
    const Property& row = m_rows[size_t(index.row())];
    switch (role) {
    case Editor: return row.editor;
    case Group: return row.group;
    case Label: return row.label;
    case Help: return row.help;
    case Value: return row.value;
    case Options: return row.options;
    case AddressRole: return row.address;
    case Fallback: return row.fallback;
    case Error: return row.error;
    case Unit: return row.unit;
    case Changed: return row.changed;
    case Required: return row.required;
    case Depth: return row.depth;
    }
    return {};
}

QHash<int, QByteArray> Inspector::roleNames() const
{
    return {{Editor, "editor"},   {Group, "group"},         {Label, "label"},       {Help, "help"},   {Value, "value"},
            {Options, "options"}, {AddressRole, "address"}, {Fallback, "fallback"}, {Error, "error"}, {Unit, "unit"},
            {Changed, "changed"}, {Required, "mandatory"},  {Depth, "depth"}};
}

bool Inspector::set(int row, const QVariant& value)
{
    if (row < 0 || row >= int(m_rows.size()))
        return false;
    const Address address = Address::parse(m_rows[size_t(row)].address);
    const schema::Key* key = schema::keyAt(m_session.definition(), address);
    if (value.typeId() == QMetaType::Bool) {
        const bool on = value.toBool();
        if (key && on == (key->defaultText == QLatin1String("true")) && !key->required)
            return m_session.reset(address); // definition-format.md, rule 5: defaults are not written
        return m_session.set(address, yaml::Node::boolean(on));
    }
    const QString text = value.toString();
    if (text.isEmpty() || (key && text == key->defaultText && !key->required))
        return m_session.reset(address);
    const bool word = key && (key->type == schema::ValueType::Integer || key->type == schema::ValueType::Decimal ||
                              key->type == schema::ValueType::Enum || key->type == schema::ValueType::Duration ||
                              key->type == schema::ValueType::Reference || key->type == schema::ValueType::Color ||
                              key->type == schema::ValueType::Date);
    return m_session.set(address, word ? yaml::Node::plain(text) : yaml::Node::text(text));
}

bool Inspector::setText(int row, const QString& language, const QString& text)
{
    return row >= 0 && row < int(m_rows.size()) && m_session.setLocal(m_rows[size_t(row)].address, language, text);
}

bool Inspector::reset(int row)
{
    return row >= 0 && row < int(m_rows.size()) && m_session.reset(Address::parse(m_rows[size_t(row)].address));
}

bool Inspector::addTag(int row, const QString& value)
{
    if (row < 0 || row >= int(m_rows.size()) || value.isEmpty())
        return false;
    const Address address = Address::parse(m_rows[size_t(row)].address);
    yaml::Node list = m_session.definition().node(address);
    if (!list.isSequence())
        list = yaml::Node::sequence({}, yaml::Style::Flow);
    for (const yaml::Node& item : list.items)
        if (item.scalar == value)
            return false;
    list.items.push_back(yaml::Node::text(value));
    return m_session.set(address, list);
}

bool Inspector::removeTag(int row, int index)
{
    if (row < 0 || row >= int(m_rows.size()))
        return false;
    const Address address = Address::parse(m_rows[size_t(row)].address);
    yaml::Node list = m_session.definition().node(address);
    if (index < 0 || index >= int(list.items.size()))
        return false;
    list.items.erase(list.items.begin() + index);
    return list.items.empty() ? m_session.reset(address) : m_session.set(address, list);
}

namespace
{
/// A value to begin with for one key of a new map.
yaml::Node freshValue(const Definition& definition, const Address& map, const schema::Key& key)
{
    using schema::ValueType;
    if (!key.defaultText.isEmpty())
        return yaml::Node::plain(key.defaultText);
    if (!key.values.empty())
        return yaml::Node::plain(key.values.front().id);
    switch (key.type) {
    case ValueType::Integer:
    case ValueType::Decimal: return yaml::Node::plain(QString::number(key.least.value_or(1)));
    case ValueType::Duration: return yaml::Node::plain(QStringLiteral("P1D"));
    case ValueType::Reference: {
        const QList<schema::Candidate> candidates = schema::candidates(definition, map, key.name);
        return yaml::Node::plain(candidates.isEmpty() ? QString() : candidates.first().id);
    }
    default: return yaml::Node::text(QString());
    }
}

/// A map with what the schema requires in it, for a key that has a map as its value.
yaml::Node freshMap(const Definition& definition, const Address& address)
{
    const schema::Key* key = schema::keyAt(definition, address);
    const schema::Shape* shape = key ? schema::Schema::instance().shape(key->shape) : nullptr;
    std::vector<yaml::Entry> entries;
    if (shape)
        for (const schema::Key& inner : shape->keys)
            if ((inner.required && inner.applies.key.isEmpty()) ||
                (!shape->oneOf.isEmpty() && shape->oneOf.first() == inner.name))
                entries.push_back({inner.name, freshValue(definition, address, inner), {}});
    return yaml::Node::map(std::move(entries), yaml::Style::Flow);
}
} // namespace

bool Inspector::addShape(int row)
{
    if (row < 0 || row >= int(m_rows.size()))
        return false;
    const Address address = Address::parse(m_rows[size_t(row)].address);
    return m_session.set(address, freshMap(m_session.definition(), address));
}

QVariantList Inspector::variants(int row) const
{
    QVariantList list;
    if (row < 0 || row >= int(m_rows.size()))
        return list;
    for (const schema::Variant& variant :
         schema::variants(m_session.definition(), Address::parse(m_rows[size_t(row)].address)))
        list << QVariantMap{{QStringLiteral("value"), variant.id},
                            {QStringLiteral("text"), variant.label.in(m_session.language())},
                            {QStringLiteral("icon"), variant.icon}};
    return list;
}

bool Inspector::setAction(int row, const QString& action)
{
    if (row < 0 || row >= int(m_rows.size()))
        return false;
    const Address element = Address::parse(m_rows[size_t(row)].address);
    const schema::ShapeAt at = schema::shapeAt(m_session.definition(), element);
    const yaml::Node& now = m_session.definition().node(element);
    if (!at.shape || now[action].exists())
        return false;
    yaml::Node fresh = schema::freshElement(m_session.definition(), element.parent(), action);
    std::vector<yaml::Entry> kept;
    for (const yaml::Entry& entry : now.entries)
        if (entry.key == QLatin1String("id") || entry.key == QLatin1String("label") ||
            entry.key == QLatin1String("note"))
            kept.push_back(entry);
    for (yaml::Entry& entry : fresh.entries)
        if (entry.key != QLatin1String("id") && entry.key != QLatin1String("label"))
            kept.push_back(std::move(entry));
    return m_session.set(element, yaml::Node::map(std::move(kept), now.style));
}

bool Inspector::addFieldValue(int row, const QString& field)
{
    if (row < 0 || row >= int(m_rows.size()) || field.isEmpty())
        return false;
    return m_session.set(Address::parse(m_rows[size_t(row)].address).child(field), yaml::Node::text(QString()));
}

QVariantMap Inspector::check(int row, const QString& text) const
{
    if (row < 0 || row >= int(m_rows.size()))
        return {};
    return checkExpression(m_session.definition(), Address::parse(m_rows[size_t(row)].address), text);
}

QVariantList Inspector::complete(int row, const QString& text, int cursor) const
{
    if (row < 0 || row >= int(m_rows.size()))
        return {};
    return completeExpression(m_session, Address::parse(m_rows[size_t(row)].address), text, cursor);
}

} // namespace fw::studio
