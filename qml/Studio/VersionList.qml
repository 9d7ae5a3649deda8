pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Studio

// What was published, newest first: go back to one, or see what two of them do differently.
Item {
    id: pane

    required property Publisher publisher
    property int before: 0
    property int after: 0
    property bool comparing: false
    signal goBack(int number)

    readonly property var choices: [{ value: 0, text: qsTr("The app as it stands here") },
        ...Array.from(publisher.versions, version => ({ value: version.number, text: qsTr("Version %1").arg(version.number), detail: version.note }))]
    function compare(before: int, after: int) {
        pane.before = before;
        pane.after = after;
        pane.comparing = true;
        publisher.compare(before, after);
    }

    EmptyState {
        visible: pane.publisher.versions.length === 0
        anchors.fill: parent
        iconName: "history"
        text: qsTr("Nothing has been published into this store yet.")
    }
    ListPane {
        visible: !pane.comparing
        anchors.fill: parent
        model: pane.publisher.versions
        delegate: Item {
            id: row
            required property int index
            required property var modelData
            readonly property int number: modelData.number
            width: ListView.view.width
            height: 52
            Accessible.role: Accessible.ListItem
            Accessible.name: qsTr("Version %1").arg(number)
            Rectangle { anchors.fill: parent; radius: Theme.radius; color: hover.hovered ? Theme.hover : "transparent" }
            Column {
                anchors { left: parent.left; leftMargin: Theme.m; right: buttons.left; rightMargin: Theme.s; verticalCenter: parent.verticalCenter }
                spacing: 2
                Row {
                    spacing: Theme.s
                    Label { text: qsTr("Version %1").arg(row.number); font.weight: Font.Medium }
                    Tag { visible: row.index === 0; text: qsTr("in use"); colour: Theme.success; anchors.verticalCenter: parent.verticalCenter }
                }
                Label { text: row.modelData.note !== "" ? row.modelData.note : qsTr("no note"); role: Label.Secondary; width: parent.width }
            }
            Column {
                id: who
                visible: !hover.hovered && !buttons.activeFocus
                anchors { right: parent.right; rightMargin: Theme.m; verticalCenter: parent.verticalCenter }
                Label { text: row.modelData.at; role: Label.Caption; anchors.right: parent.right }
                Label { text: row.modelData.author; role: Label.Caption; anchors.right: parent.right }
            }
            FocusScope {
                id: buttons
                width: line.width
                height: parent.height
                anchors { right: parent.right; rightMargin: Theme.s }
                opacity: hover.hovered || activeFocus ? 1 : 0
                Row {
                    id: line
                    spacing: Theme.xs
                    anchors.verticalCenter: parent.verticalCenter
                    Button { visible: row.index + 1 < pane.publisher.versions.length; text: qsTr("What was new"); kind: "quiet"; onClicked: pane.compare(pane.publisher.versions[row.index + 1].number, row.number) }
                    Button { text: qsTr("Compare with here"); kind: "quiet"; onClicked: pane.compare(row.number, 0) }
                    Button { visible: row.index > 0; text: qsTr("Go back to this"); onClicked: pane.goBack(row.number) }
                }
            }
            HoverHandler { id: hover }
        }
    }
    Item {
        visible: pane.comparing
        anchors.fill: parent
        Row {
            id: bar
            width: parent.width
            spacing: Theme.s
            IconButton { iconName: "arrow-left"; size: Theme.control; tip: qsTr("Back to the versions"); onClicked: pane.comparing = false }
            ChoiceField { width: (parent.width - 96) / 2; options: pane.choices; value: pane.before; onEdited: value => pane.compare(value, pane.after) }
            Icon { name: "arrow-right"; color: Theme.secondary; anchors.verticalCenter: parent.verticalCenter }
            ChoiceField { width: (parent.width - 96) / 2; options: pane.choices; value: pane.after; onEdited: value => pane.compare(pane.before, value) }
        }
        DifferenceList {
            anchors { fill: parent; topMargin: bar.height + Theme.s }
            differences: pane.publisher.compared
        }
        Label { visible: pane.publisher.compared.length === 0; anchors.centerIn: parent; text: qsTr("These two mean the same."); role: Label.Secondary }
    }
}
