pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Studio

// A value for a field, edited as the field is; or a formula, behind "=".
Item {
    id: editor

    required property var row
    readonly property string text: row.value ?? ""
    property bool formula: text.startsWith("=")

    function kind(): string {
        if (formula)
            return "formula";
        if (row.options.length > 0)
            return "choice";
        switch (row.valueType) {
        case "yes_no": return "yesNo";
        case "number":
        case "money":
        case "percent": return "number";
        case "date": return "date";
        }
        return "text";
    }
    function set(value: string) { Studio.inspector.set(row.index, value); }

    implicitHeight: formula ? Math.max(30, formulaLoader.height) : 30
    Loader {
        id: formulaLoader
        active: editor.formula
        visible: active
        width: parent.width - 28
        height: item ? (item as Item).implicitHeight : 0
        sourceComponent: ExpressionEditor { row: editor.row; width: formulaLoader.width }
    }
    Loader {
        active: !editor.formula
        visible: active
        width: parent.width - 28
        height: 30
        sourceComponent: ({ choice: choiceField, yesNo: yesNoField, number: numberField, date: dateField })[editor.kind()] ?? textField
    }
    IconButton {
        iconName: "formula"
        iconSize: 14
        size: 24
        accented: editor.formula
        tip: editor.formula ? qsTr("Give a plain value") : qsTr("Compute the value by a formula")
        anchors { right: parent.right; top: parent.top; topMargin: 3 }
        onClicked: {
            if (editor.text !== "")
                editor.set("");
            editor.formula = !editor.formula;
        }
    }
    Component { id: textField; TextField { implicitHeight: 30; value: editor.text; onEdited: text => editor.set(text) } }
    Component { id: numberField; NumberField { implicitHeight: 30; horizontalAlignment: TextInput.AlignLeft; value: editor.text; unit: editor.row.unit; onEdited: text => editor.set(text) } }
    Component { id: dateField; DateField { implicitHeight: 30; value: editor.text; onEdited: date => editor.set(date) } }
    Component { id: choiceField; ChoiceField { implicitHeight: 30; options: editor.row.options; value: editor.text; clearable: !editor.row.mandatory; onEdited: value => editor.set(value ?? "") } }
    Component {
        id: yesNoField
        Segmented {
            compact: true
            options: [{ value: "true", text: qsTr("yes") }, { value: "false", text: qsTr("no") }]
            value: editor.text
            onEdited: value => editor.set(value)
        }
    }
}
