import QtQuick
import Formwright.Controls

// The heading over a group of rows.
Label {
    required property string section

    text: section
    role: Label.Caption
    font.weight: Font.Medium
    height: Theme.control
}
