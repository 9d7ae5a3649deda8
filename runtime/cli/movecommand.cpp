#include "opening.h"

#include "runtime/store/move.h"

namespace fw::cli
{

static std::unique_ptr<store::Store> openPlace(const QCommandLineParser& parser, const QString& option,
                                               Console& console, int* code)
{
    const QString place = parser.value(option);
    if (place.isEmpty()) {
        *code = console.fail(Error(QStringLiteral("cli.no_store"),
                                   Message(FW_MSG("Move from where to where? Give --from STORE --to STORE."))),
                             Usage);
        return nullptr;
    }
    auto store = store::Store::open(place, QStringLiteral("formwright move"));
    if (!store) {
        *code = console.fail(store.error(), Unavailable);
        return nullptr;
    }
    return std::move(*store);
}

int runMove(const QCommandLineParser& parser, Console& console)
{
    int code = Ok;
    const auto from = openPlace(parser, QStringLiteral("from"), console, &code);
    const auto to = from ? openPlace(parser, QStringLiteral("to"), console, &code) : nullptr;
    if (!to)
        return code;
    const auto moved = store::moveStore(*from, *to);
    if (!moved)
        return console.fail(moved.error());
    if (console.json()) {
        console.object(moved->toJson());
        return Ok;
    }
    for (const store::MovedTable& table : moved->tables) {
        if (table.rows > 0)
            console.line(QStringLiteral("%1  %2  sha256 %3")
                             .arg(table.name, -24)
                             .arg(table.rows, 10)
                             .arg(QString::fromLatin1(table.sha256.left(16))));
    }
    console.line(Message(FW_MSG("%1 rows moved to %2; every table was read back and is the same."),
                         {QString::number(moved->rows()), to->path()})
                     .text());
    console.line(
        Message(FW_MSG("%1 stays as it is. Run only one of the two: both would send what is due."), {from->path()})
            .text());
    return Ok;
}

} // namespace fw::cli
