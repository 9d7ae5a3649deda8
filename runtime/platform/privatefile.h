#pragma once
#include "model/base/result.h"

#include <QByteArray>

namespace fw::platform
{

/// Makes a folder, and those it lies in, that only its owner may enter (0700); one that is there stays as it is.
Result<void> makePrivateFolder(const QString& path);
/// Makes a new file that only its owner may read (0600), folders (0700) included; its bytes are on the disk when this
/// returns. Errors: file.exists, file.write.
Result<void> createPrivate(const QString& path, const QByteArray& bytes);
/// Adds bytes to a file that only its owner may read, made when it is missing; they are on the disk when this returns.
Result<void> appendPrivate(const QString& path, const QByteArray& bytes);
/// The bytes of a file that nobody but its owner may read. Errors: file.read, file.open_to_others.
Result<QByteArray> readPrivate(const QString& path);
/// Puts what was written to the file and to its folder (the name of a new or renamed file) on the disk.
Result<void> syncFile(const QString& path);

/// Gives `from` the name `to` in one step; a file of that name is replaced. Durable when it returns.
Result<void> replaceFile(const QString& from, const QString& to);

} // namespace fw::platform
