#pragma once
#include "session.h"

#include <QAbstractListModel>

namespace fw::studio
{

/// The undo history as a list: row 0 is the app as it was opened, then each step. `current` is where it stands.
class History : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use Studio.history")
    Q_PROPERTY(int current READ current NOTIFY changed)
    Q_PROPERTY(QString undoName READ undoName NOTIFY changed)
    Q_PROPERTY(QString redoName READ redoName NOTIFY changed)
public:
    enum Role { Title = Qt::UserRole + 1, Done };
    explicit History(Session& session);
    int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() || !m_session.isOpen() ? 0 : int(m_steps.size()) + 1;
    }
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    int current() const { return m_current; }
    QString undoName() const; ///< "" when nothing can be undone
    QString redoName() const;
    Q_INVOKABLE void goTo(int row);

Q_SIGNALS:
    void changed();

private:
    void refresh();
    Session& m_session;
    QList<Document::Step> m_steps;
    int m_current = 0;
};

} // namespace fw::studio
