pragma ComponentBehavior: Bound
import QtQuick

// Short news at the bottom of a window, with one action (undo). Put one over the window and call show().
Item {
    id: area

    property var pending: null

    function show(text: string, actionText = "", action = null, kind = "") {
        pending = { text, actionText, action, kind };
        timer.restart();
    }
    function dismiss() {
        pending = null;
    }

    anchors.fill: parent
    z: 1000

    Timer { id: timer; interval: 6000; running: false; onTriggered: if (!hover.hovered) area.pending = null; else restart() }

    Rectangle {
        visible: area.pending !== null
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: 44 }
        width: Math.min(row.implicitWidth + 24, parent.width - 48)
        height: Math.max(40, words.implicitHeight + 20)
        radius: Theme.radiusLarge
        color: Theme.tooltip
        Accessible.role: Accessible.AlertMessage
        Accessible.name: area.pending?.text ?? ""
        HoverHandler { id: hover }
        Row {
            id: row
            anchors { left: parent.left; leftMargin: 14; verticalCenter: parent.verticalCenter }
            spacing: Theme.s
            Icon {
                visible: (area.pending?.kind ?? "") !== ""
                name: area.pending?.kind ?? ""
                color: Theme.tooltipInk
                anchors.verticalCenter: parent.verticalCenter
            }
            Label {
                id: words
                text: area.pending?.text ?? ""
                color: Theme.tooltipInk
                wrapMode: Text.Wrap
                width: Math.min(implicitWidth, area.width - 220)
                anchors.verticalCenter: parent.verticalCenter
            }
            Button {
                visible: (area.pending?.actionText ?? "") !== ""
                text: area.pending?.actionText ?? ""
                kind: "quiet"
                implicitHeight: 28
                onClicked: { const action = area.pending.action; area.pending = null; if (action) action(); }
                contentItem: Label {
                    text: area.pending?.actionText ?? ""
                    color: Theme.tooltipAccent
                    font.weight: Font.Medium
                }
            }
            IconButton {
                iconName: "close"
                iconSize: 14
                iconColor: Theme.tooltipInk
                tip: qsTr("Dismiss")
                anchors.verticalCenter: parent.verticalCenter
                onClicked: area.dismiss()
            }
        }
    }
}
