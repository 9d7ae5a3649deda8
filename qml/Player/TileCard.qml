pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Formwright.Controls
import Formwright.Player
import Formwright.Charts

// A tile: its title and its figure, chart or table.
Card {
    id: card

    required property TileObject tile
    signal picked(string group, string title)

    title: tile.label
    padding: Theme.l

    Flickable {
        id: flick
        anchors.fill: parent
        clip: card.tile.kind === "table"
        interactive: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        contentWidth: width
        contentHeight: Math.max(height, chart.implicitHeight)
        visible: card.tile.loaded && card.tile.problem === ""
        T.ScrollBar.vertical: ScrollBar {}
        Chart {
            id: chart
            width: flick.width
            height: flick.contentHeight
            description: card.tile.description
            answer: card.tile.answer
            emptyText: qsTr("Nothing to show yet")
            onPicked: (group, title) => card.picked(group, group !== "" && title !== "" ? qsTr("%1: %2").arg(card.tile.label).arg(title) : card.tile.label)
        }
    }
    Skeleton { visible: !card.tile.loaded; width: parent.width; lines: card.tile.kind === "kpi" ? 2 : 5 }
    Row {
        visible: card.tile.problem !== ""
        spacing: Theme.s
        Icon { id: mark; name: "error"; color: Theme.error; y: 2 }
        Label { text: card.tile.problem; role: Label.Secondary; wrapMode: Text.Wrap; width: card.width - 2 * Theme.l - mark.width - Theme.s; maximumLineCount: 6 }
    }
}
