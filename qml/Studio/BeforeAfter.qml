import QtQuick
import Formwright.Controls

// A value as it was and as it is, side by side; what is not there shows as a dash.
Row {
    id: pair

    property string was
    property string now
    readonly property int half: Math.floor((width - 28) / 2)

    spacing: 6
    Rectangle {
        width: pair.half
        height: before.implicitHeight + 6
        radius: Theme.radius
        color: Theme.tint(Theme.error)
        Label { id: before; text: pair.was === "" ? "–" : pair.was; role: Label.Secondary; color: Theme.text; wrapMode: Text.Wrap; maximumLineCount: 4; elide: Text.ElideRight; x: 6; y: 3; width: parent.width - 12 }
    }
    Icon { name: "arrow-right"; size: 14; color: Theme.secondary; y: 4; width: 16 }
    Rectangle {
        width: pair.half
        height: after.implicitHeight + 6
        radius: Theme.radius
        color: Theme.tint(Theme.success)
        Label { id: after; text: pair.now === "" ? "–" : pair.now; role: Label.Secondary; color: Theme.text; wrapMode: Text.Wrap; maximumLineCount: 4; elide: Text.ElideRight; x: 6; y: 3; width: parent.width - 12 }
    }
}
