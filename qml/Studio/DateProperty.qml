import QtQuick
import Formwright.Controls
import Formwright.Studio

// A date.
DateField {
    id: editor

    required property var row

    name: row.label
    implicitHeight: 30
    value: row.value ?? ""
    onEdited: date => Studio.inspector.set(editor.row.index, date)
}
