import QtQuick
import Formwright.Controls
import Formwright.Player

// A day.
DateField {
    id: input

    required property FieldObject field

    value: field.value
    onTyped: text => field.edit(text)
    onEdited: value => field.edit(value)
    Accessible.name: field.label
}
