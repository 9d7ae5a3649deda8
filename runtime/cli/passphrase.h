#pragma once
#include "command.h"

namespace fw::cli
{

/// --passphrase-file and --passphrase-fd: never the passphrase itself, which others could read in the list of processes.
void addPassphraseOptions(QCommandLineParser& parser);
/// The passphrase from the options or from FORMWRIGHT_BACKUP_PASSPHRASE; "" when there is none. Errors: file.read,
/// file.open_to_others, backup.no_passphrase (what was named holds none).
Result<QString> passphraseOf(const QCommandLineParser& parser);

} // namespace fw::cli
