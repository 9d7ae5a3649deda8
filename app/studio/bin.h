#pragma once
#include "session.h"

#include <QDateTime>
#include <QVariantList>

namespace fw::studio
{

/// What was deleted and can come back: fields and tables that the app keeps as retired (stores still have their values),
/// and whatever else was deleted in this studio, kept in the app's .studio folder.
class Bin : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use Studio.bin")
    /// Newest first: [{key, title, sort, place, icon, engine, when, keepsData}]
    Q_PROPERTY(QVariantList entries READ entries NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
public:
    explicit Bin(Session& session);
    QVariantList entries() const;
    int count() const;

    /// Remembers what was deleted, as it stood in `before`. Retired fields stand in the definition itself and need it not.
    void keep(const Definition& before, const QList<Address>& targets, bool retired);
    Q_INVOKABLE bool restore(const QString& key); ///< puts it back where it was and selects it
    Q_INVOKABLE void forget(const QString& key);  ///< of what the definition does not keep itself

Q_SIGNALS:
    void changed();

private:
    struct Entry {
        QString key;
        QDateTime when;
        QString title, sort, place;
        Address address;
        int index = -1;
        QByteArray text;      ///< the file, or the element as "- …"
        bool retired = false; ///< the text of a table that is retired: stands behind its line in app.yaml
    };
    QVariantMap row(const Entry& entry) const;
    void addRetired(QVariantList& rows, const Address& list) const;
    bool restoreRetired(const Address& retired);
    bool restoreEntry(const Entry& entry);
    QString path() const;
    void load();
    void save();
    Session& m_session;
    std::vector<Entry> m_entries; ///< newest last
};

} // namespace fw::studio
