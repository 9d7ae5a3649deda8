import QtQuick
import Formwright.Controls
import Formwright.Canvas
import Formwright.Studio

// The frame of a drawn editor: palette left, surface right; selecting by band and arrow keys; keys that hold in every editor.
FocusScope {
    id: page

    required property DragContext drag
    required property string file
    property alias groups: shelf.groups
    property color colour: Theme.secondary
    default property alias content: surface.data
    readonly property bool tight: width < 700
    readonly property int margin: tight ? Theme.m : Theme.xl
    readonly property bool showPalette: shelf.groups.length > 0
    property bool handHeld: false // Space is down
    signal chosen(string payload)
    signal reveal(Item item) // the keyboard has selected it: bring it into view

    function band(addresses: var, adding: bool) {
        page.forceActiveFocus();
        const before = adding ? Array.from(Studio.session.selected).filter(address => address.includes("#") && !addresses.includes(address)) : [];
        if (before.length + addresses.length > 0)
            Studio.session.selectAll(before.concat(addresses));
        else
            selectFile();
    }
    function selectFile() {
        page.forceActiveFocus();
        Studio.session.select(page.file + "#");
    }
    function walk(key: int, modifiers: int): bool {
        const next = Walk.next(ground.selectable(surface), Studio.session.selection, key, surface);
        if (!next)
            return false;
        Studio.session.pick(next.address, modifiers & Qt.ShiftModifier);
        page.reveal(next.item);
        return true;
    }

    focus: true
    Keys.onDeletePressed: Studio.commands.run("delete")
    Keys.onEscapePressed: Studio.session.select(page.file + "#")
    Keys.onPressed: event => {
        if (event.modifiers & (Qt.AltModifier | Qt.ControlModifier))
            return;
        if ([Qt.Key_Up, Qt.Key_Down, Qt.Key_Left, Qt.Key_Right].includes(event.key))
            event.accepted = page.walk(event.key, event.modifiers);
        else if (event.key === Qt.Key_Space)
            page.handHeld = true;
    }
    Keys.onReleased: event => { if (event.key === Qt.Key_Space && !event.isAutoRepeat) page.handHeld = false; }
    onActiveFocusChanged: page.handHeld = false

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
        RubberBand {
            id: ground
            anchors.fill: parent
            root: surface
            onGroundClicked: page.selectFile()
            onBanded: (addresses, adding) => page.band(addresses, adding)
        }
    }
}
