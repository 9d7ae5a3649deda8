#pragma once
#include "session.h"

#include <QTimer>
#include <QVariantList>

namespace fw::studio
{

/// Another id for something, with every place that follows shown before it is done; and the same list without a new id:
/// where it is used.
class Renaming : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use Studio.renaming")
    Q_PROPERTY(QString title READ title NOTIFY targetChanged) ///< what it is called on screens
    Q_PROPERTY(QString sort READ sort NOTIFY targetChanged)
    Q_PROPERTY(QString id READ id NOTIFY targetChanged)
    Q_PROPERTY(QString newId READ newId WRITE setNewId NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)     ///< why the new id cannot be; "" = it can
    Q_PROPERTY(bool ready READ isReady NOTIFY changed)          ///< the new id has been looked at and can be
    Q_PROPERTY(QVariantList places READ places NOTIFY changed)  ///< as of placeRow()
    Q_PROPERTY(QStringList samples READ samples NOTIFY changed) ///< files of sample data that follow
public:
    explicit Renaming(Session& session);
    QString title() const { return m_session.titleOf(m_address); }
    QString sort() const { return m_session.sortOf(m_address); }
    QString id() const { return m_id; }
    QString newId() const { return m_newId; }
    void setNewId(const QString& id);
    QString problem() const { return m_problem; }
    bool isReady() const { return m_ready; }
    QVariantList places() const { return m_places; }
    QStringList samples() const { return m_samples; }

    /// Whether the thing at an address has an id of its own that can be changed.
    Q_INVOKABLE bool canRename(const QString& address) const;
    Q_INVOKABLE bool begin(const QString& address);
    Q_INVOKABLE bool apply(); ///< one undo step

Q_SIGNALS:
    void targetChanged();
    void changed();

private:
    void look();
    Result<Address> perform(QStringList* files);
    Result<Address> renameElement();
    void listPlaces();

    Session& m_session;
    Address m_address;
    QString m_id, m_newId, m_problem;
    bool m_ready = false;
    QVariantList m_places;
    QStringList m_samples;
    QTimer m_later;
};

} // namespace fw::studio
