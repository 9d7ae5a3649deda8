#include "regex.h"

#include <QHash>

#include <algorithm>

namespace fw::feel
{

namespace
{

class Translator
{
public:
    Translator(const QString& pattern, bool skipBlanks) : m_in(pattern), m_skipBlanks(skipBlanks) {}

    std::optional<QString> run()
    {
        QString out;
        while (m_at < m_in.size() && m_ok) {
            const QChar c = m_in[m_at];
            if (m_skipBlanks && isBlank(c))
                ++m_at;
            else if (c == u'\\')
                out += escape(false);
            else if (c == u'[')
                out += bracket();
            else
                out += m_in[m_at++];
        }
        return m_ok ? std::optional(out) : std::nullopt;
    }

private:
    static bool isBlank(QChar c) { return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r'; }

    QChar next()
    {
        ++m_at;
        while (m_skipBlanks && m_at < m_in.size() && isBlank(m_in[m_at]))
            ++m_at;
        return m_at < m_in.size() ? m_in[m_at] : QChar();
    }

    /// \p{IsX}, \i, \c and the escapes both flavours share.
    QString escape(bool inClass)
    {
        const QChar c = next();
        if (c.isNull()) {
            m_ok = false;
            return {};
        }
        ++m_at;
        if (c == u'p' || c == u'P')
            return property(c == u'P', inClass);
        if (c == u'i' || c == u'I')
            return className(c == u'I', QStringLiteral("\\p{L}_:"), inClass);
        if (c == u'c' || c == u'C')
            return className(c == u'C', QStringLiteral("\\p{L}\\p{Nd}\\p{M}_:.\\-\\x{B7}"), inClass);
        if (c.isDigit()) {
            // A reference is no member of a class, and \0 is none at all.
            m_ok = m_ok && !inClass && c != u'0';
            return QStringLiteral("(?:\\%1)").arg(c);
        }
        // Nothing else may be escaped, so that "\b" or "\Q" do not get PCRE's meaning.
        static const QString allowed = QStringLiteral("nrt\\|.?*+(){}-[]^$sSdDwW/");
        m_ok = m_ok && allowed.contains(c);
        return QStringLiteral("\\") + c;
    }

    QString className(bool negated, const QString& members, bool inClass)
    {
        if (inClass && negated)
            m_ok = false;
        return inClass ? members : (negated ? QStringLiteral("[^") : QStringLiteral("[")) + members + u']';
    }

    QString property(bool negated, bool inClass)
    {
        QString name;
        if (m_at < m_in.size() && m_in[m_at] == u'{')
            for (QChar c = next(); !c.isNull() && c != u'}'; c = next())
                name += c;
        ++m_at;
        const auto plain = [](QChar c) { return c.isLetterOrNumber() || c == u'-' || c == u'_'; };
        if (name.isEmpty() || !std::all_of(name.begin(), name.end(), plain)) {
            m_ok = false;
            return {};
        }
        if (!name.startsWith(QLatin1String("Is")))
            return QStringLiteral("\\%1{%2}").arg(negated ? u'P' : u'p').arg(name);
        static const QHash<QString, QString> blocks{
            {QStringLiteral("IsBasicLatin"), QStringLiteral("\\x{0}-\\x{7F}")},
            {QStringLiteral("IsLatin-1Supplement"), QStringLiteral("\\x{80}-\\x{FF}")},
            {QStringLiteral("IsLatinExtended-A"), QStringLiteral("\\x{100}-\\x{17F}")},
            {QStringLiteral("IsGreek"), QStringLiteral("\\x{370}-\\x{3FF}")},
            {QStringLiteral("IsGreekandCoptic"), QStringLiteral("\\x{370}-\\x{3FF}")},
            {QStringLiteral("IsCyrillic"), QStringLiteral("\\x{400}-\\x{4FF}")},
            {QStringLiteral("IsArabic"), QStringLiteral("\\x{600}-\\x{6FF}")},
            {QStringLiteral("IsHebrew"), QStringLiteral("\\x{590}-\\x{5FF}")},
            {QStringLiteral("IsGeneralPunctuation"), QStringLiteral("\\x{2000}-\\x{206F}")},
            {QStringLiteral("IsHiragana"), QStringLiteral("\\x{3040}-\\x{309F}")},
            {QStringLiteral("IsKatakana"), QStringLiteral("\\x{30A0}-\\x{30FF}")},
            {QStringLiteral("IsCJKUnifiedIdeographs"), QStringLiteral("\\x{4E00}-\\x{9FFF}")},
            {QStringLiteral("IsHangulSyllables"), QStringLiteral("\\x{AC00}-\\x{D7AF}")}};
        m_ok = m_ok && blocks.contains(name);
        return className(negated, blocks.value(name), inClass);
    }

    /// [abc-[b]] becomes (?![b])[abc]: PCRE has no subtraction.
    QString bracket()
    {
        QString members;
        QString excluded;
        ++m_at;
        bool first = true;
        while (m_ok) {
            if (m_at >= m_in.size()) {
                m_ok = false;
                break;
            }
            const QChar c = m_in[m_at];
            if (c == u']' && !first && members != QStringLiteral("^")) {
                ++m_at;
                break;
            }
            if (c == u'-' && m_at + 1 < m_in.size() && m_in[m_at + 1] == u'[') {
                ++m_at;
                excluded = QStringLiteral("(?!%1)").arg(bracket());
                m_ok = m_ok && m_at < m_in.size() && m_in[m_at] == u']';
            } else if (c == u'[') {
                m_ok = false; // must be escaped
            } else if (c == u'\\') {
                members += escape(true);
            } else {
                members += m_in[m_at++];
            }
            first = false;
        }
        return QStringLiteral("(?:%1[%2])").arg(excluded, members);
    }

    const QString& m_in;
    bool m_skipBlanks;
    qsizetype m_at = 0;
    bool m_ok = true;
};

} // namespace

std::optional<QRegularExpression> xpathRegex(const QString& pattern, const QString& flags)
{
    QRegularExpression::PatternOptions options = QRegularExpression::UseUnicodePropertiesOption;
    bool skipBlanks = false, literal = false;
    for (const QChar flag : flags) {
        switch (flag.unicode()) {
        case u's': options |= QRegularExpression::DotMatchesEverythingOption; break;
        case u'm': options |= QRegularExpression::MultilineOption; break;
        case u'i': options |= QRegularExpression::CaseInsensitiveOption; break;
        case u'x': skipBlanks = true; break;
        case u'q': literal = true; break;
        default: return std::nullopt;
        }
    }
    const auto translated =
        literal ? std::optional(QRegularExpression::escape(pattern)) : Translator(pattern, skipBlanks).run();
    if (!translated)
        return std::nullopt;
    QRegularExpression regex(*translated, options);
    return regex.isValid() ? std::optional(regex) : std::nullopt;
}

std::optional<QString> xpathReplace(const QString& input, const QRegularExpression& regex, const QString& replacement)
{
    QString out;
    qsizetype from = 0;
    auto matches = regex.globalMatch(input);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        out += QStringView(input).mid(from, match.capturedStart() - from);
        for (qsizetype i = 0; i < replacement.size(); ++i) {
            const QChar c = replacement[i], next = i + 1 < replacement.size() ? replacement[i + 1] : QChar();
            if (c == u'$' && next.isDigit()) {
                out += match.captured(next.digitValue());
                ++i;
            } else if (c == u'\\' && (next == u'$' || next == u'\\')) {
                out += next;
                ++i;
            } else if (c == u'$' || c == u'\\') {
                return std::nullopt;
            } else {
                out += c;
            }
        }
        from = match.capturedEnd();
    }
    return out + input.mid(from);
}

} // namespace fw::feel
