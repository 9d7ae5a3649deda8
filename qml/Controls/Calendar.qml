pragma ComponentBehavior: Bound
import QtQuick

// One month of days, Monday first. `value` is an ISO date ("" = none); `picked(value)`.
FocusScope {
    id: calendar

    property string value
    property date shown: value === "" ? new Date() : isoDate(value)
    readonly property string today: iso(new Date())
    signal picked(string value)

    function isoDate(text: string): date {
        const parts = text.split("-").map(Number);
        return new Date(parts[0], parts[1] - 1, parts[2] || 1);
    }
    function iso(day: date): string {
        const two = number => String(number).padStart(2, "0");
        return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
    }
    function dayAt(index: int): date {
        const first = new Date(shown.getFullYear(), shown.getMonth(), 1);
        return new Date(shown.getFullYear(), shown.getMonth(), 1 - (first.getDay() + 6) % 7 + index);
    }
    function turn(months: int) {
        shown = new Date(shown.getFullYear(), shown.getMonth() + months, 1);
    }
    function walk(days: int) {
        const from = value === "" ? new Date() : isoDate(value);
        value = iso(new Date(from.getFullYear(), from.getMonth(), from.getDate() + days));
        shown = isoDate(value);
    }

    implicitWidth: 252
    implicitHeight: 264
    Keys.onLeftPressed: walk(-1)
    Keys.onRightPressed: walk(1)
    Keys.onUpPressed: walk(-7)
    Keys.onDownPressed: walk(7)
    Keys.onReturnPressed: picked(value === "" ? today : value)

    Item {
        id: head
        width: parent.width
        height: Theme.control
        IconButton { iconName: "chevron-left"; tip: qsTr("Previous month"); onClicked: calendar.turn(-1) }
        Label {
            anchors.centerIn: parent
            role: Label.Strong
            text: calendar.shown.toLocaleDateString(Theme.locale, Theme.chinese ? "yyyy年M月" : "MMMM yyyy")
        }
        IconButton { anchors.right: parent.right; iconName: "chevron-right"; tip: qsTr("Next month"); onClicked: calendar.turn(1) }
    }
    Grid {
        anchors { top: head.bottom; left: parent.left; right: parent.right }
        columns: 7
        Repeater {
            model: 7
            Label {
                required property int index
                width: 36
                height: 24
                role: Label.Caption
                horizontalAlignment: Text.AlignHCenter
                text: Theme.locale.dayName((index + 1) % 7, Locale.NarrowFormat)
            }
        }
        Repeater {
            model: 42
            Item {
                id: cell
                required property int index
                readonly property date day: calendar.dayAt(index)
                readonly property string key: calendar.iso(day)
                width: 36
                height: 34
                Rectangle {
                    anchors.centerIn: parent
                    width: 30
                    height: 30
                    radius: 15
                    color: cell.key === calendar.value ? Theme.accent : hover.hovered ? Theme.hover : "transparent"
                    border.width: cell.key === calendar.today && cell.key !== calendar.value ? 1 : 0
                    border.color: Theme.accent
                }
                Label {
                    anchors.centerIn: parent
                    text: cell.day.getDate()
                    color: cell.key === calendar.value ? Theme.accentInk
                                                       : cell.day.getMonth() === calendar.shown.getMonth() ? Theme.text : Theme.disabled
                }
                HoverHandler { id: hover }
                TapHandler { onTapped: calendar.picked(cell.key) }
            }
        }
    }
}
