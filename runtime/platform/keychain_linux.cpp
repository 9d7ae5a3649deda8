#include "keychain.h"

#include <QFile>

#include <libsecret/secret.h>

namespace fw::platform
{

namespace
{

/// Whether this user has a session with a message bus; looking for one would start one.
bool hasSession()
{
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") ||
           QFile::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
}

const SecretSchema* schema()
{
    static const SecretSchema schema{"org.formwright.Secret",
                                     SECRET_SCHEMA_DONT_MATCH_NAME,
                                     {{"application", SECRET_SCHEMA_ATTRIBUTE_STRING},
                                      {"name", SECRET_SCHEMA_ATTRIBUTE_STRING},
                                      {nullptr, SECRET_SCHEMA_ATTRIBUTE_STRING}},
                                     0,
                                     nullptr,
                                     nullptr,
                                     nullptr,
                                     nullptr,
                                     nullptr,
                                     nullptr,
                                     nullptr};
    return &schema;
}

} // namespace

std::optional<QString> keychainSecret(const QString& name)
{
    if (!hasSession())
        return std::nullopt;
    GError* error = nullptr;
    GList* items = secret_password_search_sync(schema(), SECRET_SEARCH_LOAD_SECRETS, nullptr, &error, "application",
                                               "formwright", "name", name.toUtf8().constData(), nullptr);
    g_clear_error(&error);
    std::optional<QString> found;
    if (items) {
        SecretValue* value = secret_retrievable_retrieve_secret_sync(SECRET_RETRIEVABLE(items->data), nullptr, nullptr);
        if (const char* text = value ? secret_value_get_text(value) : nullptr)
            found = QString::fromUtf8(text);
        if (value)
            secret_value_unref(value);
    }
    g_list_free_full(items, g_object_unref);
    return found;
}

} // namespace fw::platform
