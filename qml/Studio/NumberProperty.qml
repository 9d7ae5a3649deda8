import QtQuick
import Formwright.Controls
import Formwright.Studio

// A property that is a number; the default stands in grey.
NumberField {
    id: editor

    required property var row

    name: row.label
    implicitHeight: 30
    horizontalAlignment: TextInput.AlignLeft
    value: !row.mixed && (row.changed || row.mandatory) ? row.value ?? "" : ""
    placeholderText: row.mixed ? qsTr("several values") : row.fallback
    unit: row.unit
    onEdited: value => Studio.inspector.set(row.index, value)
}
