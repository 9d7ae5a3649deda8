#include "session.h"

#include "model/schema/keyorder.h"
#include "model/schema/titles.h"
#include "model/yaml/path.h"

#include <QFileInfo>

namespace fw::studio
{

Session::Session(QObject* parent) : QObject(parent), m_definition(Definition::fromFiles({}))
{
    for (const auto& cause : {&Session::selectionChanged, &Session::edited, &Session::languageChanged})
        connect(this, cause, this, &Session::placeChanged);
}
Session::~Session() = default;

Result<void> Session::open(const QString& folder)
{
    if (m_document && m_document->folder() == QFileInfo(folder).canonicalFilePath())
        close(); // its lock stands in the way of itself
    auto opened = Document::open(folder, schema::documentOptions());
    if (!opened)
        return opened.error();
    close();
    m_document = std::move(opened).value();
    connect(m_document.get(), &Document::changed, this, [this] { refresh(); });
    connect(m_document.get(), &Document::historyChanged, this, &Session::historyChanged);
    connect(m_document.get(), &Document::modifiedChanged, this, &Session::modifiedChanged);
    connect(m_document.get(), &Document::moved, this, [this](const Address& from, const Address& to) {
        QList<Address> followed = m_selected;
        for (Address& address : followed)
            if (address.isInside(from))
                address = Address{to.file, to.path + address.path.mid(from.path.size())};
        selectAll(followed);
    });
    m_selection = {};
    m_selected.clear();
    m_definition = m_document->definition();
    ++m_revision;
    Q_EMIT documentChanged();
    Q_EMIT edited();
    Q_EMIT historyChanged();
    Q_EMIT modifiedChanged();
    return {};
}

void Session::close()
{
    if (!m_document)
        return;
    Q_EMIT closing();
    m_definition = Definition::fromFiles({});
    m_document.reset();
    m_selection = {};
    m_selected.clear();
    ++m_revision;
    Q_EMIT documentChanged();
    Q_EMIT selectionChanged();
}

void Session::refresh()
{
    m_definition = m_document->definition();
    ++m_revision;
    QList<Address> kept;
    for (Address address : std::as_const(m_selected)) {
        while (!address.file.isEmpty() && !address.path.isEmpty() && !m_definition->node(address).isMap())
            address = address.parent();
        const bool alone = m_selected.size() == 1 || m_definition->node(address).isMap();
        if (!address.file.isEmpty() && m_definition->file(address.file) && alone && !kept.contains(address))
            kept << address;
    }
    Q_EMIT edited();
    selectAll(kept);
}

void Session::setLanguage(const QString& language)
{
    if (language == m_language)
        return;
    m_language = language;
    Q_EMIT languageChanged();
}

QStringList Session::appLanguages() const
{
    QStringList languages;
    for (const yaml::Node& item : m_definition->app()[u"languages"].items)
        languages << item.scalar;
    return languages.isEmpty() ? QStringList{QStringLiteral("en")} : languages;
}

void Session::select(const Address& address)
{
    selectAll(address.file.isEmpty() ? QList<Address>() : QList<Address>{address});
}

QStringList Session::selectedTexts() const
{
    QStringList texts;
    for (const Address& address : m_selected)
        texts << address.toString();
    return texts;
}

void Session::selectAll(const QList<Address>& addresses)
{
    if (addresses == m_selected)
        return;
    m_selected = addresses;
    m_selection = addresses.isEmpty() ? Address() : addresses.last();
    Q_EMIT selectionChanged();
}

void Session::selectAll(const QStringList& addresses)
{
    QList<Address> list;
    for (const QString& address : addresses)
        list << Address::parse(address);
    selectAll(list);
}

void Session::selectSiblings()
{
    Address list = m_selection.parent();
    for (const schema::Key* key : schema::shapeAt(*m_definition, m_selection).keys)
        if (m_selection.path.isEmpty() && key->list && key->type == schema::ValueType::Shape &&
            m_definition->node(m_selection.child(key->name)).isSequence()) {
            list = m_selection.child(key->name);
            break;
        }
    const yaml::Node& node = m_definition->node(list);
    QList<Address> all;
    for (int i = 0; i < int(node.items.size()); ++i)
        if (node.items[size_t(i)].isMap())
            all << list.child(yaml::stepOf(node, i));
    if (!all.isEmpty())
        selectAll(all);
}

void Session::pick(const QString& address, int modifiers)
{
    const Address at = Address::parse(address);
    const bool shift = modifiers & Qt::ShiftModifier;
    if (!shift && !(modifiers & Qt::ControlModifier)) {
        select(at);
        return;
    }
    // The file's root is selected when nothing is: it does not count as one of several.
    QList<Address> now = m_selected;
    now.removeIf([&](const Address& each) { return each.path.isEmpty() || each.file != at.file; });
    const yaml::Node& list = m_definition->node(at.parent());
    if (shift && !now.isEmpty() && now.last().parent() == at.parent() && list.isSequence()) {
        const Address anchor = now.first();
        int from = yaml::indexOf(list, anchor.parent() == at.parent() ? anchor.last() : now.last().last());
        const int to = yaml::indexOf(list, at.last());
        const int step = to < from ? -1 : 1;
        QList<Address> range{at.parent().child(yaml::stepOf(list, from))};
        while (from != to)
            range << at.parent().child(yaml::stepOf(list, from += step));
        selectAll(range);
        return;
    }
    if (now.contains(at))
        now.removeAll(at);
    else
        now << at;
    if (now.isEmpty())
        select(Address{at.file, {}});
    else
        selectAll(now);
}

QString Session::titleOf(const Address& address) const
{
    return schema::titleOf(*m_definition, address, m_language);
}

QString Session::place() const
{
    if (m_selection.file.isEmpty())
        return {};
    const QString around = schema::placeOf(*m_definition, m_selection, m_language);
    return around.isEmpty() ? titleOf(m_selection) : around + QStringLiteral(" › ") + titleOf(m_selection);
}

QString Session::sortOf(const Address& address) const
{
    return schema::sortOf(*m_definition, address, m_language);
}

bool Session::report(const Result<void>& result)
{
    if (!result.ok())
        Q_EMIT failed(words(result.error()));
    return result.ok();
}

QString Session::words(const Error& error)
{
    QStringList sentences;
    for (const Problem& problem : error.problems().mid(0, 1))
        sentences << problem.what.text() << problem.remedy.text();
    sentences.removeAll(QString());
    return sentences.join(QLatin1Char(' '));
}

} // namespace fw::studio
