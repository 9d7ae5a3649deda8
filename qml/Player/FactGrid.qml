pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls

// Label and value pairs in as many columns as fit.
Grid {
    id: grid

    property var facts: []

    columns: Math.max(1, Math.floor(width / 220))
    columnSpacing: Theme.xl
    rowSpacing: Theme.l
    Repeater {
        model: grid.facts
        Column {
            id: fact
            required property var modelData
            width: (grid.width - (grid.columns - 1) * grid.columnSpacing) / grid.columns
            spacing: 2
            Label { text: fact.modelData.label; role: Label.Caption; width: parent.width }
            Loader {
                width: parent.width
                sourceComponent: fact.modelData.kind === "text" ? running : short_
            }
            Component {
                id: running
                Label { text: fact.modelData.text; wrapMode: Text.Wrap }
            }
            Component {
                id: short_
                ValueCell { text: fact.modelData.text; kind: fact.modelData.kind; tone: fact.modelData.tone; inCell: false; height: 22 }
            }
        }
    }
}
