#pragma once
#include <QRegularExpression>

#include <optional>
#include <vector>

namespace fw::feel
{

/// A regular expression of XPath functions 3.1, 5.6.1 (the flavour DMN asks for), with flags among s, m, i, x, q. It is read
/// by its own grammar and run by PCRE: what XPath does not know (look-around, possessive quantifiers, \b) is refused, and what
/// PCRE takes otherwise (".", "$", \s, \w, class subtraction, blocks, back-references) is translated. A match that takes
/// too long is not valid (QRegularExpressionMatch::isValid).
class XPathRegex
{
public:
    /// Nothing when the pattern or a flag is none. The latest patterns of a thread are remembered.
    static std::optional<XPathRegex> compile(const QString& pattern, const QString& flags);

    /// `checked`: a match on this very text has succeeded before, so that it need not be looked at for broken surrogates.
    QRegularExpressionMatch match(const QString& text, qsizetype from, bool checked = false) const
    {
        return m_regex.match(text, from, QRegularExpression::NormalMatch,
                             checked ? QRegularExpression::DontCheckSubjectStringMatchOption
                                     : QRegularExpression::NoMatchOption);
    }
    bool matchesEmpty() const;

    /// A replacement text in pieces: literal text, or a group ($0 … $99).
    struct Piece {
        QString text;
        int group = -1;
    };
    /// Nothing for "$" without a number and for "\" in front of anything but "$" and "\".
    std::optional<std::vector<Piece>> replacement(const QString& text) const;

private:
    QRegularExpression m_regex;
    int m_groups = 0;
    bool m_literal = false;
};

} // namespace fw::feel
