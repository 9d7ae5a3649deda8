import QtQuick
import Formwright.Controls
import Formwright.Studio

// A property that is a longer text.
TextArea {
    id: editor

    required property var row

    name: row.label
    minLines: 2
    value: row.mixed ? "" : row.value ?? ""
    onEdited: value => Studio.inspector.set(row.index, value)
}
