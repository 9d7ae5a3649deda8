import QtQuick
import Formwright.Controls
import Formwright.Player

// Yes or no.
Item {
    id: input

    required property FieldObject field

    implicitHeight: Theme.control
    onActiveFocusChanged: if (activeFocus) toggle.forceActiveFocus(Qt.TabFocusReason)
    Switch {
        id: toggle
        text: input.field.label
        value: input.field.value === true
        height: parent.height
        onEdited: value => input.field.edit(value)
    }
}
