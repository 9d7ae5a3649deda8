pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Studio

// The lines of a condition: groups with their switch between all and any, rows, and what stays text as chips.
Column {
    id: lines

    required property ConditionEditor model

    spacing: 6
    // By number, not by content: an editor keeps its focus when its line changes.
    Repeater {
        model: lines.model.lines.length
        Item {
            id: line
            required property int index
            readonly property var entry: lines.model.lines[index] ?? ({ kind: "", depth: 0 })
            readonly property string kind: entry.kind
            readonly property int indent: Math.max(0, entry.depth - 1) * 14

            function load() {
                loader.setSource(kind === "group" ? "ConditionGroup.qml" : kind === "text" ? "ConditionText.qml" : "ConditionRow.qml",
                                 { line: Qt.binding(() => line.entry), model: lines.model, width: Qt.binding(() => loader.width) });
            }

            width: lines.width
            height: loader.height
            onKindChanged: if (kind !== "") load()
            Component.onCompleted: load()
            Repeater {
                model: Math.max(0, line.entry.depth - 1)
                Rectangle { required property int index; x: 2 + index * 14; y: -6; width: 2; radius: 1; height: line.height + 6; color: Theme.hairline }
            }
            Loader {
                id: loader
                x: line.indent
                width: line.width - x
                height: item ? (item as Item).implicitHeight : 0
            }
        }
    }
}
