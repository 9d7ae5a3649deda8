#pragma once
#include <QRegularExpression>

namespace fw::feel
{

/// A regular expression of XPath/XQuery functions 3.1 (the flavour DMN asks for) with flags among s, m, i, x, q as Qt's.
/// Translated: class subtraction [a-z-[aeiou]], blocks \p{IsBasicLatin}, \i \c, flag x; refused: references inside classes.
std::optional<QRegularExpression> xpathRegex(const QString& pattern, const QString& flags);

/// Every match replaced; $0 … $9 stand for groups, "\$" and "\\" for themselves. Nothing for another use of "$" or "\".
std::optional<QString> xpathReplace(const QString& input, const QRegularExpression& regex, const QString& replacement);

} // namespace fw::feel
