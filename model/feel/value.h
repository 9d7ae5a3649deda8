#pragma once
#include "decimal.h"
#include "temporal.h"
#include "model/base/message.h"

#include <QList>
#include <QString>

#include <memory>
#include <variant>
#include <vector>

namespace fw::feel {

class Value;

/// A stretch of the source text, in UTF-16 units.
struct Span {
    int begin = 0;
    int end = 0;
    bool operator==(const Span&) const = default;
};

/// Why a null is null: the null of an unset field has no cause, the null of a failed operation has one.
struct NullCause {
    QString code; ///< "feel.wrong_type", "feel.division_by_zero", "feel.unknown_name" …
    Message what;
    Span span;
};

struct ContextEntry;
struct RangeValue;
class FunctionValue; ///< internal to the evaluator

/// A record of the store (or of any outside source) as FEEL sees it. Fields are read when they are asked for.
class RecordView {
public:
    virtual ~RecordView() = default;
    virtual QString type() const = 0; ///< the type name used in Type::record
    virtual QString id() const = 0;   ///< equality of records is equality of type and id
    virtual Value field(QStringView name) const = 0; ///< null for an unknown name
};

/// A FEEL value. Cheap to copy: big things are shared and immutable.
class Value {
public:
    enum class Kind : quint8 { Null, Boolean, Number, String, Date, Time, DateTime, MonthDuration, TimeDuration, List, Context, Range, Function, Record };
    using Items = std::vector<Value>;
    using Entries = std::vector<ContextEntry>;

    Value() = default; ///< null without a cause
    Value(bool value) : m_data(value) {}
    Value(Decimal value) : m_data(value) {}
    Value(int value) : m_data(Decimal(value)) {}
    Value(qint64 value) : m_data(Decimal(value)) {}
    Value(QString value) : m_data(std::move(value)) {}
    Value(const char*) = delete;
    Value(Date value) : m_data(value) {}
    Value(Time value) : m_data(std::make_shared<const Time>(std::move(value))) {}
    Value(DateTime value) : m_data(std::make_shared<const DateTime>(std::move(value))) {}
    Value(MonthDuration value) : m_data(value) {}
    Value(TimeDuration value) : m_data(value) {}
    Value(std::shared_ptr<const RecordView> record) : m_data(std::move(record)) {}
    Value(std::shared_ptr<const FunctionValue> function) : m_data(std::move(function)) {}
    static Value list(Items items);
    static Value context(Entries entries); ///< entries keep their order
    static Value range(RangeValue range);
    static Value nullBecause(NullCause cause);

    Kind kind() const;
    bool isNull() const { return m_data.index() == 0; }
    const NullCause* nullCause() const; ///< nullptr for a value, or for a null without a cause
    bool isTrue() const { const bool* b = std::get_if<bool>(&m_data); return b && *b; }

    // Access; each requires the kind.
    bool boolean() const { return std::get<bool>(m_data); }
    const Decimal& number() const { return std::get<Decimal>(m_data); }
    const QString& string() const { return std::get<QString>(m_data); }
    const Date& date() const { return std::get<Date>(m_data); }
    const Time& time() const { return *std::get<std::shared_ptr<const Time>>(m_data); }
    const DateTime& dateTime() const { return *std::get<std::shared_ptr<const DateTime>>(m_data); }
    const MonthDuration& monthDuration() const { return std::get<MonthDuration>(m_data); }
    const TimeDuration& timeDuration() const { return std::get<TimeDuration>(m_data); }
    const Items& items() const { return *std::get<std::shared_ptr<const Items>>(m_data); }
    const Entries& entries() const { return *std::get<std::shared_ptr<const Entries>>(m_data); }
    const Value* entry(QStringView name) const; ///< of a context; nullptr when there is none
    const RangeValue& rangeValue() const { return *std::get<std::shared_ptr<const RangeValue>>(m_data); }
    const std::shared_ptr<const RecordView>& record() const { return std::get<std::shared_ptr<const RecordView>>(m_data); }
    const std::shared_ptr<const FunctionValue>& function() const { return std::get<std::shared_ptr<const FunctionValue>>(m_data); }

    /// FEEL text of the value: strings quoted, dates as @"…"; reads back as the same value.
    QString toFeel() const;
    /// The value as FEEL's string() gives it: strings bare.
    QString toText() const;

    /// Structural identity (null = null); numbers by value. What FEEL's `=` gives where it gives a boolean.
    bool operator==(const Value& other) const;

private:
    using Cause = std::shared_ptr<const NullCause>;
    std::variant<Cause, bool, Decimal, QString, Date, std::shared_ptr<const Time>, std::shared_ptr<const DateTime>, MonthDuration, TimeDuration,
                 std::shared_ptr<const Items>, std::shared_ptr<const Entries>, std::shared_ptr<const RangeValue>,
                 std::shared_ptr<const FunctionValue>, std::shared_ptr<const RecordView>> m_data;
};

struct ContextEntry {
    QString name;
    Value value;
};

/// [start..end]; an absent end point (unary tests such as "> 5") is null and not included. An end that is null and included,
/// as [1..null] gives it, makes every membership unknown.
struct RangeValue {
    Value start;
    Value end;
    bool startIncluded = true;
    bool endIncluded = true;
};

static_assert(sizeof(Value) <= 40, "Value is copied on every hot path");

} // namespace fw::feel
