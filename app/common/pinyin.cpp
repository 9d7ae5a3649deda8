#include "pinyin.h"

#include <QHash>
#include <memory>
#include <unicode/translit.h>

namespace fw
{

namespace
{

bool isHan(QChar c)
{
    return c.script() == QChar::Script_Han;
}

icu::Transliterator* transliterator()
{
    static const std::unique_ptr<icu::Transliterator> instance = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<icu::Transliterator>(
            icu::Transliterator::createInstance("Han-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
    }();
    return instance.get();
}

QString transliterated(const QString& text)
{
    icu::Transliterator* latin = transliterator();
    if (!latin)
        return text.toLower();
    icu::UnicodeString string(reinterpret_cast<const char16_t*>(text.utf16()), int32_t(text.size()));
    latin->transliterate(string);
    return QString(reinterpret_cast<const QChar*>(string.getBuffer()), string.length());
}

/// Looking through hundreds of names at each key stroke must not read the dictionary each time.
const QString& remembered(const QString& text)
{
    static QHash<QString, QString> known;
    const auto it = known.constFind(text);
    if (it != known.constEnd())
        return *it;
    constexpr qsizetype most = 20'000;
    if (known.size() > most)
        known.clear();
    QString spaced; // ICU joins a character to the Latin letters beside it
    for (const QChar c : text) {
        if (isHan(c))
            spaced += QLatin1Char(' ');
        spaced += c;
        if (isHan(c))
            spaced += QLatin1Char(' ');
    }
    return *known.insert(text, transliterated(spaced).simplified());
}

bool hasHan(const QString& text)
{
    return std::any_of(text.begin(), text.end(), isHan);
}

/// Whether the letters of `query` stand in `text` in this order.
bool inOrder(const QString& text, const QString& query)
{
    qsizetype from = 0;
    for (const QChar letter : query) {
        from = text.indexOf(letter, from, Qt::CaseInsensitive) + 1;
        if (from == 0)
            return false;
    }
    return true;
}

} // namespace

QString pinyin(const QString& text)
{
    return hasHan(text) ? remembered(text) : text.toLower();
}

QString pinyinInitials(const QString& text)
{
    QString initials;
    for (const QChar c : text) {
        if (isHan(c))
            initials += remembered(QString(c)).left(1);
        else if (c.isLetterOrNumber())
            initials += c.toLower();
    }
    return initials;
}

int matchRank(const QString& text, const QString& query)
{
    if (query.isEmpty())
        return 1;
    const qsizetype at = text.indexOf(query, 0, Qt::CaseInsensitive);
    if (at == 0)
        return 5;
    if (at > 0)
        return text[at - 1].isLetterOrNumber() && !isHan(text[at]) ? 3 : 4;
    if (hasHan(text) && !hasHan(query)) {
        const QString letters = QString(query).remove(QLatin1Char(' '));
        if (pinyinInitials(text).startsWith(letters, Qt::CaseInsensitive))
            return 4;
        if (pinyin(text).remove(QLatin1Char(' ')).startsWith(letters, Qt::CaseInsensitive))
            return 4;
        if (pinyinInitials(text).contains(letters, Qt::CaseInsensitive) ||
            pinyin(text).remove(QLatin1Char(' ')).contains(letters, Qt::CaseInsensitive))
            return 2;
    }
    return inOrder(text, query) ? 1 : 0;
}

} // namespace fw
