#pragma once
#include "planbase.h"

#include <QDate>

/// The part of the plan that automation runs on. Comments give the YAML key where the name differs.
namespace fw::plan
{

/// Working hours (`calendars/`): weekly hours, holidays, make-up workdays. Minutes of the local day; the end is not included.
struct Calendar {
    struct Hours {
        int from = 0;
        int to = 0;
        bool operator==(const Hours&) const = default;
    };
    using Day = std::vector<Hours>;
    QString id;
    LocalText label;
    Day week[7]; ///< Monday first
    struct Holiday {
        QDate from, to;
        bool operator==(const Holiday&) const = default;
    };
    std::vector<Holiday> holidays;
    QMap<QDate, int> workdays; ///< make-up workday → the weekday (0 = Monday) whose hours it has
    /// The open times of a date: make-up workdays before holidays before the week.
    const Day& hours(QDate date) const;
};

struct Assignment { ///< one `field: value`
    QString field;
    Expression value;
};

struct Trigger {
    QString id;
    LocalText label; ///< of Button: what it says
    enum class Kind {
        RecordCreated,
        RecordChanged,
        RecordDeleted,
        BecomesTrue,
        Event,
        CrossesScore,
        EntersSegment,
        LeavesSegment,
        Inactive,
        DateField,
        Schedule,
        Form,
        Webhook,
        Button,
        AfterWorkflow
    } kind = Kind::Event;
    QString table;           ///< of record triggers (`of`, default: the workflow's table)
    QString subjectRelation; ///< when `table` is another one: its relation field that leads to the subject
    QString event;
    std::vector<QString> fields; ///< of RecordChanged; empty = any
    Expression condition;        ///< `if`; of BecomesTrue the condition itself (`becomes`)
    QString scoring;             ///< of CrossesScore
    feel::Decimal above;
    feel::Decimal hysteresis;
    QString segment;
    Duration silence; ///< of Inactive
    bool silenceMoreThan = false;
    QString dateField;
    Duration offset;
    bool offsetBefore = false;
    enum class Repeat { None, Year, Month } repeat = Repeat::None; ///< of DateField
    std::optional<int>
        atMinute; ///< minute of the local day; of DateField without it: midnight, or the field's own time
    enum class Every { Day, Workday, Week, Month } every = Every::Day; ///< of Schedule
    std::vector<int> weekdays;                                         ///< of Week: 1 = Monday … 7
    int monthDay = 1; ///< of Month (`day`); in a shorter month its last
    QString calendar; ///< of Workday
    enum class Missed { Coalesce, Skip, All } missed = Missed::Coalesce;
    int missedMost = 10; ///< of All
    QString form;
    QString webhookField;                  ///< of Webhook: the record whose field has this value …
    Expression webhookValue;               ///< … over the body as `event`
    std::vector<Assignment> webhookCreate; ///< else it is made with these; empty: refused
    std::vector<QString> roles;            ///< of Button: who may press it; empty: whoever may change the record
    QString workflow;                      ///< of AfterWorkflow (`after`)
    enum class Ended { Finished, Stopped, Any } ended = Ended::Finished;
};

struct Step;
using Steps = std::vector<Step>;

struct Branch;

/// Records of a table that a step is about.
struct RecordQuery {
    QString table;
    Expression where; ///< over each of them; invalid: all
    std::vector<SortKey> sort;
    int limit = 100;
};

/// What to do when it is not known whether something went out: resend or ask; none: by what it is.
enum class InDoubt { ByKind, Resend, Ask };

struct HttpCall {
    QString method = QStringLiteral("POST");
    TextPlan path;
    struct Header {
        QString name;
        TextPlan value;
    };
    std::vector<Header> headers;
    Expression body;
};

struct Step {
    QString id;
    LocalText label;
    enum class Kind {
        Set,
        Create,
        Update,
        Find,
        Task,
        Message,
        Http,
        Assign,
        Tag,
        Wait,
        WaitUntil,
        Branch,
        ForEach,
        Start,
        Stop
    } kind = Kind::Set;
    // --- records ---
    QString table;                    ///< of Create (`create: {table:, values:}`)
    std::vector<Assignment> values;   ///< of Set (on the subject), Create and Update
    RecordQuery query;                ///< of Update, Find and ForEach
    Expression record;                ///< of Update: this one instead of a query; of Start: its subject
    QString field;                    ///< of Assign ("" = the table's owner) and Tag
    bool keep = false;                ///< of Assign: only when nobody is there
    std::vector<QString> add, remove; ///< of Tag
    // --- people and other systems ---
    Expression taskTo;                           ///< a user, also of Assign
    QString priority = QStringLiteral("normal"); ///< low | normal | high
    std::optional<Duration> due;
    TextPlan title;
    TextPlan detail;
    QString connector;    ///< of Message and Http (`through`)
    QString message;      ///< message id (`text`)
    Expression messageTo; ///< address, user or list; invalid: the connector's own (a robot's group)
    Expression mention;   ///< whom a robot calls: "all", telephone numbers, ids of the chat system
    bool urgent = false;  ///< of Message: goes out in quiet hours too
    Duration notAfter;    ///< of Message: held back longer than this it is dropped
    InDoubt inDoubt = InDoubt::ByKind;
    HttpCall http;
    // --- when and where it goes on ---
    std::optional<Duration> wait;        ///< of Wait: from now …
    std::optional<int> waitDay;          ///< … or day n counted from enrolment: `wait: {day: 3, at: "09:00"}`
    std::optional<int> waitWorkdays;     ///< … or so many working days from now
    std::optional<Duration> waitWorking; ///< … or so much open time
    std::optional<int> waitAtMinute;     ///< minute of the local day; none: the local time of enrolment, or the opening
    QString calendar;                    ///< of Wait; of Task and WaitUntil: their time counts while it is open
    QString untilEvent;                  ///< of WaitUntil
    bool untilInteraction = false;
    Expression untilCondition;     ///< on the event (with untilEvent) or on the record
    std::optional<Duration> limit; ///< of WaitUntil and Start
    bool allBranches = false;      ///< of Branch (`paths: all`): every true one, side by side
    QString workflow;              ///< of Start
    bool waitForEnd = true;        ///< of Start
    QString reason;                ///< of Stop
    Steps then;                    ///< when it happened; the body of ForEach
    Steps timeout;                 ///< when the limit passed; of Http: when it failed
    bool hasTimeout = false;       ///< `timeout` is written (of Http `failed`)
    std::vector<Branch> branches;  ///< of Branch
};

struct Branch {
    QString id;
    LocalText label;
    Expression condition; ///< invalid: the else branch
    Steps steps;          ///< `then`
};

/// What ends a run from outside: a stop condition or a goal.
struct EndRule {
    QString id;
    QString event; ///< an event, or a condition on the record, or both
    Expression condition;
};

struct Workflow {
    QString id;
    LocalText label;
    QString table;                 ///< `for`
    std::vector<Trigger> triggers; ///< `when`
    Expression key;                ///< invalid: the record
    enum class Reenter { Once, AfterExit, Restart, Queue, Parallel } reenter = Reenter::AfterExit;
    int parallelLimit = 1;
    int queueLimit = 10;
    std::optional<Duration> coolDown;
    QString suppress; ///< a segment
    bool ownChanges = false;
    std::vector<EndRule> stops; ///< `stop`
    std::vector<EndRule> goals;
    Steps steps; ///< `then`
    bool enabled = true;
    const Step* findStep(QStringView id) const;       ///< anywhere below; step ids are unique within a workflow
    const Trigger* findTrigger(QStringView id) const; ///< nullptr when there is none
};

/// So many messages within a time.
struct Allowance {
    int count = 0; ///< 0 = no limit
    Duration within;
};

struct Connector {
    QString id;
    LocalText label;
    QString
        type; ///< file | smtp | wecom_robot | dingtalk_robot | feishu_robot | aliyun_sms | tencent_sms | webhook | http
    bool honoursKey = false;
    std::optional<Calendar::Hours> quiet; ///< may go over midnight (from > to)
    QString open;                         ///< a calendar: only while it is open
    Allowance cap;                        ///< per recipient
    Allowance rate;                       ///< of the whole channel; robots: by default what the vendor allows
    QString signName, appId, region;      ///< of SMS; the latter two of Tencent
    enum class Redirects { None, SameHost, Any } redirects = Redirects::None; ///< of http
    qint64 timeoutMs = 30'000;                                                ///< of what goes by HTTP
};

} // namespace fw::plan
