pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Canvas
import Formwright.Studio

// A scoring table drawn as a table: behaviour, how often, points, stage; below it the bands as a scale.
EditorPage {
    id: page

    property int aimed: -1

    function aim() {
        const at = rows.mapFromItem(null, page.drag.position.x, page.drag.position.y);
        aimed = at.x < -40 || at.x > rows.width + 40 || at.y < -60 || at.y > rows.height + 80
                ? -1 : Math.max(0, Math.min(repeater.count, Math.round(at.y / 44)));
        const y = area.mapFromItem(null, page.drag.position.x, page.drag.position.y).y;
        scroller.step = y < 40 ? -12 : y > area.height - 40 ? 12 : 0;
    }

    colour: Theme.scoring
    groups: source.palette
    onReveal: item => area.reveal(item)
    onChosen: payload => source.drop(payload, source.list, -1)

    ScoringEditor { id: source; session: Studio.session; file: page.file }
    Timer { id: scroller; property real step: 0; interval: 16; repeat: true; running: page.drag.active && step !== 0; onTriggered: area.scrollBy(step) }
    Connections {
        target: page.drag
        function onMoved() { page.aim(); }
        function onDropped(payload: string) {
            const index = page.aimed;
            page.aimed = -1;
            scroller.step = 0;
            if (index >= 0)
                source.drop(payload, source.list, index);
        }
        function onCancelled() { page.aimed = -1; scroller.step = 0; }
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
                height: 52
                Label { text: source.title; role: Label.Page; width: parent.width }
                Label {
                    y: 28
                    text: qsTr("Rows: %1. Highest total by awards given once: %2").arg(repeater.count).arg(source.highest)
                    role: Label.Secondary
                    width: parent.width
                }
            }
            Rectangle {
                width: parent.width
                height: Theme.control + rows.height + addRow.height + 2
                radius: Theme.radiusLarge
                color: Theme.panel
                border.width: 1
                border.color: Theme.hairline
                Row {
                    id: titles
                    x: 40
                    height: Theme.control
                    Label { text: qsTr("Behaviour"); role: Label.Secondary; font.weight: Font.Medium; width: rows.behaviourWidth; height: parent.height }
                    Label { text: qsTr("Points"); role: Label.Secondary; font.weight: Font.Medium; width: 100; height: parent.height; horizontalAlignment: Text.AlignRight; rightPadding: 16 }
                    Label { text: qsTr("Intent stage"); role: Label.Secondary; font.weight: Font.Medium; width: rows.stageWidth; height: parent.height; leftPadding: 8 }
                }
                Divider { y: Theme.control; width: parent.width }
                Column {
                    id: rows
                    readonly property real stageWidth: page.tight ? 112 : 180
                    readonly property real behaviourWidth: Math.max(110, width - 40 - 100 - stageWidth - 12)
                    y: Theme.control + 1
                    width: parent.width
                    Repeater {
                        id: repeater
                        model: source.criteria
                        ScoringRow {
                            required property var modelData
                            row: modelData
                            host: page
                            editor: source
                            width: rows.width
                            behaviourWidth: rows.behaviourWidth
                            stageWidth: rows.stageWidth
                        }
                    }
                }
                InsertionLine {
                    visible: page.aimed >= 0 && page.drag.active
                    x: 8
                    y: rows.y + page.aimed * 44 - 1
                    width: parent.width - 16
                }
                Item {
                    id: addRow
                    y: rows.y + rows.height
                    width: parent.width
                    height: 40
                    Button {
                        x: 28
                        kind: "quiet"
                        iconName: "add"
                        text: qsTr("Add a row")
                        implicitHeight: 30
                        anchors.verticalCenter: parent.verticalCenter
                        onClicked: source.drop("attribute:", source.list, -1)
                    }
                }
            }
            BandScale { width: parent.width; editor: source; host: page }
            StageList { width: parent.width; editor: source; host: page }
        }
    }
}
