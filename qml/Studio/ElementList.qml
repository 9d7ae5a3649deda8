pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Canvas
import Formwright.Studio

// One list of elements as a card of rows: drag to order, click to select, ＋ to add.
Rectangle {
    id: list

    required property var host
    required property ListEditor editor
    property var entries
    readonly property int rowHeight: 40

    function placeAt(y: real): var {
        const index = Math.max(0, Math.min(repeater.count, Math.round((y - head.height) / rowHeight)));
        return { item: list, list: entries.list, index, y: head.height + index * rowHeight };
    }
    function add(variant: string) {
        editor.drop("variant:" + variant, entries.list, -1);
    }

    implicitHeight: head.height + rows.height + (repeater.count === 0 ? 56 : 6)
    radius: Theme.radiusLarge
    color: Theme.panel
    border.width: 1
    border.color: Theme.hairline
    Component.onCompleted: host.lists = host.lists.concat([list])
    Component.onDestruction: host.lists = host.lists.filter(other => other !== list)

    Item {
        id: head
        width: parent.width
        height: 44
        Label { id: titleLabel; text: list.entries.title; role: Label.Strong; x: Theme.l; anchors.verticalCenter: parent.verticalCenter }
        Label { text: repeater.count; role: Label.Caption; anchors { left: titleLabel.right; leftMargin: 8; verticalCenter: parent.verticalCenter } }
        Button {
            kind: "quiet"
            iconName: "add"
            text: qsTr("Add")
            implicitHeight: 30
            anchors { right: parent.right; rightMargin: Theme.s; verticalCenter: parent.verticalCenter }
            onClicked: list.entries.variants.length > 1 ? menu.open() : list.add(list.entries.variants.length === 1 ? list.entries.variants[0].value : "")
            ChoicePopup {
                id: menu
                x: parent.width - width
                y: parent.height + 4
                options: list.entries.variants.map(variant => ({ value: variant.value, text: variant.text, icon: variant.icon }))
                onPicked: variant => list.add(variant)
            }
        }
        Divider { anchors.bottom: parent.bottom; width: parent.width }
    }
    Column {
        id: rows
        y: head.height
        width: parent.width
        Repeater {
            id: repeater
            model: list.entries.rows
            ElementRow {
                required property var modelData
                row: modelData
                host: list.host
                width: rows.width
                height: list.rowHeight
            }
        }
    }
    Label {
        visible: repeater.count === 0
        y: head.height
        height: 56
        width: parent.width - 2 * Theme.l
        x: Theme.l
        text: list.entries.help !== "" ? list.entries.help : qsTr("Nothing here yet.")
        role: Label.Secondary
    }
}
