#include "commandregistry.h"

#include <QCoreApplication>

namespace fw
{

void CommandRegistry::add(Command command)
{
    m_commands.push_back(std::move(command));
    Q_EMIT changed();
}

QStringList CommandRegistry::ids() const
{
    QStringList ids;
    for (const Command& command : m_commands)
        ids << command.id;
    return ids;
}

const Command* CommandRegistry::find(const QString& id) const
{
    const auto it = std::find_if(m_commands.begin(), m_commands.end(), [&](const Command& c) { return c.id == id; });
    return it == m_commands.end() ? nullptr : &*it;
}

QString CommandRegistry::text(const QString& id) const
{
    const Command* command = find(id);
    return command ? QCoreApplication::translate("commands", command->text) : QString();
}

QString CommandRegistry::icon(const QString& id) const
{
    const Command* command = find(id);
    return command ? command->icon : QString();
}

QString CommandRegistry::shortcut(const QString& id) const
{
    const Command* command = find(id);
    return command ? command->shortcut.toString(QKeySequence::NativeText) : QString();
}

bool CommandRegistry::enabled(const QString& id) const
{
    const Command* command = find(id);
    return command && command->enabled();
}

bool CommandRegistry::isSetting(const QString& id) const
{
    const Command* command = find(id);
    return command && command->setting;
}

QVariantList CommandRegistry::withShortcuts() const
{
    QVariantList list;
    for (const Command& command : m_commands)
        if (!command.shortcut.isEmpty())
            list << QVariantMap{{QStringLiteral("text"), text(command.id)},
                                {QStringLiteral("icon"), command.icon},
                                {QStringLiteral("shortcut"), shortcut(command.id)}};
    return list;
}

bool CommandRegistry::run(const QString& id)
{
    const Command* command = find(id);
    if (!command || !command->enabled())
        return false;
    command->run();
    return true;
}

} // namespace fw
