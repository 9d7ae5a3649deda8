#include "opening.h"

#include "runtime/doctor/doctor.h"

namespace fw::cli
{

static const char* nameOf(doctor::Check::State state)
{
    switch (state) {
    case doctor::Check::State::Good: return "ok";
    case doctor::Check::State::Info: return "info";
    case doctor::Check::State::Warning: return "warning";
    case doctor::Check::State::Bad: return "bad";
    }
    return "";
}

int runDoctor(const QCommandLineParser& parser, Console& console)
{
    int code = Ok;
    const auto path = storePath(parser, console, &code);
    if (!path)
        return code;
    for (const doctor::Check& check : doctor::examine(*path, SystemClock().now())) {
        const QString state = QString::fromLatin1(nameOf(check.state));
        if (check.state == doctor::Check::State::Bad)
            code = Failed;
        if (console.json()) {
            console.object(
                {{"check", check.id}, {"state", state}, {"text", check.what.text()}, {"remedy", check.remedy.text()}});
            continue;
        }
        console.line(
            QStringLiteral("%1 %2 %3").arg(state.leftJustified(7), check.id.leftJustified(9), check.what.text()));
        if (!check.remedy.text().isEmpty())
            console.line(QString(18, u' ') + check.remedy.text());
    }
    return code;
}

} // namespace fw::cli
