#pragma once
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace fw::studio
{

/// A condition as a person reads it: rows of field – operator – value in groups of all or any. Made from the text of an
/// expression and written back as one; what does not fit stays as its text, so nothing is lost either way.
struct Condition {
    enum class Kind {
        All,  ///< every part
        Any,  ///< one part at least
        Row,  ///< field, op, values
        Text, ///< an expression that is no row
        Empty ///< a row that is not filled in yet; not written
    } kind = Kind::Empty;
    std::vector<Condition> parts; ///< of All and Any
    QString field;                ///< of Row: a name or path, or a call such as count_events("paid", @"P7D")
    /// "=", "!=", "<", "<=", ">", ">=", "in", "not in", "between", "contains", "not contains", "starts with",
    /// "ends with", "includes", "not includes" (of a list), "empty", "not empty", "true", "false".
    QString op;
    QStringList values; ///< of Row: expressions, as they are written: "won" with its quotes, 5, today()
    QString source;     ///< the text it was read from; kept as long as nothing in it changes

    bool operator==(const Condition& other) const; ///< the same condition, however it was written
};

/// Reads the text of an expression (without its "="). Never fails: what cannot be read is one Text.
Condition readCondition(const QString& expression);
/// The text of a condition; "" when nothing in it is filled in. Parts that were read and not changed keep their text.
QString writeCondition(const Condition& condition);
/// How many values an operator takes: 0, 1, 2, or -1 for any number.
int valuesOf(const QString& op);

/// The text of a string literal without quotes and escapes; nothing when the expression is no string literal.
std::optional<QString> stringOf(const QString& expression);
/// A text as a string literal.
QString quotedString(const QString& text);

} // namespace fw::studio
