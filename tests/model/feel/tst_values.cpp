// Decimals and temporal values from C++, predicates a store can evaluate, and figures over rows.
#include "model/feel/aggregate.h"
#include "model/feel/jsonl.h"
#include "model/feel/operators.h"
#include "model/feel/predicate.h"
#include "model/feel/timing.h"
#include "tests/rounds.h"
#include "testworld.h"

#include <QtTest>

using namespace feeltest;

namespace
{

Decimal decimal(const char* text)
{
    return Decimal::fromString(QString::fromLatin1(text)).value();
}

/// A predicate in one line, for comparison by eye.
QString show(const Predicate& p)
{
    static const std::array<const char*, 18> names{"true",    "false",    "and",         "or",        "not",   "=",
                                                   "!=",      "<",        "<=",          ">",         ">=",    "in",
                                                   "is null", "contains", "starts with", "ends with", "true:", "some"};
    const QString name = QString::fromLatin1(names[static_cast<size_t>(p.op)]);
    QStringList parts;
    if (p.op == Predicate::Op::Some)
        return QStringLiteral("some %1(%2)").arg(p.path.join(u'.'), show(p.operands.front()));
    if (!p.operands.empty() && !p.counted) {
        for (const Predicate& operand : p.operands)
            parts << show(operand);
        return p.op == Predicate::Op::Not || p.op == Predicate::Op::IsTrue
                   ? QStringLiteral("%1(%2)").arg(name, parts.first())
                   : u'(' + parts.join(u' ' + name + u' ') + u')';
    }
    if (p.path.isEmpty())
        return name;
    for (const Value& value : p.values)
        parts << value.toFeel();
    QString left = p.path.join(u'.');
    if (p.counted)
        left = QStringLiteral("count %1(%2)").arg(left, p.operands.empty() ? QString() : show(p.operands.front()));
    if (!p.addend.isEmpty())
        left += (p.subtracted ? QStringLiteral(" - ") : QStringLiteral(" + ")) + p.addend.join(u'.');
    const QString right = p.rightPath.isEmpty() ? parts.join(QStringLiteral(",")) : p.rightPath.join(u'.');
    return (left + u' ' + name + u' ' + right).trimmed();
}

using Op = Predicate::Op;

Value fieldOf(const Value& record, const QStringList& path)
{
    Value v = record;
    for (const QString& name : path)
        v = v.isNull() ? v : v.record()->field(name);
    return v;
}

std::optional<bool> sql(const Predicate& p, const Value& record);

/// true if one is, else unknown if one is, else false
std::optional<bool> oneOf(const Value::Items& rows, const Predicate& test)
{
    bool unknown = false;
    for (const Value& row : rows) {
        const auto met = sql(test, row);
        if (met && *met)
            return true;
        unknown = unknown || !met;
    }
    return unknown ? std::nullopt : std::optional(false);
}

std::optional<bool> compared(Op op, const Value& left, const Value& right)
{
    if (left.isNull() || right.isNull())
        return std::nullopt;
    if (op == Op::Equal || op == Op::NotEqual)
        return (left == right) == (op == Op::Equal);
    const auto order = feel::order(left, right);
    return op == Op::Less          ? *order < 0
           : op == Op::LessOrEqual ? *order <= 0
           : op == Op::Greater     ? *order > 0
                                   : *order >= 0;
}

/// Evaluates a predicate as SQL would: three-valued, null makes comparisons unknown.
std::optional<bool> sql(const Predicate& p, const Value& record)
{
    switch (p.op) {
    case Op::True: return true;
    case Op::False: return false;
    case Op::IsTrue: return sql(p.operands[0], record).value_or(false);
    case Op::Not: {
        const auto inner = sql(p.operands[0], record);
        return inner ? std::optional(!*inner) : std::nullopt;
    }
    case Op::And:
    case Op::Or: {
        bool unknown = false;
        for (const Predicate& operand : p.operands) {
            const auto inner = sql(operand, record);
            if (inner && *inner == (p.op == Op::Or))
                return *inner;
            unknown = unknown || !inner;
        }
        return unknown ? std::nullopt : std::optional(p.op == Op::And);
    }
    case Op::IsNull: return fieldOf(record, p.path).isNull();
    default: break;
    }
    Value left = fieldOf(record, p.path);
    const Value::Items rows = left.kind() == Value::Kind::List ? left.items() : Value::Items();
    if (p.op == Op::Some)
        return oneOf(rows, p.operands[0]);
    if (p.counted)
        left = Value(static_cast<qint64>(std::count_if(rows.begin(), rows.end(), [&](const Value& row) {
            return std::all_of(p.operands.begin(), p.operands.end(),
                               [&](const Predicate& test) { return sql(test, row).value_or(false); });
        })));
    if (!p.addend.isEmpty())
        left = applyOperator(p.subtracted ? Operator::Subtract : Operator::Add, left, fieldOf(record, p.addend), {});
    if (left.isNull())
        return std::nullopt;
    if (p.op == Op::In)
        return std::any_of(p.values.begin(), p.values.end(), [&](const Value& v) { return v == left; });
    const Value right = p.rightPath.isEmpty() ? p.values[0] : fieldOf(record, p.rightPath);
    if (p.op < Op::Contains)
        return compared(p.op, left, right);
    return p.op == Op::Contains     ? left.string().contains(right.string())
           : p.op == Op::StartsWith ? left.string().startsWith(right.string())
                                    : left.string().endsWith(right.string());
}

} // namespace

class TestValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesAreSmall() { QVERIFY(sizeof(Value) <= 40); }

    void decimalsAreExact()
    {
        QCOMPARE(decimal("0.1").plus(decimal("0.2"))->toString(), "0.3");
        QCOMPARE(decimal("1.10").toString(), "1.10");
        QCOMPARE(decimal("1.10").normalizedString(), "1.1");
        QCOMPARE(decimal("-0").toString(), "0");
        QCOMPARE(decimal("1e3").toString(), "1000");
        QCOMPARE(decimal("1e-8").toString(), "0.00000001");
        QCOMPARE(decimal("1e40").toString(), "1E+40");
        QVERIFY(decimal("1.0") == decimal("1") && decimal("1.0").hash() == decimal("1").hash());
        QVERIFY(decimal("1e2").hash() == decimal("100").hash() && decimal("0.00").hash() == Decimal().hash());
        QVERIFY(decimal("-2") < decimal("1") && decimal("10") > decimal("9.99"));
        QVERIFY(decimal("1e30") > decimal("1"));
        for (const char* bad : {"", " ", "1.2.3", "abc", "1e", "--1", "0x10", "inf", "nan", "1 ", "１"})
            QVERIFY2(!Decimal::fromString(QString::fromUtf8(bad)), bad);
        QVERIFY(!decimal("9e6144").times(decimal("10")) && !decimal("1").dividedBy(Decimal()));
    }

    void decimalsMeetScaledIntegers()
    {
        QCOMPARE(Decimal::fromScaled(1250, 2).toString(), "12.50");
        QCOMPARE(Decimal::fromScaled(-5, 3).toString(), "-0.005");
        QCOMPARE(decimal("12.345").toScaled(2), std::optional<qint64>(1235));
        QCOMPARE(decimal("-12.345").toScaled(2), std::optional<qint64>(-1235));
        QCOMPARE(decimal("12.345").toScaled(2, Rounding::HalfEven), std::optional<qint64>(1234));
        QCOMPARE(decimal("92233720368547758.07").toScaled(2),
                 std::optional<qint64>(std::numeric_limits<qint64>::max()));
        QVERIFY(!decimal("92233720368547758.08").toScaled(2));
        QCOMPARE(Decimal(std::numeric_limits<qint64>::min()).toString(), "-9223372036854775808");
        QVERIFY(!decimal("1.5").toInt64());
        QCOMPARE(Decimal::fromDouble(0.1)->toString(), "0.1");
        QCOMPARE(decimal("2.5").toDouble(), 2.5);
    }

    void roundingFollowsItsName_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<QStringList>("results"); // of 2.5, -2.5, 2.4, -2.6
        const auto row = [](const char* name, Rounding r, QStringList results) {
            QTest::newRow(name) << static_cast<int>(r) << results;
        };
        row("half even", Rounding::HalfEven, {"2", "-2", "2", "-3"});
        row("half up", Rounding::HalfUp, {"3", "-3", "2", "-3"});
        row("half down", Rounding::HalfDown, {"2", "-2", "2", "-3"});
        row("up", Rounding::Up, {"3", "-3", "3", "-3"});
        row("down", Rounding::Down, {"2", "-2", "2", "-2"});
        row("floor", Rounding::Floor, {"2", "-3", "2", "-3"});
        row("ceiling", Rounding::Ceiling, {"3", "-2", "3", "-2"});
    }
    void roundingFollowsItsName()
    {
        QFETCH(int, mode);
        QFETCH(QStringList, results);
        QStringList got;
        for (const char* text : {"2.5", "-2.5", "2.4", "-2.6"})
            got << decimal(text).rounded(0, static_cast<Rounding>(mode))->toString();
        QCOMPARE(got, results);
    }

    /// The offsets of a zone are remembered between its transitions; whatever was asked before, they are QTimeZone's.
    void offsetsAreThoseOfTheZone()
    {
        QRandomGenerator random(tests::seed());
        for (const char* name : {"Asia/Shanghai", "Europe/Berlin", "America/New_York", "Africa/Casablanca",
                                 "Australia/Lord_Howe", "America/Sao_Paulo", "UTC"}) {
            const QTimeZone zone(name);
            for (int i = 0; i < 500; ++i) {
                // Half of them close together, as they are where they are used; 1850 to 2200 the others.
                const qint64 seconds = i % 2 ? 1'743'000'000 + random.bounded(40'000'000)
                                             : -3'786'912'000 + qint64(random.bounded(11'000'000)) * 1000;
                const DateTime at = DateTime::fromEpochMillis(seconds * 1000, zone);
                QCOMPARE(at.time.zone.offsetSeconds,
                         zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC)));
                QCOMPARE(at.toEpochSeconds(), seconds);
            }
        }
    }

    void instantsKeepTheirZone()
    {
        const auto value = DateTime::fromString(u"2026-01-05T09:30:00@Asia/Shanghai");
        QVERIFY(value);
        QCOMPARE(value->toEpochMillis(QTimeZone::utc()), 1767576600000ll);
        QCOMPARE(DateTime::fromEpochMillis(1767576600000ll, QTimeZone("Asia/Shanghai")).toString(),
                 "2026-01-05T09:30:00@Asia/Shanghai");
        QCOMPARE(DateTime::fromString(u"2026-01-05T09:30:00")->toEpochMillis(QTimeZone("Asia/Shanghai")),
                 1767576600000ll);
        QCOMPARE(DateTime::fromEpochMillis(-1, QTimeZone::utc()).date.toString(), "1969-12-31");
        // The second pass of the hour that is shown twice keeps its own instant.
        const qint64 second = DateTime::fromString(u"2026-10-25T01:30:00Z")->toEpochMillis(QTimeZone::utc());
        QCOMPARE(DateTime::fromEpochMillis(second, QTimeZone("Europe/Paris")).toEpochMillis(QTimeZone::utc()), second);
        for (const qint64 day : {-365'000'000'000ll, -1ll, 0ll, 20'000ll, 364'000'000'000ll})
            QCOMPARE(Date::fromEpochDay(day).toEpochDay(), day);
    }

    void predicatesGiveWhatTheEvaluatorGives_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("predicate");
        const auto row = [](const char* e, const char* p) { QTest::newRow(e) << e << p; };
        row("intent > 80", "intent > 80");
        row("80 < intent", "intent > 80");
        row("status = \"won\" and intent >= 10", "(status = \"won\" and intent >= 10)");
        row("status != \"won\"", "(status != \"won\" or status is null)");
        row("not(status = \"won\")", "not((not(status is null) and status = \"won\"))");
        row("name = null", "name is null");
        row("name != null", "not(name is null)");
        row("status in (\"won\", \"new\")", "(status = \"won\" or status = \"new\")");
        row("status in [\"won\", \"new\"]", "status in \"won\",\"new\"");
        row("intent in [10..20)", "(intent >= 10 and intent < 20)");
        row("intent between 10 and 20", "(intent >= 10 and intent <= 20)");
        row("contains(name, \"李\") or starts with(name, \"A\")", "(name contains \"李\" or name starts with \"A\")");
        row("signed_on > today() - @\"P30D\"", "signed_on > @\"2026-02-08\"");
        row("intent > event.seconds * 2", "intent > 90");
        row("owner.name = \"Ann\"", "owner.name = \"Ann\"");
        row("true", "true");
        row("intent + 1 > 80", "intent > 79");
        row("100 - intent < 20", "intent > 80");
        row("intent - 5 = 80", "intent = 85");
        row("not(intent - 5 = 80)", "not((not(intent is null) and intent = 85))");
        row("today() - signed_on > @\"P30D\"", "signed_on < @\"2026-02-08\"");
        row("signed_on + @\"P30D\" >= today()", "signed_on >= @\"2026-02-08\"");
        row("signed_on > now()", "signed_on > @\"2026-03-10\"");
        row("signed_on <= now()", "signed_on <= @\"2026-03-10\"");
        row("count(orders) > 1", "count orders() > 1");
        row("count(orders[amount > 100]) = 1", "count orders(amount > 100) = 1");
        row("some o in orders satisfies o.amount > 100", "some orders(amount > 100)");
        row("every o in orders satisfies o.status = \"paid\"",
            "not(some orders(not((not(status is null) and status = \"paid\"))))");
        row("some o in orders[status = \"paid\"] satisfies o.amount > 100",
            "some orders((true:(status = \"paid\") and amount > 100))");
        row("if intent > 90 then true else status = \"won\"",
            "((true:(intent > 90) and true) or (not(true:(intent > 90)) and status = \"won\"))");
        row("ISBLANK(name)", "(name is null or (not(name is null) and name = \"\"))");
        row("ISBLANK(intent)", "intent is null");
        row("AND(intent > 80, status = \"won\")",
            "not((true:(not(intent > 80)) or true:(not((not(status is null) and status = \"won\")))))");
        row("OR(intent > 80, name = null)", "(true:(intent > 80) or true:(name is null))");
        row("status in (\"won\", null)", "(status = \"won\" or status is null)");
        row("status in [\"won\", null]", "(status is null or status in \"won\")");
        row("intent * 2 > 80", "");
        row("signed_on + @\"P1M\" > today()", "");
        row("signed_on + @\"PT36H\" > today()", "");
        row("upper case(name) = \"A\"", "");
        row("some o in orders satisfies o.amount > intent", "");
        row("intent > 80 and upper case(name) = \"A\"", "");
    }
    void predicatesGiveWhatTheEvaluatorGives()
    {
        QFETCH(QString, expression);
        QFETCH(QString, predicate);
        const Bench bench;
        const Compiled compiled = bench.compile(expression.toUtf8().constData());
        QVERIFY2(compiled.ok(), compiled.ok() ? "" : qPrintable(compiled.diagnostics.first().what.english()));
        const auto translated = toPredicate(compiled.program, Frame{bench.slots, &bench.world}, "customer");
        QCOMPARE(translated ? show(*translated) : QString(), predicate);
        if (!translated)
            return;
        // Over full, other and empty records the rows a store would return are those the evaluator accepts.
        std::vector<Value> rows{bench.slots[0], record("customer", "empty", {{"orders", Value::list({})}}),
                                record("customer", "c2",
                                       {{"name", Value(QString("Anna"))},
                                        {"orders", Value::list({})},
                                        {"intent", Value(15)},
                                        {"status", Value(QString("won"))},
                                        {"signed_on", Value(Date{2026, 3, 1})}})};
        for (const Value& row : rows) {
            std::vector<Value> slots = bench.slots;
            slots[0] = row;
            QCOMPARE(sql(*translated, row).value_or(false),
                     compiled.program.evaluate(Frame{slots, &bench.world}).isTrue());
        }
    }

    void timeDependentConditionsSayWhenTheyCanChange_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("at"); // local time in Shanghai; now is 2026-03-10T12:00
        const auto row = [](const char* e, const char* at) { QTest::newRow(e) << e << at; };
        row("intent > 80", "never");
        row("signed_on < today()", "never");
        row("today() - signed_on > @\"P100D\"", "2026-04-15T00:00:00");
        row("today() > signed_on + @\"P3M\"", "2026-04-05T00:00:00");
        row("today() - @\"P3M\" > signed_on", "2026-04-05T00:00:00");
        row("now() >= @\"2026-03-11T08:00:00\"", "2026-03-11T08:00:00");
        row("now() - @\"2026-03-10T11:00:00\" > @\"PT2H\"", "2026-03-10T13:00:00");
        row("@\"2026-03-12T00:00:00\" - now() < @\"P1D\"", "2026-03-11T00:00:00");
        row("now() + @\"PT1H\" > @\"2026-03-10T15:00:00\" and intent > 80", "2026-03-10T14:00:00");
        row("today() between @\"2026-03-20\" and @\"2026-03-25\"", "2026-03-20T00:00:00");
        row("today() in [@\"2026-03-01\"..@\"2026-03-31\"]", "2026-03-31T00:00:00");
        row("today() in (> @\"2026-05-01\")", "2026-05-01T00:00:00");
        row("count_events(\"viewed_page\", @\"P7D\") >= 3", "2026-03-15T09:00:00");
        row("count_events(\"viewed_page\") >= 3", "never");
        row("count_events(\"nothing\", @\"P7D\") >= 3", "never");
        row("days_in_a_row(\"viewed_page\") >= 3", "2026-03-11T00:00:00");
        row("today().weekday = 1", "unknown");
        row("now() > today()", "unknown");
        row("string(now()) = \"x\"", "unknown");
        row("today() - me.birthday > @\"P1D\"", "");
    }
    void timeDependentConditionsSayWhenTheyCanChange()
    {
        QFETCH(QString, expression);
        QFETCH(QString, at);
        const Bench bench;
        const Compiled compiled = bench.compile(expression.toUtf8().constData());
        if (at.isEmpty()) {
            QVERIFY(!compiled.ok());
            return;
        }
        QVERIFY2(compiled.ok(), compiled.ok() ? "" : qPrintable(compiled.diagnostics.first().what.english()));
        const NextChange next = nextChange(compiled.program, Frame{bench.slots, &bench.world});
        QCOMPARE(isForeseeable(compiled.program), at != "unknown");
        if (next.kind == NextChange::Kind::At)
            QCOMPARE(DateTime::fromEpochMillis(next.millis, bench.world.zone()).toString().section('@', 0, 0), at);
        else
            QCOMPARE(next.kind == NextChange::Kind::Never ? "never" : "unknown", at);
    }

    void figuresOverRows()
    {
        const auto share = asAggregate("count(status = \"won\") / count() * 100");
        QVERIFY(share);
        const auto leaves = share->functions();
        QCOMPARE(leaves.size(), size_t(2));
        QCOMPARE(leaves[0]->filter, "status = \"won\"");
        QVERIFY(leaves[1]->filter.isEmpty() && leaves[1]->argument.isEmpty());
        QCOMPARE(share->combine({Value(1), Value(4)}).toFeel(), "25.00");
        QVERIFY(share->combine({Value(1), Value(0)}).isNull());
        const auto sum = asAggregate("sum(amount, status = \"won\")");
        QCOMPARE(sum->argument, "amount");
        QCOMPARE(sum->filter, "status = \"won\"");
        QCOMPARE(asAggregate("count_distinct(owner)")->function, Aggregate::Function::CountDistinct);
        QCOMPARE(asAggregate("-avg(amount)")->combine({Value(2)}).toFeel(), "-2");
        QList<Diagnostic> problems;
        for (const char* bad : {"amount", "sum()", "count(a, b)", "sum(amount) > 3", "median(", ""})
            QVERIFY2(!asAggregate(bad, &problems), bad);
        QCOMPARE(problems.size(), 6);
    }

    void jsonKeepsValues()
    {
        for (const char* text : {"1.50", "\"a\"", "true", "null", "@\"2026-01-05\"", "@\"09:30:00Z\"", "@\"P1Y\"",
                                 "@\"PT1H\"", "[1, [2]]", "{a: 1, b c: \"x\"}"}) {
            Scope scope;
            CompileOptions strict;
            strict.dialect = Dialect::Strict;
            const Value value = compile(QString::fromLatin1(text), scope, strict).program.evaluate({});
            QVERIFY2(fromJson(toJson(value)) == value, text);
        }
    }

    void aBadLineIsAnswered()
    {
        for (const char* line : {"{}", "{\"id\": 1, \"expression\": 5}", "{\"expression\": \"1 +\"}",
                                 "{\"expression\": \"x\", \"inputs\": [1, {}]}"}) {
            const QJsonObject answer = answerLine(QJsonDocument::fromJson(line).object());
            QCOMPARE(answer["result"].toObject()["t"].toString(), "null");
            QVERIFY(!answer["warnings"].toArray().isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestValues)
#include "tst_values.moc"
