import QtQuick
import Formwright.Controls
import Formwright.Studio

// A property that is one line of text.
TextField {
    id: editor

    required property var row

    name: row.label
    implicitHeight: 30
    value: row.mixed ? "" : row.value ?? ""
    placeholderText: row.fallback
    onEdited: value => Studio.inspector.set(row.index, value)
}
