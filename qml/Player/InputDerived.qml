import QtQuick
import Formwright.Controls
import Formwright.Player

// A value the app computes: shown, not typed.
TextField {
    required property FieldObject field

    value: field.text
    placeholderText: "—"
    Accessible.name: field.label
}
