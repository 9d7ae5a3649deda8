import QtQuick
import Formwright.Controls
import Formwright.Studio

// A value for a field, edited as the field is; or a formula, behind "=".
Item {
    id: editor

    required property var row
    readonly property string text: row.mixed ? "" : row.value ?? ""
    property bool formula: text.startsWith("=")

    function kind(): string {
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
    function load() {
        if (formula)
            formulaLoader.setSource("ExpressionEditor.qml", { row: editor.row, width: Qt.binding(() => formulaLoader.width) });
        else
            formulaLoader.source = "";
    }

    implicitHeight: formula ? Math.max(30, formulaLoader.height) : 30
    onFormulaChanged: load()
    Component.onCompleted: load()
    Loader {
        id: formulaLoader
        width: parent.width - 28
        height: item ? (item as Item).implicitHeight : 0
    }
    ValueEditor {
        visible: !editor.formula
        width: parent.width - 28
        height: 30
        kind: editor.kind()
        name: editor.row.label
        value: editor.formula ? "" : editor.text
        options: editor.row.options
        unit: editor.row.unit
        clearable: !editor.row.mandatory
        onEdited: value => Studio.inspector.set(editor.row.index, value)
    }
    IconButton {
        iconName: "formula"
        iconSize: 14
        size: 24
        accented: editor.formula
        tip: editor.formula ? qsTr("Give a plain value") : qsTr("Compute the value by a formula")
        anchors { right: parent.right; top: parent.top; topMargin: 3 }
        onClicked: {
            const formula = !editor.formula;
            if (editor.text !== "")
                Studio.inspector.set(editor.row.index, "");
            editor.formula = formula;
        }
    }
}
