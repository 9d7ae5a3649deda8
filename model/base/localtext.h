#pragma once
#include <QMap>
#include <QString>

namespace fw
{

/// A text by language ("en", "zh"). A text without a language stands under "".
class LocalText
{
public:
    LocalText() = default;
    LocalText(QString any)
    {
        if (!any.isNull())
            m_texts.insert(QString(), std::move(any));
    }
    LocalText(QString en, QString zh)
    {
        m_texts.insert(QStringLiteral("en"), std::move(en));
        m_texts.insert(QStringLiteral("zh"), std::move(zh));
    }

    void set(const QString& language, const QString& text) { m_texts.insert(language, text); }
    /// The text in `language`, else the language-free one, else English, else the first there is.
    QString in(const QString& language) const
    {
        if (auto it = m_texts.find(language); it != m_texts.end())
            return *it;
        if (auto it = m_texts.find(QString()); it != m_texts.end())
            return *it;
        if (auto it = m_texts.find(QStringLiteral("en")); it != m_texts.end())
            return *it;
        return m_texts.isEmpty() ? QString() : m_texts.first();
    }
    bool isEmpty() const { return m_texts.isEmpty(); }
    const QMap<QString, QString>& texts() const { return m_texts; }
    bool operator==(const LocalText&) const = default;

private:
    QMap<QString, QString> m_texts;
};

} // namespace fw
