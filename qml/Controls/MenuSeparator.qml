pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

// A hairline between groups of menu items.
T.MenuSeparator {
    implicitHeight: 9
    contentItem: Item { Divider { width: parent.width; anchors.verticalCenter: parent.verticalCenter } }
}
