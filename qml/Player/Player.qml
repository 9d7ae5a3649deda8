import QtQuick
import Formwright.Controls
import Formwright.Player

// A running app: its areas at the left, one page at a time at the right, records and forms on top of it.
FocusScope {
    id: player

    required property PlayerApp app
    property LocalApp local: null // where one can sign in as somebody else
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
        setTrail([]);
        current = key;
        enter(item);
    }
    function enter(item: var) {
        area = item;
        if (item.kind === "view")
            listPage.view = item.target;
        else if (item.kind === "dashboard")
            dashboardPage.dashboard = item.target;
    }
    function shows(kind: string): bool {
        return app.ready && trail.length === 0 && area !== null && area.kind === kind;
    }
    function setTrail(places: var) {
        trail = places;
        const top = places[places.length - 1];
        recordPage.show(top?.table ?? "", top?.id ?? "");
    }
    function openRecord(table: string, id: string) { setTrail(trail.concat([{ table, id }])); }
    function back() { setTrail(trail.slice(0, -1)); }
    function edit(table: string, id: string) { form.show(app.formFor(table), id, {}); }
    function create(table: string, preset: var) { form.show(app.formFor(table), "", preset); }
    // True when nothing typed would be lost; else asks, and goes on with `then` if the person agrees.
    function mayLeave(then: var): bool { return form.mayLeave(then); }

    function settle() {
        if (!app.ready)
            return;
        const items = areas.filter(item => item.kind !== "group" && item.kind !== "form");
        const known = items.find(item => item.key === current);
        if (known)
            enter(known);
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
        local: player.local
        current: player.current
        narrow: player.width < 900
        height: parent.height
        onChosen: key => player.go(key)
    }

    Item {
        id: stage
        anchors { left: rail.right; right: parent.right; top: parent.top; bottom: parent.bottom }

        // Each page stays as it was left: scrolled, filtered, with its record open.
        ListPage {
            id: listPage
            anchors.fill: parent
            visible: player.shows("view")
            focus: visible
            app: player.app
            onOpenRequested: (table, id) => player.openRecord(table, id)
            onEditRequested: (table, id) => player.edit(table, id)
            onCreateRequested: (table, preset) => player.create(table, preset)
            onSaid: (text, kind) => toast.show(text, "", null, kind)
        }
        InboxPage {
            id: inboxPage
            anchors.fill: parent
            visible: player.shows("inbox")
            focus: visible
            app: player.app
            onOpenRequested: (table, id) => player.openRecord(table, id)
            onSaid: (text, kind) => toast.show(text, "", null, kind)
        }
        DashboardPage {
            id: dashboardPage
            anchors.fill: parent
            visible: player.shows("dashboard")
            focus: visible
            app: player.app
            onOpenRequested: (table, id) => player.openRecord(table, id)
            onSaid: (text, kind) => toast.show(text, "", null, kind)
        }
        RecordPage {
            id: recordPage
            anchors.fill: parent
            visible: player.trail.length > 0
            focus: visible
            app: player.app
            backText: player.area?.text ?? ""
            onCloseRequested: player.back()
            onOpenRequested: (table, id) => player.openRecord(table, id)
            onEditRequested: (table, id) => player.edit(table, id)
            onCreateRequested: (table, preset) => player.create(table, preset)
            onSaid: (text, kind) => toast.show(text, "", null, kind)
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

    FormDrawer {
        id: form
        app: player.app
        onSaid: (text, actionText, action, kind) => toast.show(text, actionText, action, kind)
        onOpenRequested: (table, id) => player.openRecord(table, id)
    }
    Toast { id: toast }
}
