import QtQuick
import Formwright.Controls
import Formwright.Player

// Everything about one record: key facts and score in the head, tabs below, the timeline at the right where there is room.
// `beside` is the form it takes next to a list.
FocusScope {
    id: page

    required property PlayerApp app
    readonly property string table: record.table
    readonly property string recordId: record.recordId
    property string backText
    property bool beside: false
    property string tab: "overview"
    readonly property bool roomy: width >= 880
    readonly property alias record: record
    readonly property var relatedLists: record.related
    signal closeRequested()
    signal expandRequested()
    signal openRequested(string table, string id)
    signal editRequested(string table, string id)
    signal createRequested(string table, var preset)
    signal said(string text, string kind)

    // Shows a record; empty ids show nothing.
    function show(table: string, id: string) { record.open(table, id); }
    function tabs(): var {
        const list = [{ key: "overview", text: qsTr("Overview") }];
        if (record.hasScore)
            list.push({ key: "why", text: qsTr("Why this score") });
        relatedLists.forEach((one, i) => list.push({ key: `related${i}`, text: one.label }));
        if (record.hasTimeline && !roomy)
            list.push({ key: "timeline", text: qsTr("Timeline") });
        return list;
    }

    Keys.onEscapePressed: closeRequested()

    RecordModel {
        id: record
        app: page.app
        onRemoved: title => { page.closeRequested(); page.said(qsTr("“%1” deleted").arg(title), "delete"); }
        onFailed: text => page.said(text, "error")
        onPressed: label => page.said(qsTr("“%1” started").arg(label), "play")
        onChanged: if (!page.tabs().some(tab => tab.key === page.tab)) page.tab = "overview"
    }

    Rectangle { anchors.fill: parent; color: Theme.panel }
    RecordHead {
        id: head
        width: parent.width
        app: page.app
        record: page.record
        backText: page.backText
        beside: page.beside
        onCloseRequested: page.closeRequested()
        onExpandRequested: page.expandRequested()
        onEditRequested: page.editRequested(page.table, page.recordId)
        onDeleteRequested: confirm.open()
    }
    Tabs {
        id: tabStrip
        anchors { top: head.bottom; left: parent.left; right: timeline.visible ? timeline.left : parent.right; leftMargin: Theme.m }
        tabs: page.tabs()
        current: page.tab
        onActivated: key => page.tab = key
    }
    Divider { anchors { top: tabStrip.bottom; left: parent.left; right: parent.right } }

    Item {
        id: body
        anchors { top: tabStrip.bottom; topMargin: 1; bottom: parent.bottom; left: parent.left; right: timeline.visible ? timeline.left : parent.right }
        visible: record.problem === "" && !record.loading && record.recordId !== ""
        ScrollArea {
            anchors.fill: parent
            visible: page.tab === "overview"
            padding: Theme.xl
            FactGrid { facts: record.facts; width: parent.width }
        }
        ScoreReasons {
            anchors.fill: parent
            visible: page.tab === "why"
            score: record.score
        }
        RecordTimeline {
            anchors { fill: parent; margins: Theme.l }
            visible: page.tab === "timeline"
            entries: record.timeline
        }
        RelatedList {
            anchors.fill: parent
            visible: page.tab.startsWith("related")
            app: page.app
            source: visible ? page.relatedLists[Number(page.tab.slice(7))] ?? null : null
            recordId: page.recordId
            onOpenRequested: (table, id) => page.openRequested(table, id)
            onCreateRequested: (table, preset) => page.createRequested(table, preset)
        }
    }
    Skeleton {
        visible: record.loading
        anchors { top: tabStrip.bottom; left: parent.left; right: parent.right; margins: Theme.xl }
        lines: 6
    }
    EmptyState {
        visible: record.problem !== ""
        anchors.centerIn: parent
        iconName: "error"
        colour: Theme.error
        title: qsTr("This record cannot be shown")
        text: record.problem
        actionText: qsTr("Back")
        primary: false
        onActionClicked: page.closeRequested()
    }
    Item {
        id: timeline
        visible: page.roomy && record.hasTimeline && record.problem === ""
        anchors { top: head.bottom; bottom: parent.bottom; right: parent.right }
        width: visible ? Math.min(380, page.width * 0.34) : 0
        Divider { vertical: true; height: parent.height }
        Label { text: qsTr("Timeline"); role: Label.Strong; x: Theme.l; height: tabStrip.height }
        RecordTimeline {
            anchors { fill: parent; topMargin: tabStrip.height + Theme.s; leftMargin: Theme.l; rightMargin: Theme.s }
            entries: record.timeline
        }
    }

    Dialog {
        id: confirm
        title: qsTr("Delete “%1”?").arg(record.title)
        danger: true
        iconName: "delete"
        acceptText: qsTr("Delete")
        contentItem: Label {
            text: qsTr("It goes to the bin; an administrator can bring it back.")
            wrapMode: Text.Wrap
        }
        onAccepted: record.remove()
    }
}
