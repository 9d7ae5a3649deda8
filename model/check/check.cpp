#include "check.h"

#include "rule.h"

namespace fw::check
{

static std::vector<RulePtr> allRules()
{
    std::vector<RulePtr> rules;
    for (RulePtr (*make)() :
         {keysRule, valuesRule, literalsRule, idsRule, referencesRule, expressionsRule, cyclesRule, translationsRule,
          scoringRule, decisionsRule, workflowsRule, calendarsRule, loopsRule, viewsRule, appRule, secretsRule})
        rules.push_back(make());
    return rules;
}

QList<Problem> check(const Definition& definition)
{
    Report report(definition);
    const schema::Types types(definition);
    Context context{definition, types, report};
    for (const Problem& problem : definition.readProblems())
        report.add(problem);
    const std::vector<RulePtr> rules = allRules();
    schema::walk(
        definition,
        [&](const schema::Site& site) {
            for (const RulePtr& rule : rules)
                rule->site(site, context);
        },
        [&](const schema::Site& map, const yaml::Entry& entry) {
            for (const RulePtr& rule : rules)
                rule->unknownKey(map, entry, context);
        });
    for (const RulePtr& rule : rules)
        rule->whole(context);
    return report.sorted();
}

} // namespace fw::check
