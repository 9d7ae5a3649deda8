import QtQuick
import Formwright.Controls
import Formwright.Player

// A length of time.
DurationField {
    id: input

    required property FieldObject field

    value: field.value
    invalid: field.error !== ""
    onEdited: value => field.edit(value)
    Accessible.name: field.label
}
