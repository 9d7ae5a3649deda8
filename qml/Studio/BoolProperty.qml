import QtQuick
import Formwright.Controls
import Formwright.Studio

// A property that is yes or no.
Switch {
    id: editor

    required property var row

    value: row.value === true && !row.mixed
    Accessible.name: row.label
    onEdited: value => Studio.inspector.set(row.index, value)
}
