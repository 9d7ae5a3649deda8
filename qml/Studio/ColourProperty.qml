pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Studio

// A semantic colour: a swatch each, and none.
Row {
    id: editor

    required property var row

    spacing: 4
    height: 30
    Repeater {
        model: [{ value: "", text: qsTr("no colour") }].concat(editor.row.options)
        Rectangle {
            id: swatch
            required property var modelData
            readonly property bool chosen: !editor.row.mixed && (editor.row.value ?? "") === modelData.value
            width: 26
            height: 26
            radius: 13
            y: 2
            color: "transparent"
            border.width: chosen ? 2 : 0
            border.color: Theme.accent
            activeFocusOnTab: true
            Accessible.role: Accessible.RadioButton
            Accessible.name: modelData.text
            Accessible.checked: chosen
            Keys.onSpacePressed: Studio.inspector.set(editor.row.index, modelData.value)
            Keys.onReturnPressed: Studio.inspector.set(editor.row.index, modelData.value)
            Rectangle {
                anchors.centerIn: parent
                width: 18
                height: 18
                radius: 9
                color: swatch.modelData.value === "" ? "transparent" : Theme.state(swatch.modelData.value)
                border.width: swatch.modelData.value === "" ? 1 : 0
                border.color: Theme.outline
                Rectangle { visible: swatch.modelData.value === ""; anchors.centerIn: parent; width: 18; height: 1; rotation: -45; color: Theme.outline }
            }
            FocusRing { active: swatch.activeFocus; radius: 15 }
            Tooltip { text: swatch.modelData.text; shown: hover.hovered }
            HoverHandler { id: hover; cursorShape: Qt.PointingHandCursor }
            TapHandler { onTapped: Studio.inspector.set(editor.row.index, swatch.modelData.value) }
        }
    }
}
