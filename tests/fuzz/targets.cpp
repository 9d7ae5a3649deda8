#include "targets.h"

#include "model/dmn/lines.h"
#include "model/feel/aggregate.h"
#include "model/feel/jsonl.h"
#include "model/feel/operators.h"
#include "model/feel/predicate.h"
#include "model/feel/services.h"
#include "model/feel/timing.h"
#include "tests/model/feel/testworld.h"

#include <QJsonDocument>

namespace fw::fuzz
{

namespace
{

using namespace feel;

void promise(bool kept, const char* what)
{
    if (kept)
        return;
    fprintf(stderr, "broken: %s\n", what);
    abort();
}

/// The first byte chooses the dialect, the rest is the text.
struct Input {
    Dialect dialect = Dialect::Studio;
    QString text;
    explicit Input(QByteArrayView bytes)
    {
        if (bytes.isEmpty())
            return;
        dialect = bytes.front() & 1 ? Dialect::Strict : Dialect::Studio;
        text = QString::fromUtf8(bytes.sliced(1));
    }
    CompileOptions options() const
    {
        CompileOptions out;
        out.dialect = dialect;
        out.limits = Limits{50, 20'000, 2'000, 20'000, 5'000};
        return out;
    }
};

const feeltest::Bench& bench()
{
    struct Lenient : feeltest::Bench {
        Lenient() { scope.strictNames = false; }
    };
    static const Lenient bench;
    return bench;
}

void checkDiagnostics(const QList<Diagnostic>& diagnostics, const QString& text)
{
    for (const Diagnostic& d : diagnostics) {
        promise(d.span.begin >= 0 && d.span.begin <= d.span.end && d.span.end <= text.size(),
                "a span outside the text");
        promise(!d.what.isEmpty() && !d.code.isEmpty(), "a diagnostic without words");
    }
}

/// Whether a value has a FEEL text that gives it again: functions and records have none.
bool isWritable(const Value& value)
{
    switch (value.kind()) {
    case Value::Kind::Function:
    case Value::Kind::Record:
    case Value::Kind::Range: return false;
    case Value::Kind::List: return std::all_of(value.items().begin(), value.items().end(), isWritable);
    case Value::Kind::Context:
        return std::all_of(value.entries().begin(), value.entries().end(),
                           [](const ContextEntry& e) { return isWritable(e.value); });
    default: return true;
    }
}

void checkValue(const Value& value)
{
    const QString text = value.toFeel(30'000);
    if (text.size() > 20'000 || !isWritable(value) || value.depth() > 50)
        return;
    CompileOptions strict;
    strict.dialect = Dialect::Strict;
    const Compiled again = compile(text, Scope(), strict);
    promise(again.ok() && again.program.evaluate({}) == value, qPrintable("does not read back: " + text));
    promise(fromJson(toJson(value)) == value, qPrintable("does not travel: " + text));
}

void runProgram(const Program& program, const QString& text)
{
    const Frame frame{bench().slots, &bench().world};
    const Value value = program.evaluate(frame);
    checkValue(value);
    const Explained explained = program.explain(frame);
    promise(explained.value == value || value.isNull() || explained.value.isNull() ||
                program.expressionClass() != ExpressionClass::Stable || value.kind() == Value::Kind::Function ||
                value.kind() == Value::Kind::List || value.kind() == Value::Kind::Context,
            qPrintable("explained otherwise: " + text));
    nextChange(program, frame);
    isForeseeable(program);
    toPredicate(program, frame, QStringLiteral("customer"));
}

void parser(QByteArrayView bytes)
{
    const Input input(bytes);
    const Compiled compiled = compile(input.text, bench().scope, input.options());
    checkDiagnostics(compiled.diagnostics, input.text);
    for (const Reference& r : compiled.references)
        promise(r.span.begin >= 0 && r.span.end <= input.text.size() && r.span.begin <= r.span.end,
                "a reference outside");
    asAggregate(input.text);
    const int cursor = input.text.isEmpty() ? 0 : static_cast<int>(qHash(input.text) % size_t(input.text.size() + 1));
    complete(input.text, cursor, bench().scope, input.dialect);
    signatureAt(input.text, cursor, bench().scope, input.dialect);
    typeAt(input.text, cursor, bench().scope, input.dialect);
    int end = 0;
    for (const StyledToken& token : styledTokens(input.text, bench().scope, input.dialect)) {
        promise(token.span.begin >= end && token.span.end > token.span.begin, "tokens overlap");
        end = token.span.end;
    }
    promise(end <= input.text.size(), "a token outside");
}

void tests(QByteArrayView bytes)
{
    const Input input(bytes);
    Scope scope;
    scope.strictNames = false;
    scope.add(QStringLiteral("input"), Type());
    scope.add(QStringLiteral("limit"), Type::Kind::Number);
    const Compiled compiled = compileUnaryTests(input.text, scope, 0, input.options());
    checkDiagnostics(compiled.diagnostics, input.text);
    if (!compiled.ok())
        return;
    const Value values[]{Value(5), Value(QStringLiteral("a")),       Value(true), Value(Date{2026, 1, 5}),
                         Value(),  Value::list({Value(1), Value(2)})};
    for (const Value& value : values) {
        const std::vector<Value> slotValues{value, Value(50)};
        const Value result = compiled.program.evaluate(Frame{slotValues, &bench().world});
        promise(result.kind() == Value::Kind::Boolean || result.isNull(), "a test that is neither true nor false");
    }
}

void evaluator(QByteArrayView bytes)
{
    const Input input(bytes);
    const Compiled compiled = compile(input.text, bench().scope, input.options());
    checkDiagnostics(compiled.diagnostics, input.text);
    if (compiled.ok())
        runProgram(compiled.program, input.text);
}

void textTemplate(QByteArrayView bytes)
{
    const Input input(bytes);
    QList<Diagnostic> problems;
    const auto text = TextTemplate::compile(input.text, bench().scope, input.options(), &problems);
    checkDiagnostics(problems, input.text);
    int nulls = 0;
    text.render(Frame{bench().slots, &bench().world}, {}, &nulls);
}

/// What can be read can be written and read again; moving it there and back stays in the calendar.
void temporal(QByteArrayView bytes)
{
    const QString text = QString::fromUtf8(bytes);
    const auto same = [&](const auto& value, auto read) {
        if (!value)
            return;
        const auto again = read(value->toString());
        promise(again && Value(*again) == Value(*value) && again->toString() == value->toString(), qPrintable(text));
    };
    same(Date::fromString(text), [](const QString& t) { return Date::fromString(t); });
    same(Time::fromString(text), [](const QString& t) { return Time::fromString(t); });
    same(parseMonthDuration(text), [](const QString& t) { return parseMonthDuration(t); });
    same(parseTimeDuration(text), [](const QString& t) { return parseTimeDuration(t); });
    const auto instant = DateTime::fromString(text);
    same(instant, [](const QString& t) { return DateTime::fromString(t); });
    if (const auto number = Decimal::fromString(text)) {
        const auto again = Decimal::fromString(number->toString());
        promise(again && *again == *number && again->hash() == number->hash(), qPrintable(text));
    }
    if (!instant)
        return;
    const Value moved = plusNanos(Value(*instant), 3'600'000'000'000ll, {});
    const Value back = moved.isNull() ? moved : plusNanos(moved, -3'600'000'000'000ll, {});
    promise(back.isNull() || instantNanos(back.dateTime()) == instantNanos(*instant) ||
                instant->time.zone.kind == Zone::Kind::Region,
            "an hour there and back");
    plusMonths(Value(*instant), 1'000, {});
}

/// One line of `formwright feel --jsonl`.
void line(QByteArrayView bytes)
{
    dmn::LineSession session;
    const QJsonObject answer = session.answer(QJsonDocument::fromJson(bytes.toByteArray()).object());
    promise(answer.contains(QStringLiteral("result")) && answer.contains(QStringLiteral("warnings")), "no answer");
}

} // namespace

const std::vector<Target>& targets()
{
    static const std::vector<Target> all{{"parser", parser},         {"tests", tests},       {"evaluator", evaluator},
                                         {"template", textTemplate}, {"temporal", temporal}, {"line", line}};
    return all;
}

} // namespace fw::fuzz
