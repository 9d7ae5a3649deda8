#pragma once
#include "outline.h"

namespace fw::studio
{

/// What is wrong with the app as it stands, worst first, found again a moment after each edit.
class ProblemList : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use Studio.problems")
    Q_PROPERTY(int errors READ errors NOTIFY counted)
    Q_PROPERTY(int warnings READ warnings NOTIFY counted)
    Q_PROPERTY(QString headline READ headline NOTIFY counted) ///< the first problem in one line
    Q_PROPERTY(int count READ count NOTIFY counted)
public:
    enum Role { Text = Qt::UserRole + 1, Remedy, Where, Severity, Fixable, FixLabel };
    ProblemList(Session& session, Outline& outline);

    int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_problems.size());
    }
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    int errors() const { return m_errors; }
    int warnings() const { return m_warnings; }
    QString headline() const;
    int count() const { return int(m_problems.size()); }

    Q_INVOKABLE void open(int row); ///< selects the element
    Q_INVOKABLE void fix(int row);  ///< applies the first quick fix as one undo step
    /// Words about the first problem of an element or anything inside it; "" when there is none.
    QString at(const Address& address) const;
    void find(); ///< looks now

Q_SIGNALS:
    void counted();

private:
    QString placeWords(const Problem& problem) const;
    Session& m_session;
    Outline& m_outline;
    QList<Problem> m_problems;
    int m_errors = 0;
    int m_warnings = 0;
};

} // namespace fw::studio
