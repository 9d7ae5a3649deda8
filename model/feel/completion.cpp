// What may stand at the cursor of an unfinished expression.
#include "binder.h"
#include "probe.h"
#include "services.h"

namespace fw::feel
{

namespace
{

/// A name that stands where the cursor is, so that the parser reads what is around it as if it were complete.
const QString standIn = QStringLiteral("_here_");

constexpr size_t mostCompletions = 200;

bool endsOperand(const Token& token)
{
    switch (token.kind) {
    case TokenKind::Number:
    case TokenKind::String:
    case TokenKind::Temporal:
    case TokenKind::Quoted: return true;
    case TokenKind::Name:
        return token.keyword == Keyword::None || token.keyword == Keyword::True || token.keyword == Keyword::False ||
               token.keyword == Keyword::Null;
    case TokenKind::Symbol: return token.is(")") || token.is("]") || token.is("}");
    default: return false;
    }
}

/// Whether a name can be written as it is; others stand in backquotes.
bool isPlain(const QString& name)
{
    const std::vector<Token> tokens = tokenize(name, Dialect::Strict, nullptr);
    return tokens.size() > 1 && std::all_of(tokens.begin(), tokens.end() - 1, [](const Token& t) {
               return t.kind == TokenKind::Name && t.keyword == Keyword::None;
           });
}

int rankOf(const QString& candidate, const QString& typed)
{
    if (candidate.startsWith(typed))
        return 0;
    if (candidate.startsWith(typed, Qt::CaseInsensitive))
        return 1;
    return typed.size() > 1 && candidate.contains(typed, Qt::CaseInsensitive) ? 2 : -1;
}

class Completer
{
public:
    Completer(const QString& text, int cursor, const Scope& scope, Dialect dialect)
        : m_text(text), m_cursor(std::clamp(cursor, 0, static_cast<int>(text.size()))), m_scope(scope),
          m_dialect(dialect), m_before(tokenize(text.left(m_cursor), dialect, nullptr))
    {
        m_before.pop_back(); // the end
    }

    std::vector<Completion> run()
    {
        if (!m_before.empty() && m_before.back().kind == TokenKind::String && isOpen(m_before.back()))
            options();
        else if (m_before.empty() || m_before.back().span.end <= m_cursor)
            words();
        std::stable_sort(m_found.begin(), m_found.end(),
                         [](const Ranked& a, const Ranked& b) { return a.rank < b.rank; });
        std::vector<Completion> out;
        for (Ranked& r : m_found)
            if (out.size() < mostCompletions)
                out.push_back(std::move(r.completion));
        return out;
    }

private:
    struct Ranked {
        int rank;
        Completion completion;
    };

    /// A string that still lacks its closing mark.
    bool isOpen(const Token& token) const
    {
        QList<Diagnostic> problems;
        tokenize(m_text.left(m_cursor), m_dialect, &problems);
        return std::any_of(problems.begin(), problems.end(),
                           [&](const Diagnostic& d) { return d.span.begin == token.span.begin; });
    }

    Probe probeWith(const QString& text) const
    {
        Probe probe;
        probe.name = standIn;
        const Parsed parsed = parseExpression(text, m_dialect, namesOf(m_scope));
        QList<Diagnostic> ignored;
        CompileOptions options;
        options.dialect = m_dialect;
        Binder binder(m_scope, options, &ignored);
        binder.probe = &probe;
        binder.bind(*parsed.expression);
        return probe;
    }

    void offer(int rank, Completion completion)
    {
        if (completion.caret == 0)
            completion.caret = static_cast<int>(completion.insert.size());
        m_found.push_back({rank, std::move(completion)});
    }

    /// Inside quotation marks: the options of the choice this text is compared with.
    void options()
    {
        const Token& open = m_before.back();
        const QString typed = m_text.mid(open.span.begin + 1, m_cursor - open.span.begin - 1);
        const Type choice = comparedWith(m_before.size() - 1);
        for (const QString& option : choice.options()) {
            const QStringList labels = choice.labelsOf(option);
            const bool fits =
                rankOf(option, typed) >= 0 ||
                std::any_of(labels.begin(), labels.end(), [&](const QString& l) { return rankOf(l, typed) >= 0; });
            if (!fits)
                continue;
            Completion c;
            c.kind = Completion::Kind::Option;
            c.text = option;
            c.labels = labels;
            c.insert = u'"' + option + u'"';
            c.replace = {open.span.begin, closingMark()};
            c.type = choice;
            offer(0, std::move(c));
        }
    }

    /// The text behind the cursor up to a closing mark of the same word belongs to the string.
    int closingMark() const
    {
        int end = m_cursor;
        while (end < m_text.size() && (m_text[end].isLetterOrNumber() || m_text[end] == u'_'))
            ++end;
        return end < m_text.size() && m_text[end] == u'"' ? end + 1 : m_cursor;
    }

    /// The type of the operand in front of the comparison that token `at` is the right side of; an item of a list of
    /// alternatives, `status in ("new", …`, counts as well.
    Type comparedWith(size_t at) const
    {
        int depth = 0;
        for (size_t i = at; i-- > 0;) {
            const Token& t = m_before[i];
            if (t.is(")") || t.is("]"))
                ++depth;
            else if (t.is("(") || t.is("["))
                depth = std::max(0, depth - 1);
            else if (depth == 0 && (t.is("=") || t.is("!=") || t.is("<>") || t.is(Keyword::In)))
                return operandBefore(i);
            else if (depth == 0 && !t.is(",") && t.kind != TokenKind::String)
                return Type();
        }
        return Type();
    }

    /// The type of the names and dots in front of token `end`, in the place where they stand.
    Type operandBefore(size_t end) const
    {
        size_t begin = end;
        while (begin > 0 && (m_before[begin - 1].kind == TokenKind::Name ||
                             m_before[begin - 1].kind == TokenKind::Quoted || m_before[begin - 1].is(".")))
            --begin;
        while (begin < end && m_before[begin].kind == TokenKind::Name && m_before[begin].keyword != Keyword::None)
            ++begin;
        if (begin == end)
            return Type();
        const int from = m_before[begin].span.begin, to = m_before[end - 1].span.end;
        // Its type is what stands in front of a dot: let the binder tell.
        const Probe probe = probeWith(m_text.left(from) + m_text.mid(from, to - from) + u'.' + standIn);
        return probe.owner.value_or(Type());
    }

    void words()
    {
        // The word at the cursor, and the words in front of it that could be the beginning of one name.
        size_t first = m_before.size();
        const bool touching =
            first > 0 && m_before.back().kind == TokenKind::Name && m_before.back().span.end == m_cursor;
        const size_t last = touching ? first - 1 : first;
        const int begin = touching ? m_before.back().span.begin : m_cursor;
        const QString typed = m_text.mid(begin, m_cursor - begin);
        int end = m_cursor;
        while (end < m_text.size() && (m_text[end].isLetterOrNumber() || m_text[end] == u'_'))
            ++end;
        const bool member = last > 0 && m_before[last - 1].is(".");
        const Probe probe = probeWith(m_text.left(begin) + standIn + m_text.mid(end));
        first = last;
        while (first > 0 && last - first < 5 && m_before[first - 1].kind == TokenKind::Name)
            --first;
        const bool afterOperand = last > 0 && endsOperand(m_before[last - 1]);
        if (!afterOperand || member)
            names(probe, typed, {begin, end}, member);
        // date and ti… → date and time
        for (size_t i = first; i < last; ++i)
            longNames(probe, m_text.mid(m_before[i].span.begin, m_cursor - m_before[i].span.begin),
                      {m_before[i].span.begin, end});
        if (member)
            return;
        if (!afterOperand)
            functions(typed, {begin, end}, false);
        keywords(typed, {begin, end}, afterOperand);
    }

    void names(const Probe& probe, const QString& typed, Span replace, bool member)
    {
        for (const Probe::Candidate& candidate : probe.candidates) {
            const int rank = rankOf(candidate.name, typed);
            if (rank >= 0)
                offer(rank, nameCompletion(candidate, replace, member));
        }
    }

    void longNames(const Probe& probe, const QString& typed, Span replace)
    {
        if (typed.trimmed() == typed && !typed.contains(u' '))
            return;
        for (const Probe::Candidate& candidate : probe.candidates)
            if (candidate.name.startsWith(typed, Qt::CaseInsensitive))
                offer(0, nameCompletion(candidate, replace, !candidate.owner.isEmpty()));
        functions(typed, replace, true);
    }

    Completion nameCompletion(const Probe::Candidate& candidate, Span replace, bool member) const
    {
        Completion c;
        c.kind = member ? Completion::Kind::Member : Completion::Kind::Name;
        c.text = candidate.name;
        c.insert =
            m_dialect == Dialect::Strict || isPlain(candidate.name) ? candidate.name : u'`' + candidate.name + u'`';
        c.replace = replace;
        c.type = candidate.type;
        c.owner = candidate.owner;
        return c;
    }

    void functions(const QString& typed, Span replace, bool prefixOnly)
    {
        for (const Builtin& builtin : builtins()) {
            const int rank = rankOf(builtin.name, typed);
            if (rank < 0 || (prefixOnly && rank > 1) || !findBuiltin(builtin.name, m_dialect))
                continue;
            Completion c;
            c.kind = Completion::Kind::Function;
            c.text = builtin.name;
            const bool called = replace.end < m_text.size() && m_text[replace.end] == u'(';
            c.insert = called ? builtin.name : builtin.name + QStringLiteral("()");
            const bool plain = builtin.signatures.front().parameters.empty();
            c.caret = static_cast<int>(builtin.name.size()) + (called ? 0 : plain ? 2 : 1);
            c.replace = replace;
            c.type = builtin.signatures.front().result;
            c.signature = builtin.signatures.front().text;
            c.doc = LocalText(builtin.doc, builtin.docZh);
            c.example = builtin.example;
            offer(typed.isEmpty() ? rank + 4 : rank, std::move(c));
        }
        for (const QString& name : m_scope.types && !prefixOnly ? m_scope.types->functions() : QStringList())
            decision(name, typed, replace);
    }

    /// A function the app defines itself.
    void decision(const QString& name, const QString& typed, Span replace)
    {
        const int rank = rankOf(name, typed);
        const DefinedFunction* function = rank < 0 ? nullptr : m_scope.types->function(name);
        if (!function)
            return;
        Completion c;
        c.kind = Completion::Kind::Function;
        c.text = name;
        const bool called = replace.end < m_text.size() && m_text[replace.end] == u'(';
        c.insert = called ? name : name + QStringLiteral("()");
        c.caret = static_cast<int>(name.size()) + (called ? 0 : 1);
        c.replace = replace;
        c.type = function->type.result();
        QStringList parameters;
        for (qsizetype i = 0; i < function->parameters.size(); ++i)
            parameters << function->parameters[i] + QStringLiteral(": ") +
                              function->type.parameters()[static_cast<size_t>(i)].toString();
        c.signature = QStringLiteral("%1(%2): %3").arg(name, parameters.join(QStringLiteral(", ")), c.type.toString());
        offer(typed.isEmpty() ? rank + 4 : rank, std::move(c));
    }

    void keywords(const QString& typed, Span replace, bool afterOperand)
    {
        static const QStringList operators{
            QStringLiteral("and"),    QStringLiteral("or"),        QStringLiteral("between"),
            QStringLiteral("in"),     QStringLiteral("then"),      QStringLiteral("else"),
            QStringLiteral("return"), QStringLiteral("satisfies"), QStringLiteral("instance of")};
        static const QStringList beginnings{QStringLiteral("if"),    QStringLiteral("for"),     QStringLiteral("some"),
                                            QStringLiteral("every"), QStringLiteral("true"),    QStringLiteral("false"),
                                            QStringLiteral("null"),  QStringLiteral("function")};
        for (const QString& word : afterOperand ? operators : beginnings) {
            const int rank = rankOf(word, typed);
            if (rank < 0 || rank > 1)
                continue;
            Completion c;
            c.kind = Completion::Kind::Keyword;
            c.text = c.insert = word;
            c.replace = replace;
            offer(typed.isEmpty() ? rank + 3 : rank, std::move(c));
        }
    }

    const QString& m_text;
    int m_cursor;
    const Scope& m_scope;
    Dialect m_dialect;
    std::vector<Token> m_before; ///< of the text in front of the cursor
    std::vector<Ranked> m_found;
};

} // namespace

std::vector<Completion> complete(const QString& text, int cursor, const Scope& scope, Dialect dialect)
{
    return Completer(text, cursor, scope, dialect).run();
}

} // namespace fw::feel
