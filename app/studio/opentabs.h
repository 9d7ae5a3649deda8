#pragma once
#include "session.h"

#include <QVariantList>

namespace fw::studio
{

/// The files that stand open in the centre, and which of them shows.
class OpenTabs : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use Studio.tabs")
    Q_PROPERTY(QVariantList tabs READ tabs NOTIFY changed)
    Q_PROPERTY(QString current READ current NOTIFY currentChanged)
    Q_PROPERTY(QString kind READ kind NOTIFY currentChanged)
    Q_PROPERTY(bool asText READ asText WRITE setAsText NOTIFY currentChanged)
public:
    explicit OpenTabs(Session& session);
    /// What is selected is shown here, unless the other one shows it already.
    void setActive(bool active) { m_active = active; }
    void setOther(const OpenTabs* other) { m_other = other; }
    QStringList paths() const { return m_paths; }
    void restore(const QStringList& paths, const QString& current); ///< as they were the last time
    QVariantList tabs() const;                                      ///< {key, text, icon, engine}
    QString current() const { return m_current; }
    QString kind() const;      ///< of the current file: "form", "workflow", …
    bool asText() const;       ///< also when the file cannot be read: only its text can be shown
    void setAsText(bool text); ///< shows the current file as YAML

    Q_INVOKABLE void show(const QString& path); ///< opens the file's tab if need be
    Q_INVOKABLE void close(const QString& path);
    Q_INVOKABLE void step(int by); ///< to the next or previous tab

Q_SIGNALS:
    void changed();
    void currentChanged();

private:
    void prune();
    Session& m_session;
    QStringList m_paths;
    QString m_current;
    QStringList m_asText;
    bool m_active = true;
    const OpenTabs* m_other = nullptr;
};

} // namespace fw::studio
