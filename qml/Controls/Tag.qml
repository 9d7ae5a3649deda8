pragma ComponentBehavior: Bound
import QtQuick

// A small labelled chip; `colour` gives its dot and wash. With `removable` it has a cross.
Rectangle {
    id: tag

    property string text
    property color colour: Theme.secondary
    property string iconName
    property bool removable: false
    property bool solid: false
    signal removed()

    readonly property int extras: 14 + (iconName !== "" ? 19 : 0) + (removable ? 19 : 0)

    implicitWidth: caption.implicitWidth + extras
    implicitHeight: 22
    radius: Theme.radius
    color: solid ? colour : Theme.tint(colour)

    Row {
        id: row
        anchors.centerIn: parent
        spacing: 5
        Icon {
            visible: tag.iconName !== ""
            name: tag.iconName
            size: 14
            color: tag.solid ? Theme.inkOn(tag.colour) : tag.colour
            anchors.verticalCenter: parent.verticalCenter
        }
        Label {
            id: caption
            text: tag.text
            font.pixelSize: Theme.small
            color: tag.solid ? Theme.inkOn(tag.colour) : Theme.text
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, Math.max(0, tag.width - tag.extras))
        }
        Icon {
            visible: tag.removable
            name: "close"
            size: 14
            anchors.verticalCenter: parent.verticalCenter
            TapHandler { onTapped: tag.removed() }
        }
    }
}
