#include "places.h"

#include "model/schema/references.h"
#include "model/schema/titles.h"

namespace fw::studio
{

namespace
{
constexpr int leadLength = 48; ///< of a long line only the part around the name is shown
constexpr int tailLength = 80;
} // namespace

Address elementAround(const Definition& definition, Address address)
{
    const auto isElement = [&](const Address& at) {
        return at.path.isEmpty() || (definition.node(at).isMap() && definition.node(at.parent()).isSequence());
    };
    while (!isElement(address))
        address = address.parent();
    return address;
}

QVariantMap placeRow(const Session& session, const schema::Usage& usage, const QString& instead)
{
    const Definition& definition = session.definition();
    const QString& language = session.language();
    const schema::Kind* kind = schema::Schema::instance().kindOfPath(usage.address.file);
    const schema::Key* key = schema::keyAt(definition, usage.address);
    const Address element = elementAround(definition, usage.address);
    QVariantMap row{
        {QStringLiteral("address"), element.toString()},
        {QStringLiteral("icon"), kind ? kind->icon : QStringLiteral("file")},
        {QStringLiteral("engine"), kind ? kind->engine : QString()},
        {QStringLiteral("file"), schema::titleOf(definition, {usage.address.file, {}}, language)},
        {QStringLiteral("place"), element.path.isEmpty() ? QString() : schema::titleOf(definition, element, language)},
        {QStringLiteral("key"), key ? key->label.in(language) : QString()}};
    if (const DefinitionFile* file = definition.file(usage.address.file)) {
        const QByteArray& text = file->text;
        const qsizetype begin = text.lastIndexOf('\n', usage.span.begin - 1) + 1;
        qsizetype end = text.indexOf('\n', usage.span.end);
        end = end < 0 ? text.size() : end;
        QString lead = QString::fromUtf8(text.mid(begin, usage.span.begin - begin));
        while (!lead.isEmpty() && lead.front().isSpace())
            lead.remove(0, 1);
        row.insert(QStringLiteral("lead"), lead.right(leadLength));
        row.insert(QStringLiteral("word"),
                   instead.isEmpty() ? QString::fromUtf8(text.mid(usage.span.begin, usage.span.end - usage.span.begin))
                                     : instead);
        row.insert(QStringLiteral("tail"),
                   QString::fromUtf8(text.mid(usage.span.end, end - usage.span.end)).left(tailLength));
    }
    return row;
}

} // namespace fw::studio
