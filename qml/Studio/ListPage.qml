pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Canvas
import Formwright.Studio

// Any file as a sheet of its lists: the fields of a table, the properties of an event, roles, connectors, stories.
EditorPage {
    id: page

    property var lists: []   // the drawn lists
    property var target: null // {list, index, item, y}

    // The nearest list that takes what is dragged, wherever on the sheet the pointer is.
    function aim() {
        const at = page.drag.position;
        const inside = area.contains(area.mapFromItem(null, at.x, at.y));
        let best = null;
        for (const list of inside ? lists : []) {
            const y = list.mapFromItem(null, at.x, at.y).y;
            const distance = Math.max(0, -y, y - list.height);
            if (source.takes(page.drag.payload, list.entries.list) && (!best || distance < best.distance))
                best = { list, y, distance };
        }
        page.target = best ? best.list.placeAt(best.y) : null;
        const y = area.mapFromItem(null, at.x, at.y).y;
        scroller.step = y < 40 ? -12 : y > area.height - 40 ? 12 : 0;
    }

    colour: Theme.engine(Studio.inspector.engine)
    groups: source.palette
    onReveal: item => area.reveal(item)
    onChosen: payload => source.drop(payload, source.lists[0].list, -1)

    ListEditor { id: source; session: Studio.session; file: page.file }
    Timer { id: scroller; property real step: 0; interval: 16; repeat: true; running: page.drag.active && step !== 0; onTriggered: area.scrollBy(step) }
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
        Column {
            width: Math.min(parent.width, 900)
            x: Math.round((parent.width - width) / 2)
            spacing: Theme.l
            Item {
                width: parent.width
                height: 48
                Label { text: source.title; role: Label.Page; width: parent.width }
                Label { y: 28; text: page.file; role: Label.Secondary; width: parent.width }
            }
            Repeater {
                model: source.texts
                Card {
                    id: textCard
                    required property var modelData
                    width: parent.width
                    title: modelData.title
                    implicitHeight: 24 + Theme.s + 2 * Theme.l + words.implicitHeight
                    Label { id: words; text: textCard.modelData.text; wrapMode: Text.Wrap; width: parent.width }
                }
            }
            Repeater {
                model: source.lists
                ElementList {
                    required property var modelData
                    width: parent.width
                    entries: modelData
                    host: page
                    editor: source
                }
            }
        }
    }
    InsertionLine {
        visible: page.target !== null && page.drag.active
        readonly property point at: page.target ? page.target.item.mapToItem(parent, 0, page.target.y) : Qt.point(0, 0)
        x: at.x + 8
        y: at.y - 1
        width: (page.target?.item.width ?? 16) - 16
    }
}
