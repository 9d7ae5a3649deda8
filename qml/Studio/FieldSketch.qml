pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls

// What a field looks like to the app's users, without being one.
Item {
    id: sketch

    property var entry
    readonly property string type: entry.type ?? ""
    readonly property var dropping: ["choice", "cascading_choice", "relation", "user", "department", "role", "region", "date", "datetime", "time", "date_range", "multi_choice"]
    readonly property bool drops: dropping.includes(type)
    readonly property bool yesNo: type === "yes_no" || type === "boolean"
    readonly property bool stars: type === "rating"

    Row {
        id: labelRow
        spacing: 4
        height: 18
        width: parent.width
        Label { text: sketch.entry.label; role: Label.Secondary; width: Math.min(implicitWidth, parent.width - 36); anchors.verticalCenter: parent.verticalCenter }
        Label { visible: sketch.entry.required ?? false; text: "*"; color: Theme.error; font.pixelSize: Theme.small; anchors.verticalCenter: parent.verticalCenter }
        Icon { visible: sketch.entry.conditional; name: "branch"; size: 14; color: Theme.disabled; anchors.verticalCenter: parent.verticalCenter }
    }
    Rectangle {
        visible: !sketch.yesNo && !sketch.stars && sketch.entry.sort !== "sub_table"
        y: 22
        width: parent.width
        height: Theme.control
        radius: Theme.radius
        color: Theme.field
        border.width: 1
        border.color: Theme.outline
        Icon {
            name: sketch.entry.icon ?? ""
            color: Theme.disabled
            x: 10
            anchors.verticalCenter: parent.verticalCenter
        }
        Icon {
            visible: sketch.drops
            name: "chevron-down"
            anchors { right: parent.right; rightMargin: 8; verticalCenter: parent.verticalCenter }
        }
    }
    Switch { visible: sketch.yesNo; y: 24; enabled: false }
    Row {
        visible: sketch.stars
        y: 28
        spacing: 4
        Repeater {
            model: 5
            Icon { required property int index; name: index < 3 ? "star" : "star-empty"; size: 20; color: Theme.disabled }
        }
    }
    Rectangle {
        id: subTable
        visible: sketch.entry.sort === "sub_table"
        y: 22
        width: parent.width
        height: parent.height - 24
        radius: Theme.radius
        color: Theme.field
        border.width: 1
        border.color: Theme.outline
        Repeater {
            model: 3
            Divider { required property int index; y: 24 * (index + 1); width: subTable.width }
        }
    }
}
