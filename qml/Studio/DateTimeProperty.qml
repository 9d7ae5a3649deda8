import QtQuick
import Formwright.Controls
import Formwright.Studio

// An instant: a date, a time and the offset it was written with.
Item {
    id: editor

    required property var row
    readonly property var parts: (row.value ?? "").match(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d)?(.*)$/)
    readonly property string date: parts ? parts[1] : (row.value ?? "").slice(0, 10)
    readonly property string time: parts ? parts[2] : ""
    readonly property string offset: parts && parts[3] !== "" ? parts[3] : "Z"

    function write(date: string, time: string) {
        Studio.inspector.set(row.index, date === "" ? "" : date + "T" + (time === "" ? "00:00" : time) + ":00" + offset);
    }

    implicitHeight: 30
    DateField { name: editor.row.label; width: parent.width - 74; implicitHeight: 30; value: editor.date; onEdited: date => editor.write(date, editor.time) }
    TextField { name: editor.row.label; x: parent.width - 70; width: 70; implicitHeight: 30; value: editor.time; placeholderText: "00:00"; onEdited: text => { if (/^\d\d:\d\d$/.test(text)) editor.write(editor.date, text); } }
}
