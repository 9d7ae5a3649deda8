#include "outsidechanges.h"

#include "model/schema/keyorder.h"
#include "model/schema/titles.h"

namespace fw::studio
{

OutsideChanges::OutsideChanges(Session& session) : m_session(session) {}

bool OutsideChanges::look()
{
    m_choices.clear();
    if (!m_session.isOpen() || m_session.document().changedOutside().isEmpty())
        return false;
    m_base = m_session.document().savedDefinition();
    m_theirs = m_session.document().outsideDefinition();
    m_differences = diff::differencesJson(*m_base, *m_theirs, m_session.language()).toVariantList();
    merge();
    return true;
}

void OutsideChanges::merge()
{
    m_merged = diff::merge(*m_base, m_session.definition(), *m_theirs, m_choices,
                           [](const Definition& definition, const Address& map) {
                               return schema::documentOptions().keyOrder(definition, map);
                           });
    Q_EMIT changed();
}

QVariantList OutsideChanges::conflicts() const
{
    static constexpr const char* kinds[] = {"changed", "theyRemoved", "iRemoved", "added"};
    QVariantList list;
    const QString& language = m_session.language();
    for (const diff::Conflict& each : m_merged.conflicts) {
        // What I removed is described by what they have.
        const Definition& known = each.kind == diff::Conflict::Kind::IRemoved ? *m_theirs : m_session.definition();
        Address element = each.address;
        while (!element.path.isEmpty() && !known.node(element).isMap())
            element = element.parent();
        const bool whole = element == each.address;
        const schema::Key* key = whole ? nullptr : schema::keyAt(known, each.address);
        const auto text = [&](const yaml::Node& node) {
            return schema::valueText(known, each.address, node, language);
        };
        list << QVariantMap{{QStringLiteral("key"), each.address.toString()},
                            {QStringLiteral("kind"), QString::fromLatin1(kinds[int(each.kind)])},
                            {QStringLiteral("title"), schema::titleOf(known, element, language)},
                            {QStringLiteral("place"), schema::placeOf(known, element, language)},
                            {QStringLiteral("name"), key     ? key->label.in(language)
                                                     : whole ? QString()
                                                             : each.address.last()},
                            {QStringLiteral("mine"), text(each.mine)},
                            {QStringLiteral("theirs"), text(each.theirs)},
                            {QStringLiteral("base"), text(each.base)},
                            {QStringLiteral("taken"),
                             each.taken == diff::Side::Mine ? QStringLiteral("mine") : QStringLiteral("theirs")}};
    }
    return list;
}

void OutsideChanges::take(const QString& key, bool theirs)
{
    m_choices.insert(key, theirs ? diff::Side::Theirs : diff::Side::Mine);
    merge();
}

void OutsideChanges::takeAll(bool theirs)
{
    for (const diff::Conflict& each : std::as_const(m_merged.conflicts))
        m_choices.insert(each.address.toString(), theirs ? diff::Side::Theirs : diff::Side::Mine);
    merge();
}

bool OutsideChanges::apply()
{
    return m_session.isOpen() && m_theirs && m_session.report(m_session.document().takeMerged(m_merged.files));
}

bool OutsideChanges::keepMine()
{
    return m_session.isOpen() && m_session.report(m_session.document().keepMine(m_session.document().changedOutside()));
}

} // namespace fw::studio
