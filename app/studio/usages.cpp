#include "usages.h"
#include "places.h"

#include "model/check/rename.h"

namespace fw::studio
{

Usages::Usages(Session& session) : m_session(session)
{
    connect(&session, &Session::documentChanged, this, [this] {
        m_title.clear();
        m_places.clear();
        Q_EMIT changed();
    });
}

bool Usages::find(const QString& address)
{
    if (!m_session.isOpen())
        return false;
    const auto symbol = schema::symbolAt(m_session.definition(), Address::parse(address));
    if (!symbol)
        return false;
    m_title = m_session.titleOf(Address::parse(address));
    m_places.clear();
    for (const schema::Usage& usage : check::usages(m_session.definition(), *symbol))
        m_places << placeRow(m_session, usage);
    Q_EMIT changed();
    return true;
}

void Usages::open(int row)
{
    if (row >= 0 && row < m_places.size())
        m_session.select(Address::parse(m_places[row].toMap()[QStringLiteral("address")].toString()));
}

} // namespace fw::studio
