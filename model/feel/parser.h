#pragma once
#include "syntax.h"

namespace fw::feel
{

/// Recursive descent over the tokens of one expression. It never gives up: what it cannot read becomes an Error node
/// with one diagnostic, and reading goes on behind it.
class Parser
{
public:
    Parser(const QString& source, Dialect dialect, NameTable names);
    ExpressionPtr wholeExpression();
    ExpressionPtr wholeTests();
    QList<Diagnostic> diagnostics;

private:
    // parser.cpp: tokens, tests and operators
    const Token& token(int ahead = 0) const;
    bool take(const char* symbol);
    bool take(Keyword keyword);
    void expect(const char* symbol, const char* after);
    void expect(Keyword keyword, const char* word, const char* after);
    void report(const char* code, Message what, Message remedy, Span span, QString replacement = {},
                Message label = {});
    ExpressionPtr node(Expression::Kind kind, int begin) const;
    ExpressionPtr finish(ExpressionPtr expression) const;
    ExpressionPtr error();
    void leftover(ExpressionPtr& expression);
    ExpressionPtr binary(Operator op, ExpressionPtr left, ExpressionPtr right) const;
    ExpressionPtr disjunction();
    ExpressionPtr conjunction();
    ExpressionPtr comparison();
    std::optional<Operator> comparisonOperator() const;
    ExpressionPtr between(ExpressionPtr left);
    ExpressionPtr membership(ExpressionPtr left);
    ExpressionPtr test();
    bool testList(Expression& parent);
    ExpressionPtr concatenation();
    ExpressionPtr additive();
    ExpressionPtr multiplicative();
    ExpressionPtr power();
    ExpressionPtr unary();
    // parser_primary.cpp: everything from postfix inwards
    ExpressionPtr expression();
    ExpressionPtr instanceOf();
    ExpressionPtr postfix();
    ExpressionPtr path(ExpressionPtr target);
    ExpressionPtr filter(ExpressionPtr target);
    ExpressionPtr call(ExpressionPtr target);
    bool closesRange() const;
    ExpressionPtr primary();
    ExpressionPtr literal(Value value);
    ExpressionPtr temporal();
    ExpressionPtr nameOrCall();
    ExpressionPtr parenthesis();
    ExpressionPtr bracket();
    ExpressionPtr rangeFrom(ExpressionPtr start, int begin, bool startIncluded);
    ExpressionPtr context();
    ExpressionPtr conditional();
    ExpressionPtr iteration(Expression::Kind kind);
    ExpressionPtr functionLiteral();
    std::optional<Type> typeName();
    std::optional<Type> genericType(const QString& name);
    QString nameUntil(std::initializer_list<const char*> stops, Keyword word, Span* span);

    QString m_source;
    Dialect m_dialect;
    NameTable m_names;
    std::vector<Token> m_tokens;
    size_t m_at = 0;
    int m_depth = 0;
    int m_rangeEnds = 0; ///< inside the end of a range a "[" may close it: ]1..5[
    friend class DepthGuard;
};

} // namespace fw::feel
