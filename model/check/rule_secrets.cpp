#include "rule.h"

#include <QRegularExpression>

namespace fw::check
{

using schema::Site;

namespace
{

/// Secrets never stand in a definition, only ${secret:name} (definition-format.md, rule 11).
class SecretsRule : public Rule
{
public:
    void site(const Site& site, Context& context) override
    {
        if (site.node->isScalar())
            look(site.node->scalar, site.address, site.node->span.begin, context);
        const bool texts = site.key && (site.key->type == schema::ValueType::LocalText ||
                                        site.key->type == schema::ValueType::LocalTemplate ||
                                        site.key->type == schema::ValueType::Free);
        if (texts)
            for (const yaml::Entry& entry : site.node->entries)
                look(entry.value.string(), site.address.child(entry.key), entry.value.span.begin, context);
    }

private:
    static bool looksLikeSecret(const QString& text)
    {
        static const QRegularExpression forms(
            QStringLiteral("-----BEGIN [A-Z ]*PRIVATE "
                           "KEY-----|\\bAKIA[0-9A-Z]{16}\\b|\\bLTAI[0-9A-Za-z]{12,20}\\b|\\bgh[pousr]_[0-9A-Za-z]{30,}"
                           "\\b|\\bsk-[0-9A-Za-z]{20,}\\b"
                           "|[?&](key|access_token|token|secret|password)=[^&\\s]{8,}|://[^/\\s:@]+:[^/"
                           "\\s@]+@|\\beyJ[0-9A-Za-z_-]{10,}\\.[0-9A-Za-z_-]{10,}\\."
                           "|\\b(password|passwd|secret|token|api[_-]?key)\\s*[:=]\\s*\\S{6,}"),
            QRegularExpression::CaseInsensitiveOption);
        return forms.match(text).hasMatch();
    }

    static void look(const QString& text, const Address& address, int offset, Context& context)
    {
        if (text.size() < 12 || text.contains(QLatin1String("${secret:")) || !looksLikeSecret(text))
            return;
        context.report.add(Severity::Error, "secret.in_definition", FW_MSG("This looks like a password or key."),
                           FW_MSG("Write ${secret:name} and keep the value in the store's secrets; change the value if "
                                  "it has been shared."),
                           address, offset);
    }
};

} // namespace

RulePtr secretsRule()
{
    return std::make_unique<SecretsRule>();
}

} // namespace fw::check
