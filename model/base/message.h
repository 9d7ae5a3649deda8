#pragma once
#include "localtext.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace fw
{

/// A sentence for a person, kept untranslated so that it can be shown in either language at any time.
/// `source` is the English text with %1 … %9; it is marked with FW_MSG so that lupdate finds it (context "fw").
class Message
{
public:
    Message() = default;
    Message(const char* source, QStringList args = {}) : m_source(source), m_args(args.cbegin(), args.cend()) {}
    /// With arguments that the definition words in several languages (labels, texts of rules).
    static Message local(const char* source, QList<LocalText> args);

    /// The text in the language of the installed translators.
    QString text() const;
    /// The untranslated English text: for logs and tests.
    QString english() const;
    bool isEmpty() const { return !m_source || !*m_source; }
    bool operator==(const Message& other) const { return english() == other.english(); }

private:
    QString filled(QString pattern, const QString& language) const;
    const char* m_source = nullptr;
    QList<LocalText> m_args;
};

} // namespace fw

/// Marks a message source text for lupdate.
#define FW_MSG(text) QT_TRANSLATE_NOOP("fw", text)
