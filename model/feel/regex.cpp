#include "regex.h"

#include <QHash>

#include <algorithm>

namespace fw::feel
{

namespace
{

struct Interval {
    char32_t from, to;
};
using Intervals = std::vector<Interval>;
constexpr char32_t lastPoint = 0x10FFFF;

// What XML 1.1 lets a name begin with (\i), and continue with (\c).
const Intervals nameStarts{{0x3A, 0x3A},     {0x41, 0x5A},     {0x5F, 0x5F},     {0x61, 0x7A},
                           {0xC0, 0xD6},     {0xD8, 0xF6},     {0xF8, 0x2FF},    {0x370, 0x37D},
                           {0x37F, 0x1FFF},  {0x200C, 0x200D}, {0x2070, 0x218F}, {0x2C00, 0x2FEF},
                           {0x3001, 0xD7FF}, {0xF900, 0xFDCF}, {0xFDF0, 0xFFFD}, {0x10000, 0xEFFFF}};
const Intervals nameParts{{0x2D, 0x2E},     {0x30, 0x3A},     {0x41, 0x5A},      {0x5F, 0x5F},     {0x61, 0x7A},
                          {0xB7, 0xB7},     {0xC0, 0xD6},     {0xD8, 0xF6},      {0xF8, 0x37D},    {0x37F, 0x1FFF},
                          {0x200C, 0x200D}, {0x203F, 0x2040}, {0x2070, 0x218F},  {0x2C00, 0x2FEF}, {0x3001, 0xD7FF},
                          {0xF900, 0xFDCF}, {0xFDF0, 0xFFFD}, {0x10000, 0xEFFFF}};
const Intervals blanks{{0x9, 0xA}, {0xD, 0xD}, {0x20, 0x20}};

/// The blocks of XML Schema, appendix F.1.1, as far as languages in use need them.
struct Block {
    const char* name;
    char32_t from, to;
};
constexpr Block blocks[]{{"BasicLatin", 0x0, 0x7F},
                         {"Latin-1Supplement", 0x80, 0xFF},
                         {"LatinExtended-A", 0x100, 0x17F},
                         {"LatinExtended-B", 0x180, 0x24F},
                         {"IPAExtensions", 0x250, 0x2AF},
                         {"SpacingModifierLetters", 0x2B0, 0x2FF},
                         {"CombiningDiacriticalMarks", 0x300, 0x36F},
                         {"Greek", 0x370, 0x3FF},
                         {"GreekandCoptic", 0x370, 0x3FF},
                         {"Cyrillic", 0x400, 0x4FF},
                         {"Armenian", 0x530, 0x58F},
                         {"Hebrew", 0x590, 0x5FF},
                         {"Arabic", 0x600, 0x6FF},
                         {"Syriac", 0x700, 0x74F},
                         {"Thaana", 0x780, 0x7BF},
                         {"Devanagari", 0x900, 0x97F},
                         {"Bengali", 0x980, 0x9FF},
                         {"Gurmukhi", 0xA00, 0xA7F},
                         {"Gujarati", 0xA80, 0xAFF},
                         {"Oriya", 0xB00, 0xB7F},
                         {"Tamil", 0xB80, 0xBFF},
                         {"Telugu", 0xC00, 0xC7F},
                         {"Kannada", 0xC80, 0xCFF},
                         {"Malayalam", 0xD00, 0xD7F},
                         {"Sinhala", 0xD80, 0xDFF},
                         {"Thai", 0xE00, 0xE7F},
                         {"Lao", 0xE80, 0xEFF},
                         {"Tibetan", 0xF00, 0xFFF},
                         {"Myanmar", 0x1000, 0x109F},
                         {"Georgian", 0x10A0, 0x10FF},
                         {"HangulJamo", 0x1100, 0x11FF},
                         {"Ethiopic", 0x1200, 0x137F},
                         {"Cherokee", 0x13A0, 0x13FF},
                         {"Khmer", 0x1780, 0x17FF},
                         {"Mongolian", 0x1800, 0x18AF},
                         {"LatinExtendedAdditional", 0x1E00, 0x1EFF},
                         {"GreekExtended", 0x1F00, 0x1FFF},
                         {"GeneralPunctuation", 0x2000, 0x206F},
                         {"SuperscriptsandSubscripts", 0x2070, 0x209F},
                         {"CurrencySymbols", 0x20A0, 0x20CF},
                         {"CombiningMarksforSymbols", 0x20D0, 0x20FF},
                         {"LetterlikeSymbols", 0x2100, 0x214F},
                         {"NumberForms", 0x2150, 0x218F},
                         {"Arrows", 0x2190, 0x21FF},
                         {"MathematicalOperators", 0x2200, 0x22FF},
                         {"MiscellaneousTechnical", 0x2300, 0x23FF},
                         {"BoxDrawing", 0x2500, 0x257F},
                         {"BlockElements", 0x2580, 0x259F},
                         {"GeometricShapes", 0x25A0, 0x25FF},
                         {"MiscellaneousSymbols", 0x2600, 0x26FF},
                         {"Dingbats", 0x2700, 0x27BF},
                         {"BraillePatterns", 0x2800, 0x28FF},
                         {"CJKRadicalsSupplement", 0x2E80, 0x2EFF},
                         {"KangxiRadicals", 0x2F00, 0x2FDF},
                         {"CJKSymbolsandPunctuation", 0x3000, 0x303F},
                         {"Hiragana", 0x3040, 0x309F},
                         {"Katakana", 0x30A0, 0x30FF},
                         {"Bopomofo", 0x3100, 0x312F},
                         {"HangulCompatibilityJamo", 0x3130, 0x318F},
                         {"EnclosedCJKLettersandMonths", 0x3200, 0x32FF},
                         {"CJKCompatibility", 0x3300, 0x33FF},
                         {"CJKUnifiedIdeographsExtensionA", 0x3400, 0x4DBF},
                         {"CJKUnifiedIdeographs", 0x4E00, 0x9FFF},
                         {"YiSyllables", 0xA000, 0xA48F},
                         {"HangulSyllables", 0xAC00, 0xD7AF},
                         {"PrivateUse", 0xE000, 0xF8FF},
                         {"CJKCompatibilityIdeographs", 0xF900, 0xFAFF},
                         {"AlphabeticPresentationForms", 0xFB00, 0xFB4F},
                         {"ArabicPresentationForms-A", 0xFB50, 0xFDFF},
                         {"CombiningHalfMarks", 0xFE20, 0xFE2F},
                         {"CJKCompatibilityForms", 0xFE30, 0xFE4F},
                         {"SmallFormVariants", 0xFE50, 0xFE6F},
                         {"ArabicPresentationForms-B", 0xFE70, 0xFEFF},
                         {"HalfwidthandFullwidthForms", 0xFF00, 0xFFEF},
                         {"Specials", 0xFFF0, 0xFFFF}};

Intervals complement(const Intervals& intervals)
{
    Intervals out;
    char32_t next = 0;
    for (const Interval& i : intervals) {
        if (i.from > next)
            out.push_back({next, i.from - 1});
        next = i.to + 1;
    }
    if (next <= lastPoint)
        out.push_back({next, lastPoint});
    return out;
}

/// As members of a class.
QString members(const Intervals& intervals)
{
    QString out;
    for (const Interval& i : intervals)
        out += QStringLiteral("\\x{%1}-\\x{%2}").arg(uint(i.from), 0, 16).arg(uint(i.to), 0, 16);
    return out;
}

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r';
}

/// Flag x: white space counts inside classes only.
QString withoutBlanks(const QString& pattern)
{
    QString out;
    int depth = 0;
    bool escaped = false;
    for (const QChar c : pattern) {
        if (depth == 0 && isBlank(c))
            continue;
        out += c;
        if (std::exchange(escaped, false))
            continue;
        if (c == u'\\')
            escaped = true;
        else if (c == u'[')
            ++depth;
        else if (c == u']' && depth > 0)
            --depth;
    }
    return out;
}

/// Reads a pattern by XPath's grammar and writes it for PCRE.
class PatternTranslator
{
public:
    PatternTranslator(const QString& pattern, bool dotAll, bool multiline)
        : m_in(pattern), m_dotAll(dotAll), m_multiline(multiline)
    {
    }
    int groups = 0;

    std::optional<QString> run()
    {
        alternatives();
        return m_ok && m_at == m_in.size() ? std::optional(m_out) : std::nullopt;
    }

private:
    static constexpr int maximumDepth = 100;

    bool atEnd() const { return m_at >= m_in.size(); }
    QChar peek(qsizetype ahead = 0) const { return m_at + ahead < m_in.size() ? m_in[m_at + ahead] : QChar(); }
    void fail() { m_ok = false; }

    void alternatives()
    {
        if (++m_depth > maximumDepth)
            fail();
        while (m_ok && !atEnd() && peek() != u')') {
            if (peek() == u'|')
                m_out += m_in[m_at++];
            else
                piece();
        }
        --m_depth;
    }

    void piece()
    {
        const QChar c = m_in[m_at];
        if (c == u'(') {
            group();
        } else if (c == u'[') {
            m_out += bracket();
        } else if (c == u'\\') {
            if (peek(1).isDigit())
                reference();
            else
                m_out += escape(false);
        } else if (c == u'.') {
            ++m_at;
            m_out += m_dotAll ? QStringLiteral("(?s:.)") : QStringLiteral("[^\\n\\r]");
        } else if (c == u'^') {
            ++m_at;
            m_out += m_multiline ? QStringLiteral("^") : QStringLiteral("\\A");
        } else if (c == u'$') {
            ++m_at;
            m_out += m_multiline ? QStringLiteral("$") : QStringLiteral("\\z");
        } else if (QStringLiteral("?*+{}]").contains(c)) {
            fail();
        } else {
            literal();
        }
        quantifier();
    }

    void literal()
    {
        const qsizetype length = peek().isHighSurrogate() && peek(1).isLowSurrogate() ? 2 : 1;
        m_out += QRegularExpression::escape(m_in.mid(m_at, length));
        m_at += length;
    }

    void group()
    {
        ++m_at;
        int number = 0;
        if (peek() == u'?' && peek(1) == u':') {
            m_at += 2;
            m_out += QStringLiteral("(?:");
        } else {
            number = ++groups;
            m_closed.push_back(false);
            m_out += u'(';
        }
        alternatives();
        if (peek() != u')')
            return fail();
        ++m_at;
        m_out += u')';
        if (number > 0)
            m_closed[static_cast<size_t>(number) - 1] = true;
    }

    /// \N: as many digits as make a group that there is; it must be closed.
    void reference()
    {
        ++m_at;
        int number = m_in[m_at++].digitValue();
        while (peek().isDigit() && number * 10 + peek().digitValue() <= groups)
            number = number * 10 + m_in[m_at++].digitValue();
        if (number < 1 || number > groups || !m_closed[static_cast<size_t>(number) - 1])
            return fail();
        m_out += QStringLiteral("(?:\\%1)").arg(number);
    }

    void quantifier()
    {
        const QChar c = peek();
        if (c == u'?' || c == u'*' || c == u'+') {
            m_out += m_in[m_at++];
        } else if (c == u'{') {
            const qsizetype end = m_in.indexOf(u'}', m_at);
            static const QRegularExpression form(QStringLiteral("\\A\\{[0-9]{1,5}(?:,(?:[0-9]{1,5})?)?\\}\\z"));
            const QString text = end < 0 ? QString() : m_in.mid(m_at, end + 1 - m_at);
            if (!form.match(text).hasMatch())
                return fail();
            m_out += text;
            m_at = end + 1;
        } else {
            return;
        }
        if (peek() == u'?') // reluctant
            m_out += m_in[m_at++];
    }

    /// A class escape or an escaped character; digits are references and no members of a class.
    QString escape(bool inClass)
    {
        ++m_at;
        const QChar c = peek();
        ++m_at;
        const auto set = [inClass](const QString& list) { return inClass ? list : u'[' + list + u']'; };
        switch (c.unicode()) {
        case u's': return set(members(blanks));
        case u'S': return set(members(complement(blanks)));
        case u'i': return set(members(nameStarts));
        case u'I': return set(members(complement(nameStarts)));
        case u'c': return set(members(nameParts));
        case u'C': return set(members(complement(nameParts)));
        case u'd': return QStringLiteral("\\p{Nd}");
        case u'D': return QStringLiteral("\\P{Nd}");
        case u'w': return set(QStringLiteral("\\p{L}\\p{M}\\p{N}\\p{S}"));
        case u'W': return set(QStringLiteral("\\p{P}\\p{Z}\\p{C}"));
        case u'p':
        case u'P': return property(c == u'P', inClass);
        default: break;
        }
        // Nothing else may be escaped, so that "\b" or "\Q" do not get PCRE's meaning.
        static const QString allowed = QStringLiteral("nrt\\|.?*+(){}-[]^$/");
        if (c.isNull() || !allowed.contains(c))
            fail();
        return QStringLiteral("\\") + c;
    }

    QString property(bool negated, bool inClass)
    {
        const qsizetype end = m_in.indexOf(u'}', m_at);
        if (peek() != u'{' || end < 0) {
            fail();
            return {};
        }
        const QString name = m_in.mid(m_at + 1, end - m_at - 1);
        m_at = end + 1;
        if (!name.startsWith(QLatin1String("Is"))) {
            static const QRegularExpression category(
                QStringLiteral("\\A(?:L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|Z[slp]?|S[mcko]?|C[cfon]?)\\z"));
            if (!category.match(name).hasMatch())
                fail();
            // Flag i does not touch categories.
            const QString escape = QStringLiteral("\\%1{%2}").arg(QChar(negated ? u'P' : u'p')).arg(name);
            return inClass ? escape : QStringLiteral("(?-i:%1)").arg(escape);
        }
        const QByteArray wanted = name.mid(2).toLatin1();
        const Block* block =
            std::find_if(std::begin(blocks), std::end(blocks), [&](const Block& b) { return wanted == b.name; });
        if (block == std::end(blocks)) {
            fail();
            return {};
        }
        const Intervals range{{block->from, block->to}};
        const QString list = members(negated ? complement(range) : range);
        return inClass ? list : u'[' + list + u']';
    }

    /// One member of a class as PCRE wants it, or the end of a range.
    QString member()
    {
        if (peek() == u'\\')
            return escape(true);
        const QChar c = peek();
        if (c == u'[' || c == u']')
            fail();
        const qsizetype length = c.isHighSurrogate() && peek(1).isLowSurrogate() ? 2 : 1;
        const QString text = m_in.mid(m_at, length);
        m_at += length;
        return QRegularExpression::escape(text);
    }

    /// [abc-[b]] becomes (?![b])[abc]: PCRE has no subtraction.
    QString bracket()
    {
        if (++m_depth > maximumDepth)
            fail();
        QString list, excluded;
        ++m_at;
        if (peek() == u'^') {
            list = QStringLiteral("^");
            ++m_at;
        }
        bool empty = true;
        while (m_ok && !atEnd() && (peek() != u']' || empty)) {
            if (peek() == u'-' && peek(1) == u'[') {
                ++m_at;
                excluded = QStringLiteral("(?!%1)").arg(bracket());
                if (empty || peek() != u']')
                    fail();
                break;
            }
            list += member();
            empty = false;
            // A hyphen is a range unless it stands last or in front of a subtraction.
            if (peek() == u'-' && peek(1) != u']' && peek(1) != u'[') {
                ++m_at;
                list += u'-' + member();
            }
        }
        --m_depth;
        if (peek() != u']' || empty)
            fail();
        ++m_at;
        return QStringLiteral("(?:%1[%2])").arg(excluded, list);
    }

    const QString& m_in;
    bool m_dotAll, m_multiline;
    QString m_out;
    qsizetype m_at = 0;
    int m_depth = 0;
    std::vector<bool> m_closed;
    bool m_ok = true;
};

} // namespace

std::optional<XPathRegex> XPathRegex::compile(const QString& pattern, const QString& flags)
{
    constexpr qsizetype longest = 20'000, remembered = 100;
    thread_local QHash<std::pair<QString, QString>, std::optional<XPathRegex>> known;
    if (const auto it = known.constFind({pattern, flags}); it != known.constEnd())
        return *it;
    const auto has = [&flags](char16_t flag) { return flags.contains(QChar(flag)); };
    const bool valid =
        std::all_of(flags.begin(), flags.end(), [](QChar c) { return QStringLiteral("smixq").contains(c); });
    if (!valid || pattern.size() > longest)
        return std::nullopt;
    XPathRegex out;
    out.m_literal = has(u'q');
    const QString source = has(u'x') && !out.m_literal ? withoutBlanks(pattern) : pattern;
    PatternTranslator translator(source, has(u's'), has(u'm'));
    const auto translated = out.m_literal ? std::optional(QRegularExpression::escape(pattern)) : translator.run();
    std::optional<XPathRegex> result;
    if (translated) {
        QRegularExpression::PatternOptions options = QRegularExpression::UseUnicodePropertiesOption;
        options.setFlag(QRegularExpression::CaseInsensitiveOption, has(u'i'));
        options.setFlag(QRegularExpression::MultilineOption, has(u'm') && !out.m_literal);
        out.m_regex =
            QRegularExpression(QStringLiteral("(*LIMIT_MATCH=1000000)(*LIMIT_DEPTH=10000)") + *translated, options);
        out.m_groups = translator.groups;
        if (out.m_regex.isValid())
            result = out;
    }
    if (known.size() >= remembered)
        known.clear();
    known.insert({pattern, flags}, result);
    return result;
}

bool XPathRegex::matchesEmpty() const
{
    return m_regex.match(QStringLiteral("")).hasMatch();
}

std::optional<std::vector<XPathRegex::Piece>> XPathRegex::replacement(const QString& text) const
{
    if (m_literal)
        return std::vector<Piece>{{text, -1}};
    std::vector<Piece> out;
    QString literal;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i], next = i + 1 < text.size() ? text[i + 1] : QChar();
        if (c == u'$' && next >= u'0' && next <= u'9') {
            // As many digits as name a group that there is; a single one may name none, and stands for nothing then.
            int group = next.digitValue();
            for (++i; i + 1 < text.size() && text[i + 1] >= u'0' && text[i + 1] <= u'9' &&
                      group * 10 + text[i + 1].digitValue() <= m_groups;)
                group = group * 10 + text[++i].digitValue();
            out.push_back({std::exchange(literal, QString()), -1});
            if (group <= m_groups)
                out.push_back({QString(), group});
        } else if (c == u'\\' && (next == u'$' || next == u'\\')) {
            literal += next;
            ++i;
        } else if (c == u'$' || c == u'\\') {
            return std::nullopt;
        } else {
            literal += c;
        }
    }
    out.push_back({literal, -1});
    return out;
}

} // namespace fw::feel
