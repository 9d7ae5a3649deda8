#pragma once
#include "fieldtypes.h"
#include "model/feel/decisiontable.h"
#include "planworkflow.h"

/// The plan: a checked definition compiled once into immutable typed structs. Everything in runtime/ works on it, never
/// on YAML. References between things are ids; expressions are compiled programs. Comments give the YAML key where the
/// name differs.
namespace fw::plan
{

struct Option {
    QString id;
    LocalText label;
    QString color;                        ///< "" or a semantic name: accent, success, warning, error, info
    QString parent{};                     ///< of a tree: the option above; a parent stands before its children
    std::optional<feel::Decimal> score{}; ///< what the option counts, for `<field>_score`
};

/// How the next value of an auto number is made: prefix, date of the record's creation, running number.
struct AutoNumber {
    enum class Period { Never, Year, Month, Day };
    QString prefix;
    Period date = Period::Never;  ///< which date stands in it: 2026, 202601, 20260105
    Period reset = Period::Never; ///< when counting begins again at `start`
    int digits = 4;               ///< at least so many
    qint64 start = 1;
};

/// What a field for files takes.
struct FileLimits {
    int most = 1;
    qint64 bytes = 0;  ///< of one file
    QStringList types; ///< by their ends: "pdf", "docx"; empty: whatever the field's type allows
};

struct Field {
    QString id;
    LocalText label;
    LocalText help;
    FieldType type = FieldType::Text;
    Storage storage = Storage::Text;
    int decimals = 0; ///< of Scaled
    QString currency; ///< of money
    bool required = false;
    bool unique = false;
    bool hidden = false;
    QString mask;          ///< "" or "middle"
    bool capitals = false; ///< of money: also shown in capital numerals (金额大写)
    int most = 0;          ///< of Rating: how many stars
    QString format;        ///< of Barcode: its symbology; of Region: province | city | district
    std::vector<Option> options;
    bool leaves = true;      ///< of CascadingChoice: only an option with none below it can be chosen
    AutoNumber numbering;    ///< of AutoNumber
    FileLimits files;        ///< of Attachment, Image, Signature
    QString relationTo;      ///< table id (`to`)
    bool many = false;       ///< of Relation: a list of records
    bool encrypted = false;  ///< kept as ciphertext wherever a copy of it lies
    bool searchable = false; ///< of encrypted: equal values are found by their keyed digest (`search: exact`)
    Expression defaultValue; ///< literals are compiled as constants
    Expression computed;     ///< of Computed (`value`)
    bool stored = true;      ///< false for time-dependent computed fields: evaluated on read
    feel::Type feelType;
    QString rollupTable; ///< of Rollup: `of: order.customer`
    QString rollupRelation;
    std::optional<feel::Aggregate> rollup;  ///< `value: "=sum(amount)"`
    Expression rollupWhere;                 ///< over the related record
    QString scoring;                        ///< of Score, ScoreStage, ScoreBand
    QString scoreOf;                        ///< of OptionScore: the choice field
    FieldType lookupType = FieldType::Text; ///< of Lookup: the type of the field it shows
    std::vector<int> dependsOn;             ///< own fields a computed field reads
    std::vector<QString> was;               ///< former ids: the store renames the column
};

struct Rule { ///< one of `validate`
    QString id;
    Expression check; ///< false fails; null or true pass
    LocalText text;
};

/// The other side of a relation: a record of this table has member `name`, the list of records of `table` whose field
/// `relation` points to it (`order[amount > 100]`).
struct Inverse {
    QString name;
    QString table;
    QString relation;
    LocalText label; ///< `inverse_label`; empty: the other table's
};

struct Table {
    QString id;
    LocalText label;
    Expression title;
    bool person = false;
    bool interaction = true;
    std::vector<QString> identity;
    bool mergeDuplicates = true; ///< `duplicates: merge` (default with `identity`) | refuse
    QString owner;               ///< user field that says whose record it is (scope "own"); "" = created_by
    std::vector<QString> was;    ///< former ids: the store renames the table
    std::vector<Inverse> inverses;
    std::vector<Field>
        fields; ///< as written; a score field `x` is followed by `x_stage` and `x_band` (made by the plan)
    std::vector<Rule> rules;
    std::vector<int> computeOrder;   ///< stored computed fields in dependency order
    int field(QStringView id) const; ///< index or -1
    const Field* findField(QStringView id) const;
};

struct Event {
    QString id;
    LocalText label;
    bool interaction = true;
    QString purpose; ///< consent purpose; "" = none needed
    QString creates; ///< table of a record made for an unknown identity; ""
    std::vector<Field> properties;
};

/// A row of an attribute criterion.
struct CriterionRow {
    QString id;
    LocalText label;
    bool isElse = false; ///< holds when no other row does
};

struct Criterion {
    QString id;
    LocalText label;
    QString group;
    enum class Kind { Behaviour, Inactivity, Attribute } kind = Kind::Behaviour;
    QString event;
    Expression when;           ///< behaviour: over event and record; attribute: over the record
    qint64 countThreshold = 1; ///< awarded when the count reaches this (`more_than: n` is n + 1, `at_least: n` is n)
    std::optional<Duration> within;
    enum class Award { Once, Each } award = Award::Once;
    std::optional<feel::Decimal> cap; ///< of Each: most points in total
    Duration silence;                 ///< of Inactivity (`inactive: {more_than: P30D}`)
    bool silenceMoreThan = true;      ///< more_than: one millisecond after the duration; `for`: at its end
    feel::Decimal points;
    Expression formula;                              ///< of Attribute: gives the points, when it is there
    std::shared_ptr<const feel::CompiledTable> rows; ///< of Attribute: input values → points, when it is there
    std::vector<CriterionRow> rowNames;              ///< by rule of `rows`
    std::vector<feel::Reference> reads;              ///< what the rows depend on
    int stage = -1;                                  ///< index into Scoring::stages; -1 = none
    bool fading = false;                             ///< its stage is the fading one
};

struct Band {
    QString id;
    LocalText label;
    QString color;
    std::optional<feel::Decimal> from;  ///< total ≥
    std::optional<feel::Decimal> above; ///< total >
};

struct Scoring {
    QString id;
    LocalText label;
    QString table;
    std::vector<Option> stages; ///< lowest to highest
    std::optional<Option> fading;
    std::vector<Criterion> criteria;
    std::vector<Band> bands; ///< lowest first
    std::optional<feel::Decimal> floor, cap, start;
    int band(const feel::Decimal& total) const; ///< index or -1
};

struct Segment {
    QString id;
    LocalText label;
    QString table;
    Expression condition;
};

struct MessageText {
    QString id;
    LocalText label;
    QString table; ///< `for`: whose record the text is about; default: the person table
    TextPlan subject;
    TextPlan text;
    bool markdown = false; ///< of robots
    QString templateId;    ///< of SMS: the provider's id of the approved text
    struct Value {
        QString name;
        TextPlan value;
    };
    std::vector<Value> values; ///< of the template's placeholders
};

struct Column {
    QString id;
    LocalText label;
    QString field;                        ///< of views: a field or a path "customer.name"
    std::optional<feel::Aggregate> value; ///< of table tiles
    int width = 0;
    int decimals = -1; ///< of table tiles
};

struct FormPart {
    QString id;
    enum class Kind { Field, Section, Caption, SubTable } kind = Kind::Field;
    LocalText label;
    LocalText help;
    QString field;
    QString subTable;             ///< relation field of the other table: "order.customer"
    std::vector<QString> columns; ///< of SubTable: fields of the other table; empty: all that are not hidden
    int width = 12;               ///< of 12 columns
    Expression visible;
    Expression readOnly;
    Expression required;
    std::vector<FormPart> parts;
};

struct Form {
    QString id;
    LocalText label;
    QString table;
    std::vector<FormPart> parts;
};

struct View {
    QString id;
    LocalText label;
    QString type; ///< list
    QString table;
    QString form;
    Expression filter;
    std::vector<Column> columns;
    std::vector<SortKey> sort;
    std::vector<QString> search;
    std::vector<QString> related; ///< related lists of the record page: "order.customer"
    bool timeline = false;        ///< the record page shows the behaviour timeline
};

struct FunnelStep {
    QString id;
    LocalText label;
    QString event;
    Expression when;
};

struct Tile {
    QString id;
    LocalText label;
    enum class Kind { Kpi, Bar, Line, Pie, Table, Funnel } kind = Kind::Kpi;
    int width = 0; ///< of 12 columns; 0 = by kind
    QString from;  ///< a table id, "event.<id>", or a system source: task, message, score_change
    Expression where;
    std::optional<feel::Aggregate> value;
    QString by;    ///< group path, e.g. "source", "customer.owner"
    QString split; ///< second group, or funnel split
    QString at;    ///< date or instant field for time grouping and periods
    QString every; ///< day | week | month
    QString
        period; ///< all (default) | today | this_week | this_month | this_quarter | this_year | last_7_days | last_30_days | last_90_days
    QString compare; ///< previous_period | previous_month | previous_year
    int decimals = -1;
    QString unit; ///< "%" or free text
    std::optional<feel::Decimal> alertBelow, alertAbove, target;
    std::vector<QString> drill;
    std::vector<Column> columns; ///< of Table: further values
    int limit = 0;               ///< most groups shown
    std::vector<FunnelStep> steps;
    std::optional<Duration> within;
};

struct Dashboard {
    QString id;
    LocalText label;
    std::vector<Tile> tiles;
};

struct FieldRight {
    QString field;
    QString see = QStringLiteral("yes");    ///< yes | no | mask
    QString change = QStringLiteral("yes"); ///< yes | no
};

struct TableRight {
    QString table;
    QString see = QStringLiteral("none"); ///< none | own | all | where (then seeScope)
    QString change = QStringLiteral("none");
    QString remove = QStringLiteral("none"); ///< `delete`
    bool create = false, exportRows = false, importRows = false;
    Expression seeScope;
    std::vector<FieldRight> fields;
};

struct Role {
    QString id;
    LocalText label;
    bool admin = false; ///< all rights
    std::vector<TableRight> tables;
};

struct NavigationItem {
    QString id;
    LocalText label;
    QString icon;
    QString view, dashboard, form;
    bool inbox = false;
    std::vector<NavigationItem> items;
};

struct Setting {
    QString id;
    QString type;
    LocalText label;
    feel::Value defaultValue;
};

struct Consent {
    QString id;
    LocalText label;
    std::optional<Duration> retention;
};

class Plan
{
public:
    QString appId;
    LocalText label;
    QStringList languages;
    QTimeZone zone;
    QString currency;
    QByteArray sha256; ///< of the definition
    int number = 0;    ///< published number in the store; 0 = a draft
    std::vector<Table> tables;
    std::vector<Event> events;
    std::vector<Scoring> scorings;
    std::vector<Segment> segments;
    std::vector<Workflow> workflows;
    std::vector<Calendar> calendars;
    std::vector<MessageText> messages;
    std::vector<Connector> connectors;
    std::vector<Form> forms;
    std::vector<View> views;
    std::vector<Dashboard> dashboards;
    std::vector<Role> roles;
    std::vector<NavigationItem> navigation;
    std::vector<Setting> settings;
    std::vector<Consent> consents;
    /// Members of every record type: table ids, "event:<id>", "user", and the system sources "task", "message", "score_change".
    std::shared_ptr<const feel::TypeSource> types;

    const Table* findTable(QStringView id) const;
    const Event* findEvent(QStringView id) const;
    const Scoring* findScoring(QStringView id) const;
    const Segment* findSegment(QStringView id) const;
    const Workflow* findWorkflow(QStringView id) const;
    const Calendar* findCalendar(QStringView id) const;
    const MessageText* findMessage(QStringView id) const;
    const Connector* findConnector(QStringView id) const;
    const Form* findForm(QStringView id) const;
    const View* findView(QStringView id) const;
    const Dashboard* findDashboard(QStringView id) const;
    const Role* findRole(QStringView id) const;
    const Table* personTable() const; ///< the table marked person: true, or nullptr
};

} // namespace fw::plan
