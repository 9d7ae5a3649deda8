#include "outline.h"

namespace fw::studio
{

QString engineOf(const QString& kindId)
{
    const schema::Kind* kind = schema::Schema::instance().kind(kindId);
    return kind ? kind->engine : QString();
}

Outline::Outline(Session& session) : m_session(session)
{
    connect(&session, &Session::edited, this, &Outline::rebuild);
    connect(&session, &Session::documentChanged, this, &Outline::rebuild);
    connect(&session, &Session::languageChanged, this, &Outline::rebuild);
}

void Outline::addKind(std::vector<Row>& rows, const schema::Kind& kind) const
{
    const QString language = m_session.language();
    QStringList files; // by path: a file that cannot be read has no kind, but its place
    for (const auto& file : m_session.definition().files())
        if (schema::Schema::instance().kindOfPath(file->path) == &kind)
            files << file->path;
    if (!kind.file.isEmpty()) {
        rows.push_back({kind.label.in(language), kind.icon, kind.engine, kind.file, kind.id, 0, false, false, -1});
        return;
    }
    Row head{kind.plural.in(language),    kind.icon,        kind.engine, {}, kind.id, 0, true,
             !m_folded.contains(kind.id), int(files.size())};
    head.expandable = !files.isEmpty();
    rows.push_back(head);
    if (!head.expanded)
        return;
    for (const QString& path : std::as_const(files))
        rows.push_back({m_session.titleOf({path, {}}), {}, kind.engine, path, kind.id, 1, false, false, -1});
}

void Outline::rebuild()
{
    std::vector<Row> rows;
    if (m_session.isOpen())
        for (const schema::Kind& kind : schema::Schema::instance().kinds())
            addKind(rows, kind);
    if (rows == m_rows)
        return;
    if (rows.size() == m_rows.size()) { // labels changed: keep the view's scroll position and focus
        m_rows = std::move(rows);
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

QVariant Outline::data(const QModelIndex& index, int role) const
{
    if (index.row() < 0 || index.row() >= int(m_rows.size()))
        return {};
    const Row& row = m_rows[size_t(index.row())];
    switch (role) {
    case Label: return row.label;
    case Icon: return row.icon;
    case Colour: return row.engine;
    case Depth: return row.depth;
    case Expandable: return row.expandable;
    case Expanded: return row.expanded;
    case Count: return row.count;
    case Mark: return m_marks.value(row.path);
    case Path: return row.path;
    case Kind: return row.kind;
    }
    return {};
}

QHash<int, QByteArray> Outline::roleNames() const
{
    return {{Label, "label"},       {Icon, "icon"},   {Colour, "engine"}, {Depth, "depth"}, {Expandable, "expandable"},
            {Expanded, "expanded"}, {Count, "count"}, {Mark, "mark"},     {Path, "path"},   {Kind, "kind"}};
}

void Outline::toggle(int row)
{
    if (row < 0 || row >= int(m_rows.size()) || !m_rows[size_t(row)].expandable)
        return;
    const QString kind = m_rows[size_t(row)].kind;
    if (!m_folded.remove(kind))
        m_folded.insert(kind);
    rebuild();
}

QString Outline::pathAt(int row) const
{
    return row < 0 || row >= int(m_rows.size()) ? QString() : m_rows[size_t(row)].path;
}
QString Outline::kindAt(int row) const
{
    return row < 0 || row >= int(m_rows.size()) ? QString() : m_rows[size_t(row)].kind;
}

int Outline::rowOf(const QString& path) const
{
    const auto it = std::find_if(m_rows.begin(), m_rows.end(),
                                 [&](const Row& row) { return !row.path.isEmpty() && row.path == path; });
    return it == m_rows.end() ? -1 : int(it - m_rows.begin());
}

void Outline::setMarks(const QHash<QString, QString>& marks)
{
    if (marks == m_marks)
        return;
    m_marks = marks;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1), {Mark});
}

} // namespace fw::studio
