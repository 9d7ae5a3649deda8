pragma ComponentBehavior: Bound
import QtQuick

// The frame of any input: label above, help below; an error replaces the help and carries an icon.
// Put the input inside; it is stretched to the width.
Item {
    id: field

    property string label
    property string help
    property string error
    property bool mandatory: false
    property bool changed: false // a dot: the value differs from the default
    default property alias content: slot.data
    readonly property var input: slot.children.length > 0 ? slot.children[0] : null
    onInputChanged: if (input && input.name === "") input.name = Qt.binding(() => field.label)

    implicitWidth: 240
    implicitHeight: column.implicitHeight

    Column {
        id: column
        width: parent.width
        spacing: Theme.xs

        Row {
            visible: field.label !== ""
            spacing: Theme.xs
            width: parent.width
            height: 18
            Label {
                text: field.label
                role: Label.Secondary
                width: Math.min(implicitWidth, parent.width - 16)
                anchors.verticalCenter: parent.verticalCenter
            }
            Label {
                visible: field.mandatory
                text: "*"
                color: Theme.error
                font.pixelSize: Theme.small
                anchors.verticalCenter: parent.verticalCenter
                Accessible.name: qsTr("required")
            }
            Rectangle {
                visible: field.changed
                width: 6
                height: 6
                radius: 3
                color: Theme.accent
                anchors.verticalCenter: parent.verticalCenter
            }
        }
        Item {
            id: slot
            width: parent.width
            implicitHeight: field.input ? field.input.implicitHeight : 0
            height: implicitHeight
            onChildrenChanged: {
                for (let i = 0; i < children.length; ++i)
                    children[i].width = Qt.binding(() => slot.width);
            }
        }
        Row {
            visible: field.error !== "" || field.help !== ""
            spacing: Theme.xs
            width: parent.width
            Icon {
                visible: field.error !== ""
                name: "error"
                size: 14
                color: Theme.error
                y: 2
            }
            Label {
                text: field.error !== "" ? field.error : field.help
                role: Label.Caption
                color: field.error !== "" ? Theme.error : Theme.secondary
                wrapMode: Text.Wrap
                width: parent.width - (field.error !== "" ? 18 : 0)
            }
        }
    }
}
