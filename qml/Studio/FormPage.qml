pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Canvas
import Formwright.Studio

// A form drawn as a form: fields are dragged from the palette, between sections and into order.
EditorPage {
    id: page

    property var registered: [] // every drawn list of parts, innermost last
    property var target: null   // {item, list, index, x, y, width, height, upright}: where a drop would land

    // Finds the list under the pointer and the place in it.
    function aim() {
        const at = page.drag.position;
        let best = null;
        for (const list of registered) {
            const spot = list.mapFromItem(null, at.x, at.y);
            if (spot.x < -12 || spot.y < -16 || spot.x > list.width + 12 || spot.y > list.height + 16)
                continue;
            if (!best || list.level > best.list.level)
                best = { list, spot };
        }
        // Beside and below the sheet: at its nearest place.
        if (!best && area.contains(area.mapFromItem(null, at.x, at.y)))
            best = { list: body, spot: body.mapFromItem(null, at.x, at.y) };
        if (!best || ("element:" + best.list.owner) === page.drag.payload) {
            page.target = null;
            return;
        }
        page.target = best.list.placeAt(best.spot.x, best.spot.y);
        scrollAtEdges(area.mapFromItem(null, at.x, at.y).y);
    }
    function scrollAtEdges(y: real) {
        scroller.step = y < 40 ? -12 : y > area.height - 40 ? 12 : 0;
    }

    colour: Theme.forms
    groups: source.palette
    onReveal: item => area.reveal(item)
    onChosen: payload => source.drop(payload, source.list, -1)

    FormEditor {
        id: source
        session: Studio.session
        file: page.file
    }
    Timer {
        id: scroller
        property real step: 0
        interval: 16
        repeat: true
        running: page.drag.active && step !== 0
        onTriggered: area.scrollBy(step)
    }
    Connections {
        target: page.drag
        function onMoved() { page.aim(); }
        function onDropped(payload: string) {
            const target = page.target;
            page.target = null;
            scroller.step = 0;
            if (target)
                source.drop(payload, target.list, target.index);
        }
        function onCancelled() { page.target = null; scroller.step = 0; }
    }

    ScrollArea {
        id: area
        anchors.fill: parent
        padding: page.margin
        Rectangle {
            id: sheet
            width: Math.min(parent.width, 760)
            x: Math.round((parent.width - width) / 2)
            height: body.y + body.height + Theme.xl
            radius: Theme.radiusLarge
            color: Theme.panel
            border.width: 1
            border.color: Theme.hairline
            Label { text: source.title; role: Label.Page; x: Theme.xl; y: Theme.l; width: parent.width - 2 * Theme.xl }
            Label { text: source.tableTitle; role: Label.Secondary; x: Theme.xl; y: Theme.l + 26; width: parent.width - 2 * Theme.xl }
            FormParts {
                id: body
                x: Theme.xl
                y: 76
                width: parent.width - 2 * Theme.xl
                host: page
                editor: source
                parts: source.parts
                list: source.list
                level: 0
            }
        }
    }
    InsertionLine {
        visible: page.target !== null && page.drag.active
        upright: page.target?.upright ?? false
        readonly property point at: page.target ? page.target.item.mapToItem(parent, page.target.x, page.target.y) : Qt.point(0, 0)
        x: at.x
        y: at.y
        width: upright ? 2 : page.target?.length ?? 0
        height: upright ? page.target?.length ?? 0 : 2
    }
}
