pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls

// A running app: its areas at the left, one page at a time at the right, records and forms on top of it.
FocusScope {
    id: player

    required property PlayerApp app
    property string current // key of the area shown
    readonly property var areas: app.navigation
    property var area: null
    property var trail: []  // records opened on top of the area: [{table, id}]

    // Shows an area by its navigation key.
    function go(key: string) {
        const item = areas.find(item => item.key === key);
        if (!item || item.kind === "group")
            return;
        if (item.kind === "form") {
            form.show(item.target, "", {});
            return;
        }
        trail = [];
        current = key;
        area = item;
    }
    function openRecord(table: string, id: string) {
        trail = trail.concat([{ table, id }]);
    }
    function back() {
        trail = trail.slice(0, -1);
    }
    // True when nothing typed would be lost; else asks, and goes on with `then` if the person agrees.
    function mayLeave(then: var): bool { return form.mayLeave(then); }

    function settle() {
        if (!app.ready)
            return;
        const items = areas.filter(item => item.kind !== "group" && item.kind !== "form");
        const known = items.find(item => item.key === current);
        if (known)
            area = known;
        else if (items.length > 0)
            go(items[0].key);
    }

    Component.onCompleted: settle()
    Connections {
        target: player.app
        function onDescribed() { player.settle(); }
    }

    Rectangle { anchors.fill: parent; color: Theme.canvas }

    NavigationRail {
        id: rail
        app: player.app
        current: player.current
        narrow: player.width < 900
        height: parent.height
        onChosen: key => player.go(key)
    }

    Item {
        id: stage
        anchors { left: rail.right; right: parent.right; top: parent.top; bottom: parent.bottom }

        Loader {
            id: page
            anchors.fill: parent
            visible: player.trail.length === 0
            active: player.app.ready && player.area !== null
            sourceComponent: player.area?.kind === "inbox" ? inboxPage : player.area?.kind === "dashboard" ? dashboardPage : listPage
            focus: true
        }
        Loader {
            id: recordLoader
            anchors.fill: parent
            active: player.trail.length > 0
            sourceComponent: Component {
                RecordPage {
                    app: player.app
                    table: player.trail[player.trail.length - 1]?.table ?? ""
                    recordId: player.trail[player.trail.length - 1]?.id ?? ""
                    backText: player.area?.text ?? ""
                    focus: true
                    onCloseRequested: player.back()
                    onOpenRequested: (table, id) => player.openRecord(table, id)
                    onEditRequested: (table, id) => form.show(player.app.formFor(table), id, {})
                    onCreateRequested: (table, preset) => form.show(player.app.formFor(table), "", preset)
                    onSaid: (text, kind) => toast.show(text, "", null, kind)
                }
            }
        }
        EmptyState {
            anchors.centerIn: parent
            visible: player.app.ready && player.area === null
            iconName: "menu"
            title: qsTr("This app has no areas yet")
            text: qsTr("Add a view, a dashboard or the inbox to the navigation in the studio, or ask for the right to see them.")
        }
        EmptyState {
            anchors.centerIn: parent
            visible: !player.app.ready && player.app.problem !== ""
            iconName: "error"
            colour: Theme.error
            title: qsTr("The app cannot be opened")
            text: player.app.problem
            actionText: qsTr("Try again")
            onActionClicked: player.app.refresh()
        }
        Column {
            anchors.centerIn: parent
            visible: !player.app.ready && player.app.problem === ""
            spacing: Theme.m
            Label { text: qsTr("Opening the app…"); role: Label.Secondary }
            Progress { width: 240 }
        }
    }

    Component {
        id: listPage
        ListPage {
            app: player.app
            view: player.area.target
            onOpenRequested: (table, id) => player.openRecord(table, id)
            onEditRequested: (table, id) => form.show(player.app.formFor(table), id, {})
            onCreateRequested: (table, preset) => form.show(player.app.formFor(table), "", preset)
            onSaid: (text, kind) => toast.show(text, "", null, kind)
        }
    }
    Component {
        id: inboxPage
        InboxPage {
            app: player.app
            onOpenRequested: (table, id) => player.openRecord(table, id)
            onSaid: (text, kind) => toast.show(text, "", null, kind)
        }
    }
    Component {
        id: dashboardPage
        DashboardPage {
            app: player.app
            dashboard: player.area.target
            onOpenRequested: (table, id) => player.openRecord(table, id)
            onSaid: (text, kind) => toast.show(text, "", null, kind)
        }
    }

    FormDrawer {
        id: form
        app: player.app
        onSaid: (text, actionText, action, kind) => toast.show(text, actionText, action, kind)
        onOpenRequested: (table, id) => player.openRecord(table, id)
    }
    Toast { id: toast }
}
