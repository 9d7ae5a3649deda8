#pragma once
#include <QStringView>

#include <optional>

namespace fw::schema
{

/// A stretch of a day that is open, in minutes after midnight; `to` is not included.
struct OpenHours {
    int from = 0;
    int to = 0;
};
/// "09:00-12:00"; the end of the day is "24:00". Nothing when it is malformed or ends before it begins.
std::optional<OpenHours> parseOpenHours(QStringView text);

} // namespace fw::schema
