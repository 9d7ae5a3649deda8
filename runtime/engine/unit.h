#pragma once
#include "runtime/plan/plan.h"
#include "runtime/store/store.h"

#include <QJsonObject>

#include <deque>
#include <functional>

namespace fw::engine
{

/// Why something happens: one row of the cause log. `key` makes it repeatable: the same key is answered with the first
/// result and starts nothing (semantics.md, "One log, one transaction").
struct Cause {
    enum class Kind {
        Create,
        Update,
        Delete,
        Event,
        Consent,
        Timer,
        Decision,
        Button,
        Webhook,
        Activation,
        Import,
        Publish,
        Operator,
        System
    } kind = Kind::System;
    QString key;        ///< "" = no key
    QString user;       ///< acting user's id; "" = the system
    qint64 parent = 0;  ///< seq of the causing row
    qint64 root = 0;    ///< seq of the cause from outside that all this comes from; 0 = this one
    int depth = 0;      ///< 0 for causes from outside
    bool quiet = false; ///< workflows do not start (import, sample data, feed --quiet)
};

/// A record as the runtime handles it. `values` runs parallel to Table::fields.
struct Record {
    const plan::Table* table = nullptr;
    QString id;
    qint64 version = 0;
    Instant createdAt = 0, updatedAt = 0, deletedAt = 0; ///< deletedAt 0 = live
    QString createdBy, updatedBy;
    std::vector<feel::Value> values;
    const feel::Value& value(QStringView field) const ///< null for an unknown field
    {
        static const feel::Value none;
        const int index = table->field(field);
        return index < 0 ? none : values[static_cast<size_t>(index)];
    }
};

/// A stored event.
struct EventRow {
    qint64 seq = 0;
    QString event;
    QString person; ///< the person it was received for; resolve through the person table for the survivor
    Instant at = 0, received = 0;
    QString channel;
    feel::Value properties; ///< context
    bool late = false;
};

/// What happened inside one unit (PersonRelinked: the subject's person gained or lost identities, with their events;
/// only scores and segments follow it): what triggers, stop rules, scores and segments are matched against. Facts are
/// processed in order until none is left; processing one may append others.
struct Fact {
    enum class Kind {
        RecordCreated,
        RecordChanged,
        RecordDeleted,
        Event,
        Scored,
        SegmentEntered,
        SegmentLeft,
        Interaction,
        PersonRelinked,
        FormSubmitted
    } kind = Kind::RecordCreated;
    QString table; ///< of the subject record ("" for an event of a person without a record)
    QString record;
    std::shared_ptr<const Record> before;  ///< null on creation
    std::shared_ptr<const Record> after;   ///< null on deletion
    QStringList fields;                    ///< changed fields
    std::shared_ptr<const EventRow> event; ///< of Event, and of Interaction caused by one
    QString scoring;                       ///< of Scored
    feel::Decimal oldTotal, newTotal;
    QString segment;
    QString form; ///< of FormSubmitted
};

/// A cause whose trigger matched by name but did not start the workflow: what "why not" shows.
struct Miss {
    QString workflow, trigger, record;
    QString reason;   ///< "condition", or the policy that kept it out: once, cool_down, running, suppressed …
    QJsonObject leaf; ///< of "condition": the first leaf that was not true
};

/// One atomic unit of work in progress: everything inside happens in one savepoint of the owner's connection.
/// Handed by reference to records, events, scoring, segments and automation; each appends the facts it makes.
struct Unit {
    store::Store& store;
    const plan::Plan& plan;
    Ids& ids;
    Instant now = 0;
    Cause cause;
    qint64 seq = 0; ///< of the cause row
    std::deque<Fact> facts;
    QStringList activations; ///< runs enrolled or resumed here: each gets a unit of its own after this one
    std::vector<Miss> misses;
    QString workflowRun; ///< the run whose activation this is ("" otherwise): its own write does not trigger it again
    /// Brings scores and segments up to date with the facts so far (a step that follows must see them). Set by the engine.
    std::function<void()> settle;
    /// The plan of an earlier publish, for runs that began on it; nullptr when the store lacks it. Set by the engine.
    std::function<std::shared_ptr<const plan::Plan>(int number)> pinned;
    QString newId() { return ids.next(now); }
};

} // namespace fw::engine
