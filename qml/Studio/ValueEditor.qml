import QtQuick
import Formwright.Controls

// One plain value by what it is: "text", "number", "date", "choice", "yesNo" or "formula" (an expression on one line).
Item {
    id: editor

    property string kind: "text"
    property string value
    property var options: []
    property string unit
    property bool clearable: false
    property string placeholderText
    property string name // for screen readers
    signal edited(string value)

    implicitHeight: 30
    TextField {
        visible: editor.kind === "text" || editor.kind === "formula"
        anchors.fill: parent
        name: editor.name
        mono: editor.kind === "formula"
        value: visible ? editor.value : ""
        placeholderText: editor.placeholderText
        onEdited: text => editor.edited(text)
    }
    NumberField {
        visible: editor.kind === "number"
        anchors.fill: parent
        name: editor.name
        horizontalAlignment: TextInput.AlignLeft
        value: visible ? editor.value : ""
        unit: editor.unit
        onEdited: text => editor.edited(text)
    }
    DateField {
        visible: editor.kind === "date"
        anchors.fill: parent
        name: editor.name
        value: visible ? editor.value : ""
        onEdited: date => editor.edited(date)
    }
    ChoiceField {
        visible: editor.kind === "choice"
        anchors.fill: parent
        name: editor.name
        options: editor.options
        value: editor.value
        clearable: editor.clearable
        onEdited: value => editor.edited(value ?? "")
    }
    Segmented {
        visible: editor.kind === "yesNo"
        compact: true
        name: editor.name
        options: [{ value: "true", text: qsTr("yes") }, { value: "false", text: qsTr("no") }]
        value: editor.value
        onEdited: value => editor.edited(value)
    }
}
