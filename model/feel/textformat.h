#pragma once
#include "value.h"

#include <optional>

namespace fw::feel
{

/// Excel's TEXT: a number, date, time or duration in a number format such as `#,##0.00`, `0.0%`, `¥#,##0;-¥#,##0;"零"`,
/// `yyyy"年"m月d日`, `hh:mm AM/PM`, `aaaa`, `[h]:mm`. Nothing when the format is none, or is one of dates and the value none (or
/// the other way round). Colours in brackets are passed over; conditions in brackets and fractions are not known.
std::optional<QString> formatText(const Value& value, const QString& format);

} // namespace fw::feel
