#pragma once
#include "lexer.h"
#include "operators.h"

#include <map>

namespace fw::feel
{

/// The syntax tree of an expression: what was written, before names mean anything.
struct Expression {
    enum class Kind : quint8 {
        Error,   ///< what could not be read; `parts` are the readable pieces, so that rename still finds names in them
        Literal, ///< `literal`
        Name,    ///< `name`
        Path,    ///< parts[0] . name
        Filter,  ///< parts[0] [ parts[1] ]
        Call,    ///< parts[0] ( parts[1…] ); `names` hold the parameter names of a call by name
        List,    ///< parts
        Context, ///< names[i] : parts[i]
        Range,   ///< parts[0] .. parts[1], with `startIncluded` and `endIncluded`
        OpenRange, ///< (op parts[0])
        Negate,    ///< - parts[0]
        Binary,    ///< parts[0] op parts[1]
        And,
        Or,         ///< parts[0], parts[1]
        Between,    ///< parts[0] between parts[1] and parts[2]
        In,         ///< parts[0] in (parts[1…]), each a test
        InstanceOf, ///< parts[0] instance of `type`
        If,         ///< parts[0] then parts[1] else parts[2]
        For,        ///< names[i] in parts[i] … return parts.back()
        Some,
        Every,      ///< names[i] in parts[i] … satisfies parts.back()
        Function,   ///< names with `types`, parts[0] the body
        Comparison, ///< a unary test: op parts[0]
        Tests,      ///< alternatives of unary tests; `negated` for not(…)
        Anything,   ///< "-"
    };
    Kind kind = Kind::Error;
    Operator op = Operator::Add;
    Span span;
    QString name;
    Span nameSpan;
    Value literal;
    std::vector<std::unique_ptr<Expression>> parts;
    QStringList names;
    std::vector<Span> nameSpans;
    std::vector<Type> types;
    bool startIncluded = true;
    bool endIncluded = true;
    bool negated = false;
    int height = 1;      ///< of the tree under it
    bool bounds = false; ///< of a Range: written without brackets as "for i in 1..3"
};

using ExpressionPtr = std::unique_ptr<Expression>;

/// Names of more than one word (or with signs in them) that the parser must take as one.
class NameTable
{
public:
    void add(const QString& name);
    /// The names of the built-ins, shared by all tables (they are many, and every parse needs them).
    static const NameTable& ofBuiltins();
    /// The longest known name, built-ins included, that begins at token `at`; its number of tokens, 0 when there is none.
    int match(const std::vector<Token>& tokens, size_t at, QString* name) const;
    void addType(const QString& name, const Type& type);
    /// The same for the names of types that the scope brings.
    int matchType(const std::vector<Token>& tokens, size_t at, Type* type) const;

private:
    struct Entry {
        QString name;
        QStringList words;
    };
    using Names = std::multimap<QString, Entry>;
    static void matchIn(const Names& names, const std::vector<Token>& tokens, size_t at, int* best, QString* name);
    static QStringList wordsOf(const QString& name);
    Names m_names;
    Names m_typeNames;
    QHash<QString, Type> m_types;
};

struct Parsed {
    ExpressionPtr expression; ///< never null
    QList<Diagnostic> diagnostics;
};

/// Parses an expression. `names` are the known names with blanks; names of context entries, parameters and loop variables
/// inside the text are added while it is read.
Parsed parseExpression(const QString& source, Dialect dialect, NameTable names);
/// Parses unary tests as they stand in a decision table: "> 5, [10..20]", "not(1, 2)", "-".
Parsed parseUnaryTests(const QString& source, Dialect dialect, NameTable names);

/// The names with blanks a scope brings, members of its contexts and the built-ins included.
NameTable namesOf(const Scope& scope);

/// "date and time", "list<number>" …; nothing for a type nobody knows.
std::optional<Type> parseTypeName(const QString& text);

} // namespace fw::feel
