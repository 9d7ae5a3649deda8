#pragma once
#include "session.h"

#include <QVariantList>

namespace fw::studio
{

/// The app as one .fwapp file, for handing over: written, and read back with its differences shown before it is taken in.
class Packages : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use Studio.packages")
    Q_PROPERTY(QString title READ title NOTIFY changed)      ///< of the app in the package that was looked at
    Q_PROPERTY(QString problem READ problem NOTIFY changed)  ///< why it cannot be taken in; "" = it can
    Q_PROPERTY(bool otherApp READ isOtherApp NOTIFY changed) ///< it is another app than the one that is open
    Q_PROPERTY(QVariantList differences READ differences NOTIFY changed) ///< what taking it in would change
public:
    explicit Packages(Session& session);
    QString title() const { return m_title; }
    QString problem() const { return m_problem; }
    bool isOtherApp() const { return m_otherApp; }
    QVariantList differences() const { return m_differences; }

    /// Writes the app as it stands here. False (and failed()) when the file cannot be written.
    Q_INVOKABLE bool exportTo(const QString& path);
    Q_INVOKABLE void look(const QString& path); ///< reads a package and compares it with the app that is open
    Q_INVOKABLE bool apply();                   ///< replaces the app that is open by the package, as one undo step
    Q_INVOKABLE QString proposedFile() const;

Q_SIGNALS:
    void changed();

private:
    Session& m_session;
    QString m_title, m_problem;
    bool m_otherApp = false;
    QVariantList m_differences;
    QMap<QString, QByteArray> m_files;
};

} // namespace fw::studio
