import QtQuick
import Formwright.Controls
import Formwright.Studio

// A menu item of one command.
MenuItem {
    id: item

    required property string command

    text: Studio.language !== "" ? Studio.commands.text(item.command) : ""
    iconName: Studio.commands.icon(item.command)
    shortcut: Studio.commands.shortcut(item.command)
    enabled: menu !== null && menu.visible && Studio.commands.enabled(item.command)
    onTriggered: Studio.commands.run(item.command)
}
