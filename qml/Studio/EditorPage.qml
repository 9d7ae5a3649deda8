import QtQuick
import Formwright.Controls
import Formwright.Canvas
import Formwright.Studio

// The frame of a drawn editor: palette left, surface right; keys that hold in every editor.
FocusScope {
    id: page

    required property DragContext drag
    property alias groups: shelf.groups
    property color colour: Theme.secondary
    default property alias content: surface.data
    readonly property bool tight: width < 700
    readonly property int margin: tight ? Theme.m : Theme.xl
    readonly property bool showPalette: shelf.groups.length > 0
    signal chosen(string payload)

    focus: true
    Keys.onDeletePressed: Studio.commands.run("delete")
    Keys.onEscapePressed: Studio.session.select(Studio.tabs.current + "#")

    Palette {
        id: shelf
        visible: page.showPalette
        width: page.showPalette ? (page.tight ? 148 : 192) : 0
        height: parent.height
        context: page.drag
        colour: page.colour
        onChosen: payload => page.chosen(payload)
    }
    Item {
        id: surface
        anchors { left: shelf.right; right: parent.right; top: parent.top; bottom: parent.bottom }
    }
}
