#pragma once
#include "program.h"

namespace fw::feel
{

enum class TokenKind : quint8 { End, Number, String, Temporal, Name, Quoted, Symbol, Error };

/// Reserved words of FEEL; a name with blanks may still contain them ("date and time").
enum class Keyword : quint8 {
    None,
    And,
    Or,
    If,
    Then,
    Else,
    For,
    In,
    Return,
    Some,
    Every,
    Satisfies,
    Between,
    Instance,
    Of,
    Function,
    External,
    True,
    False,
    Null,
    Not
};

/// Symbols are packed into one number: symbol("<=").
constexpr int symbol(const char* text)
{
    return text[1] ? (text[0] << 8 | text[1]) : text[0];
}

struct Token {
    TokenKind kind = TokenKind::End;
    Keyword keyword = Keyword::None;
    int symbol = 0;
    Span span;
    QString text; ///< a name, or the content of a string with its escapes resolved
    bool is(const char* s) const { return kind == TokenKind::Symbol && symbol == feel::symbol(s); }
    bool is(Keyword k) const { return kind == TokenKind::Name && keyword == k; }
};

/// Cuts FEEL text into tokens. The last one is End. Never fails: what it cannot read is a diagnostic and an Error token.
std::vector<Token> tokenize(const QString& source, Dialect dialect, QList<Diagnostic>* diagnostics);

bool isNameStart(char32_t c);
bool isNamePart(char32_t c);

} // namespace fw::feel
