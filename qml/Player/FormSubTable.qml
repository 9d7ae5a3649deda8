import QtQuick
import Formwright.Controls
import Formwright.Player

// Where the rows of a related table are found.
Column {
    id: table

    required property PartObject part

    spacing: Theme.s
    Label { text: table.part.label; role: Label.Strong; width: parent.width }
    Label {
        text: qsTr("Its rows are added on the record's page, once the record is saved.")
        role: Label.Secondary
        wrapMode: Text.Wrap
        width: parent.width
    }
}
