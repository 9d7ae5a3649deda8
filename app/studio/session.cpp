#include "session.h"

#include "model/schema/keyorder.h"
#include "model/schema/references.h"
#include "model/yaml/path.h"

namespace fw::studio
{

Session::Session(QObject* parent) : QObject(parent), m_definition(Definition::fromFiles({})) {}
Session::~Session() = default;

Result<void> Session::open(const QString& folder)
{
    auto opened = Document::open(folder, schema::documentOptions());
    if (!opened)
        return opened.error();
    close();
    m_document = std::move(opened).value();
    connect(m_document.get(), &Document::changed, this, [this] { refresh(); });
    connect(m_document.get(), &Document::historyChanged, this, &Session::historyChanged);
    connect(m_document.get(), &Document::modifiedChanged, this, &Session::modifiedChanged);
    connect(m_document.get(), &Document::moved, this, [this](const Address& from, const Address& to) {
        if (!m_selection.isInside(from))
            return;
        Address address = to;
        address.path += m_selection.path.mid(from.path.size());
        select(address);
    });
    m_selection = {};
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
    m_definition = Definition::fromFiles({});
    m_document.reset();
    m_selection = {};
    ++m_revision;
    Q_EMIT documentChanged();
    Q_EMIT selectionChanged();
}

void Session::refresh()
{
    m_definition = m_document->definition();
    ++m_revision;
    Address kept = m_selection;
    while (!kept.file.isEmpty() && !kept.path.isEmpty() && !m_definition->node(kept).isMap())
        kept = kept.parent();
    if (!kept.file.isEmpty() && !m_definition->file(kept.file))
        kept = {};
    Q_EMIT edited();
    if (!(kept == m_selection))
        select(kept);
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
    if (address == m_selection)
        return;
    m_selection = address;
    Q_EMIT selectionChanged();
}

QString Session::titleOf(const Address& address) const
{
    const yaml::Node& node = m_definition->node(address);
    if (!node.isMap())
        return node.isScalar()          ? node.scalar
               : address.path.isEmpty() ? address.file.section(QLatin1Char('/'), -1)
                                        : address.last();
    if (const QString label = schema::localText(node[u"label"]).in(m_language); !label.isEmpty())
        return label;
    for (const char16_t* key : {u"field", u"event", u"sub_table"}) {
        const QString name = QString::fromUtf16(key);
        if (!node[name].isScalar())
            continue;
        const QString id = node[name].scalar;
        for (const schema::Candidate& candidate : schema::candidates(*m_definition, address, name))
            if (candidate.id == id && !candidate.label.isEmpty())
                return candidate.label.in(m_language);
    }
    if (node[u"section"].isMap())
        return schema::localText(node[u"section"][u"label"]).in(m_language);
    const QString label = schema::labelOf(node).in(m_language);
    if (!label.isEmpty())
        return label;
    const schema::Kind* kind = schema::Schema::instance().kindOfPath(address.file);
    return address.path.isEmpty() && kind ? kind->label.in(m_language) : address.last();
}

QString Session::sortOf(const Address& address) const
{
    const schema::ShapeAt at = schema::shapeAt(*m_definition, address);
    return at.shape ? at.shape->label.in(m_language) : QString();
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
