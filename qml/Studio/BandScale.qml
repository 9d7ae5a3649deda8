pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Studio

// The bands of a score as a scale from low to high.
Card {
    id: card

    required property ScoringEditor editor
    required property var host
    readonly property var bands: editor.bands
    readonly property real reach: Math.max(editor.highest, bands.reduce((most, band) => Math.max(most, band.from * 1.25), 1))

    title: qsTr("Bands")
    implicitHeight: 128
    actions: [IconButton { iconName: "add"; tip: qsTr("Add a band"); onClicked: card.editor.addTo("bands") }]

    Row {
        id: bar
        width: parent.width
        height: 48
        spacing: 2
        Repeater {
            id: repeater
            model: card.bands
            Rectangle {
                id: band
                required property int index
                required property var modelData
                readonly property real next: index + 1 < repeater.count ? card.bands[index + 1].from : card.reach
                readonly property color ink: modelData.color !== "" ? Theme.state(modelData.color) : Theme.secondary
                readonly property bool selected: Studio.session.selected.includes(modelData.address)
                width: Math.max(90, (bar.width - 2 * repeater.count) * Math.max(0.12, (next - modelData.from) / card.reach) / card.share)
                height: 48
                radius: Theme.radius
                color: Theme.tint(ink)
                border.width: selected ? 2 : 0
                border.color: Theme.accent
                Column {
                    anchors { left: parent.left; leftMargin: 12; right: parent.right; rightMargin: 8; verticalCenter: parent.verticalCenter }
                    Label { text: band.modelData.title; font.weight: Font.Medium; width: parent.width }
                    Label { text: band.modelData.text; role: Label.Caption; width: parent.width }
                }
                TapHandler { onTapped: { card.host.forceActiveFocus(); Studio.session.select(band.modelData.address); } }
            }
        }
    }
    readonly property real share: {
        let sum = 0;
        for (let i = 0; i < bands.length; ++i) {
            const next = i + 1 < bands.length ? bands[i + 1].from : reach;
            sum += Math.max(0.12, (next - bands[i].from) / reach);
        }
        return Math.max(1, sum);
    }
    Label {
        visible: repeater.count === 0
        anchors.centerIn: parent
        text: qsTr("No bands yet: a band names a range of points, such as hot.")
        role: Label.Secondary
    }
}
