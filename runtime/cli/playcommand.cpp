#include "opening.h"

#include "runtime/stories/story.h"

#include <QDateTime>

namespace fw::cli
{

static void section(Console& console, const char* title, const QStringList& lines)
{
    if (lines.isEmpty())
        return;
    console.line(QStringLiteral("    ") + Message(title).text());
    for (const QString& line : lines)
        console.line(QStringLiteral("      ") + line);
}

static void print(Console& console, const stories::Played& played, const QTimeZone& zone, bool brief)
{
    console.line(QStringLiteral("%1 %2").arg(played.ok() ? QStringLiteral("✓") : QStringLiteral("✗"), played.label));
    if (!brief) {
        for (const stories::Line& line : played.lines)
            console.line(
                QStringLiteral("    %1  %2: %3")
                    .arg(QDateTime::fromMSecsSinceEpoch(line.at, zone).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")),
                         line.step, line.text));
        section(console, FW_MSG("Scores"), played.scores);
        section(console, FW_MSG("Tasks"), played.tasks);
        section(console, FW_MSG("Messages"), played.messages);
        section(console, FW_MSG("Figures"), played.figures);
    }
    for (const stories::Failure& failure : played.failures)
        console.line(QStringLiteral("    %1 %2: %3").arg(failure.place.toString(), failure.step, failure.text));
}

/// Whether the app has the one story that is asked for; "" = all of them.
static Result<void> checkStory(const Definition& definition, const QString& id)
{
    QStringList ids;
    for (const DefinitionFile* story : definition.all(QStringLiteral("story")))
        ids << story->id();
    if (id.isEmpty() || ids.contains(id) || ids.isEmpty())
        return {};
    return Error(QStringLiteral("story.unknown"), Message(FW_MSG("The app has no story \"%1\"."), {id}),
                 Message(FW_MSG("Choose one of: %1."), {ids.join(QStringLiteral(", "))}));
}

int runPlay(const QCommandLineParser& parser, Console& console)
{
    int code = Ok;
    const auto app = openApp(parser, console, &code);
    if (!app)
        return code;
    const QString only = parser.value(QStringLiteral("story"));
    if (const auto known = checkStory(*app->definition, only); !known)
        return console.fail(known.error(), Usage);
    int failed = 0, passed = 0, expectations = 0;
    for (const DefinitionFile* story : app->definition->all(QStringLiteral("story"))) {
        if (!only.isEmpty() && story->id() != only)
            continue;
        auto played = stories::play(*app->definition, app->plan, *story, console.language());
        if (!played)
            return console.fail(played.error());
        ++(played->ok() ? passed : failed);
        expectations += played->expectations;
        if (console.json())
            console.object(played->toJson());
        else
            print(console, *played, app->plan->zone, parser.isSet(QStringLiteral("brief")));
    }
    if (passed + failed == 0)
        return console.fail(Error(QStringLiteral("story.none"), Message(FW_MSG("There is no story to play.")),
                                  Message(FW_MSG("Write one under stories/; docs/stories.md shows how."))));
    if (!console.json())
        console.line(Message(FW_MSG("%1 stories passed, %2 failed, %3 things compared."),
                             {QString::number(passed), QString::number(failed), QString::number(expectations)})
                         .text());
    return failed ? Failed : Ok;
}

} // namespace fw::cli
