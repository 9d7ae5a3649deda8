#pragma once
#include "definition.h"

namespace fw
{

/// The .fwapp form of a definition: a zip with a manifest (path, size, SHA-256 of each file). Packing the same files
/// twice gives the same bytes (fixed order, times and attributes).
QByteArray pack(const QMap<QString, QByteArray>& files);
/// Checks names (no "..", no absolute path), sizes, count and checksums before anything is returned.
Result<QMap<QString, QByteArray>> unpack(const QByteArray& package);
/// Whether a path can name a file of an app: relative, no "..", no hidden part, no strange characters.
Result<void> checkPath(const QString& path);
/// All files of a definition folder that belong to it (no .studio/, no dot files).
Result<QMap<QString, QByteArray>> readFolder(const QString& folder);
/// The paths readFolder() would read, unread.
QStringList listFolder(const QString& folder);
QByteArray pack(const Definition& definition);

} // namespace fw
