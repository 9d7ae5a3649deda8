pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls

// One thing that both sides changed: both values side by side, and a choice.
Rectangle {
    id: card

    property var conflict
    signal took(bool theirs)

    function shown(value: string): string { return value !== "" ? value : qsTr("taken out"); }

    implicitHeight: column.height + 2 * Theme.m
    radius: Theme.radiusLarge
    color: Theme.canvas
    border.width: 1
    border.color: Theme.hairline
    Accessible.role: Accessible.Grouping
    Accessible.name: conflict.title
    Column {
        id: column
        x: Theme.m
        y: Theme.m
        width: parent.width - 2 * Theme.m
        spacing: Theme.s
        Label { text: [card.conflict.place, card.conflict.title, card.conflict.name].filter(part => part !== "").join(" › "); font.weight: Font.Medium; width: parent.width }
        Label { visible: card.conflict.base !== ""; text: qsTr("It was: %1").arg(card.conflict.base); role: Label.Caption; width: parent.width }
        Row {
            width: parent.width
            spacing: Theme.s
            Repeater {
                model: [{ side: "mine", title: qsTr("Mine"), value: card.conflict.mine }, { side: "theirs", title: qsTr("Theirs"), value: card.conflict.theirs }]
                Rectangle {
                    id: side
                    required property var modelData
                    readonly property bool chosen: card.conflict.taken === modelData.side
                    width: (column.width - Theme.s) / 2
                    height: Math.max(64, words.implicitHeight + 40)
                    radius: Theme.radius
                    color: chosen ? Theme.accentTint : hover.hovered ? Theme.hover : Theme.panel
                    border.width: chosen ? 2 : 1
                    border.color: chosen ? Theme.accent : Theme.hairline
                    activeFocusOnTab: true
                    Accessible.role: Accessible.RadioButton
                    Accessible.name: modelData.title
                    Accessible.checked: chosen
                    Keys.onSpacePressed: card.took(modelData.side === "theirs")
                    Keys.onReturnPressed: card.took(modelData.side === "theirs")
                    Icon { visible: side.chosen; name: "check"; size: 14; color: Theme.accent; anchors { right: parent.right; top: parent.top; margins: 8 } }
                    Label { text: side.modelData.title; role: Label.Caption; x: 10; y: 8 }
                    Label { id: words; text: card.shown(side.modelData.value); color: side.modelData.value === "" ? Theme.secondary : Theme.text; wrapMode: Text.Wrap; maximumLineCount: 6; elide: Text.ElideRight; x: 10; y: 28; width: parent.width - 20 }
                    FocusRing { active: side.activeFocus }
                    HoverHandler { id: hover; cursorShape: Qt.PointingHandCursor }
                    TapHandler { onTapped: card.took(side.modelData.side === "theirs") }
                }
            }
        }
    }
}
