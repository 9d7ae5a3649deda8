#include "builtins.h"
#include "operators.h"
#include "regex.h"

namespace fw::feel
{

namespace
{

// FEEL counts characters as code points; positions are found by walking over the UTF-16 units.

/// The unit at which the character `count` behind the one at unit `from` begins; the end when there are not so many.
qsizetype advanced(const QString& text, qsizetype from, qint64 count)
{
    for (; count > 0 && from < text.size(); --count)
        from += text[from].isHighSurrogate() && from + 1 < text.size() && text[from + 1].isLowSurrogate() ? 2 : 1;
    return from;
}

qint64 characters(const QString& text)
{
    qint64 count = 0;
    for (qsizetype i = 0; i < text.size(); i = advanced(text, i, 1))
        ++count;
    return count;
}

Value substring(const Invocation& call)
{
    const QString& text = call[0].string();
    const qint64 size = characters(text);
    const auto start = call[1].number().rounded(0, Rounding::Down)->toInt64();
    const auto length =
        call.has(2) ? call[2].number().rounded(0, Rounding::Down)->toInt64() : std::optional<qint64>(size);
    if (!start || *start == 0 || *start > size || *start < -size || !length || *length < 1)
        return call.null("feel.wrong_argument",
                         Message(FW_MSG("The text has %1 characters; the position or length lies outside."),
                                 {QString::number(size)}));
    const qsizetype from = advanced(text, 0, *start > 0 ? *start - 1 : size + *start);
    return Value(text.mid(from, advanced(text, from, *length) - from));
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

Value tooHard(const Invocation& call)
{
    return call.null("feel.limit",
                     Message(FW_MSG("The regular expression \"%1\" takes too long on this text."), {call[1].string()}));
}

/// Looks for the next match from `at` on; nothing when that took too long, or when the run is over.
std::optional<QRegularExpressionMatch> nextMatch(const Invocation& call, const XPathRegex& regex, qsizetype at)
{
    const QString& text = call[0].string();
    QRegularExpressionMatch match = regex.match(text, at, at > 0);
    const qsizetype seen = (match.hasMatch() ? match.capturedEnd() : text.size()) - at;
    return call.spend(1 + seen / 16) && match.isValid() ? std::optional(std::move(match)) : std::nullopt;
}

Value matches(const Invocation& call)
{
    const auto regex = XPathRegex::compile(call[1].string(), call.has(2) ? call[2].string() : QString());
    if (!regex)
        return badPattern(call);
    const auto match = nextMatch(call, *regex, 0);
    return match ? Value(match->hasMatch()) : tooHard(call);
}

/// Calls `f` for each match in turn; false when one of them took too long, or when `f` says so.
bool eachMatch(const Invocation& call, const XPathRegex& regex, auto f)
{
    const qsizetype size = call[0].string().size();
    for (qsizetype at = 0; at <= size;) {
        const auto match = nextMatch(call, regex, at);
        if (!match)
            return false;
        if (!match->hasMatch())
            return true;
        if (!f(*match))
            return false;
        at = std::max(match->capturedEnd(), at + 1); // a match is never empty, see replace() and split()
    }
    return true;
}

Value emptyMatch(const Invocation& call)
{
    return call.null("feel.bad_pattern",
                     Message(FW_MSG("\"%1\" also matches an empty text, so there is no telling where "
                                    "one match ends and the next begins."),
                             {call[1].string()}));
}

Value replace(const Invocation& call)
{
    const auto regex = XPathRegex::compile(call[1].string(), call.has(3) ? call[3].string() : QString());
    const auto replacement = regex ? regex->replacement(call[2].string()) : std::nullopt;
    if (!replacement)
        return badPattern(call);
    if (regex->matchesEmpty())
        return emptyMatch(call);
    QString out;
    qsizetype from = 0;
    const bool done = eachMatch(call, *regex, [&](const QRegularExpressionMatch& match) {
        out += QStringView(call[0].string()).mid(from, match.capturedStart() - from);
        for (const XPathRegex::Piece& piece : *replacement)
            out += piece.group < 0 ? piece.text : match.captured(piece.group);
        from = match.capturedEnd();
        return call.allowsText(out.size());
    });
    if (!done)
        return tooHard(call);
    out += QStringView(call[0].string()).mid(from);
    return Value(out);
}

Value split(const Invocation& call)
{
    const auto regex = XPathRegex::compile(call[1].string(), QString());
    if (!regex)
        return badPattern(call);
    if (regex->matchesEmpty())
        return emptyMatch(call);
    Value::Items out;
    qsizetype from = 0;
    const bool done = eachMatch(call, *regex, [&](const QRegularExpressionMatch& match) {
        out.emplace_back(call[0].string().mid(from, match.capturedStart() - from));
        from = match.capturedEnd();
        return call.evaluation.allowsLength(static_cast<qint64>(out.size()), call.span);
    });
    if (!done)
        return tooHard(call);
    out.emplace_back(call[0].string().mid(from));
    return Value::list(std::move(out));
}

Value join(const Invocation& call)
{
    const QString delimiter = call.has(1) ? call[1].string() : QString();
    QString out(QStringLiteral(""));
    bool first = true;
    for (const Value& item : call[0].items()) {
        if (item.isNull())
            continue;
        if (item.kind() != Value::Kind::String)
            return call.null("feel.wrong_argument",
                             Message(FW_MSG("Only texts can be joined, not %1."), {kindName(item)}));
        if (!call.allowsText(out.size() + delimiter.size() + item.string().size()))
            return Value();
        if (!std::exchange(first, false))
            out += delimiter;
        out += item.string();
    }
    call.spend(out.size() / 64);
    return Value(out);
}

Value changedCase(const Invocation& call, const QString& text)
{
    return call.allowsText(text.size()) ? Value(text) : Value();
}

Value text(const Invocation& call)
{
    if (call[0].isNull())
        return call[0];
    const qint64 longest = call.evaluation.limits.textLength;
    const QString text = call[0].toText(longest + 1);
    return call.allowsText(text.size()) && call.spend(text.size() / 64) ? Value(text) : Value();
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
         [](const Invocation& call) { return Value(characters(call[0].string())); },
         "The number of characters.",
         "文本的字符数。",
         "string length(\"你好\")",
         "2"},
        {{"upper case(string: string): string"},
         [](const Invocation& call) { return changedCase(call, call[0].string().toUpper()); },
         "The text in capitals.",
         "转换为大写。",
         "upper case(\"aBc4\")",
         "\"ABC4\""},
        {{"lower case(string: string): string"},
         [](const Invocation& call) { return changedCase(call, call[0].string().toLower()); },
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
