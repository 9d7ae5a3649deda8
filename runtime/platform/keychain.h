#pragma once
#include <QString>

#include <optional>

namespace fw::platform
{

/// A secret from the desktop's keychain (the Secret Service of GNOME, KDE and KeePassXC): the item with the attributes
/// application=formwright and name=`name`. Nothing when there is no such item, no keychain, or when it is locked: nobody is
/// asked to unlock it. May be called on any thread.
std::optional<QString> keychainSecret(const QString& name);

} // namespace fw::platform
