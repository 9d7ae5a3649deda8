pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Canvas
import Formwright.Studio

// One row of a scoring table; points and stage are edited in place.
Item {
    id: item

    required property var host
    required property ScoringEditor editor
    property var row
    property real behaviourWidth: 300
    property real stageWidth: 180
    readonly property var stageOptions: editor.stageOptions
    readonly property string bandAddress: row.address
    readonly property bool selected: Studio.session.selected.includes(row.address)
    readonly property color stageColour: row.stageRank >= 0 ? Theme.chart[[8, 2, 1, 7][Math.min(3, row.stageRank)]] : Theme.secondary

    implicitHeight: 44
    opacity: host.drag.active && host.drag.payload === "element:" + row.address ? 0.4 : 1

    Rectangle {
        anchors { fill: parent; margins: 2 }
        radius: Theme.radius
        color: item.selected ? Theme.accentTint : source.containsMouse ? Theme.hover : "transparent"
        border.width: item.selected ? 2 : 0
        border.color: Theme.accent
    }
    DragSource {
        id: source
        anchors.fill: parent
        context: item.host.drag
        payload: "element:" + item.row.address
        text: item.row.title
        icon: item.row.silent ? "silence" : "event"
        cursorShape: dragging ? Qt.ClosedHandCursor : Qt.PointingHandCursor
        onPicked: modifiers => { item.host.forceActiveFocus(); Studio.session.pick(item.row.address, modifiers); }
    }
    Icon {
        name: "drag"
        visible: source.containsMouse
        color: Theme.disabled
        x: 6
        anchors.verticalCenter: parent.verticalCenter
    }
    Icon {
        name: item.row.silent ? "silence" : "event"
        color: Theme.scoring
        x: 22
        anchors.verticalCenter: parent.verticalCenter
    }
    Column {
        x: 48
        width: item.behaviourWidth - 20
        anchors.verticalCenter: parent.verticalCenter
        spacing: 1
        Label { text: item.row.title; width: parent.width }
        Label {
            visible: text !== ""
            text: [item.row.condition, item.row.count, item.row.each ? qsTr("each time") : ""].filter(part => part !== "").join(" · ")
            role: Label.Caption
            width: parent.width
        }
    }
    TextField {
        name: qsTr("Points of %1").arg(item.row.title)
        visible: !item.row.hasRows
        x: 40 + item.behaviourWidth + 16
        width: 76
        implicitHeight: 30
        anchors.verticalCenter: parent.verticalCenter
        horizontalAlignment: TextInput.AlignRight
        value: item.row.points
        font.weight: Font.Medium
        color: Number(item.row.points) < 0 ? Theme.error : Theme.text
        onEdited: value => Studio.session.setScalar(item.row.address + "/points", value, true)
    }
    ChoiceField {
        name: qsTr("Stage of %1").arg(item.row.title)
        x: 40 + item.behaviourWidth + 104
        width: item.stageWidth - 8
        implicitHeight: 30
        anchors.verticalCenter: parent.verticalCenter
        quiet: true
        clearable: true
        placeholderText: qsTr("no stage")
        options: item.stageOptions.map(option => option.value === item.row.stage ? Object.assign({ colour: item.stageColour }, option) : option)
        value: item.row.stage
        onEdited: value => Studio.session.setScalar(item.row.address + "/stage", value, true)
    }
}
