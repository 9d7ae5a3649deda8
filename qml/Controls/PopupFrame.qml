pragma ComponentBehavior: Bound
import QtQuick

// The raised surface under menus, pop-ups and dialogs.
Item {
    Elevation { radius: Theme.radiusLarge }
    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusLarge
        color: Theme.raised
        border.width: 1
        border.color: Theme.hairline
    }
}
