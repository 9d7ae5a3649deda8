pragma ComponentBehavior: Bound
import QtQuick

// Grey bars where text will be, while it loads.
Column {
    id: skeleton

    property int lines: 3

    spacing: Theme.m
    Repeater {
        model: skeleton.lines
        Rectangle {
            required property int index
            width: skeleton.width * (index % 3 === 2 ? 0.6 : index % 3 === 1 ? 0.85 : 1)
            height: 12
            radius: 4
            color: Theme.pressed
        }
    }
}
