pragma ComponentBehavior: Bound
import QtQuick

// Where one is: `steps` is a list of {key, text}; the last is the place itself. `activated(key)` for the others.
Row {
    id: crumbs

    property var steps: []
    signal activated(var key)

    spacing: 2
    Repeater {
        model: crumbs.steps
        Row {
            id: step
            required property int index
            required property var modelData
            readonly property bool last: index === crumbs.steps.length - 1
            spacing: 2
            Icon { visible: step.index > 0; name: "chevron-right"; size: 14; anchors.verticalCenter: parent.verticalCenter; color: Theme.disabled }
            Label {
                text: step.modelData.text
                color: step.last ? Theme.text : hover.hovered ? Theme.accent : Theme.secondary
                width: Math.min(implicitWidth, 180)
                HoverHandler { id: hover; enabled: !step.last; cursorShape: Qt.PointingHandCursor }
                TapHandler { enabled: !step.last; onTapped: crumbs.activated(step.modelData.key) }
            }
        }
    }
}
