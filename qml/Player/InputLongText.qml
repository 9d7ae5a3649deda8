import QtQuick
import Formwright.Controls
import Formwright.Player

// Several lines of text.
TextArea {
    id: input

    required property FieldObject field

    value: field.value
    invalid: field.error !== ""
    onTyped: text => field.edit(text)
    onEdited: value => field.edit(value)
    Accessible.name: field.label
}
