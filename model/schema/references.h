#pragma once
#include "scopes.h"

/// All places of a definition where something is named, in keys and inside expressions: what checks, rename and
/// find-usages follow.
namespace fw::schema
{

/// An expression standing in a definition.
struct ExpressionSite {
    enum class Form { Expression, Aggregate, Template, Tests } form = Form::Expression;
    const Site* site = nullptr; ///< the scalar; valid during the call
    const yaml::Node* scalar = nullptr;
    Address address; ///< of the scalar
    QString source;  ///< without the leading "="
    int offset = 0;  ///< of the source in the scalar's value, in UTF-16 units (1 for "=…")
    ScopeNames names;
    feel::Type expected;
    feel::Type tested; ///< of Tests: the type of the input
};
/// Compiles unary tests of a value of a type in the scope of other names.
feel::Compiled compileTests(const QString& source, feel::Scope scope, const feel::Type& tested);
/// Every expression and template of one file, or of all files.
void forEachExpression(const Definition& definition, const Types& types,
                       const std::function<void(const ExpressionSite&)>& visit);
/// The expressions of one visited node (none for most).
void expressionsAt(const Site& site, const Types& types, const std::function<void(const ExpressionSite&)>& visit);

/// Something that has an id: {Table, "", "customer"}, {Field, "customer", "phone"}, {Property, "viewed_page", "page"},
/// {Stage, "intent", "decision"} …
struct Symbol {
    Target target = Target::None;
    QString owner; ///< table, event, scoring, dashboard … that has it; "" for files and elements of single files
    QString id;
    bool operator==(const Symbol&) const = default;
};

/// One place where a symbol is named.
struct Usage {
    Symbol symbol;
    Address address; ///< of the scalar (for a map key: of its value)
    yaml::Span span; ///< the identifier's own bytes in the file
    bool inExpression = false;
    bool found = true; ///< false: nothing has this id (the reference is broken)
};
void forEachReference(const Definition& definition, const std::function<void(const Usage&)>& visit);
/// References of one visited node, those in its expressions not included.
void referencesAt(const Site& site, const Types& types, const std::function<void(const Usage&)>& visit);

/// Where a symbol is defined: the address of its file or element; nothing when it is not.
std::optional<Address> addressOf(const Definition& definition, const Symbol& symbol);
/// The symbol an element or file stands for (to rename it, to find its usages); nothing for others.
std::optional<Symbol> symbolAt(const Definition& definition, const Address& address);

/// What may be put where `key` refers to something: for pickers and "did you mean".
struct Candidate {
    QString id;
    LocalText label;
    QString detail; ///< e.g. the field type
};
/// `map` is the address of the map that has (or will have) the key. Enums give their values.
QList<Candidate> candidates(const Definition& definition, const Address& map, const QString& key);
QList<Candidate> candidatesAt(const Site& site, const Types& types);

} // namespace fw::schema
