import QtQuick
import Formwright.Controls
import Formwright.Player

// A time of day.
TimeField {
    id: input

    required property FieldObject field

    value: String(field.value).replace(/^(\d\d:\d\d):00$/, "$1")
    onTyped: text => field.edit(text)
    onEdited: value => field.edit(value)
    Accessible.name: field.label
}
