import QtQuick
import Formwright.Controls
import Formwright.Player

// Stars as a line of text, in their colour.
ShownValue {
    id: value

    implicitWidth: label.implicitWidth
    Label {
        id: label
        text: value.text
        color: Theme.warning
        width: Math.min(implicitWidth, value.width)
        anchors.verticalCenter: parent.verticalCenter
    }
}
