#pragma once
#include "decimal.h"
#include "model/base/message.h"
#include "temporal.h"

#include <QList>
#include <QString>

#include <array>
#include <cstring>
#include <memory>
#include <new>
#include <vector>

namespace fw::feel
{

class Value;

/// Whether two texts are the same. Names, options and codes are short: comparing them here beats calling a function for it.
Q_ALWAYS_INLINE bool sameText(QStringView a, QStringView b)
{
    const qsizetype n = a.size();
    const char16_t *p = a.utf16(), *q = b.utf16();
    if (n != b.size())
        return false;
    const auto same = [&]<class Block>(qsizetype at, Block) {
        Block x, y;
        std::memcpy(&x, p + at, sizeof x);
        std::memcpy(&y, q + at, sizeof y);
        return x == y;
    };
    if (p == q || n == 0)
        return true;
    if (n > 8)
        return std::memcmp(p, q, static_cast<size_t>(n) * sizeof(char16_t)) == 0;
    // Two blocks that may overlap cover every length up to eight.
    if (n >= 4)
        return same(0, quint64()) && same(n - 4, quint64());
    return n >= 2 ? same(0, quint32()) && same(n - 2, quint32()) : *p == *q;
}

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
class RecordView
{
public:
    virtual ~RecordView() = default;
    virtual QString type() const = 0;                ///< the type name used in Type::record
    virtual QString id() const = 0;                  ///< equality of records is equality of type and id
    virtual Value field(QStringView name) const = 0; ///< null for an unknown name
};

/// A FEEL value. Cheap to copy: big things are shared and immutable. What holds other values knows how deep and how large it
/// is: beyond `maximumDepth` or `maximumSize` it is a null with the cause feel.limit instead, so that walking, comparing,
/// printing and dropping any value is bounded (a list of itself twice, forty times over, is small in memory only).
class Value
{
public:
    enum class Kind : quint8 {
        Null,
        Boolean,
        Number,
        String,
        Date,
        Time,
        DateTime,
        MonthDuration,
        TimeDuration,
        List,
        Context,
        Range,
        Function,
        Record
    };
    using Items = std::vector<Value>;
    using Entries = std::vector<ContextEntry>;

    static constexpr int maximumDepth = 200; ///< lists, contexts and functions within each other
    static constexpr quint32 maximumSize =
        20'000'000; ///< values, each time they occur; long texts count more than once

    Value() = default; ///< null without a cause
    Value(bool value) : m_kind(Kind::Boolean) { put(value); }
    Value(Decimal value) : m_kind(Kind::Number) { put(value); }
    Value(int value) : Value(Decimal(value)) {}
    Value(qint64 value) : Value(Decimal(value)) {}
    Value(QString value) : m_kind(Kind::String), m_managed(true) { put(std::move(value)); }
    Value(const char*) = delete;
    Value(Date value) : m_kind(Kind::Date) { put(value); }
    Value(Time value) : Value(Kind::Time, std::make_shared<const Time>(std::move(value))) {}
    Value(DateTime value) : Value(Kind::DateTime, std::make_shared<const DateTime>(std::move(value))) {}
    Value(MonthDuration value) : m_kind(Kind::MonthDuration) { put(value); }
    Value(TimeDuration value) : m_kind(Kind::TimeDuration) { put(value); }
    Value(std::shared_ptr<const RecordView> record) : m_kind(Kind::Record), m_managed(true) { put(std::move(record)); }
    Value(std::shared_ptr<const FunctionValue> function) : m_kind(Kind::Function), m_managed(true)
    {
        put(std::move(function));
    }
    Value(const Value& other)
        : m_kind(other.m_kind), m_managed(other.m_managed), m_depth(other.m_depth), m_size(other.m_size)
    {
        if (m_managed)
            copyManaged(other);
        else
            m_storage = other.m_storage;
    }
    // Everything stored can be moved in memory as bytes (QString and shared_ptr hold no pointers to themselves).
    Value(Value&& other) noexcept
        : m_storage(other.m_storage), m_kind(other.m_kind), m_managed(other.m_managed), m_depth(other.m_depth),
          m_size(other.m_size)
    {
        other.m_kind = Kind::Null;
        other.m_managed = false;
    }
    Value& operator=(const Value& other)
    {
        if (this != &other)
            *this = Value(other);
        return *this;
    }
    Value& operator=(Value&& other) noexcept
    {
        std::swap(m_storage, other.m_storage);
        std::swap(m_kind, other.m_kind);
        std::swap(m_managed, other.m_managed);
        std::swap(m_depth, other.m_depth);
        std::swap(m_size, other.m_size);
        return *this;
    }
    ~Value()
    {
        if (m_managed)
            release();
    }
    static Value list(Items items);
    /// The list of one item, whatever the item: FEEL's coercion of a value to the list of itself.
    static Value single(const Value& item);
    static Value context(Entries entries); ///< entries keep their order
    static Value range(RangeValue range);
    /// A function that remembers `captured`.
    static Value function(std::shared_ptr<const FunctionValue> function, const Items& captured);
    static Value nullBecause(NullCause cause);

    Kind kind() const { return m_kind; }
    bool isNull() const { return m_kind == Kind::Null; }
    /// How many values it is made of, itself included, each time they occur; long texts count more than once.
    quint64 weight() const { return m_kind == Kind::String ? static_cast<quint64>(string().size()) / 64 + 1 : m_size; }
    int depth() const { return m_depth; } ///< how many lists, contexts, ranges and functions are within each other
    bool isSimple() const { return m_depth == 0; } ///< holds no other values
    const NullCause* nullCause() const;            ///< nullptr for a value, or for a null without a cause
    bool isTrue() const { return m_kind == Kind::Boolean && get<bool>(); }

    // Access; each requires the kind.
    bool boolean() const { return get<bool>(); }
    const Decimal& number() const { return get<Decimal>(); }
    const QString& string() const { return get<QString>(); }
    const Date& date() const { return get<Date>(); }
    const Time& time() const { return shared<Time>(); }
    const DateTime& dateTime() const { return shared<DateTime>(); }
    const MonthDuration& monthDuration() const { return get<MonthDuration>(); }
    const TimeDuration& timeDuration() const { return get<TimeDuration>(); }
    const Items& items() const { return shared<Items>(); }
    const Entries& entries() const { return shared<Entries>(); }
    const Value* entry(QStringView name) const; ///< of a context; nullptr when there is none
    const RangeValue& rangeValue() const { return shared<RangeValue>(); }
    const std::shared_ptr<const RecordView>& record() const { return get<std::shared_ptr<const RecordView>>(); }
    const std::shared_ptr<const FunctionValue>& function() const { return get<std::shared_ptr<const FunctionValue>>(); }

    static constexpr qsizetype longestText = 16'000'000;
    /// FEEL text of the value: strings quoted, dates as @"…"; reads back as the same value. Cut off somewhere behind
    /// `atMost` UTF-16 units.
    QString toFeel(qsizetype atMost = longestText) const;
    /// The value as FEEL's string() gives it: strings bare.
    QString toText(qsizetype atMost = longestText) const;

    /// Structural identity (null = null); numbers by value. What FEEL's `=` gives where it gives a boolean.
    bool operator==(const Value& other) const;

private:
    // A tagged union by hand: copying and dropping a scalar must cost nothing but the bytes.
    using Shared = std::shared_ptr<const void>;
    using Storage = std::array<quint64, 3>;
    template <class T> Value(Kind kind, std::shared_ptr<const T> value) : m_kind(kind), m_managed(true)
    {
        put(Shared(std::move(value)));
    }
    /// What a value that holds others adds up to.
    struct Extent {
        quint64 size = 1;
        int depth = 0;
        void add(const Value& part)
        {
            size += part.weight();
            depth = std::max<int>(depth, part.m_depth);
        }
        bool isAllowed() const { return size <= maximumSize && depth < maximumDepth; }
    };
    static Value tooLarge();
    Value&& extending(const Extent& extent) &&;
    template <class T> void put(T value)
    {
        static_assert(sizeof(T) <= sizeof(Storage) && alignof(T) <= alignof(Storage));
        new (m_storage.data()) T(std::move(value));
    }
    template <class T> const T& get() const { return *std::launder(reinterpret_cast<const T*>(m_storage.data())); }
    template <class T> const T& shared() const { return *static_cast<const T*>(get<Shared>().get()); }
    void copyManaged(const Value& other);
    void release();

    Storage m_storage{};
    Kind m_kind = Kind::Null;
    bool m_managed = false; ///< the storage holds something that counts its users; a null then has a cause
    quint16 m_depth = 0;    ///< of what holds other values; these two fit into bytes that would be padding
    quint32 m_size = 1;
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
    bool excluded = false; ///< (!= x): everything but the one point that both ends are
};

static_assert(sizeof(Value) <= 32, "Value is copied on every hot path");

} // namespace fw::feel
