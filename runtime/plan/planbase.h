#pragma once
#include "model/base/localtext.h"
#include "model/base/timing.h"
#include "model/feel/aggregate.h"
#include "model/feel/program.h"
#include "model/schema/slots.h"

#include <QMap>
#include <QTimeZone>

#include <memory>
#include <optional>
#include <vector>

namespace fw::plan
{

/// A definition duration: calendar units (P…Y/M/W/D, counted in the app's zone) and elapsed time (PT…).
struct Duration {
    int months = 0;
    int days = 0;
    qint64 millis = 0;
    /// `from` plus this: calendar units at the same local time (gap → first instant after, overlap → first), then millis.
    Instant after(Instant from, const QTimeZone& zone) const;
    /// `from` less this, in the same manner.
    Instant before(Instant from, const QTimeZone& zone) const;
    bool operator==(const Duration&) const = default;
};
/// ISO 8601 "P30D", "PT24H", "P1DT2H"; nothing when malformed or negative.
std::optional<Duration> parseDuration(QStringView text);

/// The slots of every program of the plan (model/schema/slots.h). The subject record's fields are also bare names. For a
/// record trigger the subject is the record that changed, for a tile the row of its source.
using schema::ScopeSlots;
using schema::SlotCount;
using schema::SlotEvent;
using schema::SlotMe;
using schema::SlotOld;
using schema::SlotRecord;
using schema::SlotRun;
using schema::SlotSettings;

struct Expression {
    feel::Program program;
    explicit operator bool() const { return program.isValid(); }
    bool timeDependent() const
    {
        return program.isValid() && program.expressionClass() == feel::ExpressionClass::TimeDependent;
    }
};

struct TextPlan { ///< a localized text template: one compiled template per language
    QMap<QString, feel::TextTemplate> byLanguage;
    bool isEmpty() const { return byLanguage.isEmpty(); }
    const feel::TextTemplate* in(const QString& language) const; ///< that language, else "", else the first
};

struct SortKey {
    QString field;
    bool descending = false;
};

} // namespace fw::plan
