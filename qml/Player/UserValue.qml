import QtQuick
import Formwright.Controls
import Formwright.Player

// A person with the face of the name.
ShownValue {
    id: value

    implicitWidth: label.implicitWidth + label.x
    Avatar { id: face; name: value.text; size: 20; anchors.verticalCenter: parent.verticalCenter }
    Label {
        id: label
        text: value.text
        x: face.width + Theme.xs + 2
        width: Math.max(0, Math.min(implicitWidth, value.width - x))
        anchors.verticalCenter: parent.verticalCenter
    }
}
