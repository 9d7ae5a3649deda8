pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Studio

// The value of a condition's row by the type of its field; any value may be a formula instead.
Item {
    id: editor

    required property var line
    required property ConditionEditor model
    required property int index
    readonly property var entry: line.values[index] ?? ({ text: "", formula: false })
    property bool formula: entry.formula && (entry.text !== "" || ["", "user", "record"].includes(line.type))

    function source(): string {
        if (formula)
            return "formula";
        if (line.options.length > 0)
            return "choice";
        switch (line.type) {
        case "number": return "number";
        case "date": return "date";
        }
        return "text";
    }
    function set(value: string) { model.setValue(line.path, index, value, formula); }

    Loader {
        anchors { left: parent.left; right: more.left; top: parent.top; bottom: parent.bottom }
        sourceComponent: ({ formula: formulaField, choice: choiceField, number: numberField, date: dateField })[editor.source()] ?? textField
    }
    IconButton {
        id: more
        size: 22
        iconSize: 14
        iconName: "formula"
        accented: editor.formula
        tip: editor.formula ? qsTr("Give a plain value") : qsTr("Compute the value by a formula")
        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        onClicked: editor.formula = !editor.formula
    }
    Component { id: formulaField; TextField { implicitHeight: 28; mono: true; value: editor.entry.formula ? editor.entry.text : ""; placeholderText: ["user", "record"].includes(editor.line.type) ? "me" : qsTr("formula"); onEdited: text => editor.set(text) } }
    Component { id: textField; TextField { implicitHeight: 28; value: editor.entry.text; placeholderText: editor.line.type === "duration" ? "P7D" : editor.line.type === "time" ? "09:00" : ""; onEdited: text => editor.set(text) } }
    Component { id: numberField; NumberField { implicitHeight: 28; horizontalAlignment: TextInput.AlignLeft; value: editor.entry.text; onEdited: text => editor.set(text) } }
    Component { id: dateField; DateField { implicitHeight: 28; value: editor.entry.text; onEdited: text => editor.set(text) } }
    Component { id: choiceField; ChoiceField { implicitHeight: 28; options: editor.line.options; value: editor.entry.text; onEdited: value => editor.set(value) } }
}
