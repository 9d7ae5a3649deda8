pragma ComponentBehavior: Bound
import QtQuick

// A count in a pill. `kind` as in Theme.state(): "error", "warning", "accent", … or "" for neutral.
Rectangle {
    id: badge

    property int count: 0
    property string kind
    property bool showZero: false

    visible: count > 0 || showZero
    implicitWidth: Math.max(18, label.implicitWidth + 10)
    implicitHeight: 18
    radius: 9
    color: Theme.tint(Theme.state(kind))

    Label {
        id: label
        anchors.centerIn: parent
        text: badge.count > 999 ? "999+" : badge.count
        font.pixelSize: Theme.small
        font.weight: Font.Medium
        color: badge.kind === "" ? Theme.ink(Theme.secondary) : Theme.ink(Theme.state(badge.kind))
    }
}
