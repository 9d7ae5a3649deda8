pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Player

// One task: a round box that completes it, what to do, about whom, until when.
Rectangle {
    id: card

    required property string taskId
    required property string title
    required property string detail
    required property string priority
    required property string due
    required property bool overdue
    required property bool done
    required property string person
    required property string subjectTable
    required property string subjectId
    required property string subject
    property bool current: false
    signal completeRequested(string id)
    signal openRequested(string table, string id)

    function complete() { if (!done) completeRequested(taskId); }
    function openSubject() { if (subjectId !== "") openRequested(subjectTable, subjectId); }

    height: texts.implicitHeight + 2 * Theme.m
    radius: Theme.radiusLarge
    color: Theme.panel
    border.width: 1
    border.color: hover.hovered ? Theme.outline : Theme.hairline
    Accessible.role: Accessible.ListItem
    Accessible.name: title

    FocusRing { active: card.current; radius: Theme.radiusLarge + 3 }
    HoverHandler { id: hover; cursorShape: card.subjectId !== "" ? Qt.PointingHandCursor : Qt.ArrowCursor }
    TapHandler { onTapped: card.openSubject() }

    Rectangle {
        visible: card.overdue || card.priority === "high"
        x: 1
        y: Theme.radiusLarge
        width: 3
        height: parent.height - 2 * Theme.radiusLarge
        radius: 2
        color: card.overdue ? Theme.error : Theme.warning
    }
    IconButton {
        id: tick
        iconName: card.done ? "success" : tickHover.hovered ? "check" : "task"
        iconColor: card.done ? Theme.success : Theme.secondary
        iconSize: Theme.iconLarge
        size: Theme.control
        enabled: !card.done
        tip: qsTr("Mark as done")
        shortcut: qsTr("Space")
        x: Theme.m
        anchors.verticalCenter: parent.verticalCenter
        onClicked: card.complete()
        HoverHandler { id: tickHover }
    }
    Column {
        id: texts
        anchors { left: tick.right; leftMargin: Theme.s; right: side.left; rightMargin: Theme.m; verticalCenter: parent.verticalCenter }
        spacing: 2
        Label {
            text: card.title
            width: parent.width
            font.weight: Font.Medium
            font.strikeout: card.done
            color: card.done ? Theme.secondary : Theme.text
        }
        Label { visible: text !== ""; text: card.detail; role: Label.Secondary; width: parent.width; maximumLineCount: 2; wrapMode: Text.Wrap; elide: Text.ElideRight }
        Row {
            visible: card.subject !== ""
            spacing: Theme.xs
            Icon { name: "user"; size: 14; anchors.verticalCenter: parent.verticalCenter }
            Label { text: card.subject; role: Label.Secondary; color: Theme.accent; width: Math.min(implicitWidth, texts.width - 20) }
        }
    }
    Column {
        id: side
        anchors { right: parent.right; rightMargin: Theme.l; verticalCenter: parent.verticalCenter }
        width: Math.max(dueRow.implicitWidth, whoRow.implicitWidth)
        spacing: Theme.xs
        Row {
            id: dueRow
            visible: card.due !== ""
            spacing: Theme.xs
            anchors.right: parent.right
            Icon { name: card.overdue ? "warning" : "time"; size: 14; color: card.overdue ? Theme.error : Theme.secondary; anchors.verticalCenter: parent.verticalCenter }
            Label { text: card.overdue ? qsTr("Overdue: %1").arg(card.due) : card.due; role: Label.Secondary; color: card.overdue ? Theme.error : Theme.secondary }
        }
        Row {
            id: whoRow
            spacing: Theme.xs
            anchors.right: parent.right
            Tag { visible: card.priority === "high"; text: qsTr("High"); colour: Theme.warning; iconName: "flag" }
            Avatar { name: card.person; size: 20; visible: card.person !== ""; anchors.verticalCenter: parent.verticalCenter }
            Label { text: card.person; role: Label.Secondary; width: Math.min(implicitWidth, 120); anchors.verticalCenter: parent.verticalCenter }
        }
    }
}
