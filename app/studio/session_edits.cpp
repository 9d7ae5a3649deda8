#include "session.h"

#include "app/common/pinyin.h"

#include "model/schema/references.h"
#include "model/yaml/path.h"

namespace fw::studio
{

namespace
{
/// Whether an address names an element of a list (and not a key of a map).
bool isElement(const Definition& definition, const Address& address)
{
    return !address.path.isEmpty() && definition.node(address.parent()).isSequence();
}
} // namespace

bool Session::set(const Address& address, const yaml::Node& value, const QString& mergeKey)
{
    if (!m_document)
        return false;
    if (m_definition->node(address).exists() && m_definition->node(address).sameValue(value))
        return true;
    const Address named =
        schema::keyAt(*m_definition, address) ? address : address.parent(); // one language of a text: its key
    const schema::Key* key = schema::keyAt(*m_definition, named);
    const QString what = key ? key->label.in(m_language) : address.last();
    const Message name(FW_MSG("Change %1 of \"%2\""), {what, titleOf(named.parent())});
    return report(m_document->set(address, value, name, mergeKey));
}

bool Session::reset(const Address& address)
{
    if (!m_document || !m_definition->node(address).exists())
        return false;
    const schema::Key* key = schema::keyAt(*m_definition, address);
    const Message name(FW_MSG("Reset %1 of \"%2\""),
                       {key ? key->label.in(m_language) : address.last(), titleOf(address.parent())});
    return report(m_document->remove(address, name));
}

bool Session::setScalar(const QString& address, const QString& text, bool plain)
{
    const Address at = Address::parse(address);
    if (text.isEmpty())
        return reset(at);
    return set(at, plain ? yaml::Node::plain(text) : yaml::Node::text(text));
}

bool Session::setLocal(const QString& address, const QString& language, const QString& text)
{
    const Address at = Address::parse(address);
    const yaml::Node& now = m_definition->node(at);
    const QStringList languages = appLanguages();
    if (now.isMap()) {
        const Address one = at.child(language);
        return text.isEmpty() ? reset(one) : set(one, yaml::Node::text(text), at.toString() + language);
    }
    if (languages.size() < 2 || (now.isScalar() && language == languages.first()))
        return text.isEmpty() ? reset(at) : set(at, yaml::Node::text(text), at.toString());
    if (text.isEmpty())
        return true;
    std::vector<yaml::Entry> entries;
    if (now.isScalar() && !now.scalar.isEmpty())
        entries.push_back({languages.first(), yaml::Node::text(now.scalar), {}});
    entries.push_back({language, yaml::Node::text(text), {}});
    return set(at, yaml::Node::map(std::move(entries), yaml::Style::Flow));
}

QString Session::add(const QString& list, const QString& variant, int index)
{
    if (!m_document)
        return {};
    const Address at = Address::parse(list);
    yaml::Node element = schema::freshElement(*m_definition, at, variant);
    QString title = schema::labelOf(element).in(m_language);
    for (const schema::Variant& candidate : schema::variants(*m_definition, at))
        if (candidate.id == variant && title.isEmpty())
            title = candidate.label.in(m_language);
    return addNode(at, element, index, title);
}

QString Session::addNode(const Address& list, const yaml::Node& element, int index, const QString& title)
{
    if (!m_document)
        return {};
    const auto inserted = m_document->insert(list, index, element,
                                             Message(FW_MSG("Add \"%1\" to \"%2\""), {title, titleOf(list.parent())}));
    if (!inserted) {
        Q_EMIT failed(words(inserted.error()));
        return {};
    }
    select(*inserted);
    return inserted->toString();
}

std::optional<Address> Session::moveOne(const Address& from, const Address& to, int index)
{
    if (to.isInside(from))
        return {}; // a section cannot go into itself
    const int now = yaml::indexOf(m_definition->node(from.parent()), from.last());
    if (from.parent() == to && (index == now || index == now + 1))
        return from; // where it is
    const bool within = from.parent() == to;
    const Message name = within ? Message(FW_MSG("Move \"%1\""), {titleOf(from)})
                                : Message(FW_MSG("Move \"%1\" into \"%2\""), {titleOf(from), titleOf(to.parent())});
    const auto moved = m_document->move(from, to, index, name);
    if (moved)
        return *moved;
    Q_EMIT failed(words(moved.error()));
    return {};
}

bool Session::move(const QString& element, const QString& list, int index)
{
    if (!m_document)
        return false;
    const Address from = Address::parse(element);
    const Address to = Address::parse(list);
    const schema::Key* key = schema::keyAt(*m_definition, to);
    if (!key || schema::Schema::instance().shape(key->shape) != schema::shapeAt(*m_definition, from).shape)
        return false; // another sort of thing than the list holds
    if (!m_selected.contains(from) || m_selected.size() < 2) {
        const auto moved = moveOne(from, to, index);
        if (moved)
            select(*moved);
        return moved.has_value();
    }
    return moveSelected(to, index);
}

/// All that are selected, in the order in which they stand, one behind the other.
bool Session::moveSelected(const Address& list, int index)
{
    QList<Address> all = inOrder(m_selected);
    const yaml::Node& before = m_definition->node(list);
    // Elements are found again by id: what stands before the place decides where it is after each move.
    QString behind = index > 0 && index <= int(before.items.size()) ? yaml::stepOf(before, index - 1)
                     : index < 0 && !before.items.empty()           ? yaml::stepOf(before, int(before.items.size()) - 1)
                                                                    : QString();
    while (!behind.isEmpty() && all.contains(list.child(behind))) {
        const int at = yaml::indexOf(before, behind);
        behind = at > 0 ? yaml::stepOf(before, at - 1) : QString();
    }
    Document::Transaction transaction(*m_document, Message(FW_MSG("Move %1 elements"), {QString::number(all.size())}));
    QList<Address> moved;
    for (const Address& from : std::as_const(all)) {
        if (list.isInside(from))
            return false;
        const yaml::Node& target = m_document->definition()->node(list);
        const int at = behind.isEmpty() ? 0 : yaml::indexOf(target, behind) + 1;
        const auto done = m_document->move(from, list, at, Message(FW_MSG("Move \"%1\""), {titleOf(from)}));
        if (!done) {
            Q_EMIT failed(words(done.error()));
            return false;
        }
        behind = done->last();
        moved << *done;
    }
    transaction.commit();
    selectAll(moved);
    return true;
}

QList<Address> Session::inOrder(QList<Address> addresses) const
{
    addresses.removeIf([&](const Address& each) {
        return std::any_of(addresses.begin(), addresses.end(), [&](const Address& outer) {
            return each.isInside(outer) && !(each == outer); // goes along with the outer one
        });
    });
    std::sort(addresses.begin(), addresses.end(), [&](const Address& a, const Address& b) {
        return a.file != b.file ? a.file < b.file : m_definition->node(a).span.begin < m_definition->node(b).span.begin;
    });
    return addresses;
}

bool Session::moveBy(const QString& element, int by)
{
    if (!m_document)
        return false;
    const Address from = Address::parse(element);
    if (!isElement(*m_definition, from))
        return false;
    QList<Address> block = m_selected.contains(from) ? inOrder(m_selected) : QList<Address>{from};
    block.removeIf([&](const Address& each) { return each.parent() != from.parent(); });
    const yaml::Node& list = m_definition->node(from.parent());
    const int target = yaml::indexOf(list, (by < 0 ? block.first() : block.last()).last()) + by;
    if (target < 0 || target >= int(list.items.size()))
        return false;
    return move(element, from.parent().toString(), by > 0 ? target + 1 : target);
}

Address Session::listFor(const Address& element, const schema::Shape* shape) const
{
    for (const schema::Key* key : schema::shapeAt(*m_definition, element).keys) {
        const schema::Shape* inner = schema::Schema::instance().shape(key->shape);
        if (!inner)
            continue;
        const Address at = element.child(key->name);
        if (key->list && inner == shape)
            return at;
        const yaml::Node& value = m_definition->node(at);
        if (!key->list && value.isMap()) {
            if (const Address found = listFor(at, shape); !found.file.isEmpty())
                return found;
        } else if (key->list && value.isSequence() && !value.items.empty()) {
            if (const Address found = listFor(at.child(yaml::stepOf(value, 0)), shape); !found.file.isEmpty())
                return found;
        }
    }
    return {};
}

bool Session::moveLevel(const QString& element, int by)
{
    const Address from = Address::parse(element);
    if (!m_document || !isElement(*m_definition, from))
        return false;
    const Address list = from.parent();
    const schema::Shape* shape = schema::shapeAt(*m_definition, from).shape;
    if (by < 0) {
        for (Address outer = list.parent(); outer.path.size() >= 2; outer = outer.parent())
            if (isElement(*m_definition, outer) && schema::shapeAt(*m_definition, outer).shape == shape)
                return move(element, outer.parent().toString(),
                            yaml::indexOf(m_definition->node(outer.parent()), outer.last()) + 1);
        return false;
    }
    const yaml::Node& siblings = m_definition->node(list);
    const int at = yaml::indexOf(siblings, from.last());
    if (at < 1)
        return false;
    const Address into = listFor(list.child(yaml::stepOf(siblings, at - 1)), shape);
    return !into.file.isEmpty() && move(element, into.toString(), -1);
}

QString Session::duplicate(const QString& element)
{
    const Address at = Address::parse(element);
    if (!m_document || !isElement(*m_definition, at))
        return {};
    QList<Address> all = m_selected.contains(at) ? inOrder(m_selected) : QList<Address>{at};
    all.removeIf([&](const Address& each) { return each.parent() != at.parent(); });
    const Address list = at.parent();
    int index = yaml::indexOf(m_definition->node(list), all.last().last()) + 1;
    Document::Transaction transaction(*m_document, Message(FW_MSG("Duplicate \"%1\""), {titleOf(at)}));
    QList<Address> copies;
    for (const Address& each : std::as_const(all)) {
        const auto now = m_document->definition();
        const auto inserted = m_document->insert(list, index++, schema::withFreeIds(*now, list, now->node(each)),
                                                 Message(FW_MSG("Duplicate \"%1\""), {titleOf(each)}));
        if (!inserted) {
            Q_EMIT failed(words(inserted.error()));
            return {};
        }
        copies << *inserted;
    }
    transaction.commit();
    selectAll(copies);
    return selectionText();
}

QString Session::addFile(const QString& kindId, const QString& label)
{
    const schema::Kind* kind = schema::Schema::instance().kind(kindId);
    if (!m_document || !kind)
        return {};
    QStringList taken;
    for (const DefinitionFile* file : m_definition->all(kindId))
        taken << file->id();
    const QString id = schema::proposeId(pinyin(label), taken, kindId); // a Chinese label proposes its pinyin
    const QString path = schema::Schema::pathOf(*kind, id);
    const yaml::Node root = schema::freshFile(*m_definition, *kind, id, label);
    if (!report(m_document->createFile(path, root, Message(FW_MSG("Create \"%1\""), {label}))))
        return {};
    return path;
}

} // namespace fw::studio
