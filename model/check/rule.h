#pragma once
#include "model/base/nearest.h"
#include "model/schema/references.h"
#include "model/yaml/reader.h"

#include <memory>

namespace fw::check
{

/// Where rules put what they find.
class Report
{
public:
    explicit Report(const Definition& definition) : m_definition(definition) {}

    /// A problem at a stretch of a file; `element` is the address shown and opened by a double click.
    Problem& add(Severity severity, const char* code, Message what, Message remedy, const Address& element, int offset);
    /// A problem of a node: at its key for a map's value when `atKey`, else at the value.
    Problem& error(const char* code, Message what, Message remedy, const schema::Site& site, bool atKey = false);
    Problem& warning(const char* code, Message what, Message remedy, const schema::Site& site, bool atKey = false);
    Problem& error(const char* code, Message what, Message remedy, const Address& element);
    Problem& warning(const char* code, Message what, Message remedy, const Address& element);
    void add(const Problem& problem) { m_problems << problem; }

    QList<Problem> sorted() const;

private:
    Problem& at(Severity severity, const char* code, Message what, Message remedy, const schema::Site& site,
                bool atKey);
    const Definition& m_definition;
    QList<Problem> m_problems;
};

/// What rules may read.
struct Context {
    const Definition& definition;
    const schema::Types& types;
    Report& report;
    const schema::Names& names() const { return types.names(); }
};

/// One rule. The walk over the definition offers every node and every unknown key to every rule; `whole` comes last.
class Rule
{
public:
    virtual ~Rule() = default;
    virtual void site(const schema::Site& site, Context& context)
    {
        (void)site;
        (void)context;
    }
    virtual void unknownKey(const schema::Site& map, const yaml::Entry& entry, Context& context)
    {
        (void)map;
        (void)entry;
        (void)context;
    }
    virtual void whole(Context& context) { (void)context; }
};
using RulePtr = std::unique_ptr<Rule>;

RulePtr keysRule();         ///< unknown, missing and misplaced keys
RulePtr valuesRule();       ///< values of the wrong type or out of range
RulePtr literalsRule();     ///< literals of fields: numbers, dates, options
RulePtr idsRule();          ///< form, duplicates, reserved words, file names
RulePtr referencesRule();   ///< names of things that do not exist
RulePtr expressionsRule();  ///< FEEL that does not compile in its scope
RulePtr cyclesRule();       ///< computed fields that need themselves
RulePtr translationsRule(); ///< texts missing in a language of the app
RulePtr scoringRule();      ///< bands, criteria that never fire
RulePtr decisionsRule();    ///< tables with gaps, overlaps, hidden rules; tests that fail; rows of criteria
RulePtr workflowsRule();    ///< triggers, waits and branches that make no sense
RulePtr calendarsRule();    ///< open hours and holidays that make no sense
RulePtr loopsRule();        ///< workflows that start each other
RulePtr viewsRule();        ///< views, dashboards and roles whose parts do not fit together
RulePtr appRule();          ///< format, persons, files of no kind
RulePtr secretsRule();      ///< what looks like a credential

/// Replaces a stretch of a file: "Change to …".
Fix changeTo(const QString& file, yaml::Span span, const QString& text);
/// Adds a text field to a table's list of fields; nothing when there is no such list or the id cannot be one.
std::optional<Fix> createField(const Definition& definition, const QString& table, const QString& id);

} // namespace fw::check
