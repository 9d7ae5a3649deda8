#pragma once
#include <QString>
#include <cstdint>

namespace fw
{

/// Milliseconds since 1970-01-01T00:00Z. Every stored instant has this form.
using Instant = qint64;

/// The injected "now" (semantics: "Now" is always the injected clock).
class Clock
{
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

/// The machine's clock.
class SystemClock : public Clock
{
public:
    Instant now() const override;
};

/// A clock that stands still until told; for stories, simulation and tests.
class VirtualClock : public Clock
{
public:
    explicit VirtualClock(Instant start = 0) : m_now(start) {}
    Instant now() const override { return m_now; }
    void set(Instant now) { m_now = now; }
    void advance(qint64 ms) { m_now += ms; }

private:
    Instant m_now;
};

/// The injected source of ids: UUIDv7 text (36 characters), growing in time order.
class Ids
{
public:
    virtual ~Ids() = default;
    virtual QString next(Instant now) = 0;
};

/// Real ids: UUIDv7 from the system's random source, monotonic within one millisecond.
class RandomIds : public Ids
{
public:
    QString next(Instant now) override;

private:
    Instant m_last = 0;
    quint64 m_sequence = 0;
};

/// Repeatable ids for tests and simulation: the "random" part is a counter from `seed`.
class CountingIds : public Ids
{
public:
    explicit CountingIds(quint64 seed = 0) : m_next(seed) {}
    QString next(Instant now) override;

private:
    quint64 m_next;
};

/// ISO 8601 with milliseconds and "Z".
QString formatInstant(Instant instant);

} // namespace fw
