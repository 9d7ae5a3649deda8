import QtQuick
import Formwright.Controls
import Formwright.Player

// Structured data as JSON text.
TextArea {
    id: input

    required property FieldObject field

    mono: true
    minLines: 4
    maxLines: 16
    value: field.value
    invalid: field.error !== ""
    placeholderText: "{ }"
    onTyped: text => field.edit(text)
    onEdited: value => field.edit(value)
    Accessible.name: field.label
}
