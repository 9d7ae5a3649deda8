pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Studio

// The stages of a score, lowest to highest, then the one that shows during a silence.
Card {
    id: card

    required property ScoringEditor editor
    required property var host

    title: qsTr("Stages")
    implicitHeight: 48 + 24 + flow.height + Theme.m
    actions: [IconButton { iconName: "add"; tip: qsTr("Add a stage"); onClicked: card.editor.addTo("stages") }]

    Flow {
        id: flow
        width: parent.width
        spacing: Theme.s
        Repeater {
            model: card.editor.stages
            Row {
                id: step
                required property var modelData
                required property int index
                readonly property bool selected: Studio.session.selected.includes(modelData.address)
                spacing: Theme.s
                Icon { visible: step.index > 0; name: step.modelData.index < 0 ? "silence" : "chevron-right"; color: Theme.disabled; anchors.verticalCenter: parent.verticalCenter }
                Rectangle {
                    width: caption.implicitWidth + 24
                    height: 30
                    radius: 15
                    color: step.selected ? Theme.accentTint : hover.hovered ? Theme.hover : "transparent"
                    border.width: step.selected ? 2 : 1
                    border.color: step.selected ? Theme.accent : Theme.outline
                    Label { id: caption; anchors.centerIn: parent; text: step.modelData.title }
                    HoverHandler { id: hover; cursorShape: Qt.PointingHandCursor }
                    TapHandler { onTapped: { card.host.forceActiveFocus(); Studio.session.select(step.modelData.address); } }
                }
            }
        }
    }
}
