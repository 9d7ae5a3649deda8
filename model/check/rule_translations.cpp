#include "rule.h"

namespace fw::check
{

using schema::Site;
using schema::ValueType;

namespace
{

class TranslationsRule : public Rule
{
public:
    void site(const Site& site, Context& context) override
    {
        if (!site.key || (site.key->type != ValueType::LocalText && site.key->type != ValueType::LocalTemplate) ||
            !site.node->isMap())
            return;
        for (const yaml::Node& language : context.definition.app()[u"languages"].items)
            if ((*site.node)[language.string()].string().trimmed().isEmpty())
                context.report.warning("text.untranslated",
                                       Message(FW_MSG("The text \"%1\" is missing in the language \"%2\"."),
                                               {site.key->name, language.string()}),
                                       Message(FW_MSG("Add \"%1: …\"."), {language.string()}), site);
    }
};

} // namespace

RulePtr translationsRule()
{
    return std::make_unique<TranslationsRule>();
}

} // namespace fw::check
