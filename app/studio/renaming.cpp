#include "renaming.h"
#include "places.h"

#include "model/check/rename.h"

#include <QRegularExpression>
#include <QSignalBlocker>

namespace fw::studio
{

namespace
{
constexpr int pauseMs = 200; ///< typing has paused: look whether the id can be
}

Renaming::Renaming(Session& session) : m_session(session)
{
    m_later.setSingleShot(true);
    m_later.setInterval(pauseMs);
    connect(&m_later, &QTimer::timeout, this, &Renaming::look);
}

bool Renaming::canRename(const QString& address) const
{
    if (!m_session.isOpen())
        return false;
    const Address at = Address::parse(address);
    const yaml::Node& node = m_session.definition().node(at);
    return node.isMap() && node[u"id"].isScalar() && schema::Schema::instance().kindOfPath(at.file) &&
           (!at.path.isEmpty() || schema::symbolAt(m_session.definition(), at));
}

bool Renaming::begin(const QString& address)
{
    if (!canRename(address))
        return false;
    m_address = Address::parse(address);
    m_id = m_session.definition().node(m_address)[u"id"].string();
    m_newId = m_id;
    m_problem.clear();
    m_ready = false;
    m_samples.clear();
    listPlaces();
    Q_EMIT targetChanged();
    Q_EMIT changed();
    return true;
}

void Renaming::listPlaces()
{
    m_places.clear();
    const auto symbol = schema::symbolAt(m_session.definition(), m_address);
    if (!symbol)
        return;
    QList<yaml::Span> seen;
    QString file;
    for (const schema::Usage& usage : check::usages(m_session.definition(), *symbol)) {
        if (usage.address.file != file)
            seen.clear();
        file = usage.address.file;
        if (seen.contains(usage.span))
            continue;
        seen << usage.span;
        m_places << placeRow(m_session, usage, m_newId == m_id ? QString() : m_newId);
    }
}

void Renaming::setNewId(const QString& id)
{
    if (id == m_newId)
        return;
    m_newId = id.trimmed();
    m_ready = false;
    m_problem.clear();
    listPlaces();
    m_later.start();
    Q_EMIT changed();
}

/// An element that nothing can refer to: only its own id changes.
Result<Address> Renaming::renameElement()
{
    const Definition& definition = m_session.definition();
    if (!schema::isValidId(m_newId) || schema::isReservedWord(m_newId))
        return Error(QStringLiteral("rename.id"), Message(FW_MSG("\"%1\" cannot be an id."), {m_newId}),
                     FW_MSG("Use a small letter first, then small letters, digits and \"_\", at most 40 in all, and "
                            "no word of the formula language."));
    if (schema::takenIds(definition, m_address.parent()).contains(m_newId))
        return Error(QStringLiteral("rename.taken"),
                     Message(FW_MSG("The id \"%1\" is in use or was in use."), {m_newId}),
                     FW_MSG("Choose another id."));
    const Result<void> done =
        m_session.document().set(m_address.child(QStringLiteral("id")), yaml::Node::plain(m_newId),
                                 Message(FW_MSG("Rename \"%1\" to \"%2\""), {m_id, m_newId}));
    return done ? Result<Address>(m_address.parent().child(m_newId)) : Result<Address>(done.error());
}

Result<Address> Renaming::perform(QStringList* files)
{
    const auto symbol = schema::symbolAt(m_session.definition(), m_address);
    if (!symbol)
        return renameElement();
    const auto renamed = check::rename(m_session.document(), *symbol, m_newId);
    if (!renamed)
        return renamed.error();
    if (files)
        *files = renamed->files;
    return renamed->address;
}

/// Does it and takes it back at once: whether it can be is known for certain only then.
void Renaming::look()
{
    if (!m_session.isOpen() || m_newId == m_id || m_newId.isEmpty())
        return;
    QStringList files;
    {
        const QSignalBlocker quiet(&m_session.document());
        const Document::Transaction trial(m_session.document(), Message(FW_MSG("Rename")));
        const Result<Address> done = perform(&files);
        m_problem = done ? QString() : Session::words(done.error());
    }
    m_ready = m_problem.isEmpty();
    m_samples = files.filter(QRegularExpression(QStringLiteral("^seed/")));
    Q_EMIT changed();
}

bool Renaming::apply()
{
    if (!m_session.isOpen())
        return false;
    m_later.stop();
    const Result<Address> done = perform(nullptr);
    if (!done) {
        m_problem = Session::words(done.error());
        m_ready = false;
        Q_EMIT changed();
        return false;
    }
    m_session.select(*done);
    return true;
}

} // namespace fw::studio
