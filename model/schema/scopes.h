#pragma once
#include "model/document/definition.h"
#include "model/feel/program.h"
#include "schema.h"
#include "slots.h"

#include <QHash>

#include <mutex>

/// Types of everything a definition names, and the scope each expression is compiled in.
///
/// Record types: a table's id; "event:<id>" (its properties, `at`, `channel`, `person`); "user" (`id`, `login`, `name`, `email`,
/// `phone`, `language`, `superior`, `roles`); the system sources "task", "message", "score_change"; "settings";
/// "run:<workflow>:<table>" (`record`, `item` inside a for-each over that table, `key`, `started_at`, `step`) and
/// "decision:<id>" (its inputs); "steps:<workflow>" (what its find, create, update, HTTP and start steps gave, by step id).
/// A record has its fields, the system columns (id, version, created_at, created_by, updated_at, updated_by), for a
/// score field x also x_stage and x_band, and for each relation of another table that points to it that relation's
/// `inverse` name (default: the other table's id), a list of those records: `order[amount > 100]`.
namespace fw::schema
{

/// An inverse name of a relation: `customer` has member `name`, the records of `table` whose `relation` is that customer.
struct Inverse {
    QString name;
    QString table;
    QString relation;
};

/// Everything a definition gives names to, indexed once. Immutable; it keeps the definition alive through the shared
/// files it reads.
class Names
{
public:
    explicit Names(const Definition& definition);

    /// The root of a file, or the element of a single file that lists things (connectors, roles, settings, consents).
    const yaml::Node* find(Target target, const QString& id) const;
    std::optional<Address> addressOf(Target target, const QString& id) const;
    QStringList idsOf(Target target) const;
    LocalText labelOf(Target target, const QString& id) const;

    QStringList tables() const { return idsOf(Target::Table); }
    const yaml::Node* table(const QString& id) const { return find(Target::Table, id); }
    const yaml::Node* event(const QString& id) const { return find(Target::Event, id); }
    const yaml::Node* scoring(const QString& id) const { return find(Target::Scoring, id); }
    /// The field of a table or the property of an "event:<id>"; nullptr when there is none.
    const yaml::Node* field(const QString& record, const QString& id) const;
    QString personTable() const { return m_person; } ///< "" when no table is marked
    std::vector<Inverse> inverses(const QString& table) const { return m_inverses.value(table); }

private:
    struct Named {
        const yaml::Node* node = nullptr;
        Address address;
    };
    void addInverses();
    QList<std::shared_ptr<const DefinitionFile>> m_files; ///< owns what the pointers point into
    QMap<Target, QMap<QString, Named>> m_named;
    QHash<QString, std::vector<Inverse>> m_inverses;
    QString m_person;
};

/// The definition as FEEL sees it at design time.
class Types : public feel::TypeSource
{
public:
    explicit Types(std::shared_ptr<const Names> names);
    explicit Types(const Definition& definition) : Types(std::make_shared<const Names>(definition)) {}
    std::optional<feel::Type> member(const QString& recordName, const QString& field) const override;
    QStringList members(const QString& recordName) const override;
    /// The decisions: functions of their inputs.
    const feel::DefinedFunction* function(const QString& name) const override;
    QStringList functions() const override { return m_names->idsOf(Target::Decision); }
    const Names& names() const { return *m_names; }
    /// The type of a field, property or setting as it is written.
    feel::Type fieldType(const yaml::Node& field) const;
    /// The field type ("date", "number", "user" …) of what a path of a record gives, computed fields by their result; "" when
    /// the path leads nowhere.
    QString valueTypeAt(const QString& record, const QString& path) const;

private:
    feel::Type rollupType(const yaml::Node& field) const;
    std::shared_ptr<const Names> m_names;
    mutable std::once_flag m_declared;
    mutable std::map<QString, feel::DefinedFunction> m_functions; ///< the decisions, once one is asked for
};

/// The field type whose values have that type: "text", "choice", "yes_no", "relation" …
QString fieldTypeOf(const feel::Type& type);

/// The names of one expression, resolved: what to give to makeScope.
struct ScopeNames {
    QString record;        ///< record type spread into the scope; "" = none
    bool anyEvent = false; ///< `event` is there but its type is open (several triggers)
    QString event;         ///< "event:<id>"; "" = none
    bool old = false;
    bool me = false;
    QString run;      ///< "run:<workflow>" or, inside a for-each, "run:<workflow>:<table>"; "" = none
    QString decision; ///< "decision:<id>": nothing but its inputs; "" = none
    bool operator==(const ScopeNames&) const = default;
};
/// `types` (a Types, or Plan::types) must outlive what is compiled in the scope.
feel::Scope makeScope(const ScopeNames& names, const feel::TypeSource& types);

/// The table (or other id) a From names at a site; "" when it cannot be told.
QString resolve(const From& from, const Site& site, const Names& names);
ScopeNames scopeNames(const ExpressionScope& scope, const Site& site, const Names& names);
/// The input (of a decision, of a criterion with rows) whose values the unary tests at a site are about; nullptr elsewhere.
const yaml::Node* testedInput(const Site& site);
/// The field, property or setting whose type a value at this site has; nullptr when that cannot be told.
const yaml::Node* typedByField(const Site& site, const Names& names);
/// The type an expression at this site must give; Any when it may give anything.
feel::Type expectedType(const Site& site, const Types& types);

} // namespace fw::schema
