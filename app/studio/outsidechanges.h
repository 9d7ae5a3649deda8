#pragma once
#include "session.h"

#include "model/diff/merge.h"

#include <QVariantList>

namespace fw::studio
{

/// What another program changed in the app's folder meanwhile: told by meaning, merged with what was changed here, with a
/// question for each thing that both changed.
class OutsideChanges : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use Studio.outside")
    Q_PROPERTY(
        QVariantList differences READ differences NOTIFY changed) ///< what they changed, as of diff::differencesJson
    /// [{key, kind: changed|theyRemoved|iRemoved|added, title, place, name, mine, theirs, base, taken: mine|theirs}]
    Q_PROPERTY(QVariantList conflicts READ conflicts NOTIFY changed)
public:
    explicit OutsideChanges(Session& session);
    QVariantList differences() const { return m_differences; }
    QVariantList conflicts() const;

    Q_INVOKABLE bool look(); ///< reads the disk; false when nothing was changed there
    Q_INVOKABLE void take(const QString& key, bool theirs);
    Q_INVOKABLE void takeAll(bool theirs);
    Q_INVOKABLE bool apply();    ///< merges, as one undo step
    Q_INVOKABLE bool keepMine(); ///< leaves everything here as it is; the next save overwrites theirs

Q_SIGNALS:
    void changed();

private:
    void merge();
    Session& m_session;
    std::shared_ptr<const Definition> m_base, m_theirs;
    QHash<QString, diff::Side> m_choices;
    diff::Merged m_merged;
    QVariantList m_differences;
};

} // namespace fw::studio
