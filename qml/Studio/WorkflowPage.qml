pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Canvas
import Formwright.Studio

// A workflow as a graph: triggers on top, steps below, branches side by side; steps are dropped on the ＋ between others.
EditorPage {
    id: page

    property int aimed: -1 // index into source.places
    readonly property var nodes: source.nodes
    readonly property bool started: nodes.some(node => node.sort === "trigger")

    function aim() {
        const at = surface.origin.mapFromItem(null, page.drag.position.x, page.drag.position.y);
        const trigger = page.drag.payload.startsWith("trigger:") || page.drag.payload.includes("#when/");
        let best = -1, distance = 120 * 120;
        source.places.forEach((place, index) => {
            if ((place.sort === "trigger") !== trigger)
                return;
            const dx = (at.x - place.x) * 0.6, dy = at.y - place.y;
            if (dx * dx + dy * dy < distance) {
                distance = dx * dx + dy * dy;
                best = index;
            }
        });
        aimed = best;
        const edge = surface.mapFromItem(null, page.drag.position.x, page.drag.position.y);
        scroller.dy = edge.y < 32 ? 10 : edge.y > surface.height - 32 ? -10 : 0;
    }
    function colourOf(kind: string): color {
        switch (kind) {
        case "wait":
        case "wait_until": return Theme.warning;
        case "branch":
        case "for_each": return Theme.dashboards;
        case "message":
        case "http":
        case "task": return Theme.forms;
        case "stop": return Theme.error;
        }
        return Theme.workflows;
    }
    function iconOf(sort: string, kind: string): string {
        if (sort === "trigger")
            return ({ crosses: "crosses", inactive: "silence", date: "date", button: "button", every: "schedule", form: "form", webhook: "webhook", after: "sub-workflow" })[kind] ?? "trigger";
        return ({ wait_until: "wait-until", set: "set", create: "create", task: "task", message: "message", wait: "wait", branch: "branch", stop: "stop", update: "update", find: "find", for_each: "loop", http: "http", assign: "user", tag: "tag", start: "sub-workflow" })[kind] ?? "extension";
    }
    function revealSelection() {
        const node = page.nodes.find(node => node.address === Studio.session.selection);
        if (node)
            surface.reveal(node.x, node.y, node.width, node.height);
    }

    colour: Theme.workflows
    groups: source.palette
    onChosen: payload => payload.startsWith("trigger:") ? source.drop(payload, "", -1) : source.drop(payload, source.file + "#then", -1)

    WorkflowEditor { id: source; session: Studio.session; file: page.file }
    Timer { id: scroller; property real dy: 0; interval: 16; repeat: true; running: page.drag.active && dy !== 0; onTriggered: surface.panBy(0, dy) }
    Connections {
        target: page.drag
        function onMoved() { page.aim(); }
        function onDropped(payload: string) {
            const place = source.places[page.aimed];
            page.aimed = -1;
            scroller.dy = 0;
            if (place)
                source.drop(payload, place.list, place.index);
        }
        function onCancelled() { page.aimed = -1; scroller.dy = 0; }
    }
    Timer { id: revealer; interval: 0; onTriggered: page.revealSelection() }
    Connections {
        target: Studio.session
        function onSelectionChanged() { revealer.restart(); }
    }

    GraphSurface {
        id: surface
        anchors.fill: parent
        contentSize: source.size
        handHeld: page.handHeld
        marks: Array.from(source.nodes, node => Object.assign({ selected: node.address !== "" && Studio.session.selected.includes(node.address) }, node))
        onGroundClicked: page.selectFile()
        onBanded: (addresses, adding) => page.band(addresses, adding)

        GraphEdges { anchors.fill: parent; edges: source.edges }
        Repeater {
            model: source.places
            SlotMark {
                required property var modelData
                required property int index
                place: modelData
                aimed: page.aimed === index
                dragging: page.drag.active
                caption: modelData.sort === "trigger" ? (page.started ? "" : qsTr("What starts it?"))
                         : source.places.length === 2 ? qsTr("What happens then?") : ""
                options: modelData.sort === "trigger" ? page.groups[1]?.items ?? [] : page.groups[0]?.items ?? []
                onChosen: payload => source.drop(payload, modelData.list, modelData.index)
            }
        }
        Repeater {
            model: source.nodes
            WorkflowNode {
                required property var modelData
                node: modelData
                host: page
                x: modelData.x
                y: modelData.y
                width: modelData.width
                height: modelData.height
            }
        }
    }
}
