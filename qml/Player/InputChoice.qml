import QtQuick
import Formwright.Controls
import Formwright.Player

// One of several options, or one of the users.
ChoiceField {
    id: input

    required property FieldObject field
    readonly property var offered: field.options

    options: offered.map(option => option.tone ? { value: option.value, text: option.text, colour: Theme.state(option.tone) } : { value: option.value, text: option.text })
    value: field.value
    clearable: !field.required
    invalid: field.error !== ""
    onEdited: value => field.edit(value)
}
