pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Studio

// A text in each language of the app; a text of several lines gets room for them.
Column {
    id: editor

    required property var row
    readonly property var languages: Studio.inspector.languages
    readonly property bool several: languages.some(language => (row.value?.[language] ?? "").includes("\n"))

    spacing: 4
    Repeater {
        model: Studio.inspector.languages
        Item {
            id: line
            required property string modelData
            readonly property string text: editor.row.value?.[modelData] ?? ""
            width: editor.width
            height: editor.several ? area.implicitHeight : 30
            Label {
                text: line.modelData === "zh" ? "中" : line.modelData.toUpperCase()
                role: Label.Caption
                width: 24
                height: 30
            }
            TextField {
                visible: !editor.several
                x: 26
                width: parent.width - 26
                implicitHeight: 30
                value: line.text
                onEdited: value => Studio.inspector.setText(editor.row.index, line.modelData, value)
            }
            TextArea {
                id: area
                visible: editor.several
                x: 26
                width: parent.width - 26
                minLines: 3
                value: line.text
                onEdited: value => Studio.inspector.setText(editor.row.index, line.modelData, value)
            }
        }
    }
}
