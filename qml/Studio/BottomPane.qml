pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Studio

// Below: problems and history, folded to one line that shows the first problem.
Rectangle {
    id: pane

    property bool folded: true
    property real openHeight: 180
    property string page: "problems"
    signal resized(real height)

    height: folded ? Theme.row + 4 : openHeight
    color: Theme.panel

    Connections {
        target: BottomState
        function onShown() { pane.page = BottomState.page; pane.folded = false; }
    }
    Divider { width: parent.width; z: 2 }
    MouseArea {
        visible: !pane.folded
        width: parent.width
        height: 6
        y: -3
        z: 3
        cursorShape: Qt.SplitVCursor
        property real grabbed
        onPressed: mouse => grabbed = mouse.y
        onPositionChanged: mouse => { if (pressed) pane.resized(pane.height - (mouse.y - grabbed)); }
    }
    Item {
        id: bar
        width: parent.width
        height: Theme.row + 4
        IconButton {
            id: fold
            x: 4
            size: 24
            iconName: pane.folded ? "chevron-up" : "chevron-down"
            tip: pane.folded ? qsTr("Unfold") : qsTr("Fold")
            anchors.verticalCenter: parent.verticalCenter
            onClicked: pane.folded = !pane.folded
        }
        Tabs {
            id: pages
            anchors { left: fold.right; top: parent.top; bottom: parent.bottom }
            width: Math.min(implicitWidth + 8, pane.width - 60)
            current: pane.folded ? "" : pane.page
            readonly property var usages: Studio.usages.title === "" ? []
                : [{ key: "usages", text: qsTr("Usages of %1").arg(Studio.usages.title), count: Studio.usages.places.length }]
            tabs: [{ key: "problems", text: qsTr("Problems"), count: Studio.problems.count }, { key: "history", text: qsTr("History") }, ...usages]
            onActivated: key => { pane.page = key; pane.folded = false; }
        }
        StatusLine {
            id: status
            room: Math.max(120, (pane.width - pages.width) * 0.45)
            anchors { right: parent.right; rightMargin: Theme.m }
        }
        Row {
            visible: pane.folded && Studio.problems.count > 0
            anchors { left: pages.right; right: status.left; rightMargin: Theme.m; verticalCenter: parent.verticalCenter }
            spacing: 6
            Icon { name: Studio.problems.errors > 0 ? "error" : "warning"; color: Studio.problems.errors > 0 ? Theme.error : Theme.warning; anchors.verticalCenter: parent.verticalCenter }
            Label { text: Studio.problems.headline; width: parent.width - 28; anchors.verticalCenter: parent.verticalCenter }
        }
    }
    ListPane {
        id: problemList
        visible: !pane.folded && pane.page === "problems"
        anchors { fill: parent; topMargin: bar.height }
        model: Studio.problems
        onActivated: row => Studio.problems.open(row)
        delegate: ProblemRow { width: ListView.view.width; list: problemList }
    }
    Label {
        visible: !pane.folded && pane.page === "problems" && Studio.problems.count === 0
        anchors { fill: parent; topMargin: bar.height }
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("Nothing is wrong. Publishing needs zero errors.")
        role: Label.Secondary
    }
    PlaceList {
        visible: !pane.folded && pane.page === "usages"
        anchors { fill: parent; topMargin: bar.height; leftMargin: Theme.s; rightMargin: Theme.s }
        places: Studio.usages.places
        onActivated: row => Studio.usages.open(row)
    }
    Label {
        visible: !pane.folded && pane.page === "usages" && Studio.usages.places.length === 0
        anchors { fill: parent; topMargin: bar.height }
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("Nothing names it.")
        role: Label.Secondary
    }
    ListPane {
        visible: !pane.folded && pane.page === "history"
        anchors { fill: parent; topMargin: bar.height }
        model: Studio.history
        currentIndex: Studio.history.current
        onActivated: row => Studio.history.goTo(row)
        delegate: Item {
            id: step
            required property int index
            required property string title
            required property bool done
            width: ListView.view.width
            height: Theme.row
            Rectangle {
                anchors { fill: parent; leftMargin: 4; rightMargin: 4 }
                radius: Theme.radius
                color: step.index === Studio.history.current ? Theme.accentTint : hover.hovered ? Theme.hover : "transparent"
            }
            Icon { name: step.index === 0 ? "folder-open" : "edit"; x: 12; color: step.done ? Theme.secondary : Theme.disabled; anchors.verticalCenter: parent.verticalCenter }
            Label { text: step.title; x: 36; width: parent.width - 48; height: parent.height; color: step.done ? Theme.text : Theme.disabled }
            HoverHandler { id: hover; cursorShape: Qt.PointingHandCursor }
            TapHandler { onTapped: Studio.history.goTo(step.index) }
        }
    }
}
