#include "lexer.h"

namespace fw::feel
{

// DMN 1.5, 10.3.1.2, rules 28 and 29.
bool isNameStart(char32_t c)
{
    if (c < 0x80)
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == '?';
    struct Interval {
        char32_t from, to;
    };
    static constexpr std::array<Interval, 13> starts{{{0xC0, 0xD6},
                                                      {0xD8, 0xF6},
                                                      {0xF8, 0x2FF},
                                                      {0x370, 0x37D},
                                                      {0x37F, 0x1FFF},
                                                      {0x200C, 0x200D},
                                                      {0x2070, 0x218F},
                                                      {0x2C00, 0x2FEF},
                                                      {0x3001, 0xD7FF},
                                                      {0xF900, 0xFDCF},
                                                      {0xFDF0, 0xFFFD},
                                                      {0x10000, 0xEFFFF},
                                                      {0, 0}}};
    return std::any_of(starts.begin(), starts.end(), [c](const Interval& i) { return c >= i.from && c <= i.to; });
}

bool isNamePart(char32_t c)
{
    return isNameStart(c) || (c >= '0' && c <= '9') || c == 0xB7 || (c >= 0x300 && c <= 0x36F) ||
           (c >= 0x203F && c <= 0x2040);
}

namespace
{

Keyword keywordOf(const QString& text)
{
    static const QHash<QString, Keyword> words{{QStringLiteral("and"), Keyword::And},
                                               {QStringLiteral("or"), Keyword::Or},
                                               {QStringLiteral("if"), Keyword::If},
                                               {QStringLiteral("then"), Keyword::Then},
                                               {QStringLiteral("else"), Keyword::Else},
                                               {QStringLiteral("for"), Keyword::For},
                                               {QStringLiteral("in"), Keyword::In},
                                               {QStringLiteral("return"), Keyword::Return},
                                               {QStringLiteral("some"), Keyword::Some},
                                               {QStringLiteral("every"), Keyword::Every},
                                               {QStringLiteral("satisfies"), Keyword::Satisfies},
                                               {QStringLiteral("between"), Keyword::Between},
                                               {QStringLiteral("instance"), Keyword::Instance},
                                               {QStringLiteral("of"), Keyword::Of},
                                               {QStringLiteral("function"), Keyword::Function},
                                               {QStringLiteral("external"), Keyword::External},
                                               {QStringLiteral("true"), Keyword::True},
                                               {QStringLiteral("false"), Keyword::False},
                                               {QStringLiteral("null"), Keyword::Null},
                                               {QStringLiteral("not"), Keyword::Not}};
    return words.value(text, Keyword::None);
}

/// What a Chinese keyboard gives instead of the ASCII sign.
char16_t folded(char16_t c)
{
    switch (c) {
    case u'＋': return u'+';
    case u'－': return u'-';
    case u'＊': return u'*';
    case u'／': return u'/';
    case u'＞': return u'>';
    case u'＜': return u'<';
    case u'＝': return u'=';
    case u'！': return u'!';
    case u'（': return u'(';
    case u'）': return u')';
    case u'［': return u'[';
    case u'］': return u']';
    case u'｛': return u'{';
    case u'｝': return u'}';
    case u'，': return u',';
    case u'；': return u';';
    case u'：': return u':';
    case u'％': return u'%';
    case u'＆': return u'&';
    case u'“':
    case u'”': return u'"';
    case u'‘':
    case u'’': return u'\'';
    case u'　': return u' ';
    default: return c;
    }
}

class Lexer
{
public:
    Lexer(const QString& source, Dialect dialect, QList<Diagnostic>* diagnostics)
        : m_source(source), m_studio(dialect == Dialect::Studio), m_diagnostics(diagnostics)
    {
    }

    std::vector<Token> run()
    {
        std::vector<Token> tokens;
        while (skipBlanks()) {
            tokens.push_back(next());
            tokens.back().span.end = static_cast<int>(m_at);
        }
        Token end;
        end.span = {static_cast<int>(m_source.size()), static_cast<int>(m_source.size())};
        tokens.push_back(end);
        return tokens;
    }

private:
    char16_t peek(qsizetype ahead = 0) const
    {
        const qsizetype i = m_at + ahead;
        if (i >= m_source.size())
            return 0;
        return m_studio ? folded(m_source[i].unicode()) : m_source[i].unicode();
    }

    /// The code point at the reading position and its length in UTF-16 units.
    std::pair<char32_t, int> codePoint(qsizetype at) const
    {
        if (at >= m_source.size())
            return {0, 0};
        const QChar c = m_source[at];
        if (c.isHighSurrogate() && at + 1 < m_source.size() && m_source[at + 1].isLowSurrogate())
            return {QChar::surrogateToUcs4(c, m_source[at + 1]), 2};
        return {m_studio ? folded(c.unicode()) : c.unicode(), 1};
    }

    void report(const char* code, Message what, Message remedy, Span span, QString replacement = {}, Message label = {})
    {
        constexpr qsizetype enough = 50;
        if (m_diagnostics && m_diagnostics->size() < enough)
            m_diagnostics->append(Diagnostic{Severity::Error, QString::fromLatin1(code), std::move(what),
                                             std::move(remedy), span, std::move(replacement), std::move(label)});
    }

    /// Moves over white space and comments; false at the end.
    bool skipBlanks()
    {
        while (m_at < m_source.size()) {
            const char16_t c = peek();
            if (c == u' ' || QChar(c).isSpace() || c == 0xFEFF) {
                ++m_at;
            } else if (c == u'/' && peek(1) == u'/') {
                const qsizetype line = m_source.indexOf(u'\n', m_at);
                m_at = line < 0 ? m_source.size() : line;
            } else if (c == u'/' && peek(1) == u'*') {
                const qsizetype end = m_source.indexOf(QStringLiteral("*/"), m_at + 2);
                if (end < 0)
                    report("feel.open_comment", Message(FW_MSG("The comment is not closed.")),
                           Message(FW_MSG("Add \"*/\" at its end.")),
                           {static_cast<int>(m_at), static_cast<int>(m_at) + 2});
                m_at = end < 0 ? m_source.size() : end + 2;
            } else {
                return true;
            }
        }
        return false;
    }

    Token next()
    {
        Token token;
        token.span.begin = static_cast<int>(m_at);
        const char16_t c = peek();
        const auto digit = [](char16_t d) { return d >= u'0' && d <= u'9'; };
        if (digit(c) || (c == u'.' && digit(peek(1)))) {
            number(token);
        } else if (c == u'"') {
            token.kind = TokenKind::String;
            string(token);
        } else if (c == u'@' && peek(1) == u'"') {
            ++m_at;
            token.kind = TokenKind::Temporal;
            string(token);
        } else if (c == u'@' && (digit(peek(1)) || peek(1) == u'P' || (peek(1) == u'-' && peek(2) == u'P'))) {
            bareTemporal(token);
        } else if (c == u'\'') {
            singleQuoted(token);
        } else if (c == u'`') {
            backquoted(token);
        } else if (isNameStart(codePoint(m_at).first)) {
            name(token);
        } else {
            symbolToken(token);
        }
        return token;
    }

    void number(Token& token)
    {
        token.kind = TokenKind::Number;
        const auto digits = [this] {
            while (peek() >= u'0' && peek() <= u'9')
                ++m_at;
        };
        digits();
        if (peek() == u'.' && peek(1) >= u'0' && peek(1) <= u'9') {
            ++m_at;
            digits();
        }
        if (peek() == u'e' || peek() == u'E') {
            const qsizetype sign = peek(1) == u'+' || peek(1) == u'-' ? 2 : 1;
            if (peek(sign) >= u'0' && peek(sign) <= u'9') {
                m_at += sign;
                digits();
            }
        }
        token.text = m_source.mid(token.span.begin, m_at - token.span.begin);
    }

    void string(Token& token)
    {
        ++m_at;
        while (m_at < m_source.size()) {
            const char16_t c = m_source[m_at].unicode();
            // A string begun with a Chinese quotation mark may end with either; inside ASCII quotes they are plain text.
            const bool chinese = m_studio && m_source[token.span.begin + (token.kind == TokenKind::Temporal)] != u'"';
            if (c == u'"' || (chinese && c == u'”')) {
                ++m_at;
                return;
            }
            if (c == u'\\')
                escape(token.text);
            else
                token.text += m_source[m_at++];
        }
        report("feel.open_string", Message(FW_MSG("The text is not closed.")),
               Message(FW_MSG("Add a quotation mark at its end.")), {token.span.begin, static_cast<int>(m_at)},
               m_source.mid(token.span.begin, m_at - token.span.begin) + u'"',
               Message(FW_MSG("Add a quotation mark at its end.")));
    }

    /// @2026-01-05 without its quotation marks.
    void bareTemporal(Token& token)
    {
        token.kind = TokenKind::Temporal;
        static const QString signs = QStringLiteral("-:.+");
        for (++m_at; m_at < m_source.size() && (m_source[m_at].isLetterOrNumber() || signs.contains(m_source[m_at]));
             ++m_at)
            token.text += m_source[m_at];
        report("feel.quotes_missing",
               Message(FW_MSG("A date, time or duration behind \"@\" stands in quotation marks.")),
               Message(FW_MSG("Write @\"%1\"."), {token.text}), {token.span.begin, static_cast<int>(m_at)},
               QStringLiteral("@\"%1\"").arg(token.text), Message(FW_MSG("Add the quotation marks.")));
    }

    /// 'text' as other languages have it; a lone apostrophe is a symbol, for names that hold one.
    void singleQuoted(Token& token)
    {
        qsizetype end = m_at + 1;
        while (end < m_source.size() && m_source[end] != u'\n' && peek(end - m_at) != u'\'')
            ++end;
        const bool name = m_at > 0 && isNamePart(m_source[m_at - 1].unicode()); // O'Neill
        if (name || end >= m_source.size() || m_source[end] == u'\n') {
            symbolToken(token);
            return;
        }
        token.kind = TokenKind::String;
        token.text = m_source.mid(m_at + 1, end - m_at - 1);
        m_at = end + 1;
        QString inner = token.text;
        report("feel.single_quotes", Message(FW_MSG("Text stands in double quotation marks.")),
               Message(FW_MSG("Write \"%1\"."), {token.text}), {token.span.begin, static_cast<int>(m_at)},
               u'"' + inner.replace(u'"', QStringLiteral("\\\"")) + u'"',
               Message(FW_MSG("Write double quotation marks.")));
    }

    /// What other languages write for an operator: read as meant, and said so.
    bool foreignOperator(Token& token)
    {
        struct Habit {
            const char16_t* written;
            const char* meant;
        };
        static constexpr std::array<Habit, 7> habits{
            {{u"&&", "and"}, {u"||", "or"}, {u"=>", ">="}, {u"=<", "<="}, {u"≥", ">="}, {u"≤", "<="}, {u"≠", "!="}}};
        for (const Habit& habit : habits) {
            const QStringView written(habit.written);
            bool same = true;
            for (qsizetype i = 0; i < written.size() && same; ++i)
                same = peek(i) == written[i].unicode();
            if (!same)
                continue;
            m_at += written.size();
            const QString meant = QString::fromLatin1(habit.meant);
            report("feel.foreign_operator",
                   Message(FW_MSG("\"%1\" is no operator."), {m_source.mid(token.span.begin, written.size())}),
                   Message(FW_MSG("Write \"%1\"."), {meant}), {token.span.begin, static_cast<int>(m_at)}, meant,
                   Message(FW_MSG("Write \"%1\"."), {meant}));
            token.text = meant;
            token.keyword = keywordOf(meant);
            token.kind = token.keyword == Keyword::None ? TokenKind::Symbol : TokenKind::Name;
            token.symbol = token.keyword == Keyword::None ? feel::symbol(habit.meant) : 0;
            return true;
        }
        return false;
    }

    void escape(QString& out)
    {
        const qsizetype from = m_at;
        const char16_t c = m_at + 1 < m_source.size() ? m_source[m_at + 1].unicode() : char16_t(0);
        m_at += 2;
        switch (c) {
        case u'"': out += u'"'; return;
        case u'\\': out += u'\\'; return;
        case u'\'': out += u'\''; return;
        case u'n': out += u'\n'; return;
        case u'r': out += u'\r'; return;
        case u't': out += u'\t'; return;
        case u'u':
        case u'U': {
            const int length = c == u'u' ? 4 : 6;
            bool ok = false;
            const uint point = m_source.mid(m_at, length).toUInt(&ok, 16);
            if (ok && m_at + length <= m_source.size() && point <= 0x10FFFF) {
                m_at += length;
                if (point > 0xFFFF)
                    out += QString::fromUcs4(reinterpret_cast<const char32_t*>(&point), 1);
                else
                    out += QChar(static_cast<char16_t>(point));
                return;
            }
            break;
        }
        default: break;
        }
        // An unknown escape is kept as it stands: regular expressions are full of them.
        out += m_source.mid(from, 1);
        m_at = from + 1;
    }

    void backquoted(Token& token)
    {
        const qsizetype end = m_source.indexOf(u'`', m_at + 1);
        token.kind = TokenKind::Quoted;
        if (end < 0) {
            report("feel.open_name", Message(FW_MSG("The name is not closed.")),
                   Message(FW_MSG("Add a backquote at its end.")),
                   {token.span.begin, static_cast<int>(m_source.size())}, m_source.mid(token.span.begin) + u'`',
                   Message(FW_MSG("Add a backquote at its end.")));
            m_at = m_source.size();
            return;
        }
        token.text = m_source.mid(m_at + 1, end - m_at - 1);
        m_at = end + 1;
    }

    void name(Token& token)
    {
        token.kind = TokenKind::Name;
        for (auto [c, length] = codePoint(m_at); length > 0 && isNamePart(c); std::tie(c, length) = codePoint(m_at))
            m_at += length;
        token.text = m_source.mid(token.span.begin, m_at - token.span.begin);
        token.keyword = keywordOf(token.text);
    }

    void symbolToken(Token& token)
    {
        if (foreignOperator(token))
            return;
        static constexpr std::array<int, 7> pairs{symbol("**"), symbol("<="), symbol(">="), symbol("!="),
                                                  symbol(".."), symbol("->"), symbol("<>")};
        const int two = peek() < 0x80 && peek(1) < 0x80 ? peek() << 8 | peek(1) : 0;
        token.kind = TokenKind::Symbol;
        if (std::find(pairs.begin(), pairs.end(), two) != pairs.end() && (two != symbol("<>") || m_studio)) {
            token.symbol = two;
            m_at += 2;
            return;
        }
        const char16_t c = peek();
        static const QString single = QStringLiteral("+-*/<>=()[]{},:.;%&^'?!");
        if (single.contains(QChar(c))) {
            token.symbol = c;
            ++m_at;
            return;
        }
        const int length = std::max(1, codePoint(m_at).second);
        token.kind = TokenKind::Error;
        token.text = m_source.mid(m_at, length);
        m_at += length;
        report("feel.unexpected_character", Message(FW_MSG("The character \"%1\" has no meaning here."), {token.text}),
               Message(FW_MSG("Remove it, or put a name with odd characters in backquotes.")),
               {token.span.begin, static_cast<int>(m_at)});
    }

    const QString& m_source;
    bool m_studio;
    QList<Diagnostic>* m_diagnostics;
    qsizetype m_at = 0;
};

} // namespace

std::vector<Token> tokenize(const QString& source, Dialect dialect, QList<Diagnostic>* diagnostics)
{
    return Lexer(source, dialect, diagnostics).run();
}

} // namespace fw::feel
