import QtQuick
import Formwright.Controls
import Formwright.Player

// An exact number. What does not read as one stays and is refused by the form, never dropped.
NumberField {
    id: input

    required property FieldObject field

    value: field.value
    decimals: field.decimals
    unit: field.unit
    onTyped: text => field.edit(text)
    onEdited: value => field.edit(value)
    Accessible.name: field.label
}
