#include "expressioncheck.h"

#include "model/schema/references.h"

namespace fw::studio
{

namespace
{

struct Place {
    feel::Scope scope;
    feel::Type expected;
    bool aggregate = false;
};

/// Calls `use` with the scope of the expression key at an address; false when no expression may stand there.
bool withScope(const Definition& definition, const Address& address, const schema::Types& types,
               const std::function<void(const Place&)>& use)
{
    bool found = false;
    schema::siteAt(definition, address, [&](const schema::Site& site) {
        if (!site.key)
            return;
        Place place;
        place.scope = schema::makeScope(schema::scopeNames(site.key->scope, site, types.names()), types);
        place.expected = schema::expectedType(site, types);
        place.aggregate = site.key->scope.expected == schema::Expected::Aggregate;
        found = true;
        use(place);
    });
    return found;
}

int wordBegin(const QString& text, int cursor)
{
    int begin = cursor;
    while (begin > 0 && (text[begin - 1].isLetterOrNumber() || text[begin - 1] == QLatin1Char('_')))
        --begin;
    return begin;
}

} // namespace

QVariantMap checkExpression(const Definition& definition, const Address& address, const QString& text)
{
    QString source = text.trimmed();
    if (source.isEmpty())
        return {};
    const int offset = source.startsWith(QLatin1Char('=')) ? 1 : 0;
    source = source.mid(offset);
    const schema::Types types(definition);
    QVariantMap result;
    withScope(definition, address, types, [&](const Place& place) {
        if (place.aggregate)
            return; // figures have their own grammar (count(), sum(field)); the problem list checks them
        feel::CompileOptions options;
        options.expected = place.expected;
        const feel::Compiled compiled = feel::compile(source, place.scope, options);
        for (const feel::Diagnostic& diagnostic : compiled.diagnostics) {
            if (diagnostic.severity != Severity::Error)
                continue;
            result = {{QStringLiteral("message"), diagnostic.what.text()},
                      {QStringLiteral("remedy"), diagnostic.remedy.text()},
                      {QStringLiteral("begin"), diagnostic.span.begin + offset},
                      {QStringLiteral("end"), diagnostic.span.end + offset},
                      {QStringLiteral("replacement"), diagnostic.replacement}};
            return;
        }
    });
    return result;
}

QVariantList completeExpression(const Session& session, const Address& address, const QString& text, int cursor)
{
    const Definition& definition = session.definition();
    const schema::Types types(definition);
    const int begin = wordBegin(text, cursor);
    const QString word = text.mid(begin, cursor - begin);
    QVariantList hits;
    const auto offer = [&](const QString& name, const QString& detail) {
        if (hits.size() < 12 && name != word && name.startsWith(word, Qt::CaseInsensitive))
            hits << QVariantMap{
                {QStringLiteral("text"), name}, {QStringLiteral("detail"), detail}, {QStringLiteral("begin"), begin}};
    };
    const auto offerMembers = [&](const QString& record) {
        for (const QString& member : types.members(record)) {
            const yaml::Node* field = types.names().field(record, member);
            offer(member, field ? schema::labelOf(*field).in(session.language()) : QString());
        }
    };
    withScope(definition, address, types, [&](const Place& place) {
        if (begin > 0 && text[begin - 1] == QLatin1Char('.')) {
            const int from = wordBegin(text, begin - 1);
            const feel::Scope::Name* owner = place.scope.find(text.mid(from, begin - 1 - from));
            if (owner)
                offerMembers(owner->type.recordName());
            return;
        }
        for (const auto& spread : place.scope.spreads())
            offerMembers(spread.recordName);
        for (const feel::Scope::Name& name : place.scope.names())
            offer(name.name, {});
        for (const char* function : {"count_events(", "last_event(", "days_in_a_row(", "today()", "now()", "contains(",
                                     "count(", "sum(", "if ", "and ", "or ", "not("})
            offer(QString::fromLatin1(function), {});
    });
    return hits;
}

} // namespace fw::studio
