#include "rewriting.h"

#include "dmntypes.h"
#include "model/feel/program.h"

namespace fw::interchange
{

using yaml::Node;

QString rewritten(const QString& source, const QMap<QString, QString>& names, bool tests)
{
    feel::Scope scope;
    scope.strictNames = false;
    for (auto it = names.begin(); it != names.end(); ++it)
        scope.add(it.key(), feel::Type());
    const int slot = scope.add(QStringLiteral("?"), feel::Type());
    feel::CompileOptions options;
    options.dialect = feel::Dialect::Strict;
    std::vector<feel::Reference> references = tests ? feel::compileUnaryTests(source, scope, slot, options).references
                                                    : feel::compile(source, scope, options).references;
    std::sort(references.begin(), references.end(),
              [](const feel::Reference& a, const feel::Reference& b) { return a.span.begin > b.span.begin; });
    QString out = source;
    int last = -1;
    for (const feel::Reference& reference : references) {
        if (!reference.owner.isEmpty() || !names.contains(reference.name) || reference.span.begin == last)
            continue;
        last = reference.span.begin;
        out.replace(reference.span.begin, reference.span.end - reference.span.begin, names[reference.name]);
    }
    return out;
}

/// A value that definitions write without FEEL.
static std::optional<Node> plain(const QString& source, const QString& fieldType)
{
    const feel::Compiled compiled = feel::compile(source, feel::Scope());
    if (!compiled.ok())
        return std::nullopt;
    const feel::Value value = compiled.program.evaluate({});
    if (value.kind() == feel::Value::Kind::String && (fieldType == u"text" || fieldType == u"choice"))
        return value.string().startsWith(u'=') ? std::nullopt : std::optional(Node::text(value.string()));
    const bool number = value.kind() == feel::Value::Kind::Number && fieldType == u"number";
    const bool boolean = value.kind() == feel::Value::Kind::Boolean && fieldType == u"yes_no";
    return number || boolean ? std::optional(Node::plain(value.toFeel())) : std::nullopt;
}

static Node formula(const QString& source)
{
    return Node::text(u'=' + source);
}

Node cellNode(const QString& tests, const QString& fieldType)
{
    if (const auto value = plain(tests, fieldType))
        return *value;
    const QStringList texts = fieldType == u"text" || fieldType == u"choice" ? textsOf(tests) : QStringList();
    if (texts.isEmpty() ||
        std::any_of(texts.begin(), texts.end(), [](const QString& text) { return text.startsWith(u'='); }))
        return formula(tests);
    std::vector<Node> items;
    for (const QString& text : texts)
        items.push_back(Node::text(text));
    return Node::sequence(std::move(items), yaml::Style::Flow);
}

Node valueNode(const QString& source, const QString& fieldType)
{
    const auto value = plain(source, fieldType);
    return value ? *value : formula(source);
}

} // namespace fw::interchange
