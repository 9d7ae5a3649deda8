pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Studio

// A text in each language of the app.
Column {
    id: editor

    required property var row

    spacing: 4
    Repeater {
        model: Studio.inspector.languages
        Item {
            id: line
            required property string modelData
            width: editor.width
            height: 30
            Label {
                text: line.modelData === "zh" ? "中" : line.modelData.toUpperCase()
                role: Label.Caption
                width: 24
                height: 30
            }
            TextField {
                x: 26
                width: parent.width - 26
                implicitHeight: 30
                value: editor.row.value?.[line.modelData] ?? ""
                onEdited: value => Studio.inspector.setText(editor.row.index, line.modelData, value)
            }
        }
    }
}
