pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Studio

// One property in the inspector: its group's heading when it is the first, label, editor by type, what is wrong, reset.
Item {
    id: row

    required property int index
    required property string editor
    required property string group
    required property string label
    required property string help
    required property var value
    required property var options
    required property string address
    required property string fallback
    required property string error
    required property bool changed
    required property bool mandatory
    required property int depth
    required property string unit
    required property string valueType
    required property bool mixed
    required property bool first // of its group
    signal pointed(bool at) // the pointer or the focus has come to it, or left it
    readonly property var wide: ["local", "template", "longtext", "condition", "expression", "value", "tags", "list"]
    readonly property bool stacked: wide.includes(editor)
    readonly property bool heading: editor === "shape"
    readonly property int indent: Theme.m + depth * 12
    readonly property int labelWidth: Math.min(128, Math.round(width * 0.38))

    function source(): string {
        switch (editor) {
        case "local":
        case "template": return "LocalTextEditor.qml";
        case "colour": return "ColourProperty.qml";
        case "icon": return "IconProperty.qml";
        case "time": return "TimeProperty.qml";
        case "date": return "DateProperty.qml";
        case "datetime": return "DateTimeProperty.qml";
        case "value": return "ValueProperty.qml";
        case "condition": return "ConditionProperty.qml";
        case "expression": return "ExpressionEditor.qml";
        case "tags": return "TagsEditor.qml";
        case "list": return "ElementsEditor.qml";
        case "duration": return "DurationEditor.qml";
        case "shape": return "ShapeEditor.qml";
        case "bool": return "BoolProperty.qml";
        case "number": return "NumberProperty.qml";
        case "id": return "IdProperty.qml";
        case "longtext": return "LongTextProperty.qml";
        case "choice":
        case "action":
        case "addfield": return "ChoiceProperty.qml";
        }
        return "TextProperty.qml";
    }

    implicitHeight: groupHead.height + body.height + (stacked ? 8 : 4)

    Item {
        id: groupHead
        visible: row.first
        width: parent.width
        height: row.first ? 36 : 0
        Divider { visible: row.index > 0; width: parent.width; y: 4 }
        Label { objectName: "heading"; text: row.group; role: Label.Secondary; font.weight: Font.Medium; x: Theme.m; y: row.index > 0 ? 12 : 8; width: parent.width - 2 * Theme.m }
    }
    Rectangle {
        visible: row.depth > 0
        x: row.indent - 8
        y: groupHead.height
        width: 1
        height: body.height
        color: Theme.hairline
    }
    HoverHandler { onHoveredChanged: row.pointed(hovered) }
    Item {
        id: body
        x: row.indent
        y: groupHead.height
        width: parent.width - row.indent - Theme.m
        height: row.stacked ? 22 + loader.height + note.height : Math.max(30, loader.height) + note.height

        Label {
            id: caption
            text: row.mixed ? qsTr("%1 (several values)").arg(row.label) : row.label
            role: Label.Secondary
            color: row.heading ? Theme.text : Theme.secondary
            width: Math.min(implicitWidth, (row.stacked ? parent.width : row.labelWidth) - 22)
            height: row.stacked ? 22 : 30
        }
        Label {
            visible: row.mandatory && !row.heading
            text: "*"
            color: Theme.error
            font.pixelSize: Theme.small
            anchors { left: caption.right; leftMargin: 3; verticalCenter: caption.verticalCenter }
        }
        IconButton {
            visible: row.changed && !row.heading
            size: 18
            iconSize: 14
            iconName: resetHover.hovered ? "undo" : ""
            tip: row.fallback !== "" ? qsTr("Reset to the default: %1").arg(row.fallback) : qsTr("Take this out")
            anchors { left: caption.right; leftMargin: 2; verticalCenter: caption.verticalCenter }
            onClicked: Studio.inspector.reset(row.index)
            HoverHandler { id: resetHover }
            Rectangle { visible: !resetHover.hovered; anchors.centerIn: parent; width: 6; height: 6; radius: 3; color: Theme.accent }
        }
        Loader {
            id: loader
            x: row.stacked ? 0 : row.labelWidth
            y: row.stacked ? 22 : 0
            width: parent.width - x
            height: item ? (item as Item).implicitHeight : 0
            Component.onCompleted: setSource(row.source(), { row: row, width: Qt.binding(() => loader.width) })
        }
        Row {
            id: note
            visible: row.error !== ""
            y: loader.y + Math.max(loader.height, row.stacked ? 0 : 30) + 2
            height: row.error !== "" ? errorText.implicitHeight + 4 : 0
            width: parent.width
            spacing: 4
            Icon { name: "error"; size: 14; color: Theme.error }
            Label { id: errorText; text: row.error; role: Label.Caption; color: Theme.ink(Theme.error); wrapMode: Text.Wrap; width: parent.width - 18 }
        }
    }
}
