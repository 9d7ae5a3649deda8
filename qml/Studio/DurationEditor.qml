import QtQuick
import Formwright.Controls
import Formwright.Studio

// A duration as a number and a unit; several units stay as their text.
Item {
    id: editor

    required property var row
    readonly property string iso: row.value ?? ""
    readonly property var parts: iso.match(/^P(T?)(\d+(?:\.\d+)?)([YMWDHS])$/)
    readonly property string unit: parts ? parts[1] + parts[3] : iso === "" ? "D" : ""

    function write(amount: string, unit: string) {
        Studio.inspector.set(row.index, amount === "" ? "" : "P" + (unit.startsWith("T") ? "T" : "") + amount + unit.slice(-1));
    }

    implicitHeight: 30

    NumberField {
        name: editor.row.label
        visible: editor.unit !== ""
        width: 64
        implicitHeight: 30
        minimum: 0
        value: editor.parts ? editor.parts[2] : ""
        onEdited: value => editor.write(value, units.value)
    }
    ChoiceField {
        name: editor.row.label
        id: units
        visible: editor.unit !== ""
        x: 68
        width: parent.width - 68
        implicitHeight: 30
        value: editor.unit
        options: [{ value: "TS", text: qsTr("seconds") }, { value: "TM", text: qsTr("minutes") }, { value: "TH", text: qsTr("hours") },
            { value: "D", text: qsTr("days") }, { value: "W", text: qsTr("weeks") }, { value: "M", text: qsTr("months") }, { value: "Y", text: qsTr("years") }]
        onEdited: unit => { if (editor.parts) editor.write(editor.parts[2], unit); }
    }
    TextField {
        name: editor.row.label
        visible: editor.unit === ""
        width: parent.width
        implicitHeight: 30
        value: editor.iso
        onEdited: value => Studio.inspector.set(editor.row.index, value)
    }
}
