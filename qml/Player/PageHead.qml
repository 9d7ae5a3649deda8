import QtQuick
import Formwright.Controls
import Formwright.Player

// The head of a page: its title, a quiet count beside it, actions at the right.
Item {
    id: head

    property string title
    property string note
    default property alias actions: row.data
    property alias lead: leadRow.data

    implicitHeight: 56

    Row {
        id: leadRow
        x: Theme.l
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.xs
    }
    Label {
        id: titleLabel
        text: head.title
        role: Label.Page
        x: Theme.xl + (leadRow.width > 0 ? leadRow.width - Theme.s + Theme.xs : 0)
        width: Math.min(implicitWidth, head.width - x - row.width - 2 * Theme.l - (noteLabel.text !== "" ? Math.min(noteLabel.implicitWidth, 120) : 0))
        anchors.verticalCenter: parent.verticalCenter
    }
    Label {
        id: noteLabel
        text: head.note
        role: Label.Secondary
        anchors { left: titleLabel.right; leftMargin: Theme.s; baseline: titleLabel.baseline }
        width: Math.max(0, Math.min(implicitWidth, row.x - x - Theme.s))
    }
    Row {
        id: row
        anchors { right: parent.right; rightMargin: Theme.xl; verticalCenter: parent.verticalCenter }
        spacing: Theme.s
    }
}
