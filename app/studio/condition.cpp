#include "condition.h"

#include "model/feel/syntax.h"

namespace fw::studio
{

using feel::Expression;
using feel::Operator;
using Kind = Condition::Kind;

namespace
{

constexpr int deepest = 12; ///< groups in groups beyond this stay text

/// Whether one pair of brackets holds the whole text.
bool isEnclosed(const QString& text)
{
    if (!text.startsWith(u'('))
        return false;
    int depth = 0;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'"' && (i == 0 || text[i - 1] != u'\\'))
            quoted = !quoted;
        if (quoted)
            continue;
        depth += text[i] == u'(' ? 1 : text[i] == u')' ? -1 : 0;
        if (depth == 0)
            return i > 0 && i + 1 == text.size();
    }
    return false;
}

/// Turns a syntax tree into rows. `source` is the whole text; spans point into it.
class Reader
{
public:
    explicit Reader(const QString& source) : m_source(source) {}

    Condition read(const Expression& e, int depth = 0) const
    {
        if (depth > deepest)
            return text(e);
        Condition condition;
        if (e.kind == Expression::Kind::And || e.kind == Expression::Kind::Or) {
            condition.kind = e.kind == Expression::Kind::And ? Kind::All : Kind::Any;
            addParts(e, e.kind, condition, depth);
        } else if (!comparison(e, condition) && !between(e, condition) && !membership(e, condition) &&
                   !call(e, condition) && !negation(e, condition) && !bare(e, condition)) {
            return text(e);
        }
        condition.source = textOf(e);
        return condition;
    }

private:
    QString textOf(const Expression& e) const { return m_source.mid(e.span.begin, e.span.end - e.span.begin); }

    Condition text(const Expression& e) const
    {
        Condition condition;
        condition.kind = Kind::Text;
        condition.source = textOf(e);
        return condition;
    }

    /// "a and b and c" is one group of three, however it nests.
    void addParts(const Expression& e, Expression::Kind kind, Condition& group, int depth) const
    {
        for (const auto& part : e.parts) {
            if (part->kind == kind)
                addParts(*part, kind, group, depth);
            else
                group.parts.push_back(read(*part, depth + 1));
        }
    }

    /// A name or path of names, or a question about behaviour: what can stand on the left of a row.
    bool isField(const Expression& e) const
    {
        if (e.kind == Expression::Kind::Name)
            return true;
        if (e.kind == Expression::Kind::Path)
            return isField(*e.parts[0]) && e.parts[0]->kind != Expression::Kind::Call;
        return e.kind == Expression::Kind::Call && e.parts[0]->kind == Expression::Kind::Name && e.names.isEmpty() &&
               (e.parts[0]->name == u"count_events" || e.parts[0]->name == u"days_in_a_row");
    }
    bool isNull(const Expression& e) const { return e.kind == Expression::Kind::Literal && e.literal.isNull(); }
    /// What can stand on the right without hiding a condition of its own.
    bool isValue(const Expression& e) const
    {
        switch (e.kind) {
        case Expression::Kind::Error:
        case Expression::Kind::And:
        case Expression::Kind::Or:
        case Expression::Kind::Between:
        case Expression::Kind::In:
        case Expression::Kind::Comparison:
        case Expression::Kind::Tests:
        case Expression::Kind::OpenRange:
        case Expression::Kind::Anything: return false;
        case Expression::Kind::Binary: return !comparisonName(e.op);
        default: return true;
        }
    }

    static const char* comparisonName(Operator op)
    {
        switch (op) {
        case Operator::Equal: return "=";
        case Operator::NotEqual: return "!=";
        case Operator::Less: return "<";
        case Operator::LessOrEqual: return "<=";
        case Operator::Greater: return ">";
        case Operator::GreaterOrEqual: return ">=";
        default: return nullptr;
        }
    }
    static QString mirrored(const QString& op)
    {
        static const QHash<QString, QString> other{{QStringLiteral("<"), QStringLiteral(">")},
                                                   {QStringLiteral("<="), QStringLiteral(">=")},
                                                   {QStringLiteral(">"), QStringLiteral("<")},
                                                   {QStringLiteral(">="), QStringLiteral("<=")}};
        return other.value(op, op);
    }

    bool comparison(const Expression& e, Condition& row) const
    {
        if (e.kind != Expression::Kind::Binary || !comparisonName(e.op))
            return false;
        const bool turned = !isField(*e.parts[0]) && isField(*e.parts[1]);
        const Expression& left = *e.parts[turned ? 1 : 0];
        const Expression& right = *e.parts[turned ? 0 : 1];
        if (!isField(left) || !isValue(right))
            return false;
        row.kind = Kind::Row;
        row.field = textOf(left);
        row.op = QString::fromLatin1(comparisonName(e.op));
        if (turned)
            row.op = mirrored(row.op);
        if (isNull(right) && (row.op == u"=" || row.op == u"!="))
            row.op = row.op == u"=" ? QStringLiteral("empty") : QStringLiteral("not empty");
        else
            row.values << textOf(right);
        return true;
    }

    bool between(const Expression& e, Condition& row) const
    {
        if (e.kind != Expression::Kind::Between || !isField(*e.parts[0]) || !isValue(*e.parts[1]) ||
            !isValue(*e.parts[2]))
            return false;
        row.kind = Kind::Row;
        row.field = textOf(*e.parts[0]);
        row.op = QStringLiteral("between");
        row.values = {textOf(*e.parts[1]), textOf(*e.parts[2])};
        return true;
    }

    /// `x in ("a", "b")` and `x in ["a", "b"]`; other tests stay text.
    bool membership(const Expression& e, Condition& row) const
    {
        if (e.kind != Expression::Kind::In || !isField(*e.parts[0]))
            return false;
        const bool list = e.parts.size() == 2 && e.parts[1]->kind == Expression::Kind::List;
        QStringList values;
        const auto& from = list ? e.parts[1]->parts : e.parts;
        for (size_t i = list ? 0 : 1; i < from.size(); ++i) {
            if (from[i]->kind != Expression::Kind::Literal)
                return false;
            QString value = textOf(*from[i]);
            while (isEnclosed(value)) // of a single one in brackets the parser keeps the brackets
                value = value.mid(1, value.size() - 2).trimmed();
            values << value;
        }
        if (values.isEmpty())
            return false;
        row.kind = Kind::Row;
        row.field = textOf(*e.parts[0]);
        row.op = QStringLiteral("in");
        row.values = values;
        return true;
    }

    bool call(const Expression& e, Condition& row) const
    {
        if (e.kind != Expression::Kind::Call || e.parts.size() != 3 || !e.names.isEmpty() ||
            e.parts[0]->kind != Expression::Kind::Name || !isField(*e.parts[1]) || !isValue(*e.parts[2]))
            return false;
        static const QHash<QString, QString> ops{{QStringLiteral("contains"), QStringLiteral("contains")},
                                                 {QStringLiteral("starts with"), QStringLiteral("starts with")},
                                                 {QStringLiteral("ends with"), QStringLiteral("ends with")},
                                                 {QStringLiteral("list contains"), QStringLiteral("includes")}};
        row.op = ops.value(e.parts[0]->name);
        if (row.op.isEmpty())
            return false;
        row.kind = Kind::Row;
        row.field = textOf(*e.parts[1]);
        row.values = {textOf(*e.parts[2])};
        return true;
    }

    bool negation(const Expression& e, Condition& row) const
    {
        if (e.kind != Expression::Kind::Call || e.parts.size() != 2 || e.parts[0]->kind != Expression::Kind::Name ||
            e.parts[0]->name != u"not")
            return false;
        Condition inner;
        const Expression& negated = *e.parts[1];
        if (membership(negated, inner) ||
            (call(negated, inner) && (inner.op == u"contains" || inner.op == u"includes"))) {
            row = inner;
            row.op = QStringLiteral("not ") + inner.op;
            return true;
        }
        if (!bare(negated, inner))
            return false;
        row = inner;
        row.op = QStringLiteral("false");
        return true;
    }

    /// A yes/no field by itself.
    bool bare(const Expression& e, Condition& row) const
    {
        if ((e.kind != Expression::Kind::Name && e.kind != Expression::Kind::Path) || !isField(e))
            return false;
        row.kind = Kind::Row;
        row.field = textOf(e);
        row.op = QStringLiteral("true");
        return true;
    }

    const QString& m_source;
};

QString writeRow(const Condition& row)
{
    const QString first = row.values.value(0), list = row.values.join(QStringLiteral(", "));
    if (row.op == u"empty")
        return row.field + QStringLiteral(" = null");
    if (row.op == u"not empty")
        return row.field + QStringLiteral(" != null");
    if (row.op == u"true")
        return row.field;
    if (row.op == u"false")
        return QStringLiteral("not(%1)").arg(row.field);
    if (row.op == u"in")
        return QStringLiteral("%1 in (%2)").arg(row.field, list);
    if (row.op == u"not in")
        return QStringLiteral("not(%1 in (%2))").arg(row.field, list);
    if (row.op == u"between")
        return QStringLiteral("%1 between %2 and %3").arg(row.field, first, row.values.value(1));
    static const QHash<QString, QString> calls{{QStringLiteral("contains"), QStringLiteral("contains")},
                                               {QStringLiteral("starts with"), QStringLiteral("starts with")},
                                               {QStringLiteral("ends with"), QStringLiteral("ends with")},
                                               {QStringLiteral("includes"), QStringLiteral("list contains")}};
    if (const QString call = calls.value(row.op); !call.isEmpty())
        return QStringLiteral("%1(%2, %3)").arg(call, row.field, first);
    if (row.op.startsWith(QLatin1String("not ")))
        return QStringLiteral("not(%1(%2, %3))").arg(calls.value(row.op.mid(4)), row.field, first);
    return QStringLiteral("%1 %2 %3").arg(row.field, row.op, first);
}

bool isWritten(const Condition& condition)
{
    if (condition.kind == Kind::All || condition.kind == Kind::Any)
        return std::any_of(condition.parts.begin(), condition.parts.end(), isWritten);
    return condition.kind != Kind::Empty;
}

} // namespace

int valuesOf(const QString& op)
{
    if (op == u"empty" || op == u"not empty" || op == u"true" || op == u"false")
        return 0;
    if (op == u"between")
        return 2;
    return op == u"in" || op == u"not in" ? -1 : 1;
}

bool Condition::operator==(const Condition& other) const
{
    if (kind != other.kind)
        return false;
    switch (kind) {
    case Kind::All:
    case Kind::Any: return parts == other.parts;
    case Kind::Row: return field == other.field && op == other.op && values == other.values;
    case Kind::Text: return source == other.source;
    case Kind::Empty: break;
    }
    return true;
}

Condition readCondition(const QString& expression)
{
    Condition whole;
    const QString source = expression.trimmed();
    if (source.isEmpty()) {
        whole.kind = Kind::All;
        return whole;
    }
    const feel::Parsed parsed = feel::parseExpression(source, feel::Dialect::Studio, {});
    const bool remarks = source.contains(QLatin1String("//")) || source.contains(QLatin1String("/*"));
    const bool broken = std::any_of(parsed.diagnostics.begin(), parsed.diagnostics.end(),
                                    [](const auto& diagnostic) { return diagnostic.severity == Severity::Error; });
    if (broken || remarks) { // a remark stands between parts: only the whole keeps it
        whole.kind = Kind::Text;
        whole.source = source;
        return whole;
    }
    Condition read = Reader(source).read(*parsed.expression);
    if (read.kind == Kind::All || read.kind == Kind::Any)
        return read;
    // A single condition is a group of one: the next row can be added beside it.
    whole.kind = Kind::All;
    whole.source = source;
    whole.parts.push_back(std::move(read));
    return whole;
}

QString writeCondition(const Condition& condition)
{
    switch (condition.kind) {
    case Kind::Empty: return {};
    case Kind::Text: return condition.source;
    case Kind::Row: return condition.source.isEmpty() ? writeRow(condition) : condition.source;
    case Kind::All:
    case Kind::Any: break;
    }
    if (!condition.source.isEmpty())
        return condition.source;
    QStringList parts;
    for (const Condition& part : condition.parts) {
        if (!isWritten(part))
            continue;
        QString text = writeCondition(part);
        const bool group = part.kind == Kind::All || part.kind == Kind::Any;
        const bool closed = isEnclosed(text);
        const bool between = part.kind == Kind::Row && part.op == u"between"; // its "and" reads on its own
        if (group && !closed && !between)
            text = u'(' + text + u')';
        parts << text;
    }
    return parts.join(condition.kind == Kind::All ? QStringLiteral(" and ") : QStringLiteral(" or "));
}

std::optional<QString> stringOf(const QString& expression)
{
    const feel::Parsed parsed = feel::parseExpression(expression.trimmed(), feel::Dialect::Studio, {});
    const Expression& e = *parsed.expression;
    if (!parsed.diagnostics.isEmpty() || e.kind != Expression::Kind::Literal ||
        e.literal.kind() != feel::Value::Kind::String)
        return {};
    return e.literal.string();
}

QString quotedString(const QString& text)
{
    return feel::Value(text).toFeel();
}

} // namespace fw::studio
