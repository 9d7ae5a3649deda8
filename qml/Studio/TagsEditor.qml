pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Studio

// Several ids as chips, with a field that adds one more.
Column {
    id: editor

    required property var row

    function textOf(value: string): string {
        return editor.row.options.find(option => option.value === value)?.text ?? value;
    }

    spacing: 6

    Flow {
        visible: (editor.row.value ?? []).length > 0
        width: parent.width
        spacing: 4
        Repeater {
            model: editor.row.value ?? []
            Tag {
                required property string modelData
                required property int index
                text: editor.textOf(modelData)
                width: Math.min(implicitWidth, editor.width)
                removable: true
                onRemoved: Studio.inspector.removeTag(editor.row.index, index)
            }
        }
    }
    ChoiceField {
        name: editor.row.label
        visible: editor.row.options.length > 0
        width: parent.width
        implicitHeight: 30
        iconName: "add"
        options: editor.row.options.filter(option => !(editor.row.value ?? []).includes(option.value))
        placeholderText: qsTr("Add…")
        onEdited: value => Studio.inspector.addTag(editor.row.index, value)
    }
    TextField {
        name: editor.row.label
        visible: editor.row.options.length === 0
        width: parent.width
        implicitHeight: 30
        placeholderText: qsTr("Add and press Enter")
        onEdited: text => { if (Studio.inspector.addTag(editor.row.index, text)) clear(); }
    }
}
