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
    readonly property bool onlyFormula: ["", "user", "record"].includes(line.type)
    property bool formula: entry.formula && (entry.text !== "" || onlyFormula)

    function kind(): string {
        if (formula)
            return "formula";
        if (line.options.length > 0)
            return "choice";
        return line.type === "number" || line.type === "date" ? line.type : "text";
    }

    ValueEditor {
        anchors { left: parent.left; right: more.left; top: parent.top; bottom: parent.bottom }
        kind: editor.kind()
        name: qsTr("Value of the condition")
        value: editor.entry.formula === editor.formula ? editor.entry.text : ""
        options: editor.line.options
        placeholderText: editor.formula ? (editor.onlyFormula ? "me" : qsTr("formula")) : editor.line.type === "duration" ? "P7D" : editor.line.type === "time" ? "09:00" : ""
        onEdited: value => editor.model.setValue(editor.line.path, editor.index, value, editor.formula)
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
}
