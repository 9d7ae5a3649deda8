// Types at a position, signature help, tokens: what an editor asks besides completion.
#include "services.h"
#include "binder.h"

namespace fw::feel
{

namespace
{

void smallest(const Node& node, int position, std::optional<TypeAt>* best)
{
    const bool around = node.span.begin <= position && position <= node.span.end && node.span.end > node.span.begin;
    if (around && (!*best || node.span.end - node.span.begin < (*best)->span.end - (*best)->span.begin))
        *best = TypeAt{node.span, node.type};
    node.eachPart([&](const Node& part) { smallest(part, position, best); });
}

} // namespace

std::optional<TypeAt> typeAt(const QString& text, int position, const Scope& scope, Dialect dialect)
{
    const Parsed parsed = parseExpression(text, dialect, namesOf(scope));
    QList<Diagnostic> ignored;
    CompileOptions options;
    options.dialect = dialect;
    Binder binder(scope, options, &ignored);
    const NodePtr root = binder.bind(*parsed.expression);
    std::optional<TypeAt> best;
    smallest(*root, position, &best);
    return best;
}

namespace
{

/// The built-in whose name ends at token `end` (not included); nothing when there is none.
const Builtin* builtinBefore(const std::vector<Token>& tokens, size_t end, Dialect dialect, size_t* begin)
{
    QString name;
    const Builtin* found = nullptr;
    for (size_t i = end; i-- > 0 && end - i <= 5 && tokens[i].kind == TokenKind::Name;) {
        name = name.isEmpty() ? tokens[i].text : tokens[i].text + u' ' + name;
        if (const Builtin* builtin = findBuiltin(name, dialect)) {
            found = builtin;
            *begin = i;
        }
    }
    return found;
}

/// Which parameter the argument is that begins at token `at` and is the `index`-th.
int parameterOf(const Signature& signature, const std::vector<Token>& tokens, size_t at, int index)
{
    QString name;
    for (size_t i = at; i < tokens.size() && tokens[i].kind == TokenKind::Name; ++i) {
        name += (name.isEmpty() ? QString() : QStringLiteral(" ")) + tokens[i].text;
        if (i + 1 < tokens.size() && tokens[i + 1].is(":"))
            for (size_t p = 0; p < signature.parameters.size(); ++p)
                if (signature.parameters[p].name == name)
                    return static_cast<int>(p);
    }
    const int count = static_cast<int>(signature.parameters.size());
    if (index < count)
        return index;
    return count > 0 && signature.parameters.back().variadic ? count - 1 : -1;
}

/// Where the parameter stands in the text of its signature.
Span parameterSpan(const QString& text, int parameter)
{
    qsizetype from = text.indexOf(u'(') + 1;
    for (int i = 0; i < parameter; ++i)
        from = text.indexOf(QLatin1String(", "), from) + 2;
    const qsizetype comma = text.indexOf(QLatin1String(", "), from), close = text.lastIndexOf(QLatin1String("): "));
    return {static_cast<int>(from), static_cast<int>(comma < 0 || comma > close ? close : comma)};
}

} // namespace

std::optional<SignatureHelp> signatureAt(const QString& text, int cursor, const Scope& scope, Dialect dialect)
{
    std::vector<Token> tokens = tokenize(text.left(cursor), dialect, nullptr);
    tokens.pop_back();
    struct Open {
        size_t token;
        size_t argument; ///< the token its latest argument begins with
        int commas = 0;
    };
    std::vector<Open> open;
    for (size_t i = 0; i < tokens.size(); ++i) {
        const Token& t = tokens[i];
        if (t.is("(") || t.is("[") || t.is("{"))
            open.push_back({i, i + 1});
        else if ((t.is(")") || t.is("]") || t.is("}")) && !open.empty())
            open.pop_back();
        else if (t.is(",") && !open.empty()) {
            ++open.back().commas;
            open.back().argument = i + 1;
        }
    }
    for (auto it = open.rbegin(); it != open.rend(); ++it) {
        size_t begin = 0;
        const Builtin* builtin =
            tokens[it->token].is("(") ? builtinBefore(tokens, it->token, dialect, &begin) : nullptr;
        if (!builtin || scope.find(builtin->name))
            continue;
        SignatureHelp help;
        help.function = builtin->name;
        for (const Signature& signature : builtin->signatures)
            help.signatures << signature.text;
        for (size_t s = 0; s < builtin->signatures.size() && help.parameter < 0; ++s) {
            help.parameter = parameterOf(builtin->signatures[s], tokens, it->argument, it->commas);
            help.signature = help.parameter >= 0 ? static_cast<int>(s) : 0;
        }
        if (help.parameter >= 0)
            help.parameterSpan = parameterSpan(help.signatures[help.signature], help.parameter);
        help.doc = LocalText(builtin->doc, builtin->docZh);
        help.example = builtin->example;
        help.exampleResult = builtin->exampleResult;
        return help;
    }
    return std::nullopt;
}

namespace
{

StyledToken::Kind styleOf(const Token& token)
{
    switch (token.kind) {
    case TokenKind::Number: return StyledToken::Kind::Number;
    case TokenKind::String: return StyledToken::Kind::Text;
    case TokenKind::Temporal: return StyledToken::Kind::Temporal;
    case TokenKind::Symbol: return StyledToken::Kind::Operator;
    case TokenKind::Name:
        return token.keyword == Keyword::None || token.keyword == Keyword::Not ? StyledToken::Kind::Name
                                                                               : StyledToken::Kind::Keyword;
    case TokenKind::Quoted: return StyledToken::Kind::Name;
    default: return StyledToken::Kind::Error;
    }
}

/// Comments are what the lexer leaves out between two tokens, apart from white space.
void addComments(const QString& text, int from, int to, std::vector<StyledToken>* out)
{
    while (from < to && text[from].isSpace())
        ++from;
    while (to > from && text[to - 1].isSpace())
        --to;
    if (from < to)
        out->push_back({StyledToken::Kind::Comment, {from, to}, {}, {}});
}

} // namespace

std::vector<StyledToken> styledTokens(const QString& text, const Scope& scope, Dialect dialect)
{
    CompileOptions options;
    options.dialect = dialect;
    const Compiled compiled = compile(text, scope, options);
    const std::vector<Token> tokens = tokenize(text, dialect, nullptr);
    std::vector<StyledToken> out;
    int end = 0;
    for (size_t i = 0; i + 1 < tokens.size();) {
        const Token& token = tokens[i];
        addComments(text, end, token.span.begin, &out);
        StyledToken styled{styleOf(token), token.span, {}, {}};
        size_t next = i + 1;
        const auto reference =
            std::find_if(compiled.references.begin(), compiled.references.end(), [&](const Reference& r) {
                return r.span.begin == token.span.begin ||
                       (r.inString && token.span.begin < r.span.begin && r.span.end < token.span.end);
            });
        QString name;
        if (reference != compiled.references.end()) {
            styled.kind = StyledToken::Kind::Reference;
            styled.owner = reference->owner;
            styled.name = reference->name;
            styled.span.end = std::max(token.span.end, reference->span.end);
            while (next + 1 < tokens.size() && tokens[next].span.begin < styled.span.end)
                ++next;
        } else if (token.kind == TokenKind::Name) {
            const size_t words = static_cast<size_t>(std::max(1, NameTable::ofBuiltins().match(tokens, i, &name)));
            const bool called = i + words < tokens.size() && tokens[i + words].is("(");
            if (called && findBuiltin(words > 1 ? name : token.text, dialect)) {
                styled.kind = StyledToken::Kind::Function;
                styled.span.end = tokens[i + words - 1].span.end;
                next = i + words;
            }
        }
        end = styled.span.end;
        out.push_back(std::move(styled));
        i = next;
    }
    addComments(text, end, static_cast<int>(text.size()), &out);
    return out;
}

} // namespace fw::feel
