#include "inspector.h"

#include "expressioncheck.h"
#include "model/schema/references.h"
#include "scopefields.h"

namespace fw::studio
{

Inspector::Inspector(Session& session, const ProblemList& problems) : m_session(session), m_problems(problems)
{
    const auto refresh = [this] {
        m_address = m_session.selection();
        m_targets = m_session.selectedAll();
        rebuild();
        Q_EMIT targetChanged();
    };
    connect(&session, &Session::selectionChanged, this, refresh);
    connect(&session, &Session::edited, this, refresh);
    connect(&session, &Session::languageChanged, this, refresh);
    connect(&problems, &ProblemList::counted, this, [this] { rebuild(); });
}

QString Inspector::title() const
{
    return m_targets.size() > 1 ? tr("%1 elements").arg(m_targets.size()) : m_session.titleOf(m_address);
}

QString Inspector::sort() const
{
    if (m_targets.size() < 2)
        return m_session.sortOf(m_address);
    QStringList sorts;
    for (const Address& target : m_targets)
        if (const QString sort = m_session.sortOf(target); !sorts.contains(sort))
            sorts << sort;
    return sorts.join(QStringLiteral(", "));
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
        rows = m_targets.size() > 1 ? commonProperties(m_session, m_targets) : propertiesOf(m_session, m_address);
    for (Property& row : rows)
        if (row.editor != QLatin1String("shape") && row.editor != QLatin1String("list") &&
            row.editor != QLatin1String("action"))
            row.error = m_problems.at(Address::parse(row.address));
    if (!m_filter.isEmpty())
        std::erase_if(rows, [&](const Property& row) {
            return !row.label.contains(m_filter, Qt::CaseInsensitive) &&
                   !row.help.contains(m_filter, Qt::CaseInsensitive) &&
                   !row.address.section(QLatin1Char('/'), -1).contains(m_filter, Qt::CaseInsensitive);
        });
    for (size_t i = 0; i < rows.size(); ++i)
        rows[i].first = i == 0 || rows[i].group != rows[i - 1].group;

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
    case Type: return row.type;
    case Mixed: return row.mixed;
    case First: return row.first;
    }
    return {};
}

QHash<int, QByteArray> Inspector::roleNames() const
{
    return {{Editor, "editor"}, {Group, "group"},     {Label, "label"},         {Help, "help"},
            {Value, "value"},   {Options, "options"}, {AddressRole, "address"}, {Fallback, "fallback"},
            {Error, "error"},   {Unit, "unit"},       {Changed, "changed"},     {Required, "mandatory"},
            {Depth, "depth"},   {Type, "valueType"},  {Mixed, "mixed"},         {First, "first"}};
}

const Property* Inspector::rowAt(int row) const
{
    return row < 0 || row >= int(m_rows.size()) ? nullptr : &m_rows[size_t(row)];
}

/// Does the same to the key of a row in every element that is edited, as one undo step.
bool Inspector::change(int row, const Change& change)
{
    const Property* property = rowAt(row);
    if (!property || !m_session.isOpen())
        return false;
    const Address address = Address::parse(property->address);
    if (m_targets.size() < 2 || !address.isInside(m_address))
        return change(address);
    const QStringList below = address.path.mid(m_address.path.size());
    Document::Transaction transaction(
        m_session.document(),
        Message(FW_MSG("Change %1 of %2 elements"), {property->label, QString::number(m_targets.size())}));
    for (const Address& target : std::as_const(m_targets))
        if (!change(Address{target.file, target.path + below}))
            return false;
    transaction.commit();
    return true;
}

bool Inspector::setAt(const Address& address, const QVariant& value)
{
    const schema::Key* key = schema::keyAt(m_session.definition(), address);
    const auto reset = [&] { return !m_session.definition().node(address).exists() || m_session.reset(address); };
    if (value.typeId() == QMetaType::Bool) {
        const bool on = value.toBool();
        if (key && on == (key->defaultText == QLatin1String("true")) && !key->required)
            return reset(); // definition-format.md, rule 5: defaults are not written
        return m_session.set(address, yaml::Node::boolean(on));
    }
    const QString text = value.toString();
    if (text.isEmpty() || (key && text == key->defaultText && !key->required))
        return reset();
    const bool word = key && (key->type == schema::ValueType::Integer || key->type == schema::ValueType::Decimal ||
                              key->type == schema::ValueType::Enum || key->type == schema::ValueType::Duration ||
                              key->type == schema::ValueType::Reference || key->type == schema::ValueType::Color ||
                              key->type == schema::ValueType::Date || key->type == schema::ValueType::Icon);
    return m_session.set(address, word ? yaml::Node::plain(text) : yaml::Node::text(text));
}

bool Inspector::set(int row, const QVariant& value)
{
    return change(row, [&](const Address& address) { return setAt(address, value); });
}

bool Inspector::setText(int row, const QString& language, const QString& text)
{
    return change(row, [&](const Address& address) { return m_session.setLocal(address.toString(), language, text); });
}

bool Inspector::reset(int row)
{
    return change(row, [&](const Address& address) {
        return !m_session.definition().node(address).exists() || m_session.reset(address);
    });
}

bool Inspector::addTag(int row, const QString& value)
{
    return !value.isEmpty() && change(row, [&](const Address& address) {
        yaml::Node list = m_session.definition().node(address);
        if (!list.isSequence())
            list = yaml::Node::sequence({}, yaml::Style::Flow);
        for (const yaml::Node& item : list.items)
            if (item.scalar == value)
                return m_targets.size() > 1; // some have it already
        list.items.push_back(yaml::Node::text(value));
        return m_session.set(address, list);
    });
}

bool Inspector::removeTag(int row, int index)
{
    const Property* property = rowAt(row);
    if (!property)
        return false;
    const yaml::Node& first = m_session.definition().node(Address::parse(property->address));
    if (index < 0 || index >= int(first.items.size()))
        return false;
    const QString value = first.items[size_t(index)].scalar;
    return change(row, [&](const Address& address) {
        yaml::Node list = m_session.definition().node(address);
        std::erase_if(list.items, [&](const yaml::Node& item) { return item.scalar == value; });
        return list.items.empty() ? m_session.reset(address) : m_session.set(address, list);
    });
}

QVariantList Inspector::fields(int row) const
{
    QVariantList list;
    const Property* property = rowAt(row);
    if (!property)
        return list;
    const ScopeFields scope(m_session, Address::parse(property->address));
    for (const ScopeField& field : scope.all())
        list << QVariantMap{{QStringLiteral("value"), field.path},
                            {QStringLiteral("text"), field.label},
                            {QStringLiteral("icon"), field.icon}};
    return list;
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
