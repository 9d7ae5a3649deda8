pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

// What happened, newest first: rows with icon, title, time and detail joined by a line.
// `model` gives {icon, colour, title, time, detail} per row (a list of objects).
ListView {
    id: timeline

    clip: true
    boundsBehavior: Flickable.StopAtBounds
    T.ScrollBar.vertical: ScrollBar {}
    delegate: Item {
        id: row
        required property int index
        required property var modelData
        width: ListView.view.width
        height: column.implicitHeight + Theme.l
        Rectangle {
            visible: row.index < timeline.count - 1
            x: 13
            y: 28
            width: 1
            height: parent.height - 28
            color: Theme.hairline
        }
        Rectangle {
            width: 26
            height: 26
            radius: 13
            color: Theme.tint(row.modelData.colour ?? Theme.secondary)
            Icon { anchors.centerIn: parent; name: row.modelData.icon ?? "event"; size: 14; color: row.modelData.colour ?? Theme.secondary }
        }
        Column {
            id: column
            x: 36
            width: parent.width - 36
            spacing: 2
            Item {
                width: parent.width
                height: 18
                Label { text: row.modelData.title ?? ""; width: parent.width - time.implicitWidth - 8; anchors.verticalCenter: parent.verticalCenter }
                Label { id: time; text: row.modelData.time ?? ""; role: Label.Caption; anchors { right: parent.right; verticalCenter: parent.verticalCenter } }
            }
            Label {
                visible: text !== ""
                text: row.modelData.detail ?? ""
                role: Label.Secondary
                wrapMode: Text.Wrap
                width: parent.width
            }
        }
    }
}
