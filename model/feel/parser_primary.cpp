#include "nearness.h"
#include "parser.h"

namespace fw::feel
{

ExpressionPtr Parser::instanceOf()
{
    ExpressionPtr left = postfix();
    while (token().is(Keyword::Instance) && token(1).is(Keyword::Of)) {
        auto out = node(Expression::Kind::InstanceOf, left->span.begin);
        m_at += 2;
        out->parts.push_back(std::move(left));
        const Span at = token().span;
        const auto type = typeName();
        static const QStringList known{
            QStringLiteral("number"),    QStringLiteral("string"),        QStringLiteral("boolean"),
            QStringLiteral("date"),      QStringLiteral("time"),          QStringLiteral("date and time"),
            QStringLiteral("list<Any>"), QStringLiteral("context<>"),     QStringLiteral("years and months duration"),
            QStringLiteral("Any"),       QStringLiteral("range<number>"), QStringLiteral("days and time duration")};
        const QString written = m_source.mid(at.begin, at.end - at.begin), near = closest(written, known);
        if (!type)
            report("feel.unknown_type", Message(FW_MSG("\"%1\" is no type."), {written}),
                   Message(FW_MSG("Types are number, string, boolean, date, time, date and time, the two durations, "
                                  "list, context, range and function.")),
                   at, near, near.isEmpty() ? Message() : Message(FW_MSG("Write \"%1\"."), {near}));
        out->types.push_back(type.value_or(Type(Type::Kind::Null)));
        left = finish(std::move(out));
    }
    return left;
}

ExpressionPtr Parser::postfix()
{
    ExpressionPtr out = primary();
    for (;;) {
        if (token().is("."))
            out = path(std::move(out));
        else if (token().is("[") && !(m_rangeEnds > 0 && closesRange()))
            out = filter(std::move(out));
        else if (token().is("("))
            out = call(std::move(out));
        else if (m_dialect == Dialect::Studio && token().is("%")) {
            ++m_at;
            auto hundred = literal(Value(100));
            out = binary(Operator::Divide, std::move(out), std::move(hundred));
        } else
            return out;
    }
}

/// Whether the "[" in front closes an open range rather than begins a filter: what follows cannot begin an expression.
bool Parser::closesRange() const
{
    const Token& next = token(1);
    if (next.kind == TokenKind::End)
        return true;
    if (next.kind == TokenKind::Symbol)
        return !next.is("(") && !next.is("[") && !next.is("{") && !next.is("-");
    return next.kind == TokenKind::Name && next.keyword != Keyword::None && next.keyword != Keyword::Not &&
           next.keyword != Keyword::True && next.keyword != Keyword::False && next.keyword != Keyword::Null &&
           next.keyword != Keyword::If;
}

ExpressionPtr Parser::path(ExpressionPtr target)
{
    auto out = node(Expression::Kind::Path, target->span.begin);
    ++m_at;
    out->parts.push_back(std::move(target));
    out->nameSpan = token().span;
    const int words = token().kind == TokenKind::Name ? m_names.match(m_tokens, m_at, &out->name) : 0;
    if (words > 0) {
        m_at += static_cast<size_t>(words);
        out->nameSpan.end = m_tokens[m_at - 1].span.end;
    } else if (token().kind == TokenKind::Name || token().kind == TokenKind::Quoted) {
        out->name = token().text;
        ++m_at;
    } else {
        report("feel.expected_name", Message(FW_MSG("A name is missing after \".\".")),
               Message(FW_MSG("Write the name of a field.")), token().span);
    }
    return finish(std::move(out));
}

ExpressionPtr Parser::filter(ExpressionPtr target)
{
    auto out = node(Expression::Kind::Filter, target->span.begin);
    ++m_at;
    const int outer = std::exchange(m_rangeEnds, 0);
    out->parts.push_back(std::move(target));
    out->parts.push_back(expression());
    m_rangeEnds = outer;
    expect("]", "[…");
    return finish(std::move(out));
}

/// A comma; a semicolon is read as one, as spreadsheets of some countries have it, and said to be wrong.
bool Parser::separator()
{
    if (!token().is(";"))
        return take(",");
    report("feel.semicolon", Message(FW_MSG("Arguments and items are separated by a comma.")),
           Message(FW_MSG("Write \"%1\"."), {QStringLiteral(",")}), token().span, QStringLiteral(","),
           Message(FW_MSG("Write \"%1\"."), {QStringLiteral(",")}));
    ++m_at;
    return true;
}

ExpressionPtr Parser::call(ExpressionPtr target)
{
    auto out = node(Expression::Kind::Call, target->span.begin);
    out->parts.push_back(std::move(target));
    ++m_at;
    const int outer = std::exchange(m_rangeEnds, 0);
    if (!token().is(")")) {
        do {
            // name: value — the name may have blanks, so look for the colon behind a run of words.
            int words = 0;
            while (token(words).kind == TokenKind::Name)
                ++words;
            if (words > 0 && token(words).is(":")) {
                const Span span{token().span.begin, token(words - 1).span.end};
                out->names << m_source.mid(span.begin, span.end - span.begin).simplified();
                out->nameSpans.push_back(span);
                m_at += static_cast<size_t>(words) + 1;
            }
            out->parts.push_back(expression());
        } while (separator());
    }
    m_rangeEnds = outer;
    expect(")", "(…");
    if (!out->names.isEmpty() && out->names.size() + 1 != static_cast<qsizetype>(out->parts.size())) {
        report("feel.mixed_arguments", Message(FW_MSG("Arguments by name and by position are mixed.")),
               Message(FW_MSG("Name all of them or none.")), out->parts[0]->span);
        out->names.clear();
    }
    return finish(std::move(out));
}

ExpressionPtr Parser::literal(Value value)
{
    auto out = node(Expression::Kind::Literal, m_at > 0 ? m_tokens[m_at - 1].span.begin : 0);
    out->literal = std::move(value);
    return finish(std::move(out));
}

ExpressionPtr Parser::primary()
{
    if (m_pending)
        return std::move(m_pending);
    const DepthGuard guard(*this);
    return guard.tooDeep() ? node(Expression::Kind::Error, token().span.begin) : operand();
}

ExpressionPtr Parser::operand()
{
    const Token& at = token();
    switch (at.kind) {
    case TokenKind::Number: {
        ++m_at;
        const auto number = Decimal::fromString(at.text);
        if (!number)
            report("feel.number_range", Message(FW_MSG("The number \"%1\" is too large."), {at.text}),
                   Message(FW_MSG("A number has at most 34 digits.")), at.span);
        return literal(number ? Value(*number) : Value());
    }
    case TokenKind::String: ++m_at; return literal(Value(at.text.isNull() ? QStringLiteral("") : at.text));
    case TokenKind::Temporal: return temporal();
    case TokenKind::Name:
    case TokenKind::Quoted: return nameOrCall();
    case TokenKind::Error: {
        auto out = error();
        ++m_at;
        return out;
    }
    case TokenKind::Symbol:
        if (at.is("("))
            return parenthesis();
        if (at.is("[") || at.is("]"))
            return bracket();
        if (at.is("{"))
            return context();
        if (at.is("!"))
            return bareNegation();
        break;
    case TokenKind::End: break;
    }
    return error();
}

/// !x and not x for not(x)
ExpressionPtr Parser::bareNegation()
{
    const Token& at = token();
    const QString word = m_source.mid(at.span.begin, at.span.end - at.span.begin);
    auto out = node(Expression::Kind::Error, at.span.begin);
    ++m_at;
    out->parts.push_back(at.is("!") ? postfix() : comparison());
    const Span inner = out->parts.front()->span;
    const QString meant = QStringLiteral("not(%1)").arg(m_source.mid(inner.begin, inner.end - inner.begin));
    report("feel.foreign_operator", Message(FW_MSG("\"%1\" is no operator."), {word}),
           Message(FW_MSG("Write %1."), {meant}), {out->span.begin, inner.end}, meant,
           Message(FW_MSG("Write %1."), {meant}));
    return finish(std::move(out));
}

ExpressionPtr Parser::temporal()
{
    const Token& at = token();
    ++m_at;
    if (const auto date = Date::fromString(at.text))
        return literal(Value(*date));
    if (at.text.contains(u'T') && !at.text.contains(u'P'))
        if (const auto dateTime = DateTime::fromString(at.text))
            return literal(Value(*dateTime));
    if (const auto time = Time::fromString(at.text))
        return literal(Value(*time));
    if (const auto months = parseMonthDuration(at.text))
        return literal(Value(*months));
    if (const auto duration = parseTimeDuration(at.text))
        return literal(Value(*duration));
    if (const auto dateTime = DateTime::fromString(at.text))
        return literal(Value(*dateTime));
    report("feel.temporal_format", Message(FW_MSG("\"%1\" is no date, time or duration."), {at.text}),
           Message(FW_MSG("Write it as 2026-01-05, 09:30:00, 2026-01-05T09:30:00, P1Y2M or P3DT4H.")), at.span);
    return literal(Value());
}

ExpressionPtr Parser::nameOrCall()
{
    const Token at = token();
    QString known;
    const int words = at.kind == TokenKind::Name ? m_names.match(m_tokens, m_at, &known) : 0;
    if (words == 0) {
        switch (at.keyword) {
        case Keyword::True: ++m_at; return literal(Value(true));
        case Keyword::False: ++m_at; return literal(Value(false));
        case Keyword::Null: ++m_at; return literal(Value());
        case Keyword::If: return conditional();
        case Keyword::For: return iteration(Expression::Kind::For);
        case Keyword::Some: return iteration(Expression::Kind::Some);
        case Keyword::Every: return iteration(Expression::Kind::Every);
        case Keyword::Function: return functionLiteral();
        case Keyword::Not:
            if (token(1).kind == TokenKind::Name || token(1).kind == TokenKind::Quoted)
                return bareNegation();
            break;
        case Keyword::None: break;
        default: return error();
        }
    }
    auto out = node(Expression::Kind::Name, at.span.begin);
    m_at += words > 0 ? static_cast<size_t>(words) : 1;
    out->name = words > 0 ? known : at.text;
    out = finish(std::move(out));
    out->nameSpan = out->span;
    return out;
}

ExpressionPtr Parser::rangeFrom(ExpressionPtr start, int begin, bool startIncluded)
{
    auto out = node(Expression::Kind::Range, begin);
    out->startIncluded = startIncluded;
    out->parts.push_back(std::move(start));
    ++m_at; // ".."
    ++m_rangeEnds;
    out->parts.push_back(concatenation());
    --m_rangeEnds;
    out->endIncluded = token().is("]");
    if (!take("]") && !take(")") && !take("["))
        expect("]", "a range");
    return finish(std::move(out));
}

ExpressionPtr Parser::parenthesis()
{
    const int begin = token().span.begin;
    ++m_at;
    const int outer = std::exchange(m_rangeEnds, 0);
    ExpressionPtr inner;
    if (const auto op = comparisonOperator()) {
        inner = node(Expression::Kind::OpenRange, begin);
        inner->op = *op;
        ++m_at;
        inner->parts.push_back(concatenation());
    } else {
        inner = expression();
    }
    m_rangeEnds = outer;
    if (token().is(".."))
        return rangeFrom(std::move(inner), begin, false);
    expect(")", "(…");
    inner->span.begin = begin;
    return finish(std::move(inner));
}

ExpressionPtr Parser::bracket()
{
    const int begin = token().span.begin;
    const bool open = token().is("]");
    const int outer = std::exchange(m_rangeEnds, 0);
    if (open && m_tokens.size() > m_at + 1) {
        ++m_at;
        ExpressionPtr start = concatenation();
        m_rangeEnds = outer;
        if (token().is(".."))
            return rangeFrom(std::move(start), begin, false);
        m_at = m_at > 0 ? m_at - 1 : 0;
        auto out = error();
        ++m_at;
        return out;
    }
    ++m_at;
    auto out = node(Expression::Kind::List, begin);
    if (!token().is("]")) {
        do {
            ExpressionPtr item = test();
            if (out->parts.empty() && token().is("..")) {
                m_rangeEnds = outer;
                return rangeFrom(std::move(item), begin, true);
            }
            out->parts.push_back(std::move(item));
        } while (separator());
    }
    m_rangeEnds = outer;
    expect("]", "[…");
    return finish(std::move(out));
}

/// A name of any words up to one of the stops (not consumed); it becomes known to the rest of the text.
QString Parser::nameUntil(std::initializer_list<const char*> stops, Keyword word, Span* span)
{
    const int begin = token().span.begin;
    const size_t first = m_at;
    const auto stopped = [&] {
        return token().kind == TokenKind::End || (word != Keyword::None && token().is(word)) ||
               std::any_of(stops.begin(), stops.end(), [this](const char* s) { return token().is(s); });
    };
    while (!stopped())
        ++m_at;
    if (m_at == first) {
        report("feel.expected_name", Message(FW_MSG("A name is missing here.")), Message(FW_MSG("Write a name.")),
               token().span);
        return {};
    }
    *span = {begin, m_tokens[m_at - 1].span.end};
    if (m_at == first + 1 && m_tokens[first].kind != TokenKind::Symbol) {
        if (m_tokens[first].kind == TokenKind::String) // {"full name": …}
            m_names.add(m_tokens[first].text);
        return m_tokens[first].text;
    }
    const QString name = m_source.mid(begin, span->end - begin).simplified();
    m_names.add(name);
    return name;
}

ExpressionPtr Parser::context()
{
    auto out = node(Expression::Kind::Context, token().span.begin);
    ++m_at;
    const int outer = std::exchange(m_rangeEnds, 0);
    while (!token().is("}") && token().kind != TokenKind::End) {
        Span span = token().span;
        out->names << nameUntil({":", "}", ","}, Keyword::None, &span);
        out->nameSpans.push_back(span);
        expect(":", "the name of an entry");
        out->parts.push_back(expression());
        if (!take(","))
            break;
        if (token().is("}")) {
            error();
            break;
        }
    }
    m_rangeEnds = outer;
    expect("}", "{…");
    return finish(std::move(out));
}

ExpressionPtr Parser::conditional()
{
    auto out = node(Expression::Kind::If, token().span.begin);
    ++m_at;
    out->parts.push_back(expression());
    expect(Keyword::Then, "then", "if");
    out->parts.push_back(expression());
    expect(Keyword::Else, "else", "then");
    out->parts.push_back(expression());
    return finish(std::move(out));
}

ExpressionPtr Parser::iteration(Expression::Kind kind)
{
    auto out = node(kind, token().span.begin);
    ++m_at;
    do {
        Span span = token().span;
        if (token().kind == TokenKind::Name && token(1).kind == TokenKind::Name && token(2).kind != TokenKind::Name &&
            token(1).keyword == Keyword::None && !closest(token(1).text, {QStringLiteral("in")}).isEmpty()) {
            out->names << token().text; // x on [1, 2]
            expected(QStringLiteral("in"), token(1));
            m_at += 2;
        } else {
            out->names << nameUntil({":", ","}, Keyword::In, &span);
            expect(Keyword::In, "in", "the name of the variable");
        }
        out->nameSpans.push_back(span);
        ExpressionPtr source = expression();
        if (token().is("..")) {
            auto range = node(Expression::Kind::Range, source->span.begin);
            range->bounds = true;
            ++m_at;
            range->parts.push_back(std::move(source));
            range->parts.push_back(expression());
            source = finish(std::move(range));
        }
        out->parts.push_back(std::move(source));
    } while (take(","));
    if (kind == Expression::Kind::For)
        expect(Keyword::Return, "return", "for");
    else
        expect(Keyword::Satisfies, "satisfies", kind == Expression::Kind::Some ? "some" : "every");
    out->parts.push_back(expression());
    return finish(std::move(out));
}

ExpressionPtr Parser::functionLiteral()
{
    auto out = node(Expression::Kind::Function, token().span.begin);
    ++m_at;
    expect("(", "function");
    while (!token().is(")") && token().kind != TokenKind::End) {
        Span span = token().span;
        out->names << nameUntil({":", ",", ")"}, Keyword::None, &span);
        out->nameSpans.push_back(span);
        out->types.push_back(take(":") ? typeName().value_or(Type()) : Type());
        if (!take(","))
            break;
    }
    expect(")", "the parameters");
    if (token().is(Keyword::External)) {
        report("feel.external", Message(FW_MSG("External functions cannot be called.")),
               Message(FW_MSG("An expression runs inside the app only; write the function in FEEL.")), token().span);
        ++m_at;
    }
    out->parts.push_back(expression());
    return finish(std::move(out));
}

std::optional<Type> Parser::typeName()
{
    const DepthGuard guard(*this);
    if (guard.tooDeep())
        return std::nullopt;
    Type known;
    if (const int words = token().kind == TokenKind::Name ? m_names.matchType(m_tokens, m_at, &known) : 0) {
        m_at += static_cast<size_t>(words);
        return known;
    }
    QString name;
    while (token().kind == TokenKind::Name) {
        // "date and time" is a type, "date" followed by "and" may be one too.
        const QString longer = name.isEmpty() ? token().text : name + u' ' + token().text;
        const bool more = QStringLiteral("date and time").startsWith(longer) ||
                          QStringLiteral("days and time duration").startsWith(longer) ||
                          QStringLiteral("years and months duration").startsWith(longer) || name.isEmpty();
        if (!more || (name == QLatin1String("date") &&
                      !(token(1).kind == TokenKind::Name && token(1).text == QLatin1String("time"))))
            break;
        name = longer;
        ++m_at;
    }
    if (token().is("<") || name == QLatin1String("function"))
        return genericType(name);
    return parseTypeName(name);
}

std::optional<Type> Parser::genericType(const QString& name)
{
    std::vector<Type> arguments;
    std::vector<Type::Member> members;
    const bool angle = take("<");
    while (angle && !token().is(">") && token().kind != TokenKind::End) {
        QString member;
        if (name == QLatin1String("context")) {
            Span span;
            member = nameUntil({":", ">"}, Keyword::None, &span);
            expect(":", "the name of an entry");
        }
        const auto type = typeName();
        if (!type)
            return std::nullopt;
        if (name == QLatin1String("context"))
            members.push_back({member, *type});
        else
            arguments.push_back(*type);
        if (!take(","))
            break;
    }
    if (angle)
        expect(">", "the type");
    if (name == QLatin1String("context"))
        return Type::context(std::move(members));
    if (name == QLatin1String("function")) {
        Type result;
        if (take("->")) {
            const auto read = typeName();
            if (!read)
                return std::nullopt;
            result = *read;
        }
        return angle ? Type::function(std::move(arguments), result) : Type(Type::Kind::Function);
    }
    if (arguments.size() != 1 || (name != QLatin1String("list") && name != QLatin1String("range")))
        return std::nullopt;
    return name == QLatin1String("list") ? Type::list(arguments[0]) : Type::range(arguments[0]);
}

std::optional<Type> parseTypeName(const QString& text)
{
    static const QHash<QString, Type::Kind> kinds{
        {QStringLiteral("any"), Type::Kind::Any},
        {QStringLiteral("Any"), Type::Kind::Any},
        {QStringLiteral("Null"), Type::Kind::Null},
        {QStringLiteral("boolean"), Type::Kind::Boolean},
        {QStringLiteral("number"), Type::Kind::Number},
        {QStringLiteral("string"), Type::Kind::String},
        {QStringLiteral("text"), Type::Kind::String},
        {QStringLiteral("date"), Type::Kind::Date},
        {QStringLiteral("time"), Type::Kind::Time},
        {QStringLiteral("date and time"), Type::Kind::DateTime},
        {QStringLiteral("dateTime"), Type::Kind::DateTime},
        {QStringLiteral("years and months duration"), Type::Kind::MonthDuration},
        {QStringLiteral("yearMonthDuration"), Type::Kind::MonthDuration},
        {QStringLiteral("days and time duration"), Type::Kind::TimeDuration},
        {QStringLiteral("dayTimeDuration"), Type::Kind::TimeDuration},
        {QStringLiteral("list"), Type::Kind::List},
        {QStringLiteral("context"), Type::Kind::Context},
        {QStringLiteral("range"), Type::Kind::Range},
        {QStringLiteral("function"), Type::Kind::Function}};
    const auto it = kinds.find(text);
    return it == kinds.end() ? std::nullopt : std::optional(Type(*it));
}

} // namespace fw::feel
