pragma ComponentBehavior: Bound
import QtQuick
import QtQml
import Formwright.Studio

// One Shortcut per command that has one; texts and keys come from the command registry.
Item {
    Instantiator {
        model: Studio.commands.ids
        delegate: Shortcut {
            required property string modelData
            sequence: Studio.commands.shortcut(modelData)
            context: Qt.WindowShortcut
            onActivated: Studio.commands.run(modelData)
        }
    }
    Shortcut { sequence: "Ctrl+Y"; onActivated: Studio.commands.run("redo") }
}
