#include "problem.h"

#include <algorithm>

namespace fw
{

static QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Info: return QStringLiteral("info");
    case Severity::Warning: return QStringLiteral("warning");
    case Severity::Error: return QStringLiteral("error");
    }
    return {};
}

QString Place::toString() const
{
    if (file.isEmpty())
        return element;
    if (line == 0)
        return file;
    return QStringLiteral("%1:%2:%3").arg(file).arg(line).arg(column);
}

QJsonObject Problem::toJson() const
{
    QJsonObject json{{"severity", severityName(severity)}, {"code", code}, {"text", what.text()}};
    if (!remedy.isEmpty())
        json["remedy"] = remedy.text();
    if (!place.file.isEmpty())
        json["file"] = place.file;
    if (place.line > 0) {
        json["line"] = place.line;
        json["column"] = place.column;
    }
    if (!place.element.isEmpty())
        json["element"] = place.element;
    return json;
}

QString Problem::toString() const
{
    QString out = place.toString();
    if (!out.isEmpty())
        out += QStringLiteral(": ");
    out += severityName(severity) + QStringLiteral(": ") + what.text();
    if (!remedy.isEmpty())
        out += QLatin1Char(' ') + remedy.text();
    return out;
}

bool hasErrors(const QList<Problem>& problems)
{
    return std::any_of(problems.begin(), problems.end(),
                       [](const Problem& p) { return p.severity == Severity::Error; });
}

} // namespace fw
