pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

// Stars. `value` in (0 = none), `edited(value)` out; the chosen star chosen again empties it. Arrow keys and digits work.
T.Control {
    id: control

    property int value: 0
    property int most: 5
    property bool readOnly: false
    property bool invalid: false
    property int size: 22
    signal edited(int value)

    function choose(stars: int) {
        if (!readOnly && enabled && stars >= 0 && stars <= most && stars !== value)
            edited(stars);
    }

    implicitWidth: most * (size + 4)
    implicitHeight: Theme.control
    focusPolicy: readOnly ? Qt.NoFocus : Qt.StrongFocus
    hoverEnabled: true
    Accessible.role: Accessible.Slider
    Accessible.name: qsTr("%1 of %2 stars").arg(value).arg(most)
    Keys.onRightPressed: choose(value + 1)
    Keys.onLeftPressed: choose(value - 1)
    Keys.onDeletePressed: choose(0)
    Keys.onPressed: event => {
        const digit = Number(event.text);
        if (event.text === "" || Number.isNaN(digit))
            return;
        choose(digit);
        event.accepted = true;
    }

    contentItem: Item {
        Row {
            id: row
            property int hovered: 0
            anchors.verticalCenter: parent.verticalCenter
            spacing: 4
            Repeater {
                model: control.most
                Icon {
                    id: star
                    required property int index
                    readonly property bool lit: (row.hovered > 0 ? row.hovered : control.value) > index
                    name: lit ? "star" : "star-empty"
                    size: control.size
                    color: lit && control.enabled ? Theme.warning : Theme.disabled
                    HoverHandler {
                        enabled: !control.readOnly && control.enabled
                        cursorShape: Qt.PointingHandCursor
                        onHoveredChanged: row.hovered = hovered ? star.index + 1 : row.hovered === star.index + 1 ? 0 : row.hovered
                    }
                    TapHandler { onTapped: { control.forceActiveFocus(); control.choose(control.value === star.index + 1 ? 0 : star.index + 1); } }
                }
            }
        }
    }
    background: Item {
        FocusRing { active: control.visualFocus; radius: Theme.radius }
    }
}
