#include "clipboard.h"

#include "model/check/check.h"
#include "model/yaml/emitter.h"
#include "model/yaml/path.h"
#include "model/yaml/reader.h"

#include <QClipboard>
#include <QGuiApplication>

namespace fw::studio
{

namespace
{
const QString headOfElements = QStringLiteral("# formwright elements: ");
const QString headOfFile = QStringLiteral("# formwright file: ");
constexpr qsizetype longestText = 4 * 1024 * 1024; ///< the clipboard comes from outside
constexpr int mostTold = 12;
} // namespace

Clipboard::Clipboard(Session& session) : m_session(session) {}

// --- copying ---------------------------------------------------------------------------------------------------------

QString Clipboard::textOf(const Session& session, const QList<Address>& addresses)
{
    const Definition& definition = session.definition();
    const QList<Address> all = session.inOrder(addresses);
    if (all.isEmpty())
        return {};
    if (all.first().path.isEmpty()) {
        const auto bytes = definition.bytes(all.first().file);
        return bytes ? headOfFile + all.first().file + QLatin1Char('\n') + QString::fromUtf8(*bytes) : QString();
    }
    const schema::Shape* shape = schema::shapeAt(definition, all.first()).shape;
    QByteArray text;
    for (const Address& each : all)
        if (shape && schema::shapeAt(definition, each).shape == shape && definition.node(each.parent()).isSequence())
            text += yaml::itemText(definition.node(each), 0);
    return text.isEmpty() ? QString() : headOfElements + shape->id + QLatin1Char('\n') + QString::fromUtf8(text);
}

bool Clipboard::copy()
{
    const QString text = m_session.isOpen() ? textOf(m_session, m_session.selectedAll()) : QString();
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
    return !text.isEmpty();
}

// --- pasting ---------------------------------------------------------------------------------------------------------

std::optional<Clipboard::Content> Clipboard::read(const QString& text)
{
    if (text.size() > longestText)
        return {};
    const QString head = text.section(QLatin1Char('\n'), 0, 0);
    Content content;
    if (head.startsWith(headOfElements))
        content.shape = head.mid(headOfElements.size()).trimmed();
    else if (head.startsWith(headOfFile))
        content.path = head.mid(headOfFile.size()).trimmed();
    else
        return {};
    content.text = text.mid(head.size() + 1).toUtf8();
    const auto nodes = yaml::read(content.text, QStringLiteral("clipboard"));
    if (!nodes || (content.path.isEmpty() ? !nodes->isSequence() : !nodes->isMap()))
        return {};
    content.nodes = *nodes;
    return content;
}

bool Clipboard::canPaste() const
{
    if (!m_session.isOpen())
        return false;
    const QString text = QGuiApplication::clipboard()->text();
    return text.startsWith(headOfElements) || text.startsWith(headOfFile);
}

/// The list and place where elements of a shape go: behind the selected one of their shape, else at the end of the first
/// list of the file that takes them.
std::optional<std::pair<Address, int>> Clipboard::target(const QString& shapeId) const
{
    const Definition& definition = m_session.definition();
    const schema::Shape* shape = schema::Schema::instance().shape(shapeId);
    if (!shape)
        return {};
    for (Address at = m_session.selection(); !at.path.isEmpty(); at = at.parent()) {
        const yaml::Node& list = definition.node(at.parent());
        if (list.isSequence() && schema::shapeAt(definition, at).shape == shape)
            return std::pair(at.parent(), yaml::indexOf(list, at.last()) + 1);
    }
    const Address list = m_session.listFor(Address{m_session.selection().file, {}}, shape);
    if (list.file.isEmpty())
        return {};
    return std::pair(list, -1);
}

bool Clipboard::pasteElements(const Content& content)
{
    const auto place = target(content.shape);
    if (!place) {
        const schema::Shape* shape = schema::Schema::instance().shape(content.shape);
        m_session.fail(tr("There is no place for this here: %1. Open a file that can hold it.")
                           .arg(shape ? shape->label.in(m_session.language()) : content.shape));
        return false;
    }
    Document& document = m_session.document();
    const Message name(FW_MSG("Paste %1 elements"), {QString::number(content.nodes.items.size())});
    Document::Transaction transaction(document, name);
    QList<Address> fresh;
    int index = place->second;
    for (const yaml::Node& node : content.nodes.items) {
        const auto inserted =
            document.insert(place->first, index, schema::withFreeIds(*document.definition(), place->first, node), name);
        if (!inserted) {
            m_session.fail(Session::words(inserted.error()));
            return false;
        }
        index += index >= 0;
        fresh << *inserted;
    }
    transaction.commit();
    tell(fresh);
    return true;
}

bool Clipboard::pasteFile(const Content& content)
{
    const schema::Kind* kind = schema::Schema::instance().kindOfPath(content.path);
    if (!kind || !kind->file.isEmpty()) {
        m_session.fail(tr("This file cannot be pasted: each app has its own %1.").arg(content.path));
        return false;
    }
    QStringList taken;
    for (const DefinitionFile* file : m_session.definition().all(kind->id))
        taken << file->id();
    const QString id = content.nodes[u"id"].string();
    const QString free = taken.contains(id) ? schema::proposeId(id, taken, kind->id) : id;
    if (!schema::isValidId(free)) {
        m_session.fail(tr("This file cannot be pasted: it has no proper id."));
        return false;
    }
    const QString path = schema::Schema::pathOf(*kind, free);
    Document& document = m_session.document();
    const Message name(FW_MSG("Paste \"%1\""), {schema::labelOf(content.nodes).in(m_session.language())});
    Document::Transaction transaction(document, name);
    if (!m_session.report(document.setText(path, content.text, name)))
        return false;
    if (free != id &&
        !m_session.report(document.set(Address{path, {QStringLiteral("id")}}, yaml::Node::plain(free), name)))
        return false;
    transaction.commit();
    tell({Address{path, {}}});
    return true;
}

/// Selects what is new and tells what it names that is not there.
void Clipboard::tell(const QList<Address>& fresh)
{
    m_session.selectAll(fresh);
    QStringList outside;
    for (const Problem& problem : check::check(m_session.definition())) {
        const Address at = Address::parse(problem.place.element);
        const bool inside = std::any_of(fresh.begin(), fresh.end(), [&](const Address& each) {
            return at.isInside(each) || (each.path.isEmpty() && problem.place.file == each.file);
        });
        if (inside && problem.severity == Severity::Error && outside.size() < mostTold)
            outside << problem.what.text();
    }
    outside.removeDuplicates();
    Q_EMIT pasted(int(fresh.size()), outside);
}

bool Clipboard::paste()
{
    if (!m_session.isOpen())
        return false;
    const auto content = read(QGuiApplication::clipboard()->text());
    if (!content) {
        m_session.fail(tr("There is nothing of an app on the clipboard. Copy elements here or in another app first."));
        return false;
    }
    return content->path.isEmpty() ? pasteElements(*content) : pasteFile(*content);
}

} // namespace fw::studio
