#include "opentabs.h"

namespace fw::studio
{

OpenTabs::OpenTabs(Session& session) : m_session(session)
{
    connect(&session, &Session::edited, this, &OpenTabs::prune);
    connect(&session, &Session::documentChanged, this, [this] {
        m_paths.clear();
        m_asText.clear();
        m_current.clear();
        Q_EMIT changed();
        Q_EMIT currentChanged();
    });
    connect(&session, &Session::languageChanged, this, &OpenTabs::changed);
    connect(&session, &Session::selectionChanged, this, [this] {
        const QString& file = m_session.selection().file;
        if (!file.isEmpty() && m_active && !(m_other && m_other->current() == file))
            show(file);
    });
}

QVariantList OpenTabs::tabs() const
{
    QVariantList tabs;
    for (const QString& path : m_paths) {
        const schema::Kind* kind = schema::Schema::instance().kindOfPath(path);
        tabs << QVariantMap{{QStringLiteral("key"), path},
                            {QStringLiteral("text"), kind && !kind->file.isEmpty()
                                                         ? kind->label.in(m_session.language())
                                                         : m_session.titleOf({path, {}})},
                            {QStringLiteral("icon"), kind ? kind->icon : QStringLiteral("file")},
                            {QStringLiteral("engine"), kind ? kind->engine : QString()}};
    }
    return tabs;
}

QString OpenTabs::kind() const
{
    const schema::Kind* kind = schema::Schema::instance().kindOfPath(m_current);
    return kind ? kind->id : QString();
}

bool OpenTabs::asText() const
{
    const DefinitionFile* file = m_session.definition().file(m_current);
    return m_asText.contains(m_current) || (file && !file->root.isMap());
}

void OpenTabs::setAsText(bool text)
{
    if (text == asText() || m_current.isEmpty())
        return;
    if (text)
        m_asText << m_current;
    else
        m_asText.removeAll(m_current);
    Q_EMIT currentChanged();
}

void OpenTabs::show(const QString& path)
{
    if (!m_session.definition().file(path))
        return;
    if (!m_paths.contains(path)) {
        m_paths.insert(m_paths.indexOf(m_current) + 1, path);
        Q_EMIT changed();
    }
    if (m_current != path) {
        m_current = path;
        Q_EMIT currentChanged();
    }
    if (m_active && m_session.selection().file != path)
        m_session.select(Address{path, {}});
}

void OpenTabs::restore(const QStringList& paths, const QString& current)
{
    m_paths.clear();
    for (const QString& path : paths)
        if (m_session.definition().file(path))
            m_paths << path;
    m_current = m_paths.contains(current) ? current : m_paths.value(0);
    Q_EMIT changed();
    Q_EMIT currentChanged();
}

void OpenTabs::close(const QString& path)
{
    const int at = int(m_paths.indexOf(path));
    if (at < 0)
        return;
    m_paths.removeAt(at);
    m_asText.removeAll(path);
    if (m_current == path) {
        m_current = m_paths.value(qMin(at, int(m_paths.size()) - 1));
        Q_EMIT currentChanged();
        if (m_active)
            m_session.select(Address{m_current, {}});
    }
    Q_EMIT changed();
}

void OpenTabs::step(int by)
{
    if (m_paths.size() > 1)
        show(m_paths.at((m_paths.indexOf(m_current) + by + m_paths.size()) % m_paths.size()));
}

void OpenTabs::prune()
{
    const QStringList paths = m_paths;
    for (const QString& path : paths)
        if (!m_session.definition().file(path))
            close(path);
    Q_EMIT changed();
    Q_EMIT currentChanged(); // whether it can be drawn may have changed
}

} // namespace fw::studio
