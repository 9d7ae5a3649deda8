import QtQuick
import Formwright.Controls
import Formwright.Player

// A heading over pieces of a form.
Column {
    id: section

    required property PartObject part
    property var owner: null // the FormView

    spacing: Theme.m
    Item {
        width: parent.width
        height: Theme.row
        visible: section.part.label !== ""
        Label { text: section.part.label; role: Label.Strong; width: parent.width; anchors.verticalCenter: parent.verticalCenter }
        Divider { anchors.bottom: parent.bottom; width: parent.width }
    }
    Loader {
        width: parent.width
        height: item ? (item as Item).implicitHeight : 0
        // By address: FormParts holds sections, so a section cannot name it.
        Component.onCompleted: setSource("FormParts.qml", { parts: section.part.parts, owner: section.owner })
    }
}
