#pragma once
#include "model/base/localtext.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

/// The words in which the schema describes kinds and keys (definition-format.md, rule 13). Plain data: the tables under
/// kinds/ fill it in with builder.h; everything else only reads it.
namespace fw::schema
{

/// What the value of a key is. A list of them is Key::list.
enum class ValueType {
    Id,            ///< a slug, unique among its siblings
    Text,          ///< plain text
    LocalText,     ///< text, or a map language → text
    LocalTemplate, ///< as LocalText, each text with {FEEL} parts
    Bool,
    Integer,
    Decimal,
    Duration,    ///< ISO 8601, see plan::parseDuration
    TimeOfDay,   ///< "09:00"
    Date,        ///< "2026-10-01"
    DateTime,    ///< ISO 8601 with an offset
    Enum,        ///< one of Key::values
    Reference,   ///< Key::ref
    Expression,  ///< "=FEEL"
    Value,       ///< a literal typed like Key::typedBy, or "=FEEL"
    Literal,     ///< a literal typed like Key::typedBy, no expression
    FieldValues, ///< a map: field (Key::ref) → Value or Literal (Key::literalsOnly)
    Color,       ///< a semantic colour name
    Icon,
    Language,
    TimeZone,
    Currency,
    Shape,     ///< a map (Key::shape), or a list of maps
    PointsMap, ///< a map: id (Key::ref) → number; used by expectations
    Free       ///< anything, not looked into (`layout`)
};

struct Label {
    QString en;
    QString zh;
    operator LocalText() const { return LocalText(en, zh); }
    QString in(const QString& language) const { return language.startsWith(QLatin1String("zh")) ? zh : en; }
};

struct EnumValue {
    QString id;
    Label label;
    QString icon;
    Label help;
};

/// Where the id of the table (or scoring …) comes from in which a reference or expression is resolved.
struct From {
    enum class Where {
        Nothing,
        ThisFile,    ///< the file's own id
        RootKey,     ///< the value of key `key` of the file's root
        Sibling,     ///< the value of key `key` of the same map
        Parent,      ///< the value of key `key` of the nearest enclosing map that has it
        Rollup,      ///< the table of the dotted sibling `of`, or `key` (order.customer → order)
        Source,      ///< the record type of the tile's `from`
        Trigger,     ///< the trigger's table: `of`, else the workflow's
        MessageFor,  ///< the message's `for`, else the person table
        StoryRecord, ///< the table of the story step whose id is in sibling key `key`
        Person       ///< the person table
    } where = Where::Nothing;
    QString key;
};

/// What a reference names.
enum class Target {
    None,
    Table,
    Event,
    Scoring,
    Decision,
    Segment,
    Workflow,
    Message,
    Connector,
    Form,
    View,
    Dashboard,
    Calendar,
    Role,
    Setting,
    Consent,
    Field,      ///< a field of the table `in`
    FieldPath,  ///< a field of `in`, or a path over relations ("customer.owner")
    RelationTo, ///< "order.customer": a relation field of another table that points to the table `in`
    Stage,      ///< a stage (or the fading one) of the scoring `in`
    Criterion,  ///< a criterion of the scoring `in`
    Input,      ///< an input of the decision `in`
    Output,     ///< an output of the decision `in`
    Rule,       ///< a rule of the decision `in`
    Source,     ///< what a tile counts: a table, "event.<id>", task, message, score_change
    Tile,       ///< "sales.hot": dashboard and tile
    Identity,   ///< an identity field of the person table, or `id`
    StoryStep,  ///< an earlier step of the same story
    StoryUser,  ///< a login of the same story's `users`
    Property,   ///< a property of the event `in`
    Option      ///< an option of a choice field (only as a Symbol: owner "customer.status")
};

struct Reference {
    Target target = Target::None;
    From in;
    QStringList fieldTypes; ///< of Field and FieldPath: only these field types; empty = any
};

/// Result an expression must have.
enum class Expected { Any, Boolean, Number, Text, Date, User, TypedBy, Aggregate };

/// The names an expression may use. See scopes.h for what stands behind each name.
struct ExpressionScope {
    From record;                ///< the table whose record is spread
    From event;                 ///< the event type of `event`; WorkflowEvents: of the workflow's triggers
    bool workflowEvent = false; ///< `event` is whatever the workflow's triggers receive
    bool old = false;
    bool me = false;
    bool run = false;      ///< `run`: the run of the workflow that evaluates it
    bool decision = false; ///< nothing but the inputs of the decision
    bool tests = false;    ///< unary tests of an input (testedInput), not an expression
    Expected expected = Expected::Any;
};

/// Whether a key makes sense in a map: always, when another key is there, or when another key has one of some values.
struct Applies {
    QString key;
    QStringList values;
};

struct Key {
    QString name;
    ValueType type = ValueType::Text;
    bool list = false;
    bool required = false;
    QString defaultText; ///< as it would be written; "" = none (definition-format.md, rule 5: not written)
    std::vector<EnumValue> values;
    Reference ref;
    ExpressionScope scope;
    From typedBy;              ///< of Value, Literal, FieldValues: table of the field
    QString typedByField;      ///< sibling key that names the field (or "type": the map itself is a field)
    bool literalsOnly = false; ///< of FieldValues
    QString shape;             ///< of Shape; of a Duration: the map that may stand instead (`wait: {day: 3}`)
    QString shorthand;         ///< a scalar stands for a map with this key (`options: [expo]`)
    bool elementIds = false;   ///< of a list of shapes: each element must have an `id`
    std::optional<double> least, most;
    Applies applies;
    Label label;
    Label help;
    QString group; ///< inspector group: see groups()
};

/// The keys of a map, in the order in which fresh text is written.
struct Shape {
    QString id;
    Label label;
    Label help;
    std::vector<Key> keys;
    QString discriminator; ///< the key whose value decides which keys apply (`type`); "" = none
    QStringList oneOf;     ///< or: exactly one of these keys must be there (the action of a workflow step)
    const Key* key(QStringView name) const;
};

/// A kind of file.
struct Kind {
    QString id;
    Label label;
    Label plural;
    Label help;
    QString folder; ///< "tables"; "" for a single file
    QString file;   ///< "app.yaml" for a single file
    QString engine; ///< colour group of look.md: data, forms, scoring, workflows, dashboards, roles
    QString icon;
    QString shape; ///< of the file's root
};

/// An inspector group: id and heading, in screen order.
struct Group {
    QString id;
    Label label;
};

} // namespace fw::schema
