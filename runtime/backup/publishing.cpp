#include "publishing.h"

namespace fw::backup
{

namespace
{

constexpr int s_kept = 5;

Result<QString> backUp(store::Store& store, const Publication& publication)
{
    if (!publication.backup || store.isPrivate() || store.isShared() || store.publishedNumber() == 0)
        return QString();
    const auto reader = store.reader();
    if (!reader)
        return reader.error();
    Options options;
    options.reason = Reason::BeforePublish;
    options.passphrase = publication.passphrase;
    options.keep = s_kept;
    options.at = publication.at;
    const auto made = make(**reader, store.path(), options);
    if (!made)
        return made.error();
    return made->entry.path;
}

} // namespace

Result<Published> publish(store::Store& store, const store::ApplyPlan& plan, const Publication& publication)
{
    if (auto allowed = store::mayApply(store, plan, publication.consent); !allowed)
        return allowed.error();
    Published published;
    if (!store::changesNothing(store, plan)) {
        auto backup = backUp(store, publication);
        if (!backup)
            return backup.error();
        published.backup = *backup;
    }
    const auto number = store::apply(store, plan, publication.package, publication.author, publication.note,
                                     publication.consent, publication.at);
    if (!number)
        return number.error();
    published.number = *number;
    return published;
}

} // namespace fw::backup
