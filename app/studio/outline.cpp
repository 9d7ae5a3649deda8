#include "outline.h"
#include "app/common/pinyin.h"
#include "fileview.h"

#include "model/yaml/path.h"

namespace fw::studio
{

namespace
{

const QString elementPrefix = QStringLiteral("element:");

/// Lists that are no part of what a person builds.
bool isShown(const schema::Key& key)
{
    return key.list && key.type == schema::ValueType::Shape && key.group != QLatin1String("notes");
}

/// The icon of an element by its type or action.
QString iconOf(const schema::Shape& shape, const yaml::Node& node)
{
    if (!shape.discriminator.isEmpty()) {
        const schema::Key* type = shape.key(shape.discriminator);
        return fieldIcon(node[shape.discriminator].string(type ? type->defaultText : QString()));
    }
    if (const schema::Key* action = schema::actionOf(shape, node))
        return action->name;
    return node[u"section"].exists() ? QStringLiteral("group")
           : node[u"field"].exists() ? QStringLiteral("field")
                                     : QString();
}

} // namespace

QString engineOf(const QString& kindId)
{
    const schema::Kind* kind = schema::Schema::instance().kind(kindId);
    return kind ? kind->engine : QString();
}

Outline::Outline(Session& session) : m_session(session)
{
    connect(&session, &Session::edited, this, &Outline::rebuild);
    connect(&session, &Session::documentChanged, this, [this] {
        m_turned.clear();
        rebuild();
    });
    connect(&session, &Session::languageChanged, this, &Outline::rebuild);
}

// --- rows ------------------------------------------------------------------------------------------------------------

bool Outline::isUnfolded(const QString& key, bool byDefault) const
{
    return !m_filter.isEmpty() || m_turned.contains(key) != byDefault;
}

bool Outline::matches(const Row& row) const
{
    return m_filter.isEmpty() || matchRank(row.label, m_filter) > 1 ||
           matchRank(row.address.path.isEmpty() ? row.path.section(QLatin1Char('/'), -1) : row.address.last(),
                     m_filter) > 2;
}

void Outline::addElement(Rows& rows, const schema::Kind& kind, const Address& address, const schema::Key& key,
                         int depth) const
{
    const yaml::Node& node = m_session.definition().node(address);
    const schema::Shape* shape = schema::Schema::instance().shape(key.shape);
    Row row;
    row.label = m_session.titleOf(address);
    row.icon = shape ? iconOf(*shape, node) : QString();
    row.engine = kind.engine;
    row.path = address.file;
    row.kind = kind.id;
    row.address = address;
    row.depth = depth;
    Rows inside;
    row.expandable = hasElements(address);
    row.expanded = row.expandable && isUnfolded(address.toString(), false);
    if (row.expanded)
        addElements(inside, kind, address, depth + 1);
    if (!m_filter.isEmpty() && inside.empty() && !matches(row))
        return;
    rows.push_back(row);
    if (row.expanded)
        rows.insert(rows.end(), inside.begin(), inside.end());
}

bool Outline::hasElements(const Address& map) const
{
    const yaml::Node& node = m_session.definition().node(map);
    const auto keys = schema::shapeAt(m_session.definition(), map).keys;
    return std::any_of(keys.begin(), keys.end(), [&](const schema::Key* key) {
        const yaml::Node& value = node[key->name];
        return isShown(*key) && value.isSequence() && !value.items.empty() && value.items.front().isMap();
    });
}

/// The elements of every list of a map.
void Outline::addElements(Rows& rows, const schema::Kind& kind, const Address& map, int depth) const
{
    const yaml::Node& node = m_session.definition().node(map);
    for (const schema::Key* key : schema::shapeAt(m_session.definition(), map).keys) {
        const yaml::Node& value = node[key->name];
        if (isShown(*key) && value.isSequence()) {
            for (int i = 0; i < int(value.items.size()); ++i) {
                const Address address = map.child(key->name).child(yaml::stepOf(value, i));
                if (value.items[size_t(i)].isMap())
                    addElement(rows, kind, address, *key, depth);
            }
        }
    }
}

void Outline::addRetired(Rows& rows, const schema::Kind& kind, const Address& list, int depth) const
{
    const yaml::Node& node = m_session.definition().node(list);
    for (int i = 0; i < int(node.items.size()); ++i) {
        Row row;
        row.address = list.child(yaml::stepOf(node, i));
        row.label = m_session.titleOf(row.address);
        row.icon = QStringLiteral("delete");
        row.engine = kind.engine;
        row.path = list.file;
        row.kind = kind.id;
        row.depth = depth;
        row.dimmed = true;
        if (matches(row))
            rows.push_back(std::move(row));
    }
}

void Outline::addFile(Rows& rows, const schema::Kind& kind, const QString& path, int depth) const
{
    Row row;
    row.label = kind.file.isEmpty() ? m_session.titleOf({path, {}}) : kind.label.in(m_session.language());
    row.icon = kind.file.isEmpty() ? QString() : kind.icon;
    row.engine = kind.engine;
    row.path = path;
    row.kind = kind.id;
    row.address = {path, {}};
    row.depth = depth;
    Rows inside;
    row.expandable = hasElements(row.address);
    row.expanded = row.expandable && isUnfolded(row.address.toString(), false);
    if (row.expanded) { // what is folded is not looked into: titles of thousands of elements cost
        addElements(inside, kind, row.address, depth + 1);
        if (kind.id == QLatin1String("table"))
            addRetired(inside, kind, row.address.child(QStringLiteral("retired")), depth + 1);
    }
    if (!m_filter.isEmpty() && inside.empty() && !matches(row))
        return;
    rows.push_back(row);
    if (row.expanded)
        rows.insert(rows.end(), inside.begin(), inside.end());
}

void Outline::addKind(Rows& rows, const schema::Kind& kind) const
{
    if (!kind.file.isEmpty()) {
        addFile(rows, kind, kind.file, 0);
        return;
    }
    QStringList files; // by path: a file that cannot be read has no kind, but its place
    for (const auto& file : m_session.definition().files())
        if (schema::Schema::instance().kindOfPath(file->path) == &kind)
            files << file->path;
    Row head;
    head.label = kind.plural.in(m_session.language());
    head.icon = kind.icon;
    head.engine = kind.engine;
    head.kind = kind.id;
    head.count = int(files.size());
    Rows inside;
    for (const QString& path : std::as_const(files))
        addFile(inside, kind, path, 1);
    if (kind.id == QLatin1String("table"))
        addRetired(inside, kind, Address{QStringLiteral("app.yaml"), {QStringLiteral("retired")}}, 1);
    head.expandable = !inside.empty();
    head.expanded = head.expandable && isUnfolded(kind.id, true);
    if (!m_filter.isEmpty() && inside.empty())
        return;
    rows.push_back(head);
    if (head.expanded)
        rows.insert(rows.end(), inside.begin(), inside.end());
}

void Outline::rebuild()
{
    Rows rows;
    if (m_session.isOpen())
        for (const schema::Kind& kind : schema::Schema::instance().kinds())
            addKind(rows, kind);
    show(std::move(rows));
}

/// Only the stretch that differs is replaced, so that the view keeps its place and the focus.
void Outline::show(Rows rows)
{
    const size_t shorter = std::min(rows.size(), m_rows.size());
    size_t head = 0, tail = 0;
    while (head < shorter && rows[head].address == m_rows[head].address && rows[head].kind == m_rows[head].kind &&
           rows[head].depth == m_rows[head].depth)
        ++head;
    while (tail < shorter - head && rows[rows.size() - 1 - tail] == m_rows[m_rows.size() - 1 - tail])
        ++tail;
    const size_t gone = m_rows.size() - head - tail, fresh = rows.size() - head - tail;
    if (gone > 0) {
        beginRemoveRows({}, int(head), int(head + gone) - 1);
        m_rows.erase(m_rows.begin() + qsizetype(head), m_rows.begin() + qsizetype(head + gone));
        endRemoveRows();
    }
    if (fresh > 0) {
        beginInsertRows({}, int(head), int(head + fresh) - 1);
        m_rows.insert(m_rows.begin() + qsizetype(head), rows.begin() + qsizetype(head),
                      rows.begin() + qsizetype(head + fresh));
        endInsertRows();
    }
    for (size_t i = 0; i < head; ++i) {
        if (rows[i] == m_rows[i])
            continue;
        m_rows[i] = rows[i];
        Q_EMIT dataChanged(index(int(i)), index(int(i)));
    }
}

// --- what a view asks ------------------------------------------------------------------------------------------------

QVariant Outline::data(const QModelIndex& index, int role) const
{
    if (index.row() < 0 || index.row() >= int(m_rows.size()))
        return {};
    const Row& row = m_rows[size_t(index.row())];
    switch (role) {
    case Label: return row.label;
    case Icon: return row.icon;
    case Colour: return row.engine;
    case Depth: return row.depth;
    case Expandable: return row.expandable;
    case Expanded: return row.expanded;
    case Count: return row.count;
    case Mark: return m_marks.value(row.address.path.isEmpty() ? row.path : row.address.toString());
    case Path: return row.path;
    case Kind: return row.kind;
    case AddressRole: return row.path.isEmpty() ? QString() : row.address.toString();
    case Dimmed: return row.dimmed;
    }
    return {};
}

QHash<int, QByteArray> Outline::roleNames() const
{
    return {
        {Label, "label"},         {Icon, "icon"},    {Colour, "engine"}, {Depth, "depth"}, {Expandable, "expandable"},
        {Expanded, "expanded"},   {Count, "count"},  {Mark, "mark"},     {Path, "path"},   {Kind, "kind"},
        {AddressRole, "address"}, {Dimmed, "dimmed"}};
}

void Outline::setFilter(const QString& filter)
{
    if (filter.trimmed() == m_filter)
        return;
    m_filter = filter.trimmed();
    rebuild();
    Q_EMIT filterChanged();
}

void Outline::toggle(int row)
{
    if (row < 0 || row >= int(m_rows.size()) || !m_rows[size_t(row)].expandable || !m_filter.isEmpty())
        return;
    const Row& at = m_rows[size_t(row)];
    const QString key = at.path.isEmpty() ? at.kind : at.address.toString();
    if (!m_turned.remove(key))
        m_turned.insert(key);
    rebuild();
}

QString Outline::pathAt(int row) const
{
    return row < 0 || row >= int(m_rows.size()) ? QString() : m_rows[size_t(row)].path;
}
QString Outline::addressAt(int row) const
{
    return pathAt(row).isEmpty() ? QString() : m_rows[size_t(row)].address.toString();
}
QString Outline::kindAt(int row) const
{
    return row < 0 || row >= int(m_rows.size()) ? QString() : m_rows[size_t(row)].kind;
}
bool Outline::isRetired(int row) const
{
    return row >= 0 && row < int(m_rows.size()) && m_rows[size_t(row)].dimmed;
}

int Outline::rowOf(const QString& path) const
{
    const auto it = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& row) {
        return !row.path.isEmpty() && row.path == path && row.address.path.isEmpty();
    });
    return it == m_rows.end() ? -1 : int(it - m_rows.begin());
}

int Outline::reveal(const QString& text)
{
    const Address address = Address::parse(text);
    const schema::Kind* kind = schema::Schema::instance().kindOfPath(address.file);
    if (!kind || !m_filter.isEmpty())
        return -1;
    bool turned = m_turned.remove(kind->id);
    for (Address at = address.parent(); !address.path.isEmpty(); at = at.parent()) {
        const bool element = at.path.isEmpty() || m_session.definition().node(at.parent()).isSequence();
        if (element && !m_turned.contains(at.toString())) {
            m_turned.insert(at.toString());
            turned = true;
        }
        if (at.path.isEmpty())
            break;
    }
    if (turned)
        rebuild();
    for (size_t i = 0; i < m_rows.size(); ++i)
        if (!m_rows[i].path.isEmpty() && m_rows[i].address == address)
            return int(i);
    return -1;
}

QVariantMap Outline::landing(int gap, const QString& payload) const
{
    if (!payload.startsWith(elementPrefix) || gap < 0 || gap > int(m_rows.size()))
        return {};
    const Address dragged = Address::parse(payload.mid(elementPrefix.size()));
    const schema::Shape* shape = schema::shapeAt(m_session.definition(), dragged).shape;
    const auto place = [](const Address& list, int index) {
        return QVariantMap{{QStringLiteral("list"), list.toString()}, {QStringLiteral("index"), index}};
    };
    const auto fits = [&](size_t row) {
        const Row& at = m_rows[row];
        return !at.dimmed && !at.address.path.isEmpty() &&
               schema::shapeAt(m_session.definition(), at.address).shape == shape;
    };
    // Before the row below, or behind the one above where that ends its list.
    if (gap < int(m_rows.size()) && fits(size_t(gap))) {
        const Address list = m_rows[size_t(gap)].address.parent();
        return place(list, yaml::indexOf(m_session.definition().node(list), m_rows[size_t(gap)].address.last()));
    }
    if (gap > 0 && fits(size_t(gap - 1))) {
        const Address list = m_rows[size_t(gap - 1)].address.parent();
        return place(list,
                     yaml::indexOf(m_session.definition().node(list), m_rows[size_t(gap - 1)].address.last()) + 1);
    }
    return {};
}

void Outline::setMarks(const QHash<QString, QString>& marks)
{
    if (marks == m_marks)
        return;
    m_marks = marks;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1), {Mark});
}

} // namespace fw::studio
