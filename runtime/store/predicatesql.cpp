#include "predicatesql.h"
#include "recordsql.h"

namespace fw::store
{

namespace
{

using feel::Predicate;
using feel::Value;
using Op = Predicate::Op;
using plan::Field;
using plan::FieldType;
using plan::Storage;

/// How a system column lies.
std::optional<Field> systemField(const QString& name)
{
    static const QHash<QString, std::pair<FieldType, Storage>> known{
        {QStringLiteral("id"), {FieldType::Text, Storage::Text}},
        {QStringLiteral("version"), {FieldType::Number, Storage::Integer}},
        {QStringLiteral("created_at"), {FieldType::DateTime, Storage::Instant}},
        {QStringLiteral("updated_at"), {FieldType::DateTime, Storage::Instant}},
        {QStringLiteral("created_by"), {FieldType::User, Storage::Text}},
        {QStringLiteral("updated_by"), {FieldType::User, Storage::Text}}};
    const auto it = known.find(name);
    if (it == known.end())
        return std::nullopt;
    Field field;
    field.id = name;
    std::tie(field.type, field.storage) = *it;
    return field;
}

std::optional<Field> fieldOf(const plan::Table& table, const QString& name)
{
    const Field* field = table.findField(name);
    if (!field)
        return systemField(name);
    return hasColumn(*field) ? std::optional<Field>(*field) : std::nullopt;
}

/// The text a user or relation is compared by.
std::optional<QString> comparedText(const Value& value)
{
    if (value.kind() == Value::Kind::Record)
        return value.record()->id();
    return value.kind() == Value::Kind::String ? std::optional(value.string()) : std::nullopt;
}

/// A constant in the units of a column. `exact` is false when it lies between two of them; `unit` is then the lower one.
/// `beyond` is −1 or +1 for what no column value reaches.
struct Constant {
    SqlPiece::Parameter unit;
    bool exact = true;
    int beyond = 0;
};

std::optional<Constant> numberFor(const Field& field, const feel::Decimal& number)
{
    const bool scaled = field.storage == Storage::Scaled;
    const int decimals = scaled ? field.decimals : 0;
    const auto lower = number.toScaled(decimals, feel::Rounding::Floor);
    if (!lower)
        return Constant{qint64(0), false, number.isNegative() ? -1 : 1};
    const bool exact = feel::Decimal::fromScaled(*lower, decimals) == number;
    return scaled ? Constant{Scaled{*lower, decimals}, exact, 0} : Constant{*lower, exact, 0};
}

std::optional<Constant> constantFor(const Field& field, const Value& value, const QTimeZone& zone)
{
    switch (field.storage) {
    case Storage::Text:
        if (field.feelType.kind() == feel::Type::Kind::MonthDuration)
            return std::nullopt;
        if (const auto text = comparedText(value))
            return Constant{*text, true, 0};
        return std::nullopt;
    case Storage::Integer:
    case Storage::Scaled:
        if (holdsDuration(field))
            return std::nullopt;
        return value.kind() == Value::Kind::Number ? numberFor(field, value.number()) : std::nullopt;
    case Storage::Boolean:
        return value.kind() == Value::Kind::Boolean ? std::optional(Constant{qint64(value.boolean()), true, 0})
                                                    : std::nullopt;
    case Storage::Date:
        if (value.kind() != Value::Kind::Date || value.date().year < 1 || value.date().year > 9999)
            return std::nullopt;
        return Constant{value.date().toString(), true, 0};
    case Storage::Instant:
        return value.kind() == Value::Kind::DateTime
                   ? std::optional(Constant{value.dateTime().toEpochMillis(zone),
                                            value.dateTime().time.nanos % 1'000'000 == 0, 0})
                   : std::nullopt;
    case Storage::Time:
    case Storage::TextList:
    case Storage::DateRange:
    case Storage::Location:
    case Storage::Json: return std::nullopt;
    }
    return std::nullopt;
}

SqlPiece piece(const QByteArray& sql)
{
    return SqlPiece{sql, {}};
}

/// Whether a path leads to nothing; a record in the bin counts as none, as the reader has it.
SqlPiece isNull(const PathSql& path)
{
    if (path.field.relationTo.isEmpty())
        return piece("(").add(path.part).add(" IS NULL)");
    return piece("(NOT EXISTS (SELECT 1 FROM " + quoted(path.field.relationTo) + " fw_live WHERE fw_live.id = ")
        .add(path.part)
        .add(" AND fw_live.deleted_at IS NULL))");
}

/// "left <op> constant". A constant between two units moves to the neighbour that gives the same truth.
SqlPiece compare(Op op, const SqlPiece& left, const Constant& constant)
{
    SqlPiece out = piece("(").add(left);
    if (constant.beyond != 0 || (!constant.exact && (op == Op::Equal || op == Op::NotEqual))) {
        const bool less = op == Op::Less || op == Op::LessOrEqual;
        const bool always = op == Op::NotEqual || (op != Op::Equal && less == (constant.beyond > 0));
        return out.add(always ? " IS NOT NULL OR NULL)" : " IS NULL AND NULL)"); // a null stays unknown
    }
    const char* sign = " = ";
    switch (op) {
    case Op::Equal: break;
    case Op::NotEqual: sign = " <> "; break;
    case Op::Less: sign = constant.exact ? " < " : " <= "; break;
    case Op::LessOrEqual: sign = " <= "; break;
    case Op::Greater: sign = " > "; break;
    default: sign = constant.exact ? " >= " : " > "; break;
    }
    out.add(QByteArray(sign) + "?)");
    out.parameters.push_back(constant.unit);
    return out;
}

std::optional<SqlPiece> textTest(Op op, Dialect dialect, const PathSql& left, const Value& value)
{
    if (value.kind() != Value::Kind::String)
        return std::nullopt;
    const QString& text = value.string();
    SqlPiece out;
    if (left.field.storage == Storage::TextList && op == Op::Contains) {
        out = {dialect.listContains(left.part.sql), {}};
    } else if (left.field.storage != Storage::Text || left.field.type == FieldType::User ||
               left.field.type == FieldType::Relation) {
        return std::nullopt;
    } else if (text.isEmpty()) {
        return piece("(").add(left.part).add(" IS NOT NULL OR NULL)");
    } else if (op == Op::Contains) {
        out = piece('(' + dialect.contains(left.part.sql) + ')');
    } else {
        const qsizetype length = text.toUcs4().size(); // code points, as the databases count them
        out = piece("(" +
                    (op == Op::StartsWith ? "substr(" + left.part.sql + ", 1, " + QByteArray::number(length) + ')'
                                          : dialect.end(left.part.sql, length)) +
                    " = ?)");
    }
    out.parameters.push_back(text);
    return out;
}

/// Two columns compare in SQL only when they lie in the same way.
std::optional<SqlPiece> columnTest(Op op, const PathSql& left, const PathSql& right)
{
    const bool same = left.field.storage == right.field.storage &&
                      (left.field.storage != Storage::Scaled || left.field.decimals == right.field.decimals);
    const Storage lists[] = {Storage::TextList, Storage::DateRange, Storage::Location, Storage::Json};
    if (!same || std::find(std::begin(lists), std::end(lists), left.field.storage) != std::end(lists) ||
        left.field.feelType.kind() != right.field.feelType.kind())
        return std::nullopt;
    const auto sign = [op]() -> QByteArray {
        switch (op) {
        case Op::Equal: return " = ";
        case Op::NotEqual: return " <> ";
        case Op::Less: return " < ";
        case Op::LessOrEqual: return " <= ";
        case Op::Greater: return " > ";
        case Op::GreaterOrEqual: return " >= ";
        default: return {};
        }
    }();
    if (sign.isEmpty())
        return std::nullopt;
    return piece("(").add(left.part).add(sign).add(right.part).add(")");
}

class Printer
{
public:
    Printer(Dialect dialect, const QTimeZone& zone, const PathResolver& paths)
        : m_dialect(dialect), m_zone(zone), m_paths(paths)
    {
    }

    std::optional<SqlPiece> print(const Predicate& predicate) const
    {
        switch (predicate.op) {
        case Op::True: return piece("TRUE");
        case Op::False: return piece("FALSE");
        case Op::And: return joined(predicate.operands, " AND ", "TRUE");
        case Op::Or: return joined(predicate.operands, " OR ", "FALSE");
        case Op::Not: {
            auto inner = predicate.operands.size() == 1 ? print(predicate.operands.front()) : std::nullopt;
            return inner ? std::optional(piece("(NOT ").add(*inner).add(")")) : std::nullopt;
        }
        default: return leaf(predicate);
        }
    }

private:
    std::optional<SqlPiece> joined(const std::vector<Predicate>& operands, const char* word, const char* none) const
    {
        SqlPiece out = piece(operands.empty() ? none : "(");
        for (size_t i = 0; i < operands.size(); ++i) {
            auto part = print(operands[i]);
            if (!part)
                return std::nullopt;
            out.add(i ? word : "").add(*part);
        }
        return operands.empty() ? out : out.add(")");
    }

    std::optional<SqlPiece> leaf(const Predicate& predicate) const
    {
        if (predicate.counted || !predicate.addend.isEmpty())
            return std::nullopt;
        const auto left = m_paths(predicate.path);
        if (!left)
            return std::nullopt;
        if (predicate.op == Op::IsNull)
            return isNull(*left);
        if (!predicate.rightPath.isEmpty()) {
            const auto right = m_paths(predicate.rightPath);
            return right ? columnTest(predicate.op, *left, *right) : std::nullopt;
        }
        if (predicate.op == Op::In)
            return oneOf(*left, predicate.values);
        if (predicate.values.size() != 1)
            return std::nullopt;
        const Value& value = predicate.values.front();
        if (predicate.op == Op::Contains || predicate.op == Op::StartsWith || predicate.op == Op::EndsWith)
            return textTest(predicate.op, m_dialect, *left, value);
        if (value.isNull())
            return predicate.op == Op::Equal      ? isNull(*left)
                   : predicate.op == Op::NotEqual ? piece("(NOT ").add(isNull(*left)).add(")")
                                                  : piece("(").add(left->part).add(" IS NULL AND NULL)");
        const auto constant = constantFor(left->field, value, m_zone);
        return constant ? std::optional(compare(predicate.op, left->part, *constant)) : std::nullopt;
    }

    std::optional<SqlPiece> oneOf(const PathSql& left, const std::vector<Value>& values) const
    {
        SqlPiece out = piece("(FALSE");
        for (const Value& value : values) {
            if (value.isNull()) {
                out.add(" OR ").add(isNull(left));
                continue;
            }
            const auto constant = constantFor(left.field, value, m_zone);
            if (!constant)
                return std::nullopt;
            out.add(" OR ").add(compare(Op::Equal, left.part, *constant));
        }
        return out.add(")");
    }

    Dialect m_dialect;
    const QTimeZone& m_zone;
    const PathResolver& m_paths;
};

/// What stands behind a user field: fw_user has the columns of the members.
std::optional<PathSql> userPath(const SqlPiece& user, const QStringList& rest)
{
    static const QStringList members{QStringLiteral("id"),    QStringLiteral("login"),   QStringLiteral("name"),
                                     QStringLiteral("email"), QStringLiteral("phone"),   QStringLiteral("language"),
                                     QStringLiteral("zone"),  QStringLiteral("superior")};
    if (!members.contains(rest.first()))
        return std::nullopt;
    PathSql out;
    out.part = piece("(SELECT " + quoted(rest.first()) + " FROM fw_user WHERE id = ").add(user).add(")");
    out.field.id = rest.first();
    if (rest.first() == QLatin1String("superior"))
        out.field.type = FieldType::User;
    if (rest.size() == 1)
        return out;
    return out.field.type == FieldType::User ? userPath(out.part, rest.mid(1)) : std::nullopt;
}

/// "2026-01-05/2026-01-09": its first or last day as a date column.
std::optional<PathSql> rangeEnd(Dialect dialect, const SqlPiece& range, const QString& end)
{
    if (end != QLatin1String("start") && end != QLatin1String("end"))
        return std::nullopt;
    PathSql out;
    out.part =
        piece(dialect.dateText("substr(" + range.sql + (end == QLatin1String("start") ? ", 1, 10)" : ", 12, 10)")));
    out.part.parameters = range.parameters;
    out.field.id = end;
    out.field.type = FieldType::Date;
    out.field.storage = Storage::Date;
    out.field.feelType = feel::Type::Kind::Date;
    return out;
}

} // namespace

SqlPiece& SqlPiece::add(const SqlPiece& other)
{
    sql += other.sql;
    parameters.insert(parameters.end(), other.parameters.begin(), other.parameters.end());
    return *this;
}

int SqlPiece::bind(Statement& statement, int index) const
{
    for (const Parameter& parameter : parameters) {
        std::visit([&](const auto& value) { statement.bind(index++, value); }, parameter);
    }
    return index;
}

std::optional<PathSql> pathSql(Dialect dialect, const plan::Plan& plan, const plan::Table& table,
                               const QStringList& path, const QByteArray& alias)
{
    const auto field = path.isEmpty() ? std::nullopt : fieldOf(table, path.first());
    if (!field)
        return std::nullopt;
    const SqlPiece own = piece(alias + '.' + quoted(field->id));
    if (path.size() == 1)
        return PathSql{own, *field};
    if (field->type == FieldType::User)
        return userPath(own, path.mid(1));
    if (field->storage == Storage::DateRange && path.size() == 2)
        return rangeEnd(dialect, own, path.last());
    const plan::Table* target = field->type == FieldType::Relation ? plan.findTable(field->relationTo) : nullptr;
    if (!target)
        return std::nullopt;
    const QByteArray inner = alias + 'r'; // each level has a name of its own
    auto rest = pathSql(dialect, plan, *target, path.mid(1), inner);
    if (!rest)
        return std::nullopt;
    rest->part = piece("(SELECT ")
                     .add(rest->part)
                     .add(" FROM " + quoted(target->id) + ' ' + inner + " WHERE " + inner + ".id = ")
                     .add(own)
                     .add(" AND " + inner + ".deleted_at IS NULL)");
    return rest;
}

std::optional<SqlPiece> predicateSql(const Predicate& predicate, Dialect dialect, const plan::Plan& plan,
                                     const plan::Table& table, const QByteArray& alias)
{
    return predicateSql(predicate, dialect, plan.zone,
                        [&](const QStringList& path) { return pathSql(dialect, plan, table, path, alias); });
}

std::optional<SqlPiece> predicateSql(const Predicate& predicate, Dialect dialect, const QTimeZone& zone,
                                     const PathResolver& paths)
{
    return Printer(dialect, zone, paths).print(predicate);
}

} // namespace fw::store
