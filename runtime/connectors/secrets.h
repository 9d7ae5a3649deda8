#pragma once
#include "model/base/result.h"

#include <QStringList>

#include <optional>

namespace fw::connectors
{

/// Secrets by name. They stand in the environment variable FORMWRIGHT_SECRET_<NAME>, in a file of lines `name=value` with
/// mode 0600, or in the desktop's keychain, and are looked for in this order; never in a definition, never in the store, never in a message for people.
class Secrets
{
public:
    explicit Secrets(QString file = {}) : m_file(std::move(file)) {}
    /// Errors: secret.missing, secret.open_to_others (the file can be read by others), secret.unreadable.
    Result<QString> value(const QString& name) const;
    /// `text` with every ${secret:name} put in; `used` gets the values, so that they can be kept out of what is shown.
    Result<QString> fill(const QString& text, QStringList* used = nullptr) const;

private:
    /// Nothing when there is no such line.
    Result<std::optional<QString>> fromFile(const QString& name) const;
    QString m_file;
};

} // namespace fw::connectors
