#pragma once
#include "model/base/result.h"

namespace fw::audit
{

/// Key and anchor of a store's audit chain. Both live outside the store, so that whoever can write the store cannot seal
/// what he changed: in the folder named by FORMWRIGHT_AUDIT_FOLDER, else in the user's configuration
/// ("formwright/audit"), as `<store id>.key` and `<store id>.anchor`, readable by their owner only. The environment
/// variable FORMWRIGHT_AUDIT_KEY (64 hexadecimal digits) takes the key file's place.
struct Keeping {
    QString keyFile;
    QString anchorFile;
};
Keeping keepingOf(const QString& storeId);

/// The key of 32 bytes. With `make` a missing one is made. Errors: audit.no_key, audit.bad_key, file.open_to_others.
Result<QByteArray> keyOf(const Keeping& keeping, bool make);

} // namespace fw::audit
