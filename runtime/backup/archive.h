#pragma once
#include "manifest.h"

namespace fw::backup
{

/// A backup's file: a zip of `manifest.json` and the database `store.sqlite`, which any unzip tool opens.

/// Packs a database; the manifest gets its size and SHA-256. The file is on the disk when this returns.
Result<void> writeArchive(const QString& path, Manifest& manifest, const QString& database,
                          const store::Progress& progress = {});
Result<Manifest> readManifest(const QString& path);
/// Unpacks the database into a new file and compares size and SHA-256 with the manifest; it is on the disk when this
/// returns. A failure leaves no file.
Result<Manifest> readArchive(const QString& path, const QString& database, const store::Progress& progress = {});

} // namespace fw::backup
