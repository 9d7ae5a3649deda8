import QtQuick
import Formwright.Controls
import Formwright.Player

// Stars.
RatingField {
    id: input

    required property FieldObject field

    value: Number(field.value)
    most: field.most
    invalid: field.error !== ""
    onEdited: value => field.edit(value === 0 ? "" : String(value))
}
