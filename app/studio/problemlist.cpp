#include "problemlist.h"

#include "model/check/check.h"

#include <QTimer>

namespace fw::studio
{

ProblemList::ProblemList(Session& session, Outline& outline) : m_session(session), m_outline(outline)
{
    auto* later = new QTimer(this);
    later->setSingleShot(true);
    later->setInterval(150);
    connect(later, &QTimer::timeout, this, &ProblemList::find);
    connect(&session, &Session::edited, later, qOverload<>(&QTimer::start));
    connect(&session, &Session::documentChanged, later, qOverload<>(&QTimer::start));
    connect(&session, &Session::languageChanged, this, [this] {
        if (!m_problems.isEmpty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    });
}

/// A file and every element around a problem show its worst mark; errors come first in the list.
static void mark(QHash<QString, QString>& marks, const Problem& problem, const QString& kind)
{
    if (!marks.contains(problem.place.file))
        marks.insert(problem.place.file, kind);
    for (Address at = Address::parse(problem.place.element); !at.path.isEmpty(); at = at.parent())
        if (!marks.contains(at.toString()))
            marks.insert(at.toString(), kind);
}

void ProblemList::find()
{
    QList<Problem> problems;
    if (m_session.isOpen())
        problems = check::check(m_session.definition());
    std::stable_sort(problems.begin(), problems.end(),
                     [](const Problem& a, const Problem& b) { return a.severity > b.severity; });

    beginResetModel();
    m_problems = std::move(problems);
    m_errors = m_warnings = 0;
    QHash<QString, QString> marks;
    for (const Problem& problem : std::as_const(m_problems)) {
        const bool error = problem.severity == fw::Severity::Error;
        (error ? m_errors : m_warnings) += problem.severity == fw::Severity::Info ? 0 : 1;
        if (problem.severity != fw::Severity::Info)
            mark(marks, problem, error ? QStringLiteral("error") : QStringLiteral("warning"));
    }
    endResetModel();
    m_outline.setMarks(marks);
    Q_EMIT counted();
}

QString ProblemList::placeWords(const Problem& problem) const
{
    const Address address = Address::parse(problem.place.element);
    QString words = m_session.titleOf({problem.place.file, {}});
    if (words.isEmpty())
        words = problem.place.file;
    if (!address.path.isEmpty()) {
        Address element = address;
        while (element.path.size() > 1 && !m_session.definition().node(element).isMap())
            element = element.parent();
        if (m_session.definition().node(element).isMap())
            words += QStringLiteral(" › ") + m_session.titleOf(element);
    }
    return words;
}

QString ProblemList::headline() const
{
    return m_problems.isEmpty() ? QString()
                                : tr("%1: %2").arg(placeWords(m_problems.first()), m_problems.first().what.text());
}

QVariant ProblemList::data(const QModelIndex& index, int role) const
{
    if (index.row() < 0 || index.row() >= m_problems.size())
        return {};
    const Problem& problem = m_problems[index.row()];
    switch (role) {
    case Text: return problem.what.text();
    case Remedy: return problem.remedy.text();
    case Where: return placeWords(problem);
    case Severity:
        return problem.severity == fw::Severity::Error     ? QStringLiteral("error")
               : problem.severity == fw::Severity::Warning ? QStringLiteral("warning")
                                                           : QStringLiteral("info");
    case Fixable: return !problem.fixes.isEmpty();
    case FixLabel: return problem.fixes.isEmpty() ? QString() : problem.fixes.first().label.text();
    }
    return {};
}

QHash<int, QByteArray> ProblemList::roleNames() const
{
    return {{Text, "text"},         {Remedy, "remedy"},   {Where, "where"},
            {Severity, "severity"}, {Fixable, "fixable"}, {FixLabel, "fixLabel"}};
}

void ProblemList::open(int row)
{
    if (row < 0 || row >= m_problems.size())
        return;
    Address address = Address::parse(m_problems[row].place.element);
    if (address.file.isEmpty())
        address.file = m_problems[row].place.file;
    while (!address.path.isEmpty() && !m_session.definition().node(address).isMap())
        address = address.parent();
    m_session.select(address);
}

void ProblemList::fix(int row)
{
    if (row < 0 || row >= m_problems.size() || m_problems[row].fixes.isEmpty())
        return;
    const Fix fix = m_problems[row].fixes.first();
    const DefinitionFile* file = m_session.definition().file(fix.file);
    if (!file || fix.begin < 0 || fix.end < fix.begin || fix.end > file->text.size())
        return;
    QByteArray text = file->text;
    text.replace(fix.begin, fix.end - fix.begin, fix.replacement);
    m_session.report(m_session.document().setText(fix.file, text, Message(FW_MSG("Fix: %1"), {fix.label.text()})));
}

QString ProblemList::at(const Address& address) const
{
    for (const Problem& problem : m_problems)
        if (problem.severity == fw::Severity::Error && Address::parse(problem.place.element).isInside(address))
            return problem.what.text();
    return {};
}

} // namespace fw::studio
