#include "builtins.h"
#include "operators.h"
#include "regex.h"

namespace fw::feel
{

namespace
{

// FEEL counts characters as code points; everything with a position goes through UCS-4.
using CodePoints = QList<uint>;
QString fromPoints(const CodePoints& points, qsizetype from, qsizetype count)
{
    const CodePoints part = points.mid(from, count);
    return QString::fromUcs4(reinterpret_cast<const char32_t*>(part.constData()), part.size());
}

Value substring(const Invocation& call)
{
    const CodePoints points = call[0].string().toUcs4();
    const auto start = call[1].number().rounded(0, Rounding::Down)->toInt64();
    const auto length =
        call.has(2) ? call[2].number().rounded(0, Rounding::Down)->toInt64() : std::optional<qint64>(points.size());
    if (!start || *start == 0 || std::abs(*start) > points.size() || !length || *length < 1)
        return call.null("feel.wrong_argument",
                         Message(FW_MSG("The text has %1 characters; the position or length lies outside."),
                                 {QString::number(points.size())}));
    return Value(fromPoints(points, *start > 0 ? *start - 1 : points.size() + *start, *length));
}

Value substringBefore(const Invocation& call)
{
    const qsizetype at = call[0].string().indexOf(call[1].string());
    return Value(at < 0 ? QStringLiteral("") : call[0].string().left(at));
}

Value substringAfter(const Invocation& call)
{
    const qsizetype at = call[0].string().indexOf(call[1].string());
    return Value(at < 0 ? QStringLiteral("") : call[0].string().mid(at + call[1].string().size()));
}

Value badPattern(const Invocation& call)
{
    return call.null("feel.bad_pattern",
                     Message(FW_MSG("\"%1\" is no regular expression, or its flags are not among s, m, i, x, q."),
                             {call[1].string()}));
}

Value matches(const Invocation& call)
{
    const auto regex = xpathRegex(call[1].string(), call.has(2) ? call[2].string() : QString());
    return regex ? Value(regex->match(call[0].string()).hasMatch()) : badPattern(call);
}

Value replace(const Invocation& call)
{
    const auto regex = xpathRegex(call[1].string(), call.has(3) ? call[3].string() : QString());
    const auto out = regex ? xpathReplace(call[0].string(), *regex, call[2].string()) : std::nullopt;
    return out ? Value(*out) : badPattern(call);
}

Value split(const Invocation& call)
{
    const auto regex = xpathRegex(call[1].string(), QString());
    if (!regex || call[1].string().isEmpty())
        return badPattern(call);
    Value::Items out;
    for (const QString& part : call[0].string().split(*regex))
        out.emplace_back(part);
    return Value::list(std::move(out));
}

Value join(const Invocation& call)
{
    QStringList parts;
    for (const Value& item : call[0].items()) {
        if (item.isNull())
            continue;
        if (item.kind() != Value::Kind::String)
            return call.null("feel.wrong_argument",
                             Message(FW_MSG("Only texts can be joined, not %1."), {kindName(item)}));
        parts << item.string();
    }
    return Value(parts.join(call.has(1) ? call[1].string() : QString()) + QStringLiteral(""));
}

Value text(const Invocation& call)
{
    return call[0].isNull() ? call[0] : Value(call[0].toText());
}

} // namespace

std::vector<BuiltinSpec> textBuiltins()
{
    return {
        {{"string(from: any): string"}, text, "The value as text.", "把值转换成文本。", "string(1.1)", "\"1.1\""},
        {{"substring(string: string, start position: number, length?: number): string"},
         substring,
         "A part of a text; the first character is 1, negative positions count from the end.",
         "截取文本，首字符位置为 1，负数从末尾数。",
         "substring(\"foobar\", 3)",
         "\"obar\""},
        {{"string length(string: string): number"},
         [](const Invocation& call) { return Value(static_cast<qint64>(call[0].string().toUcs4().size())); },
         "The number of characters.",
         "文本的字符数。",
         "string length(\"你好\")",
         "2"},
        {{"upper case(string: string): string"},
         [](const Invocation& call) { return Value(call[0].string().toUpper()); },
         "The text in capitals.",
         "转换为大写。",
         "upper case(\"aBc4\")",
         "\"ABC4\""},
        {{"lower case(string: string): string"},
         [](const Invocation& call) { return Value(call[0].string().toLower()); },
         "The text in small letters.",
         "转换为小写。",
         "lower case(\"aBc4\")",
         "\"abc4\""},
        {{"substring before(string: string, match: string): string"},
         substringBefore,
         "What stands in front of the first match; empty when there is none.",
         "匹配处之前的文本。",
         "substring before(\"foobar\", \"bar\")",
         "\"foo\""},
        {{"substring after(string: string, match: string): string"},
         substringAfter,
         "What stands behind the first match; empty when there is none.",
         "匹配处之后的文本。",
         "substring after(\"foobar\", \"ob\")",
         "\"ar\""},
        {{"replace(input: string, pattern: string, replacement: string, flags?: string?): string"},
         replace,
         "Replaces every match of a regular expression.",
         "用正则表达式替换文本。",
         "replace(\"banana\", \"a\", \"o\")",
         "\"bonono\""},
        {{"contains(string: string, match: string): boolean"},
         [](const Invocation& call) { return Value(call[0].string().contains(call[1].string())); },
         "Whether the text holds the other one.",
         "文本是否包含另一文本。",
         "contains(\"foobar\", \"of\")",
         "false"},
        {{"starts with(string: string, match: string): boolean"},
         [](const Invocation& call) { return Value(call[0].string().startsWith(call[1].string())); },
         "Whether the text begins so.",
         "文本是否以此开头。",
         "starts with(\"foobar\", \"fo\")",
         "true"},
        {{"ends with(string: string, match: string): boolean"},
         [](const Invocation& call) { return Value(call[0].string().endsWith(call[1].string())); },
         "Whether the text ends so.",
         "文本是否以此结尾。",
         "ends with(\"foobar\", \"r\")",
         "true"},
        {{"matches(input: string, pattern: string, flags?: string?): boolean"},
         matches,
         "Whether a regular expression matches.",
         "是否匹配正则表达式。",
         "matches(\"foobar\", \"^fo*b\")",
         "true"},
        {{"split(string: string, delimiter: string): list<string>"},
         split,
         "Cuts a text at a regular expression.",
         "按正则表达式拆分文本。",
         "split(\"a;b;c\", \";\")",
         "[\"a\", \"b\", \"c\"]"},
        {{"string join(list: list<any>, delimiter?: string?): string"},
         join,
         "Joins texts; nulls are left out.",
         "连接文本，空值跳过。",
         "string join([\"a\", \"b\"], \"-\")",
         "\"a-b\""},
    };
}

} // namespace fw::feel
