#pragma once
#include "session.h"

#include <QVariantList>

namespace fw::studio
{

/// Where something is used: what "Find usages" lists.
class Usages : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use Studio.usages")
    Q_PROPERTY(QString title READ title NOTIFY changed)        ///< of what was asked for; "" = nothing yet
    Q_PROPERTY(QVariantList places READ places NOTIFY changed) ///< as of placeRow()
public:
    explicit Usages(Session& session);
    QString title() const { return m_title; }
    QVariantList places() const { return m_places; }
    Q_INVOKABLE bool find(const QString& address); ///< false when nothing can name it
    Q_INVOKABLE void open(int row);                ///< selects the element of a place

Q_SIGNALS:
    void changed();

private:
    Session& m_session;
    QString m_title;
    QVariantList m_places;
};

} // namespace fw::studio
