#include "openhours.h"

#include <QRegularExpression>

namespace fw::schema
{

std::optional<OpenHours> parseOpenHours(QStringView text)
{
    static const QRegularExpression form(
        QStringLiteral("^([01][0-9]|2[0-3]):([0-5][0-9])-(?:([01][0-9]|2[0-3]):([0-5][0-9])|(24):(00))$"));
    const QRegularExpressionMatch match = form.match(text.toString());
    if (!match.hasMatch())
        return std::nullopt;
    const auto number = [&match](int group) { return match.captured(group).toInt(); };
    const OpenHours hours{number(1) * 60 + number(2), (number(3) + number(5)) * 60 + number(4) + number(6)};
    return hours.from < hours.to ? std::optional(hours) : std::nullopt;
}

} // namespace fw::schema
