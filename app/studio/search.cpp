#include "search.h"

#include "app/common/pinyin.h"

#include "model/yaml/path.h"

namespace fw::studio
{

namespace
{
constexpr size_t mostShown = 60;

} // namespace

Search::Search(Session& session, CommandRegistry& commands) : m_session(session), m_commands(commands) {}

void Search::gatherList(const Address& list, const yaml::Node& node, const schema::Kind& kind, const QString& fileTitle)
{
    for (int i = 0; i < int(node.items.size()); ++i) {
        const yaml::Node& item = node.items[size_t(i)];
        if (!item.isMap())
            continue;
        const Address address = list.child(yaml::stepOf(node, i));
        m_all.push_back({m_session.titleOf(address), fileTitle, kind.icon, kind.engine, {}, {}, address.toString(), 0});
        for (const yaml::Entry& entry : item.entries)
            if (entry.value.isSequence())
                gatherList(address.child(entry.key), entry.value, kind, fileTitle);
    }
}

void Search::gatherFile(const DefinitionFile& file)
{
    const schema::Kind* kind = schema::Schema::instance().kindOfPath(file.path);
    if (!kind)
        return;
    const QString title = m_session.titleOf({file.path, {}});
    m_all.push_back({title,
                     kind->label.in(m_session.language()),
                     kind->icon,
                     kind->engine,
                     {},
                     {},
                     file.path + QLatin1Char('#'),
                     0});
    for (const yaml::Entry& entry : file.root.entries)
        if (entry.value.isSequence())
            gatherList(Address{file.path, {entry.key}}, entry.value, *kind, title);
}

void Search::gather()
{
    m_all.clear();
    const QStringList commands = m_commands.ids();
    for (const QString& id : commands)
        if (m_commands.enabled(id))
            m_all.push_back({m_commands.text(id),
                             m_commands.isSetting(id) ? tr("Setting") : tr("Command"),
                             m_commands.icon(id),
                             {},
                             m_commands.shortcut(id),
                             id,
                             {},
                             0});
    for (const auto& file : m_session.definition().files())
        gatherFile(*file);
}

void Search::setQuery(const QString& query)
{
    if (query.isEmpty() || m_all.empty())
        gather();
    m_query = query.trimmed();
    beginResetModel();
    m_shown.clear();
    for (Hit hit : m_all) {
        hit.rank = qMax(matchRank(hit.title, m_query) * 2, matchRank(Address::parse(hit.address).last(), m_query));
        if (!hit.command.isEmpty()) // a setting is also found by its heading
            hit.rank = qMax(hit.rank, matchRank(hit.subtitle, m_query));
        if (hit.rank > (m_query.isEmpty() ? 0 : 1))
            m_shown.push_back(std::move(hit));
    }
    std::stable_sort(m_shown.begin(), m_shown.end(), [](const Hit& a, const Hit& b) { return a.rank > b.rank; });
    if (m_shown.size() > mostShown)
        m_shown.resize(mostShown);
    endResetModel();
    Q_EMIT queryChanged();
}

QVariant Search::data(const QModelIndex& index, int role) const
{
    if (index.row() < 0 || index.row() >= int(m_shown.size()))
        return {};
    const Hit& hit = m_shown[size_t(index.row())];
    switch (role) {
    case Title: return hit.title;
    case Subtitle: return hit.subtitle;
    case Icon: return hit.icon;
    case Engine: return hit.engine;
    case Shortcut: return hit.shortcut;
    }
    return {};
}

QHash<int, QByteArray> Search::roleNames() const
{
    return {{Title, "title"}, {Subtitle, "subtitle"}, {Icon, "icon"}, {Engine, "engine"}, {Shortcut, "shortcut"}};
}

void Search::activate(int row)
{
    if (row < 0 || row >= int(m_shown.size()))
        return;
    const Hit hit = m_shown[size_t(row)];
    if (!hit.command.isEmpty())
        m_commands.run(hit.command);
    else
        m_session.select(Address::parse(hit.address));
}

} // namespace fw::studio
