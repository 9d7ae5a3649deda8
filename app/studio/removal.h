#pragma once
#include "bin.h"

namespace fw::studio
{

/// Deleting with open eyes: what still uses it, and what would go with it.
class Removal : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use Studio.removal")
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(bool holdsData READ holdsData NOTIFY changed) ///< a field or table: its values can be kept
    /// As of placeRow(), with `remedy`: key, item, element, file or mend; and `taken`: the title of what would go.
    Q_PROPERTY(QVariantList places READ places NOTIFY changed)
    Q_PROPERTY(int byHand READ byHand NOTIFY changed) ///< places only a person can mend
public:
    Removal(Session& session, Bin& bin);
    QString title() const { return m_title; }
    bool holdsData() const { return m_holdsData; }
    QVariantList places() const { return m_places; }
    int byHand() const { return m_byHand; }

    /// Looks at what deleting these would mean. False when nothing can be deleted there.
    bool begin(const QList<Address>& targets);
    bool mustAsk() const { return m_holdsData || !m_places.isEmpty(); }
    Q_INVOKABLE bool apply(bool keepData, bool references);

Q_SIGNALS:
    void changed();
    void removed(const QString& title);

private:
    Session& m_session;
    Bin& m_bin;
    QList<Address> m_targets;
    QString m_title;
    QVariantList m_places;
    bool m_holdsData = false;
    int m_byHand = 0;
};

} // namespace fw::studio
