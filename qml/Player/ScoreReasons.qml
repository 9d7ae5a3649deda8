pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Player

// Why a score is what it is: each award with its points and time; they add up to the total.
ScrollArea {
    id: area

    property var score: ({})

    padding: Theme.xl
    Column {
        width: parent.width
        spacing: 0
        Repeater {
            model: area.score.reasons ?? []
            Item {
                id: row
                required property var modelData
                width: parent.width
                height: Theme.touchRow
                Label {
                    id: points
                    text: row.modelData.points
                    font.weight: Font.Medium
                    color: row.modelData.gain ? Theme.success : Theme.error
                    horizontalAlignment: Text.AlignRight
                    width: 48
                    anchors.verticalCenter: parent.verticalCenter
                }
                Label {
                    text: row.modelData.text
                    anchors { left: points.right; leftMargin: Theme.l; right: time.left; rightMargin: Theme.s; verticalCenter: parent.verticalCenter }
                }
                Label {
                    id: time
                    text: row.modelData.time
                    role: Label.Caption
                    anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                }
                Divider { anchors.bottom: parent.bottom; width: parent.width }
            }
        }
        Item {
            width: parent.width
            height: Theme.touchRow
            visible: (area.score.reasons ?? []).length > 0
            Label {
                id: sum
                text: area.score.total ?? ""
                font.weight: Font.DemiBold
                horizontalAlignment: Text.AlignRight
                width: 48
                anchors.verticalCenter: parent.verticalCenter
            }
            Label {
                text: qsTr("Total: %1").arg(area.score.label ?? "")
                font.weight: Font.DemiBold
                anchors { left: sum.right; leftMargin: Theme.l; right: parent.right; verticalCenter: parent.verticalCenter }
            }
        }
        EmptyState {
            visible: (area.score.reasons ?? []).length === 0
            width: parent.width
            iconName: "score"
            title: qsTr("No points yet")
            text: qsTr("Points are awarded as soon as this person does something that the scoring table knows.")
        }
    }
}
