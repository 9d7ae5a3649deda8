import QtQuick
import Formwright.Controls

// One thing of a Palette.
FocusScope {
    id: row

    required property DragContext context
    property string text
    property string icon
    property string detail
    property string payload
    property bool used: false
    property color colour: Theme.secondary
    signal chosen()

    implicitHeight: Theme.row
    activeFocusOnTab: true
    Keys.onReturnPressed: row.chosen()
    Keys.onEnterPressed: row.chosen()
    Accessible.role: Accessible.ListItem
    Accessible.name: row.text

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: source.containsMouse ? Theme.hover : "transparent"
        FocusRing { active: row.activeFocus; anchors.margins: -1 }
    }
    Icon {
        name: row.icon
        color: row.used ? Theme.disabled : row.colour
        x: 6
        anchors.verticalCenter: parent.verticalCenter
    }
    Label {
        text: row.text
        color: row.used ? Theme.secondary : Theme.text
        anchors { left: parent.left; leftMargin: 28; right: tick.left; rightMargin: 4; verticalCenter: parent.verticalCenter }
    }
    Icon {
        id: tick
        visible: row.used
        name: "check"
        size: 14
        color: Theme.disabled
        anchors { right: parent.right; rightMargin: 6; verticalCenter: parent.verticalCenter }
    }
    DragSource {
        id: source
        anchors.fill: parent
        context: row.context
        payload: row.payload
        text: row.text
        icon: row.icon
        onPicked: row.forceActiveFocus(Qt.MouseFocusReason)
        onDoubleClicked: row.chosen()
    }
    Tooltip { text: row.detail; shown: source.containsMouse && row.detail !== "" && !source.dragging }
}
