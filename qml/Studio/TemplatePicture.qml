pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Studio

// An app's first page in small, drawn from the app itself: its navigation, and the tiles of its dashboard or a list.
Rectangle {
    id: picture

    property string folder
    readonly property var content: folder !== "" && Studio.language !== "" ? Studio.start.picture(folder) : ({})

    radius: 6
    color: Theme.panel
    border.width: 1
    border.color: Theme.hairline
    clip: true

    Item {
        id: page
        width: 720
        height: picture.height / scale
        scale: picture.width / width
        transformOrigin: Item.TopLeft

        Rectangle { width: 168; height: parent.height; color: Theme.canvas }
        Column {
            x: 12
            y: 16
            spacing: 4
            Repeater {
                model: picture.content.rail ?? []
                Item {
                    id: entry
                    required property var modelData
                    required property int index
                    width: 144
                    height: 34
                    Rectangle { visible: entry.index === 1; anchors.fill: parent; radius: 6; color: Theme.accentTint }
                    Icon { name: entry.modelData.icon; size: 20; color: entry.index === 1 ? Theme.accent : Theme.secondary; x: 8; anchors.verticalCenter: parent.verticalCenter }
                    Label { text: entry.modelData.text; font.pixelSize: 16; x: 38; width: parent.width - 40; height: parent.height }
                }
            }
        }
        Label { text: picture.content.title ?? ""; font.pixelSize: 22; font.weight: Font.DemiBold; x: 188; y: 14; height: 30; width: 500 }
        Flow {
            id: tiles
            visible: picture.content.tiles !== undefined
            x: 188
            y: 56
            width: 516
            spacing: 12
            Repeater {
                model: (picture.content.tiles ?? []).slice(0, 8)
                Rectangle {
                    id: tile
                    required property var modelData
                    readonly property bool kpi: modelData.type === "kpi"
                    width: Math.floor((tiles.width + 12) * modelData.width / 12) - 12
                    height: kpi ? 76 : 150
                    radius: 8
                    color: Theme.panel
                    border.width: 1
                    border.color: Theme.hairline
                    Label { text: tile.modelData.title; font.pixelSize: 13; color: Theme.secondary; x: 10; y: 8; width: parent.width - 20 }
                    Rectangle { visible: tile.kpi; x: 10; y: 38; width: parent.width * 0.45; height: 20; radius: 4; color: Theme.tint(Theme.accent) }
                    ChartSketch { visible: !tile.kpi; x: 10; y: 34; width: parent.width - 20; height: parent.height - 44; type: tile.modelData.type }
                }
            }
        }
        Column {
            visible: picture.content.tiles === undefined
            x: 188
            y: 56
            spacing: 14
            Repeater {
                model: 7
                Row {
                    id: line
                    required property int index
                    spacing: 16
                    Repeater {
                        model: (picture.content.columns ?? ["", "", ""]).slice(0, 4)
                        Rectangle { required property int index; width: 80 + ((line.index * 7 + index * 5) % 4) * 10; height: 10; radius: 5; color: line.index === 0 ? Theme.outline : Theme.pressed }
                    }
                }
            }
        }
    }
}
