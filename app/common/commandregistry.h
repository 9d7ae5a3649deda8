#pragma once
#include <QKeySequence>
#include <QObject>
#include <QVariantMap>

#include <functional>
#include <vector>

namespace fw
{

/// One thing a person can tell the program to do. `text` is the English source, translated in context "commands": mark it with
/// QT_TRANSLATE_NOOP("commands", "…").
struct Command {
    QString id; ///< "undo"
    const char* text = "";
    QString icon;
    QKeySequence shortcut;
    std::function<void()> run;
    std::function<bool()> enabled = [] { return true; };
    bool setting = false; ///< changes how the program looks or works, not what one works on
};

/// All commands of a program: menus, tool bar, palette and shortcuts are fed from here and nowhere else.
class CommandRegistry : public QObject
{
    Q_OBJECT
    Q_PROPERTY(QStringList ids READ ids NOTIFY changed)
public:
    using QObject::QObject;
    void add(Command command);
    QStringList ids() const;
    const Command* find(const QString& id) const;

    Q_INVOKABLE QString text(const QString& id) const;
    Q_INVOKABLE QString icon(const QString& id) const;
    Q_INVOKABLE QString shortcut(const QString& id) const; ///< as the platform writes it, e.g. "Ctrl+Z"
    Q_INVOKABLE bool enabled(const QString& id) const;
    bool isSetting(const QString& id) const;
    Q_INVOKABLE QVariantList withShortcuts() const; ///< {text, icon, shortcut} of those that have one, in order
    /// Runs a command if it is enabled; false when it is not or does not exist.
    Q_INVOKABLE bool run(const QString& id);

Q_SIGNALS:
    void changed();

private:
    std::vector<Command> m_commands;
};

} // namespace fw
