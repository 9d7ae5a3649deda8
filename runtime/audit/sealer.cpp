#include "sealer.h"
#include "chain.h"

namespace fw::audit
{

namespace
{

constexpr int s_batch = 5000; ///< rows that share a commit
constexpr qint64 s_pause = 1000;

} // namespace

Sealer::Sealer(store::Store& store, QByteArray key, QString anchorFile)
    : m_store(store), m_key(key), m_anchors(std::move(anchorFile), key)
{
}

Result<std::unique_ptr<Sealer>> Sealer::forStore(store::Store& store)
{
    const Keeping keeping = keepingOf(store.id());
    auto key = keyOf(keeping, store::auditHead(store.writer()).position == 0);
    if (!key)
        return key.error();
    return std::make_unique<Sealer>(store, *key, keeping.anchorFile);
}

Result<int> Sealer::sealBatch(Instant now)
{
    store::Connection& connection = m_store.writer();
    store::AuditHead head;
    std::vector<store::AuditRow> rows;
    const auto committed = m_store.commit([&] {
        // Read under the lock of the commit: another runtime of the database may be sealing too.
        head = store::auditHead(connection);
        rows = store::unsealedAudit(connection, head, s_batch);
        for (store::AuditRow& row : rows) {
            row.position = ++head.position;
            row.seal = sealOf(m_key, row);
            row.link = linkOf(m_key, head.link, row.seal);
            head.link = row.link;
            store::sealAudit(connection, row);
        }
    });
    if (!committed)
        return committed.error();
    if (rows.empty())
        return 0;
    if (auto anchored = m_anchors.append({head.position, head.link, now, QStringLiteral("sealed")}); !anchored)
        return anchored.error();
    return static_cast<int>(rows.size());
}

Result<int> Sealer::seal(Instant now)
{
    m_last = now;
    int sealed = 0;
    for (;;) {
        const auto batch = sealBatch(now);
        if (!batch)
            return batch;
        sealed += *batch;
        if (*batch < s_batch)
            return sealed;
    }
}

Result<int> Sealer::sealNowAndThen(Instant now)
{
    const auto due = nextDue();
    return due && *due <= now ? seal(now) : Result<int>(0);
}

std::optional<Instant> Sealer::nextDue() const
{
    store::Connection& connection = m_store.writer();
    if (store::unsealedAudit(connection, store::auditHead(connection), 1).empty())
        return {};
    return m_last + s_pause;
}

Result<void> Sealer::noteRestored(Instant now)
{
    const store::AuditHead head = store::auditHead(m_store.writer());
    return m_anchors.append({head.position, head.link, now, QStringLiteral("restored")});
}

} // namespace fw::audit
