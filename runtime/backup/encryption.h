#pragma once
#include "runtime/store/snapshot_sqlite.h"

namespace fw::backup
{

/// A file under a passphrase. The key comes from the passphrase by scrypt (RFC 7914; N = 65,536, r = 8, p = 1: 64 MiB and
/// a fraction of a second a guess) with a salt of its own a file. The bytes are cut into blocks of 1 MiB, each sealed with
/// AES-256-GCM; the number of the block and whether it is the last are part of the nonce and the head of the file of what
/// is authenticated, so that no block can be changed, moved, left out or taken from another file.

bool isEncrypted(const QString& path);
Result<void> encryptFile(const QString& from, const QString& to, const QString& passphrase,
                         const store::Progress& progress = {});
/// Errors: backup.passphrase (wrong, or the file was changed at its beginning), backup.damaged. A failure leaves no file.
Result<void> decryptFile(const QString& from, const QString& to, const QString& passphrase,
                         const store::Progress& progress = {});

} // namespace fw::backup
