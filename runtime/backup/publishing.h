#pragma once
#include "backup.h"
#include "runtime/store/apply.h"

namespace fw::backup
{

/// What is published, and how.
struct Publication {
    QByteArray package;
    QString author;
    QString note;
    bool consent = false; ///< to what the plan says would be lost
    Instant at = 0;
    bool backup = true; ///< make one first; a store that holds no app yet, or one in memory, needs none
    QString passphrase; ///< of that backup; "" = not encrypted
};

struct Published {
    int number = 0;
    QString backup; ///< path; "" = none was needed
};

/// Applies a plan after a verified backup (definition-format.md, rule 14), in one transaction. A plan
/// that is refused costs no backup; one that changes nothing neither. Errors: those of store::apply and of make().
Result<Published> publish(store::Store& store, const store::ApplyPlan& plan, const Publication& publication);

} // namespace fw::backup
