pragma ComponentBehavior: Bound
import QtQuick

// A soft shadow made of a few translucent outlines: looks the same with every renderer.
Item {
    id: elevation

    property int radius: Theme.radiusLarge
    property real strength: Theme.dark ? 0.16 : 0.035

    anchors.fill: parent

    Repeater {
        model: 5
        Rectangle {
            required property int index
            anchors.fill: parent
            anchors.margins: -(index * 2 + 1)
            anchors.topMargin: -(index * 2) + 2
            anchors.bottomMargin: -(index * 3 + 2)
            radius: elevation.radius + index * 2 + 1
            color: Theme.shadow
            opacity: elevation.strength * (1 - index * 0.17)
        }
    }
}
