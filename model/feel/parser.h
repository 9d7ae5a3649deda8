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
    void expected(const QString& wanted, const Token& instead);
    void report(const char* code, Message what, Message remedy, Span span, QString replacement = {},
                Message label = {});
    ExpressionPtr node(Expression::Kind kind, int begin) const;
    ExpressionPtr finish(ExpressionPtr expression);
    ExpressionPtr measured(ExpressionPtr expression);
    void tooDeep();
    ExpressionPtr error();
    void unexpected();
    void leftover(ExpressionPtr& expression);
    bool separator();
    ExpressionPtr binary(Operator op, ExpressionPtr left, ExpressionPtr right);
    ExpressionPtr disjunction();
    ExpressionPtr conjunction();
    ExpressionPtr comparison();
    std::optional<Operator> comparisonOperator() const;
    ExpressionPtr between(ExpressionPtr left);
    ExpressionPtr membership(ExpressionPtr left);
    ExpressionPtr test();
    ExpressionPtr continued(ExpressionPtr operand);
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
    ExpressionPtr operand();
    ExpressionPtr literal(Value value);
    ExpressionPtr bareNegation();
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
    ExpressionPtr m_pending; ///< an operand already read, which primary() gives next
    int m_depth = 0;
    int m_rangeEnds = 0; ///< inside the end of a range a "[" may close it: ]1..5[
    friend class DepthGuard;
};

/// Counts one level of nesting. Every construct that can hold itself passes through expression(), primary(), unary() or
/// typeName().
class DepthGuard
{
public:
    explicit DepthGuard(Parser& parser) : m_parser(parser) { ++m_parser.m_depth; }
    ~DepthGuard() { --m_parser.m_depth; }
    DepthGuard(const DepthGuard&) = delete;
    DepthGuard& operator=(const DepthGuard&) = delete;
    bool tooDeep() const
    {
        if (m_parser.m_depth <= maximumDepth)
            return false;
        m_parser.tooDeep();
        return true;
    }

private:
    static constexpr int maximumDepth = 400; ///< a pair of parentheses counts two
    Parser& m_parser;
};

} // namespace fw::feel
