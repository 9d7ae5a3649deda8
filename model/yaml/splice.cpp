#include "splice.h"
#include "path.h"
#include "reader.h"
#include "scan.h"

namespace fw::yaml
{

// A line of one flow value that an edit makes longer than this is unfolded to block style.
static constexpr int LongLine = 120;

static Node* mutableAt(Node& root, const QStringList& path)
{
    return const_cast<Node*>(&resolve(root, path));
}

static QStringList up(QStringList path)
{
    path.removeLast();
    return path;
}

/// The position of a path's last step in its parent; -1 when it is not there.
static int childIndex(const Node& parent, const QString& step)
{
    if (parent.isSequence())
        return indexOf(parent, step);
    const Entry* entry = parent.entry(step);
    return entry ? static_cast<int>(entry - parent.entries.data()) : -1;
}

Splicer::Splicer(QByteArray text, Node root, QString file, KeyOrder order)
    : m_text(std::move(text)), m_root(std::move(root)), m_file(std::move(file)), m_order(std::move(order))
{
}

Place Splicer::place(const QStringList& path) const
{
    Place place{m_file, 0, 0, path.isEmpty() ? m_file : m_file + u'#' + path.join(u'/')};
    if (const Node& node = resolve(m_root, path); node.exists()) {
        const Place at = placeAt(m_text, m_file, node.span.begin);
        place.line = at.line;
        place.column = at.column;
    }
    return place;
}

Error Splicer::failure(const char* code, const char* what, const char* remedy, const QStringList& path) const
{
    const QString name = path.isEmpty() ? m_file : path.last();
    return Error(QString::fromLatin1(code), Message(what, {name}), Message(remedy), place(path));
}

bool Splicer::adopt(const QByteArray& text, const Node& expected)
{
    Result<Node> root = read(text, m_file);
    if (!root || !root->sameValue(expected))
        return false;
    m_text = text;
    m_root = std::move(*root);
    return true;
}

Result<void> Splicer::commit(const Cuts& cuts, Node expected, const QStringList& around)
{
    if (adopt(applied(m_text, cuts), expected))
        return {};
    for (QStringList path = around; !path.isEmpty(); path = up(path)) {
        const Node& value = resolve(expected, path);
        if (adopt(applied(m_text, replaceCuts(path, value, [&](int column) { return render(value, column); })),
                  expected))
            return {};
    }
    if (adopt(fileText(expected), expected))
        return {};
    return failure("edit.failed", FW_MSG("The change of \"%1\" cannot be written as YAML."),
                   FW_MSG("Check the text for characters that cannot be shown."), around);
}

bool Splicer::inFlow(const QStringList& path) const
{
    const Node& node = resolve(m_root, path);
    return (node.isMap() || node.isSequence()) && node.style == Style::Flow;
}

Cuts Splicer::replaceCuts(const QStringList& path, const Node& value, const std::function<Rendered(int)>& render) const
{
    const int size = static_cast<int>(m_text.size());
    if (path.isEmpty() && m_root.kind == Node::Kind::Null && m_root.span == Span{}) // a file of comments keeps them
        return {{size, size,
                 (m_text.isEmpty() || m_text.endsWith('\n') ? QByteArray() : QByteArray("\n")) + fileText(value)}};
    if (path.isEmpty())
        return {{0, size, fileText(value)}};
    const Node& parent = resolve(m_root, up(path));
    return Layout(m_text, parent, path.size() == 1).replacement(childIndex(parent, path.last()), value, render);
}

Result<void> Splicer::replace(const QStringList& path, const Node& value)
{
    Node expected = m_root;
    *mutableAt(expected, path) = value;
    return commit(replaceCuts(path, value, [&](int column) { return render(value, column); }), std::move(expected),
                  path);
}

Result<void> Splicer::set(const QStringList& path, const Node& value)
{
    if (!value.exists())
        return remove(path);
    const Node& old = resolve(m_root, path);
    if (old.exists()) {
        if (old.sameValue(value))
            return {};
        const int lengthBefore = flowLineLength(path);
        Result<void> done;
        if (old.isMap() && value.isMap() && !old.entries.empty() && !value.entries.empty())
            done = mergeMap(path, value);
        else if (old.isSequence() && value.isSequence() && !old.items.empty() && !value.items.empty())
            done = mergeSequence(path, value);
        else
            done = replace(path, value);
        return done ? unfoldLongLine(path, lengthBefore) : done;
    }
    if (path.isEmpty())
        return replace(path, value);
    // The deepest map there is gets a new key, whose value holds the rest of the path.
    QStringList at = up(path);
    Node wrapped = value;
    QString key = path.last();
    while (!resolve(m_root, at).exists() && !at.isEmpty()) {
        wrapped = Node::map({Entry{key, std::move(wrapped), {}}});
        key = at.takeLast();
    }
    const Node& parent = resolve(m_root, at);
    if (parent.isSequence())
        return failure("edit.no_element", FW_MSG("There is no element \"%1\" in the list."),
                       FW_MSG("It may have been removed or renamed; open it again."), at + QStringList{key});
    if (parent.isScalar())
        return failure("edit.no_map", FW_MSG("\"%1\" is a single value and can hold no keys."),
                       FW_MSG("Replace the whole value."), at);
    const int lengthBefore = flowLineLength(at);
    const Result<void> done = addKey(at, key, wrapped);
    return done ? unfoldLongLine(at + QStringList{key}, lengthBefore) : done;
}

/// The schema's order counts only against the neighbours that are there: a file's own order is respected.
int Splicer::placeOfKey(const QStringList& mapPath, const QString& key) const
{
    const Node& map = resolve(m_root, mapPath);
    const QStringList order = m_order ? m_order(m_root, mapPath) : QStringList();
    const qsizetype own = order.indexOf(key);
    if (own < 0)
        return static_cast<int>(map.entries.size());
    for (qsizetype i = own - 1; i >= 0; --i)
        if (const int before = childIndex(map, order[i]); before >= 0)
            return before + 1;
    for (qsizetype i = own + 1; i < order.size(); ++i)
        if (const int after = childIndex(map, order[i]); after >= 0)
            return after;
    return static_cast<int>(map.entries.size());
}

Result<void> Splicer::addKey(const QStringList& mapPath, const QString& key, const Node& value)
{
    const Node& map = resolve(m_root, mapPath);
    if (!map.isMap() || map.entries.empty()) {
        const bool flow = !mapPath.isEmpty() && inFlow(up(mapPath));
        return replace(mapPath, Node::map({Entry{key, value, {}}}, flow ? Style::Flow : Style::Block));
    }
    const int index = placeOfKey(mapPath, key);
    const Entry entry{key, value, {}};
    Node expected = m_root;
    Node* target = mutableAt(expected, mapPath);
    target->entries.insert(target->entries.begin() + index, entry);
    const Layout layout(m_text, map, mapPath.isEmpty());
    const QByteArray lines = layout.isFlow() ? QByteArray() : entryText(entry, layout.column());
    return commit(layout.insertion(index, keyText(key, true) + ": " + flowText(value), lines), std::move(expected),
                  mapPath);
}

Result<void> Splicer::mergeMap(const QStringList& path, const Node& value)
{
    QStringList gone;
    for (const Entry& entry : resolve(m_root, path).entries)
        if (!value.entry(entry.key))
            gone << entry.key;
    // New keys first: the map must not become empty in between.
    for (const Entry& entry : value.entries)
        if (Result<void> done = set(path + QStringList{entry.key}, entry.value); !done)
            return done;
    for (const QString& key : gone)
        if (Result<void> done = remove(path + QStringList{key}); !done)
            return done;
    return {};
}

/// Elements with one id are one element; others are matched by value.
static bool sameElement(const Node& a, const Node& b)
{
    const Node& idOfA = a[u"id"];
    const Node& idOfB = b[u"id"];
    return idOfA.exists() && idOfB.exists() ? idOfA.sameValue(idOfB) : a.sameValue(b);
}

Result<void> Splicer::mergeSequence(const QStringList& path, const Node& value)
{
    const std::vector<Node> old = resolve(m_root, path).items;
    const int oldCount = static_cast<int>(old.size());
    const int newCount = static_cast<int>(value.items.size());
    int head = 0;
    while (head < oldCount && head < newCount && sameElement(old[size_t(head)], value.items[size_t(head)]))
        ++head;
    int tail = 0;
    while (tail < oldCount - head && tail < newCount - head &&
           sameElement(old[size_t(oldCount - 1 - tail)], value.items[size_t(newCount - 1 - tail)]))
        ++tail;
    if (head == 0 && tail == 0)
        return replace(path, value);
    const auto step = [](int index) { return QStringLiteral("[%1]").arg(index); };
    for (int i = oldCount - tail - 1; i >= head; --i)
        if (Result<void> done = remove(path + QStringList{step(i)}); !done)
            return done;
    for (int i = head; i < newCount - tail; ++i)
        if (Result<int> done = insert(path, i, value.items[size_t(i)]); !done)
            return done.error();
    for (int i = 0; i < newCount; ++i)
        if (i < head || i >= newCount - tail)
            if (Result<void> done = set(path + QStringList{step(i)}, value.items[size_t(i)]); !done)
                return done;
    return {};
}

Result<void> Splicer::renameKey(const QStringList& path, const QString& key)
{
    const Node& parent = path.isEmpty() ? resolve(Node(), {}) : resolve(m_root, up(path));
    const Entry* entry = path.isEmpty() ? nullptr : parent.entry(path.last());
    if (!entry)
        return failure("edit.no_element", FW_MSG("There is no key \"%1\"."),
                       FW_MSG("It may have been removed or renamed; open it again."), path);
    if (entry->key == key)
        return {};
    if (parent.entry(key))
        return failure("edit.duplicate_key", FW_MSG("The key that \"%1\" should become is there already."),
                       FW_MSG("Choose another name."), path);
    Node expected = m_root;
    mutableAt(expected, up(path))->entries[static_cast<size_t>(entry - parent.entries.data())].key = key;
    const Cuts cuts{{entry->keySpan.begin, entry->keySpan.end, keyText(key, parent.style == Style::Flow)}};
    return commit(cuts, std::move(expected), up(path));
}

Result<void> Splicer::remove(const QStringList& path)
{
    if (path.isEmpty() || !resolve(m_root, path).exists())
        return failure("edit.no_element", FW_MSG("There is no \"%1\" to remove."),
                       FW_MSG("It may have been removed or renamed; open it again."), path);
    const QStringList parentPath = up(path);
    const Node& parent = resolve(m_root, parentPath);
    const Layout layout(m_text, parent, parentPath.isEmpty());
    if (layout.count() == 1)
        return replace(parentPath, parent.isMap() ? Node::map({}, Style::Flow) : Node::sequence({}, Style::Flow));
    const int index = childIndex(parent, path.last());
    Node expected = m_root;
    Node* target = mutableAt(expected, parentPath);
    if (parent.isMap())
        target->entries.erase(target->entries.begin() + index);
    else
        target->items.erase(target->items.begin() + index);
    return commit(layout.removal(index), std::move(expected), parentPath);
}

/// An element beside one in flow style is written in flow style too, while it fits on a line.
static Node likeSibling(const Node& element, const Node& list, int index)
{
    if (list.items.empty() || !element.isMap() || element.style == Style::Flow)
        return element;
    const Node& sibling = list.items[static_cast<size_t>(index > 0 ? index - 1 : 0)];
    const bool fits = QString::fromUtf8(flowText(element)).size() < LongLine && !flowText(element).contains("\\n");
    if (!sibling.isMap() || sibling.style != Style::Flow || !fits)
        return element;
    Node flow = element;
    flow.style = Style::Flow;
    return flow;
}

Result<int> Splicer::insert(const QStringList& list, int index, const Node& element)
{
    return insert(list, index, Fragment{element, {}});
}

Result<int> Splicer::insert(const QStringList& list, int index, const Fragment& element)
{
    const Node& target = resolve(m_root, list);
    if (target.isScalar() || target.isMap())
        return failure("edit.no_list", FW_MSG("\"%1\" is no list."), FW_MSG("Replace the whole value."), list);
    const int count = static_cast<int>(target.items.size());
    const int at = index < 0 || index > count ? count : index;
    if (!target.exists()) {
        // Made empty first, so that the element's own lines can be used below.
        if (Result<void> done = set(list, Node::sequence({}, Style::Flow)); !done)
            return done.error();
        return insert(list, 0, element);
    }
    const Node node = likeSibling(element.node, target, at);
    Node expected = m_root;
    Node* grown = mutableAt(expected, list);
    const bool flow = count > 0 ? target.style == Style::Flow : !list.isEmpty() && inFlow(up(list));
    if (count == 0)
        *grown = Node::sequence({}, flow ? Style::Flow : Style::Block);
    grown->items.insert(grown->items.begin() + at, node);
    const auto lines = [&](int column) {
        return element.lines.isEmpty() ? itemText(node, column) : shifted(element.lines, column);
    };
    Cuts cuts;
    if (count == 0) {
        const Node value = *grown;
        cuts = replaceCuts(list, value, [&](int column) {
            return flow ? render(value, column) : Rendered{{}, lines(column)};
        });
    } else {
        const Layout layout(m_text, target, list.isEmpty());
        cuts = layout.insertion(at, flowText(node), layout.isFlow() ? QByteArray() : lines(layout.column()));
    }
    const int lengthBefore = flowLineLength(list);
    Result<void> done = commit(cuts, std::move(expected), list);
    if (done)
        done = unfoldLongLine(list, lengthBefore);
    return done ? Result<int>(at) : Result<int>(done.error());
}

Result<Fragment> Splicer::fragment(const QStringList& element) const
{
    const Node& node = resolve(m_root, element);
    const Node& list = element.isEmpty() ? m_root : resolve(m_root, up(element));
    if (element.isEmpty() || !node.exists() || !list.isSequence())
        return failure("edit.no_element", FW_MSG("There is no list element \"%1\"."),
                       FW_MSG("It may have been removed or renamed; open it again."), element);
    Fragment fragment{node, {}};
    const Layout layout(m_text, list, element.size() == 1);
    const int index = indexOf(list, element.last());
    if (!layout.isFlow() && layout.ownsLine(index)) {
        const Span span = layout.extent(index);
        fragment.lines = shifted(m_text.mid(span.begin, span.end - span.begin), -layout.column());
        if (!fragment.lines.endsWith('\n'))
            fragment.lines += '\n';
    }
    return fragment;
}

/// The outermost flow value a path stands in (the path of that value), or nothing.
static std::optional<QStringList> outermostFlow(const Node& root, const QStringList& path)
{
    QStringList at;
    for (const QString& step : path) {
        const Node& node = resolve(root, at);
        if ((node.isMap() || node.isSequence()) && node.style == Style::Flow)
            return at;
        at << step;
    }
    return std::nullopt;
}

/// The length of the line of the outermost flow value around a path; 0 when there is none on one line.
int Splicer::flowLineLength(const QStringList& path) const
{
    const auto flow = outermostFlow(m_root, path + QStringList{QString()});
    if (!flow)
        return 0;
    const Node& node = resolve(m_root, *flow);
    const int begin = lineBegin(m_text, node.span.begin);
    const int end = lineEnd(m_text, node.span.begin);
    return node.span.end > end ? 0 : static_cast<int>(QString::fromUtf8(m_text.mid(begin, end - begin)).size());
}

/// A flow value that an edit has made too long for a line becomes a block; a line that was long before stays as its author wrote it.
Result<void> Splicer::unfoldLongLine(const QStringList& path, int lengthBefore)
{
    if (lengthBefore == 0 || lengthBefore > LongLine || flowLineLength(path) <= LongLine)
        return {};
    const auto flow = outermostFlow(m_root, path + QStringList{QString()});
    Node block = resolve(m_root, *flow);
    block.style = Style::Block;
    return flow->isEmpty() ? Result<void>() : replace(*flow, block);
}

} // namespace fw::yaml
