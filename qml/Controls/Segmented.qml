pragma ComponentBehavior: Bound
import QtQuick

// A few exclusive choices side by side. `options` is a list of {value, text, icon?, tip?}; `value` in, `edited(value)` out.
FocusScope {
    id: control

    property var options: []
    property var value
    property bool compact: false
    property string name: options.map(option => option.text ?? option.tip ?? "").join(", ") // for screen readers
    signal edited(var value)

    function step(by: int) {
        const at = options.findIndex(option => option.value === value) + by;
        if (at >= 0 && at < options.length)
            edited(options[at].value);
    }

    implicitWidth: row.implicitWidth + 4
    implicitHeight: compact ? Theme.row : Theme.control
    activeFocusOnTab: true
    Accessible.role: Accessible.Grouping
    Accessible.name: name
    Keys.onLeftPressed: step(-1)
    Keys.onRightPressed: step(1)

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.dark ? Theme.canvas : Theme.pressed
        FocusRing { active: control.activeFocus }
    }
    Row {
        id: row
        x: 2
        y: 2
        Repeater {
            model: control.options
            Rectangle {
                id: cell
                required property var modelData
                readonly property bool chosen: modelData.value === control.value
                width: Math.max(content.implicitWidth + 20, 32)
                height: control.height - 4
                radius: 3
                color: chosen ? Theme.raised : hover.hovered ? Theme.hover : "transparent"
                border.width: chosen ? 1 : 0
                border.color: Theme.hairline
                Accessible.role: Accessible.RadioButton
                Accessible.name: modelData.text ?? modelData.tip ?? ""
                Row {
                    id: content
                    anchors.centerIn: parent
                    spacing: 6
                    Icon {
                        visible: name !== ""
                        name: cell.modelData.icon ?? ""
                        color: cell.chosen ? Theme.accent : Theme.secondary
                        anchors.verticalCenter: parent.verticalCenter
                    }
                    Label {
                        visible: text !== ""
                        text: cell.modelData.text ?? ""
                        color: cell.chosen ? Theme.text : Theme.secondary
                        anchors.verticalCenter: parent.verticalCenter
                    }
                }
                HoverHandler { id: hover }
                TapHandler { onTapped: { control.forceActiveFocus(Qt.MouseFocusReason); control.edited(cell.modelData.value); } }
                Tooltip { text: cell.modelData.tip ?? ""; shown: hover.hovered && text !== "" }
            }
        }
    }
}
