#pragma once
#include "model/base/timing.h"

#include <QDate>
#include <QTimeZone>

namespace fw::plan
{

/// The instant of a local time. A time that a daylight gap leaves out becomes the first instant after the gap; one that
/// comes twice is its first occurrence (semantics.md, "Calendars").
Instant localInstant(QDate date, qint64 millisOfDay, const QTimeZone& zone);
QDate localDate(Instant instant, const QTimeZone& zone);
qint64 localMillisOfDay(Instant instant, const QTimeZone& zone);

} // namespace fw::plan
