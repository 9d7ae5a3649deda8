#include "history.h"

namespace fw::studio
{

History::History(Session& session) : m_session(session)
{
    connect(&session, &Session::historyChanged, this, &History::refresh);
    connect(&session, &Session::documentChanged, this, &History::refresh);
    connect(&session, &Session::languageChanged, this, &History::refresh);
}

void History::refresh()
{
    beginResetModel();
    m_steps = m_session.isOpen() ? m_session.document().history() : QList<Document::Step>();
    m_current = m_session.isOpen() ? m_session.document().historyIndex() : 0;
    endResetModel();
    Q_EMIT changed();
}

QVariant History::data(const QModelIndex& index, int role) const
{
    if (index.row() < 0 || index.row() > m_steps.size())
        return {};
    if (role == Title)
        return index.row() == 0 ? tr("Opened") : m_steps[index.row() - 1].name.text();
    if (role == Done)
        return index.row() <= m_current;
    return {};
}

QHash<int, QByteArray> History::roleNames() const
{
    return {{Title, "title"}, {Done, "done"}};
}

QString History::undoName() const
{
    return m_current > 0 ? m_steps[m_current - 1].name.text() : QString();
}
QString History::redoName() const
{
    return m_current < m_steps.size() ? m_steps[m_current].name.text() : QString();
}

void History::goTo(int row)
{
    if (m_session.isOpen() && row >= 0 && row <= m_steps.size())
        m_session.document().goTo(row);
}

} // namespace fw::studio
