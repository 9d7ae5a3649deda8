#include "parser.h"
#include "builtins.h"
#include "nearness.h"

namespace fw::feel
{

namespace
{
constexpr int maximumHeight = 1000; ///< of the tree, which long chains such as 1 + 1 + 1 … make without nesting
constexpr qsizetype maximumDiagnostics = 50;
constexpr qsizetype maximumSource = 256 * 1024; ///< UTF-16 units
} // namespace

void Parser::tooDeep()
{
    report("feel.too_deep", Message(FW_MSG("The expression is nested too deeply.")),
           Message(FW_MSG("Split it into several computed fields.")), token().span);
    m_at = m_tokens.size() - 1;
}

int NameTable::match(const std::vector<Token>& tokens, size_t at, QString* name) const
{
    int best = 0;
    matchIn(ofBuiltins().m_names, tokens, at, &best, name);
    matchIn(m_names, tokens, at, &best, name);
    return best;
}

void NameTable::matchIn(const Names& names, const std::vector<Token>& tokens, size_t at, int* best, QString* name)
{
    const auto [begin, end] = names.equal_range(tokens[at].text);
    for (auto it = begin; it != end; ++it) {
        const QStringList& words = it->second.words;
        if (words.size() <= *best || at + static_cast<size_t>(words.size()) > tokens.size())
            continue;
        bool same = true;
        for (int i = 0; i < words.size() && same; ++i) {
            const Token& token = tokens[at + static_cast<size_t>(i)];
            same = (token.kind == TokenKind::Symbol ? QString(QChar(token.symbol)) : token.text) == words[i];
        }
        if (same) {
            *best = static_cast<int>(words.size());
            *name = it->second.name;
        }
    }
}

QStringList NameTable::wordsOf(const QString& name)
{
    QStringList words;
    for (const Token& token : tokenize(name, Dialect::Strict, nullptr))
        if (token.kind != TokenKind::End)
            words << (token.kind == TokenKind::Symbol ? QString(QChar(token.symbol)) : token.text);
    return words;
}

void NameTable::add(const QString& name)
{
    const QStringList words = wordsOf(name);
    if (words.size() > 1)
        m_names.emplace(words.first(), Entry{name, words});
}

void NameTable::addType(const QString& name, const Type& type)
{
    const QStringList words = wordsOf(name);
    if (words.isEmpty())
        return;
    m_typeNames.emplace(words.first(), Entry{name, words});
    m_types.insert(name, type);
}

int NameTable::matchType(const std::vector<Token>& tokens, size_t at, Type* type) const
{
    int words = 0;
    QString name;
    matchIn(m_typeNames, tokens, at, &words, &name);
    if (words > 0)
        *type = m_types.value(name);
    return words;
}

namespace
{

void addMembers(NameTable& names, const Type& type, int depth)
{
    if (depth > 6)
        return;
    for (const Type::Member& member : type.members()) {
        names.add(member.name);
        addMembers(names, member.type, depth + 1);
    }
    if (type.kind() == Type::Kind::List)
        addMembers(names, type.item(), depth + 1);
    if (type.kind() == Type::Kind::Function)
        addMembers(names, type.result(), depth + 1);
}

} // namespace

const NameTable& NameTable::ofBuiltins()
{
    static const NameTable table = [] {
        NameTable names;
        for (const Builtin& builtin : builtins())
            names.add(builtin.name);
        for (const char* property : {"time offset", "start included", "end included"})
            names.add(QString::fromLatin1(property));
        return names;
    }();
    return table;
}

NameTable namesOf(const Scope& scope)
{
    NameTable names;
    for (const Scope::Name& name : scope.names()) {
        names.add(name.name);
        addMembers(names, name.type, 0);
    }
    for (auto it = scope.namedTypes().begin(); it != scope.namedTypes().end(); ++it) {
        names.addType(it.key(), it.value());
        addMembers(names, it.value(), 0);
    }
    return names;
}

Parsed parseExpression(const QString& source, Dialect dialect, NameTable names)
{
    Parser parser(source, dialect, std::move(names));
    ExpressionPtr expression = parser.wholeExpression();
    return {std::move(expression), std::move(parser.diagnostics)};
}

Parsed parseUnaryTests(const QString& source, Dialect dialect, NameTable names)
{
    Parser parser(source, dialect, std::move(names));
    ExpressionPtr expression = parser.wholeTests();
    return {std::move(expression), std::move(parser.diagnostics)};
}

Parser::Parser(const QString& source, Dialect dialect, NameTable names)
    : m_source(source), m_dialect(dialect), m_names(std::move(names)),
      m_tokens(tokenize(m_source.size() > maximumSource ? QString() : m_source, dialect, &diagnostics))
{
    if (m_source.size() > maximumSource)
        report("feel.too_much_text", Message(FW_MSG("The expression is too long.")),
               Message(FW_MSG("Split it into several computed fields.")), {0, static_cast<int>(m_source.size())});
}

const Token& Parser::token(int ahead) const
{
    return m_tokens[std::min(m_at + static_cast<size_t>(ahead), m_tokens.size() - 1)];
}

bool Parser::take(const char* symbol)
{
    if (!token().is(symbol))
        return false;
    ++m_at;
    return true;
}

bool Parser::take(Keyword keyword)
{
    if (!token().is(keyword))
        return false;
    ++m_at;
    return true;
}

void Parser::report(const char* code, Message what, Message remedy, Span span, QString replacement, Message label)
{
    if (diagnostics.size() >= maximumDiagnostics)
        return;
    // One mistake usually makes several complaints at the same spot: the first is the one that helps.
    for (const Diagnostic& d : diagnostics)
        if (d.span.begin == span.begin || (d.span.begin <= span.begin && span.begin < d.span.end))
            return;
    diagnostics.append(Diagnostic{Severity::Error, QString::fromLatin1(code), std::move(what), std::move(remedy), span,
                                  std::move(replacement), std::move(label)});
}

void Parser::expect(const char* symbol, const char* after)
{
    if (take(symbol))
        return;
    report("feel.expected",
           Message(FW_MSG("\"%1\" is missing after %2."), {QString::fromLatin1(symbol), QString::fromUtf8(after)}),
           Message(FW_MSG("Add \"%1\"."), {QString::fromLatin1(symbol)}), {token().span.begin, token().span.begin},
           QString::fromLatin1(symbol), Message(FW_MSG("Add \"%1\"."), {QString::fromLatin1(symbol)}));
}

void Parser::expect(Keyword keyword, const char* word, const char* after)
{
    if (take(keyword))
        return;
    const QString wanted = QString::fromLatin1(word);
    const Token& at = token();
    const bool misspelt =
        at.kind == TokenKind::Name && at.keyword == Keyword::None &&
        (!closest(at.text, {wanted}).isEmpty() || (at.text.size() > 3 && wanted.startsWith(at.text.left(4))));
    if (misspelt || (keyword == Keyword::And && at.is(Keyword::Or))) {
        expected(wanted, at);
        ++m_at;
        return;
    }
    // What is missing goes behind what is there already.
    const int end = m_at > 0 ? m_tokens[m_at - 1].span.end : 0;
    report("feel.expected", Message(FW_MSG("\"%1\" is missing after %2."), {wanted, QString::fromLatin1(after)}),
           Message(FW_MSG("Add \"%1\"."), {wanted}), {end, end},
           keyword == Keyword::Else ? QStringLiteral(" else null") : u' ' + wanted,
           Message(FW_MSG("Add \"%1\"."), {wanted}));
}

void Parser::expected(const QString& wanted, const Token& instead)
{
    report("feel.expected", Message(FW_MSG("\"%1\" was expected, not \"%2\"."), {wanted, instead.text}),
           Message(FW_MSG("Write \"%1\"."), {wanted}), instead.span, wanted,
           Message(FW_MSG("Write \"%1\"."), {wanted}));
}

ExpressionPtr Parser::node(Expression::Kind kind, int begin) const
{
    auto out = std::make_unique<Expression>();
    out->kind = kind;
    out->span = {begin, begin};
    return out;
}

ExpressionPtr Parser::finish(ExpressionPtr expression)
{
    expression->span.end =
        m_at > 0 ? std::max(expression->span.begin, m_tokens[m_at - 1].span.end) : expression->span.begin;
    return measured(std::move(expression));
}

/// Trees are walked by recursion from here on, so their height has a limit.
ExpressionPtr Parser::measured(ExpressionPtr expression)
{
    for (const ExpressionPtr& part : expression->parts)
        expression->height = std::max(expression->height, part->height + 1);
    if (expression->height == maximumHeight)
        tooDeep();
    return expression;
}

ExpressionPtr Parser::error()
{
    const Token& at = token();
    auto out = node(Expression::Kind::Error, at.span.begin);
    out->span = at.span;
    if (at.kind == TokenKind::End)
        report("feel.unexpected_end", Message(FW_MSG("The expression ends too early.")),
               Message(FW_MSG("Write a value, a name or a function here.")), at.span);
    else if (at.kind != TokenKind::Error)
        report("feel.unexpected",
               Message(FW_MSG("\"%1\" was not expected here."),
                       {m_source.mid(at.span.begin, at.span.end - at.span.begin)}),
               Message(FW_MSG("Write a value, a name or a function here.")), at.span);
    return out;
}

ExpressionPtr Parser::wholeExpression()
{
    ExpressionPtr out = expression();
    leftover(out);
    return out;
}

namespace
{

/// What people write who come from another language, and what it is here.
struct Habit {
    const char* written; ///< words, in any case
    const char* meant;
};
constexpr std::array<Habit, 8> habits{{{"is not null", "!= null"},
                                       {"is null", "= null"},
                                       {"is not", "!="},
                                       {"is", "="},
                                       {"equals", "="},
                                       {"and", "and"},
                                       {"or", "or"},
                                       {"mod", "modulo(…)"}}};

} // namespace

/// Complains of what stands behind a complete expression, as helpfully as can be.
void Parser::unexpected()
{
    const Token& at = token();
    const QString text = m_source.mid(at.span.begin, at.span.end - at.span.begin);
    for (const Habit& habit : habits) {
        const QStringList words = QString::fromLatin1(habit.written).split(u' ');
        bool same = at.kind == TokenKind::Name;
        for (int i = 0; i < words.size() && same; ++i)
            same = token(i).kind == TokenKind::Name && token(i).text.compare(words[i], Qt::CaseInsensitive) == 0;
        if (!same)
            continue;
        const Span span{at.span.begin, token(static_cast<int>(words.size()) - 1).span.end};
        const QString meant = QString::fromUtf8(habit.meant);
        report("feel.foreign_operator",
               Message(FW_MSG("\"%1\" is no operator."), {m_source.mid(span.begin, span.end - span.begin)}),
               Message(FW_MSG("Write \"%1\"."), {meant}), span, meant.contains(u'…') ? QString() : meant,
               Message(FW_MSG("Write \"%1\"."), {meant}));
        return;
    }
    Message remedy(FW_MSG("An operator such as \"and\" or \"+\" may be missing in front of it."));
    if (at.is("="))
        remedy = Message(FW_MSG("A comparison for equality has one \"=\"."));
    else if (text == QLatin1String("?"))
        remedy = Message(FW_MSG("Write: if condition then value else other value."));
    else if (at.is(")") || at.is("]") || at.is("}"))
        remedy = Message(FW_MSG("Nothing is open that it could close: remove it."));
    else if (at.is("&") && m_dialect == Dialect::Strict)
        remedy = Message(FW_MSG("Texts are joined with \"+\"."));
    report("feel.unexpected", Message(FW_MSG("\"%1\" was not expected here."), {text}), std::move(remedy), at.span);
}

/// What stands behind a complete expression is one error, but its pieces are still read for the names in them.
void Parser::leftover(ExpressionPtr& out)
{
    if (token().kind == TokenKind::End)
        return;
    unexpected();
    auto whole = node(Expression::Kind::Error, out->span.begin);
    whole->parts.push_back(std::move(out));
    while (token().kind != TokenKind::End) {
        const size_t before = m_at;
        whole->parts.push_back(expression());
        if (m_at == before)
            ++m_at;
    }
    out = finish(std::move(whole));
}

ExpressionPtr Parser::wholeTests()
{
    auto out = node(Expression::Kind::Tests, 0);
    if (take("-") && token().kind == TokenKind::End) {
        out->parts.push_back(finish(node(Expression::Kind::Anything, 0)));
        return finish(std::move(out));
    }
    m_at = 0;
    if (token().is(Keyword::Not) && token(1).is("(")) {
        m_at += 2;
        out->negated = true;
        testList(*out);
        expect(")", "not(…");
        if (token().kind != TokenKind::End) {
            // not(x) followed by something is an ordinary expression: not(a) and b.
            m_at = 0;
            out->parts.clear();
            out->negated = false;
            testList(*out);
        }
    } else {
        testList(*out);
    }
    out = finish(std::move(out));
    leftover(out);
    return out;
}

/// test, test … into `parent`
bool Parser::testList(Expression& parent)
{
    do {
        parent.parts.push_back(test());
    } while (take(","));
    return true;
}

std::optional<Operator> Parser::comparisonOperator() const
{
    if (token().is("="))
        return Operator::Equal;
    if (token().is("!=") || token().is("<>"))
        return Operator::NotEqual;
    if (token().is("<"))
        return Operator::Less;
    if (token().is("<="))
        return Operator::LessOrEqual;
    if (token().is(">"))
        return Operator::Greater;
    if (token().is(">="))
        return Operator::GreaterOrEqual;
    return std::nullopt;
}

ExpressionPtr Parser::test()
{
    if (const auto op = comparisonOperator()) {
        auto out = node(Expression::Kind::Comparison, token().span.begin);
        out->op = *op;
        ++m_at;
        out->parts.push_back(concatenation());
        return finish(std::move(out));
    }
    return expression();
}

ExpressionPtr Parser::binary(Operator op, ExpressionPtr left, ExpressionPtr right)
{
    auto out = node(Expression::Kind::Binary, left->span.begin);
    out->op = op;
    out->span.end = right->span.end;
    out->parts.push_back(std::move(left));
    out->parts.push_back(std::move(right));
    return measured(std::move(out));
}

ExpressionPtr Parser::disjunction()
{
    ExpressionPtr left = conjunction();
    if (!token().is(Keyword::Or))
        return left;
    auto out = node(Expression::Kind::Or, left->span.begin);
    out->parts.push_back(std::move(left));
    while (take(Keyword::Or))
        out->parts.push_back(conjunction());
    return finish(std::move(out));
}

ExpressionPtr Parser::conjunction()
{
    ExpressionPtr left = comparison();
    if (!token().is(Keyword::And))
        return left;
    auto out = node(Expression::Kind::And, left->span.begin);
    out->parts.push_back(std::move(left));
    while (take(Keyword::And))
        out->parts.push_back(comparison());
    return finish(std::move(out));
}

ExpressionPtr Parser::comparison()
{
    ExpressionPtr left = concatenation();
    for (;;) {
        if (const auto op = comparisonOperator()) {
            const Span sign = token().span;
            ++m_at;
            if (*op == Operator::Equal && token().is("=")) {
                report("feel.double_equals", Message(FW_MSG("\"==\" is no operator.")),
                       Message(FW_MSG("A comparison for equality has one \"=\".")), {sign.begin, token().span.end},
                       QStringLiteral("="), Message(FW_MSG("Write \"=\".")));
                ++m_at;
            }
            left = binary(*op, std::move(left), concatenation());
            left->nameSpan = sign;
        } else if (token().is(Keyword::Between)) {
            left = between(std::move(left));
        } else if (token().is(Keyword::In)) {
            left = membership(std::move(left));
        } else {
            return left;
        }
    }
}

ExpressionPtr Parser::between(ExpressionPtr left)
{
    auto out = node(Expression::Kind::Between, left->span.begin);
    ++m_at;
    out->parts.push_back(std::move(left));
    out->parts.push_back(concatenation());
    expect(Keyword::And, "and", "between");
    out->parts.push_back(concatenation());
    return finish(std::move(out));
}

ExpressionPtr Parser::membership(ExpressionPtr left)
{
    auto out = node(Expression::Kind::In, left->span.begin);
    ++m_at;
    out->parts.push_back(std::move(left));
    if (!token().is("(")) {
        if (comparisonOperator())
            out->parts.push_back(test());
        else
            out->parts.push_back(concatenation());
        return finish(std::move(out));
    }
    // "(" opens a list of tests, a range or an expression in parentheses: what follows the first test tells.
    const int begin = token().span.begin;
    ++m_at;
    const int outer = std::exchange(m_rangeEnds, 0);
    ExpressionPtr first = test();
    m_rangeEnds = outer;
    if (token().is("..")) {
        out->parts.push_back(continued(rangeFrom(std::move(first), begin, false)));
        return finish(std::move(out));
    }
    if (!token().is(",")) {
        expect(")", "(…");
        if (first->kind != Expression::Kind::Comparison)
            first->span.begin = begin;
        out->parts.push_back(continued(finish(std::move(first))));
        return finish(std::move(out));
    }
    out->parts.push_back(std::move(first));
    while (take(","))
        out->parts.push_back(test());
    expect(")", "(…");
    return finish(std::move(out));
}

/// What is built upon an operand already read: (a).b, (a) + 1.
ExpressionPtr Parser::continued(ExpressionPtr operand)
{
    m_pending = std::move(operand);
    return concatenation();
}

ExpressionPtr Parser::concatenation()
{
    ExpressionPtr left = additive();
    while (m_dialect == Dialect::Studio && take("&"))
        left = binary(Operator::Concatenate, std::move(left), additive());
    return left;
}

ExpressionPtr Parser::additive()
{
    ExpressionPtr left = multiplicative();
    while (token().is("+") || token().is("-")) {
        const Operator op = token().is("+") ? Operator::Add : Operator::Subtract;
        const Span sign = token().span;
        ++m_at;
        left = binary(op, std::move(left), multiplicative());
        left->nameSpan = sign;
    }
    return left;
}

ExpressionPtr Parser::multiplicative()
{
    ExpressionPtr left = power();
    while (token().is("*") || token().is("/")) {
        const Operator op = token().is("*") ? Operator::Multiply : Operator::Divide;
        ++m_at;
        left = binary(op, std::move(left), power());
    }
    return left;
}

ExpressionPtr Parser::power()
{
    ExpressionPtr left = unary();
    while (token().is("**") || (m_dialect == Dialect::Studio && token().is("^"))) {
        ++m_at;
        left = binary(Operator::Power, std::move(left), unary());
    }
    return left;
}

ExpressionPtr Parser::unary()
{
    if (m_pending || !token().is("-"))
        return instanceOf();
    const DepthGuard guard(*this);
    auto out = node(Expression::Kind::Negate, token().span.begin);
    ++m_at;
    if (guard.tooDeep())
        return node(Expression::Kind::Error, out->span.begin);
    out->parts.push_back(unary());
    return finish(std::move(out));
}

ExpressionPtr Parser::expression()
{
    const DepthGuard guard(*this);
    return guard.tooDeep() ? node(Expression::Kind::Error, token().span.begin) : disjunction();
}

} // namespace fw::feel
