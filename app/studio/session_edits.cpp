#include "session.h"

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

bool Session::move(const QString& element, const QString& list, int index)
{
    if (!m_document)
        return false;
    const Address from = Address::parse(element);
    const Address to = Address::parse(list);
    if (to.isInside(from))
        return false; // a section cannot go into itself
    const int now = yaml::indexOf(m_definition->node(from.parent()), from.last());
    if (from.parent() == to && (index == now || index == now + 1))
        return true; // where it is
    const bool within = from.parent() == to;
    const Message name = within ? Message(FW_MSG("Move \"%1\""), {titleOf(from)})
                                : Message(FW_MSG("Move \"%1\" into \"%2\""), {titleOf(from), titleOf(to.parent())});
    const auto moved = m_document->move(from, to, index, name);
    if (!moved) {
        Q_EMIT failed(words(moved.error()));
        return false;
    }
    select(*moved);
    return true;
}

bool Session::moveBy(const QString& element, int by)
{
    const Address from = Address::parse(element);
    if (!isElement(*m_definition, from))
        return false;
    const yaml::Node& list = m_definition->node(from.parent());
    const int target = yaml::indexOf(list, from.last()) + by;
    if (target < 0 || target >= int(list.items.size()))
        return false;
    return move(element, from.parent().toString(), by > 0 ? target + 1 : target);
}

bool Session::remove(const QString& element)
{
    const Address at = Address::parse(element);
    if (!m_document || at.file.isEmpty())
        return false;
    const Message name(FW_MSG("Delete \"%1\""), {titleOf(at)});
    if (at.path.isEmpty())
        return report(m_document->removeFile(at.file, name));
    const yaml::Node& list = m_definition->node(at.parent());
    const int index = list.isSequence() ? yaml::indexOf(list, at.last()) : -1;
    if (!report(m_document->remove(at, name)))
        return false;
    const yaml::Node& rest = m_definition->node(at.parent());
    if (index >= 0 && !rest.items.empty()) // what came next, else what came before
        select(at.parent().child(yaml::stepOf(rest, qMin(index, int(rest.items.size()) - 1))));
    return true;
}

QString Session::duplicate(const QString& element)
{
    const Address at = Address::parse(element);
    if (!m_document || !isElement(*m_definition, at))
        return {};
    yaml::Node copy = m_definition->node(at);
    for (yaml::Entry& entry : copy.entries)
        if (entry.key == QLatin1String("id"))
            entry.value = yaml::Node::plain(schema::proposeId(
                entry.value.scalar, schema::takenIds(*m_definition, at.parent()), QStringLiteral("copy")));
    return addNode(at.parent(), copy, yaml::indexOf(m_definition->node(at.parent()), at.last()) + 1, titleOf(at));
}

QString Session::addFile(const QString& kindId, const QString& label)
{
    const schema::Kind* kind = schema::Schema::instance().kind(kindId);
    if (!m_document || !kind)
        return {};
    QStringList taken;
    for (const DefinitionFile* file : m_definition->all(kindId))
        taken << file->id();
    const QString id = schema::proposeId(label, taken, kindId);
    const QString path = schema::Schema::pathOf(*kind, id);
    const yaml::Node root = schema::freshFile(*m_definition, *kind, id, label);
    if (!report(m_document->createFile(path, root, Message(FW_MSG("Create \"%1\""), {label}))))
        return {};
    return path;
}

} // namespace fw::studio
