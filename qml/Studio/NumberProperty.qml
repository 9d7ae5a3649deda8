import QtQuick
import Formwright.Controls
import Formwright.Studio

// A property that is a number; the default stands in grey.
NumberField {
    id: editor

    required property var row

    implicitHeight: 30
    horizontalAlignment: TextInput.AlignLeft
    value: row.changed || row.mandatory ? row.value ?? "" : ""
    placeholderText: row.fallback
    onEdited: value => Studio.inspector.set(row.index, value)
}
