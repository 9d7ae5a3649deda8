pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Player

// Several of a few options, each a tick box.
Flow {
    id: control

    required property FieldObject field

    function toggle(id: string, on: bool) {
        const chosen = Array.from(field.value).filter(other => other !== id);
        field.edit(on ? chosen.concat([id]) : chosen);
    }

    spacing: Theme.l
    Repeater {
        model: control.field.options
        CheckBox {
            required property var modelData
            text: modelData.text
            value: Array.from(control.field.value).includes(modelData.value)
            onEdited: on => control.toggle(modelData.value, on)
        }
    }
}
