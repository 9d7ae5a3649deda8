pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Canvas
import Formwright.Studio

// A view as its users will see it: columns in order with sample values; columns are dragged in and into order.
EditorPage {
    id: page

    property int aimed: -1

    function aim() {
        const at = columns.mapFromItem(null, page.drag.position.x, page.drag.position.y);
        if (at.y < -60 || at.y > columns.height + 60 || at.x < -60) {
            aimed = -1;
            return;
        }
        let index = repeater.count;
        for (let i = repeater.count - 1; i >= 0; --i)
            if (at.x < repeater.itemAt(i).x + repeater.itemAt(i).width / 2)
                index = i;
        aimed = index;
    }

    colour: Theme.forms
    groups: source.palette
    onChosen: payload => source.drop(payload, source.list, -1)

    ViewEditor { id: source; session: Studio.session; file: page.file }
    Connections {
        target: page.drag
        function onMoved() { page.aim(); }
        function onDropped(payload: string) {
            const index = page.aimed;
            page.aimed = -1;
            if (index >= 0)
                source.drop(payload, source.list, index);
        }
        function onCancelled() { page.aimed = -1; }
    }
    ScrollArea {
        anchors.fill: parent
        padding: page.margin
        Rectangle {
            width: parent.width
            height: 92 + 32 + 3 * 36 + Theme.l
            radius: Theme.radiusLarge
            color: Theme.panel
            border.width: 1
            border.color: Theme.hairline
            clip: true
            Label { text: source.title; role: Label.Page; x: Theme.xl; y: Theme.l; width: parent.width - 2 * Theme.xl }
            Label {
                text: source.filterText !== "" ? qsTr("%1, only where %2").arg(source.tableTitle).arg(source.filterText) : source.tableTitle
                role: Label.Secondary
                x: Theme.xl
                y: Theme.l + 26
                width: parent.width - 2 * Theme.xl
            }
            Flickable {
                x: Theme.m
                y: 76
                width: parent.width - 2 * Theme.m
                height: parent.height - 84
                contentWidth: columns.width
                clip: true
                boundsBehavior: Flickable.StopAtBounds
                Row {
                    id: columns
                    height: parent.height
                    Repeater {
                        id: repeater
                        model: source.columns
                        ViewColumn {
                            required property var modelData
                            column: modelData
                            host: page
                            height: columns.height
                        }
                    }
                }
                InsertionLine {
                    visible: page.aimed >= 0 && page.drag.active
                    upright: true
                    height: columns.height - 8
                    x: page.aimed < 0 ? 0 : page.aimed < repeater.count ? repeater.itemAt(page.aimed).x - 1 : columns.width - 1
                    y: 4
                }
            }
            Label {
                visible: repeater.count === 0
                anchors.centerIn: parent
                text: qsTr("Drag fields here: each becomes a column")
                role: Label.Secondary
            }
        }
    }
}
