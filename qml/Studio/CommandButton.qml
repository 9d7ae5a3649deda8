import QtQuick
import Formwright.Controls
import Formwright.Studio

// A tool button of one command: icon, tip and shortcut come from the command registry. `revision` makes it look again.
IconButton {
    id: button

    required property string command
    property var revision

    iconName: Studio.commands.icon(command)
    tip: Studio.language !== "" ? Studio.commands.text(command) : ""
    shortcut: Studio.commands.shortcut(command)
    enabled: revision !== null && Studio.commands.enabled(command)
    onClicked: Studio.commands.run(command)
}
