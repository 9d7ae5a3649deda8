pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Studio

// A text in each language of the app, side by side where there is room; a language that is still missing is marked. A text
// of several lines gets room for them; a text with {fields} offers them.
Flow {
    id: editor

    required property var row
    readonly property var languages: Studio.inspector.languages
    readonly property bool template: row.editor === "template"
    readonly property bool several: languages.some(language => (row.value?.[language] ?? "").includes("\n"))
    readonly property bool written: languages.some(language => (row.value?.[language] ?? "") !== "")
    readonly property int columns: width > 440 && languages.length > 1 ? 2 : 1

    spacing: 4
    Repeater {
        model: Studio.inspector.languages
        Item {
            id: line
            required property string modelData
            readonly property string text: editor.row.value?.[modelData] ?? ""
            readonly property bool missing: editor.written && text === "" && editor.languages.length > 1
            width: Math.floor((editor.width - (editor.columns - 1) * editor.spacing) / editor.columns)
            height: editor.several ? area.implicitHeight : 30
            Label {
                text: line.modelData === "zh" ? "中" : line.modelData.toUpperCase()
                role: Label.Caption
                color: line.missing ? Theme.ink(Theme.warning) : Theme.secondary
                width: 24
                height: 30
            }
            TextField {
                id: field
                visible: !editor.several
                x: 26
                width: parent.width - 26 - (editor.template ? 26 : 0)
                implicitHeight: 30
                value: line.text
                placeholderText: line.missing ? qsTr("Translation missing") : ""
                name: editor.row.label + " " + line.modelData
                onEdited: value => Studio.inspector.setText(editor.row.index, line.modelData, value)
            }
            TextArea {
                id: area
                visible: editor.several
                x: 26
                width: parent.width - 26 - (editor.template ? 26 : 0)
                minLines: 3
                value: line.text
                placeholderText: line.missing ? qsTr("Translation missing") : ""
                name: editor.row.label + " " + line.modelData
                onEdited: value => Studio.inspector.setText(editor.row.index, line.modelData, value)
            }
            Icon { visible: line.missing; name: "warning"; size: 14; color: Theme.warning; x: 12; y: 16 }
            IconButton {
                visible: editor.template
                iconName: "field"
                iconSize: 14
                size: 24
                tip: qsTr("Put in a field")
                anchors { right: parent.right; top: parent.top; topMargin: 3 }
                onClicked: { fields.options = Studio.inspector.fields(editor.row.index); fields.open(); }
                ChoicePopup {
                    id: fields
                    x: parent.width - width
                    y: parent.height + 2
                    implicitWidth: 240
                    onPicked: path => {
                        const edit = editor.several ? area.area : field;
                        const at = edit.activeFocus ? edit.cursorPosition : edit.text.length;
                        const text = edit.text.slice(0, at) + "{" + path + "}" + edit.text.slice(at);
                        Studio.inspector.setText(editor.row.index, line.modelData, text);
                    }
                }
            }
        }
    }
}
