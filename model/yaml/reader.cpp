#include "reader.h"
#include "builder.h"
#include "guard.h"
#include "scan.h"

#include <array>
#include <cstring>
#include <sstream>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

namespace fw::yaml
{

Place placeAt(const QByteArray& text, const QString& file, int offset)
{
    const int end = std::clamp(offset, 0, static_cast<int>(text.size()));
    const int begin = lineBegin(text, end);
    Place place{file, 1, 1, {}};
    place.line = 1 + static_cast<int>(std::count(text.begin(), text.begin() + begin, '\n'));
    place.column = 1 + static_cast<int>(QString::fromUtf8(text.constData() + begin, end - begin).size());
    return place;
}

/// yaml-cpp's words for its own trade, put into words for people.
static Message syntaxMessage(const std::string& raw)
{
    struct Words {
        const char* raw;
        const char* text;
    };
    static constexpr std::array<Words, 10> table{{
        {YAML::ErrorMsg::END_OF_MAP, FW_MSG("This line does not fit the keys above it.")},
        {YAML::ErrorMsg::END_OF_SEQ, FW_MSG("This line does not fit the list above it.")},
        {YAML::ErrorMsg::END_OF_MAP_FLOW,
         FW_MSG("The bracket opened here is not closed, or a comma is missing in it.")},
        {YAML::ErrorMsg::END_OF_SEQ_FLOW,
         FW_MSG("The bracket opened here is not closed, or a comma is missing in it.")},
        {YAML::ErrorMsg::FLOW_END, FW_MSG("A closing bracket has no opening one.")},
        {YAML::ErrorMsg::BLOCK_ENTRY, FW_MSG("A list element (\"- \") cannot stand here.")},
        {YAML::ErrorMsg::MAP_KEY, FW_MSG("A key cannot stand here.")},
        {YAML::ErrorMsg::MAP_VALUE, FW_MSG("A \": \" cannot stand here.")},
        {YAML::ErrorMsg::UNKNOWN_TOKEN, FW_MSG("This character cannot begin a value.")},
        {YAML::ErrorMsg::TAB_IN_INDENTATION, FW_MSG("A tab stands in the indentation.")},
    }};
    for (const Words& words : table)
        if (raw == words.raw)
            return Message(words.text);
    return Message(FW_MSG("The YAML cannot be read here: %1."), {QString::fromStdString(raw)});
}

/// A forgotten quote swallows lines up to the next quote; the error then shows up far from its cause.
static bool isLongQuoteToBlame(const YAML::ParserException& error, Span longQuote)
{
    return longQuote.end > 0 && longQuote.end <= error.mark.pos;
}

/// Where a syntax error was made, as far as that can be told.
static int syntaxOffset(const YAML::ParserException& error, const Builder& builder)
{
    if (isLongQuoteToBlame(error, builder.lastLongQuote()))
        return builder.lastLongQuote().begin;
    const bool unclosed = error.msg == YAML::ErrorMsg::END_OF_MAP_FLOW || error.msg == YAML::ErrorMsg::END_OF_SEQ_FLOW;
    return unclosed && builder.openBracket() ? *builder.openBracket() : std::max(0, error.mark.pos);
}

static Problem syntaxProblem(const YAML::ParserException& error, const QByteArray& text, const QString& file,
                             const Builder& builder)
{
    const Span longQuote = builder.lastLongQuote();
    const int offset = syntaxOffset(error, builder);
    Problem problem{Severity::Error,
                    QStringLiteral("yaml.syntax"),
                    syntaxMessage(error.msg),
                    FW_MSG("Check the indentation and quotes of this line and the one above; text with \": \" or a "
                           "special first character needs quotes."),
                    placeAt(text, file, offset),
                    {}};
    if (isLongQuoteToBlame(error, longQuote)) {
        problem.code = QStringLiteral("yaml.unclosed_quote");
        problem.what =
            Message(FW_MSG("The quote opened here is closed only in line %1, and the file cannot be read after that."),
                    {QString::number(placeAt(text, file, longQuote.end).line)});
        problem.remedy = FW_MSG("Add the closing quote where the text ends.");
    } else if (offset < text.size() && text[offset] == '*') {
        problem.code = QStringLiteral("yaml.alias");
        problem.what = FW_MSG("Aliases (\"*\") are not allowed in a definition.");
        problem.remedy = FW_MSG("Write the value out where it is used; if this is text, put it in quotes.");
    }
    return problem;
}

/// What yaml-cpp makes of half a bracket before it gives up are no problems of their own.
static void dropEchoes(QList<Problem>& problems)
{
    static const QStringList echoes{QStringLiteral("yaml.pair_in_list"), QStringLiteral("yaml.key_kind"),
                                    QStringLiteral("yaml.key_without_value")};
    problems.removeIf([](const Problem& problem) { return echoes.contains(problem.code); });
}

static void guardDirectives(const QByteArray& text, const QString& file, QList<Problem>& problems)
{
    const int first = skipBlank(text, 0);
    if (first < text.size() && text[first] == '%' && columnOf(text, first) == 0)
        problems << Problem{Severity::Error,
                            QStringLiteral("yaml.directive"),
                            FW_MSG("Directives (\"%\") are not allowed in a definition."),
                            FW_MSG("Remove the line."),
                            placeAt(text, file, first),
                            {}};
}

namespace
{
/// One pass of yaml-cpp over a text.
struct Pass {
    Node root;
    QList<Problem> problems;
    std::optional<Span> broken; ///< from the cause of a syntax error to where it showed; the pass ended there
};
} // namespace

static Pass parse(const QByteArray& text, const QString& file, const ReadLimits& limits)
{
    Pass pass;
    Builder builder(text, file, limits.depth);
    try {
        std::istringstream stream(text.toStdString());
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(builder)) {
        }
    } catch (const Builder::Stop&) {
    } catch (const YAML::ParserException& error) {
        dropEchoes(builder.problems());
        builder.problems() << syntaxProblem(error, text, file, builder);
        const int shown = std::clamp(error.mark.pos, 0, static_cast<int>(text.size()));
        pass.broken = Span{std::min(shown, syntaxOffset(error, builder)), shown};
    } catch (const YAML::Exception& error) {
        builder.problems() << Problem{Severity::Error,
                                      QStringLiteral("yaml.syntax"),
                                      syntaxMessage(error.msg),
                                      {},
                                      placeAt(text, file, error.mark.pos),
                                      {}};
    }
    const QList<Problem> tabs = guardTabs(text, file, pass.broken ? nullptr : &builder.scalars());
    // A tab in the indentation is the reason of the syntax error that yaml-cpp reports for it.
    if (pass.broken && !tabs.isEmpty())
        builder.problems().removeLast();
    pass.problems = builder.problems() + tabs;
    pass.root = builder.takeRoot();
    return pass;
}

/// The text with the top-level entry around a syntax error blanked out, so that what follows can be looked at too.
static QByteArray withoutEntry(QByteArray text, Span broken)
{
    const auto beginsEntry = [&](int line) { return line < text.size() && !std::strchr(" \t\n#", text[line]); };
    int begin = lineBegin(text, broken.begin);
    while (begin > 0 && !beginsEntry(begin))
        begin = lineBegin(text, begin - 1);
    int end = lineEnd(text, broken.end) + 1;
    // An error that shows at the begin of an entry was made in the one before it.
    if (lineBegin(text, broken.end) == broken.end && broken.end > begin)
        end = broken.end;
    while (end < text.size() && !beginsEntry(end))
        end = lineEnd(text, end) + 1;
    for (int i = begin; i < std::min(end, static_cast<int>(text.size())); ++i)
        if (text[i] != '\n')
            text[i] = ' ';
    return text;
}

static bool isKnown(const QList<Problem>& problems, const Problem& problem)
{
    return std::any_of(problems.begin(), problems.end(), [&](const Problem& p) {
        return p.code == problem.code && p.place.line == problem.place.line && p.place.column == problem.place.column;
    });
}

/// All problems of a file that cannot be parsed: one pass finds one syntax error, the next looks behind it.
static QList<Problem> allProblems(Pass pass, QByteArray text, const QString& file, const ReadLimits& limits)
{
    static constexpr int MaxPasses = 20;
    QList<Problem> problems = pass.problems;
    for (int i = 0; pass.broken && i < MaxPasses; ++i) {
        const QByteArray rest = withoutEntry(text, *pass.broken);
        if (rest == text)
            break;
        text = rest;
        pass = parse(text, file, limits);
        for (const Problem& problem : pass.problems)
            if (!isKnown(problems, problem))
                problems << problem;
    }
    std::stable_sort(problems.begin(), problems.end(), [](const Problem& a, const Problem& b) {
        return std::pair(a.place.line, a.place.column) < std::pair(b.place.line, b.place.column);
    });
    return problems;
}

Result<Node> read(const QByteArray& text, const QString& file, const ReadLimits& limits)
{
    QList<Problem> problems = guardBytes(text, file, limits);
    guardDirectives(text, file, problems);
    if (!problems.isEmpty())
        return Error(problems);
    Pass pass = parse(text, file, limits);
    if (!pass.problems.isEmpty())
        return Error(allProblems(std::move(pass), text, file, limits));
    if (!pass.root.exists())
        pass.root.kind = Node::Kind::Null;
    return std::move(pass.root);
}

} // namespace fw::yaml
