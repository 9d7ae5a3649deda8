import QtQuick
import Formwright.Controls
import Formwright.Player

// A score with a dot in the colour of its band.
ShownValue {
    id: value

    implicitWidth: label.implicitWidth + label.x
    Rectangle {
        width: 8
        height: 8
        radius: 4
        color: value.tone === "" ? Theme.disabled : Theme.state(value.tone)
        anchors.verticalCenter: parent.verticalCenter
    }
    Label {
        id: label
        text: value.text
        x: 8 + Theme.xs + 2
        font.weight: value.tone === "" ? Font.Normal : Font.Medium
        anchors.verticalCenter: parent.verticalCenter
    }
}
