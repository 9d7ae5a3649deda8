pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Charts

// A chart of a tile. `description` and `answer` in, `picked(group, title)` out on a click or Enter; arrow keys walk the marks.
FocusScope {
    id: chart

    property alias description: item.description
    property alias answer: item.answer
    property alias emptyText: item.emptyText
    readonly property alias empty: item.empty
    readonly property alias item: item
    signal picked(string group, string title)

    function copyTo(file: string): bool { return item.copyTo(file); }

    implicitWidth: 320
    implicitHeight: item.implicitHeight
    activeFocusOnTab: true
    Keys.onLeftPressed: item.step(-1)
    Keys.onRightPressed: item.step(1)
    Keys.onReturnPressed: item.pickHovered()
    Keys.onEnterPressed: item.pickHovered()
    Accessible.role: Accessible.Chart
    Accessible.name: item.title

    FocusRing { active: chart.activeFocus; anchors.margins: -4 }
    ChartItem {
        id: item
        anchors.fill: parent
        dark: Theme.dark
        language: Theme.language
        onPicked: (group, title) => chart.picked(group, title)
    }
    Item {
        id: tip
        visible: item.tipTitle !== "" && item.tipLines.length > 0
        z: 10
        width: column.implicitWidth + 2 * Theme.s
        height: column.implicitHeight + 2 * Theme.s
        x: Math.max(0, Math.min(chart.width - width, item.tipAnchor.x - width / 2))
        y: item.tipAnchor.y - height - Theme.s >= -Theme.xl ? item.tipAnchor.y - height - Theme.s : item.tipAnchor.y + Theme.l
        PopupFrame { anchors.fill: parent }
        Column {
            id: column
            x: Theme.s
            y: Theme.s
            spacing: Theme.xs
            Label { text: item.tipTitle; role: Label.Caption; width: Math.min(implicitWidth, 240) }
            Repeater {
                model: item.tipLines
                Row {
                    id: line
                    required property var modelData
                    spacing: Theme.xs + 2
                    Rectangle {
                        visible: line.modelData.label !== ""
                        width: 8
                        height: 8
                        radius: 2
                        color: line.modelData.colour
                        anchors.verticalCenter: parent.verticalCenter
                    }
                    Label { text: line.modelData.label; width: Math.min(implicitWidth, 180) }
                    Label { text: line.modelData.value; font.weight: Font.Medium }
                }
            }
        }
    }
}
