import QtQuick
import Formwright.Controls

// A property that is shown only: the id.
Item {
    id: editor

    required property var row

    implicitHeight: 30
    Label {
        anchors.fill: parent
        role: Label.Mono
        color: Theme.secondary
        text: editor.row.value ?? ""
    }
}
