#include "removal.h"
#include "places.h"

#include "model/check/removal.h"
#include "model/yaml/path.h"

namespace fw::studio
{

using check::Dependent;

Removal::Removal(Session& session, Bin& bin) : m_session(session), m_bin(bin) {}

static QString remedyName(Dependent::Remedy remedy)
{
    switch (remedy) {
    case Dependent::Remedy::TakeKey: return QStringLiteral("key");
    case Dependent::Remedy::TakeItem: return QStringLiteral("item");
    case Dependent::Remedy::TakeElement: return QStringLiteral("element");
    case Dependent::Remedy::TakeFile: return QStringLiteral("file");
    case Dependent::Remedy::MendByHand: break;
    }
    return QStringLiteral("mend");
}

bool Removal::begin(const QList<Address>& targets)
{
    m_targets.clear();
    m_places.clear();
    m_byHand = 0;
    if (!m_session.isOpen())
        return false;
    const Definition& definition = m_session.definition();
    for (const Address& target : targets) {
        const schema::Kind* kind = schema::Schema::instance().kindOfPath(target.file);
        const bool file = target.path.isEmpty() && (!kind || kind->file.isEmpty()) && definition.bytes(target.file);
        const bool element =
            !target.path.isEmpty() && definition.node(target).exists() && definition.node(target.parent()).isSequence();
        if (file || element)
            m_targets << target;
    }
    if (m_targets.isEmpty())
        return false;
    m_title = m_targets.size() == 1 ? m_session.titleOf(m_targets.first()) : tr("%1 elements").arg(m_targets.size());
    m_holdsData = std::any_of(m_targets.begin(), m_targets.end(),
                              [&](const Address& target) { return check::holdsData(definition, target); });
    for (const Dependent& dependent : check::dependents(definition, m_targets)) {
        QVariantMap row = placeRow(m_session, dependent.usage);
        row.insert(QStringLiteral("remedy"), remedyName(dependent.remedy));
        row.insert(QStringLiteral("taken"), m_session.titleOf(elementAround(definition, dependent.taken)));
        m_places << row;
        m_byHand += dependent.remedy == Dependent::Remedy::MendByHand;
    }
    Q_EMIT changed();
    return true;
}

bool Removal::apply(bool keepData, bool references)
{
    if (!m_session.isOpen() || m_targets.isEmpty())
        return false;
    const Address first = m_targets.first();
    const yaml::Node& list = m_session.definition().node(first.parent());
    const int index = list.isSequence() ? yaml::indexOf(list, first.last()) : -1;
    const auto before = m_session.snapshot();
    const Message name(FW_MSG("Delete \"%1\""), {m_title});
    if (!m_session.report(check::removeWithReferences(m_session.document(), m_targets,
                                                      keepData ? check::Leaving::KeepData : check::Leaving::ForGood,
                                                      references, name)))
        return false;
    m_bin.keep(*before, m_targets, keepData);
    const yaml::Node& rest = m_session.definition().node(first.parent());
    if (index >= 0 && !rest.items.empty()) // what came next, else what came before
        m_session.select(first.parent().child(yaml::stepOf(rest, qMin(index, int(rest.items.size()) - 1))));
    Q_EMIT removed(m_title);
    return true;
}

} // namespace fw::studio
