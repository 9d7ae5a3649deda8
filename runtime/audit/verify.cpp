#include "verify.h"
#include "chain.h"

#include <QHash>

namespace fw::audit
{

namespace
{

using Kind = Finding::Kind;
using store::AuditRow;
using store::AuditValues;

constexpr qsizetype s_listed = 1000;
constexpr size_t s_compared = 300; ///< broken rows looked at for having changed places

class Walk
{
public:
    Walk(const QByteArray& key, const QList<Anchor>& anchors) : m_key(key)
    {
        // After a restore only what came later counts: the store is an older one on purpose.
        for (const Anchor& anchor : anchors) {
            if (anchor.why == QLatin1String("restored"))
                m_expected.clear();
            m_expected.insert(anchor.position, anchor.link);
        }
        if (!anchors.isEmpty())
            m_report.anchor = anchors.last();
    }

    void visit(const AuditRow& row, const std::optional<AuditValues>& values)
    {
        if (row.position)
            sealed(row);
        else
            unsealed(row);
        if (!values)
            m_withoutValues[row.record].push_back({row.seq, row.position.value_or(0)});
        else if (store::auditDigest(*values) != row.digest)
            found({Kind::ValuesEdited, row.seq, row.position.value_or(0), 0});
        if (row.kind == QLatin1String("erased"))
            m_erasedAt[row.record] = std::max(m_erasedAt.value(row.record), row.seq);
    }

    Report finish()
    {
        nameTheMoved();
        for (auto it = m_withoutValues.cbegin(); it != m_withoutValues.cend(); ++it) {
            for (const auto& [seq, position] : it.value()) {
                if (!it.key().isEmpty() && seq < m_erasedAt.value(it.key()))
                    ++m_report.erased;
                else
                    found({Kind::ValuesRemoved, seq, position, 0});
            }
        }
        cutOff();
        return std::move(m_report);
    }

private:
    void found(const Finding& finding)
    {
        ++m_report.findings;
        if (m_report.list.size() < s_listed)
            m_report.list << finding;
    }

    void sealed(const AuditRow& row)
    {
        ++m_report.sealed;
        m_lastSeq = std::max(m_lastSeq, row.seq);
        const qint64 position = *row.position;
        const bool edited = row.seal != sealOf(m_key, row);
        // The stored seal carries the chain on over an edited row. Behind a gap, and behind a row whose seal was edited
        // too, there is nothing to compare with: the chain is taken up again from the link that stands there.
        const bool comparable = !m_broken && position == m_before.position + 1;
        const QByteArray link = linkOf(m_key, m_before.link, row.seal);
        const bool follows = !comparable || row.link == link || row.link == linkOf(m_key, m_shouldBe, row.seal);
        m_broken = edited && !follows;
        m_shouldBe = link;
        m_before = {position, row.seq, row.link};
        if (edited) { // its position cannot be believed either
            m_edited.push_back(row);
            m_doubtful << position;
            return;
        }
        for (const auto& [from, to] : missing(position - 1))
            found({Kind::Removed, 0, from, to});
        if (!follows)
            found({Kind::LinkEdited, row.seq, position, 0});
        else if (const auto anchor = m_expected.constFind(position);
                 anchor != m_expected.constEnd() && *anchor != row.link)
            found({Kind::Replaced, row.seq, position, 0});
        m_report.head = m_before;
    }

    /// Positions up to `last` that neither a good row nor one of doubtful position has taken, as ranges.
    QList<std::pair<qint64, qint64>> missing(qint64 last)
    {
        QList<std::pair<qint64, qint64>> ranges;
        qint64 next = m_report.head.position + 1;
        for (const qint64 taken : std::as_const(m_doubtful)) {
            if (taken < next || taken > last)
                continue;
            if (taken > next)
                ranges << std::pair(next, taken - 1);
            next = taken + 1;
        }
        if (next <= last)
            ranges << std::pair(next, last);
        m_doubtful.clear();
        return ranges;
    }

    void cutOff()
    {
        const qint64 furthest = m_expected.isEmpty() ? 0 : m_expected.lastKey();
        const store::AuditHead last = m_report.head;
        for (const auto& [from, to] : missing(furthest)) {
            if (to < furthest)
                found({Kind::Removed, 0, from, to});
            else
                found({Kind::CutOff, from - 1 == last.position ? last.seq : 0, from - 1, to});
        }
    }

    void unsealed(const AuditRow& row)
    {
        if (row.seq < m_lastSeq)
            found({Kind::Inserted, row.seq, 0, 0});
        else
            ++m_report.unsealed;
    }

    /// Rows that do not fit their own place but that of another broken row were exchanged.
    void nameTheMoved()
    {
        for (size_t i = 0; i < m_edited.size(); ++i) {
            const AuditRow& row = m_edited[i];
            Finding finding{Kind::Edited, row.seq, *row.position, 0};
            for (size_t j = 0; j < std::min(m_edited.size(), s_compared) && i < s_compared; ++j) {
                if (i != j && fits(row, m_edited[j])) {
                    finding.kind = Kind::Moved;
                    finding.other = *m_edited[j].position;
                    break;
                }
            }
            found(finding);
        }
        m_edited.clear();
    }

    bool fits(const AuditRow& row, const AuditRow& place) const
    {
        // Positions were exchanged, or numbers, or everything but them.
        for (const auto& [position, seq] : {std::pair(place.position, row.seq), std::pair(row.position, place.seq),
                                            std::pair(place.position, place.seq)}) {
            AuditRow there = row;
            there.position = position;
            there.seq = seq;
            const QByteArray seal = sealOf(m_key, there);
            if (seal == place.seal || seal == row.seal)
                return true;
        }
        return false;
    }

    const QByteArray m_key;
    QMap<qint64, QByteArray> m_expected; ///< position → link
    Report m_report;
    store::AuditHead m_before; ///< the row before, good or not
    QByteArray m_shouldBe;     ///< the link it should have had
    bool m_broken = false;     ///< neither is known
    QList<qint64> m_doubtful;  ///< positions of edited rows since the last good one
    qint64 m_lastSeq = 0;
    std::vector<AuditRow> m_edited;
    QHash<QString, std::vector<std::pair<qint64, qint64>>> m_withoutValues; ///< record → (seq, position)
    QHash<QString, qint64> m_erasedAt;
};

} // namespace

Problem Finding::problem() const
{
    const QString row = QString::number(seq);
    const QString at = QString::number(position);
    const QString there = QString::number(other);
    Problem problem;
    const auto say = [&](const char* code, Message what) {
        problem.code = QString::fromLatin1(code);
        problem.what = std::move(what);
    };
    switch (kind) {
    case Kind::Edited:
        say("audit.edited", Message(FW_MSG("Audit row %1 (position %2) was changed after it was sealed."), {row, at}));
        break;
    case Kind::Moved:
        say("audit.moved",
            Message(FW_MSG("Audit row %1 (position %2) stands in another place; it belongs to position %3."),
                    {row, at, there}));
        break;
    case Kind::Removed:
        say("audit.removed", position == other
                                 ? Message(FW_MSG("The audit row of position %1 is missing."), {at})
                                 : Message(FW_MSG("The audit rows of positions %1 to %2 are missing."), {at, there}));
        break;
    case Kind::Inserted:
        say("audit.inserted",
            Message(
                FW_MSG("Audit row %1 stands among sealed rows and has no seal: it was put in, or its seal was taken."),
                {row}));
        break;
    case Kind::LinkEdited:
        say("audit.link_edited",
            Message(FW_MSG("The link of audit row %1 (position %2) does not follow from the row before."), {row, at}));
        break;
    case Kind::ValuesEdited:
        say("audit.values_edited", Message(FW_MSG("The values kept for audit row %1 were changed."), {row}));
        break;
    case Kind::ValuesRemoved:
        say("audit.values_removed",
            Message(FW_MSG("The values of audit row %1 are missing, and no erasure is on record."), {row}));
        break;
    case Kind::CutOff:
        say("audit.cut_off", Message(FW_MSG("The chain ends at position %1 but had come to %2: its end was cut off, or "
                                            "this is an older copy of the store."),
                                     {at, there}));
        break;
    case Kind::Replaced:
        say("audit.replaced",
            Message(FW_MSG("Audit row %1 (position %2) is not the one that was noted outside the store."), {row, at}));
        break;
    }
    problem.place.element = seq > 0 ? QStringLiteral("fw_audit %1").arg(seq) : QString();
    return problem;
}

Result<Report> verify(store::Connection& connection, const QByteArray& key, const QList<Anchor>& anchors)
{
    Walk walk(key, anchors);
    store::visitAudit(connection, [&](const AuditRow& row, const std::optional<AuditValues>& values) {
        walk.visit(row, values);
        return true;
    });
    if (auto error = connection.takeError())
        return *error;
    return walk.finish();
}

} // namespace fw::audit
