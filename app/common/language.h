#pragma once
#include <QObject>
#include <QTranslator>

class QQmlEngine;

namespace fw
{

/// The language of the interface, changed while the program runs.
class Language : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    QString code() const { return m_code; } ///< "en" or "zh"
    /// Loads the translation and retranslates the QML of `engine` (may be null). English needs no file.
    void set(const QString& code, QQmlEngine* engine);
    /// The language the desktop asks for, of those we speak.
    static QString ofDesktop();

Q_SIGNALS:
    void changed();

private:
    QString m_code = QStringLiteral("en");
    QTranslator m_translator;
};

} // namespace fw
