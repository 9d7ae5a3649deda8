import QtQuick
import Formwright.Controls
import Formwright.Player

// A line of text in a form.
Label {
    required property PartObject part

    text: part.label
    role: Label.Secondary
    wrapMode: Text.Wrap
}
