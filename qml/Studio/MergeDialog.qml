pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Studio

// Another program changed the app meanwhile: what it changed, and a choice for each thing that both changed.
Dialog {
    id: dialog

    readonly property OutsideChanges outside: Studio.outside

    function begin() {
        if (!visible && outside.look())
            open();
    }

    title: qsTr("Changed by another program")
    iconName: "refresh"
    acceptText: qsTr("Merge")
    cancelText: qsTr("Decide later")
    maximumWidth: 720
    onAccepted: outside.apply()
    contentItem: Item {
        implicitHeight: Math.min(520, (dialog.parent ? dialog.parent.height : 700) - 190)
        Label {
            id: intro
            text: dialog.outside.conflicts.length === 0 ? qsTr("Nothing of it stands against your changes. Merging is one undo step.")
                                                        : qsTr("Both of you changed these. Choose which to keep; everything else is merged by itself.")
            wrapMode: Text.Wrap
            width: parent.width
        }
        ScrollArea {
            anchors { fill: parent; topMargin: intro.height + Theme.m; bottomMargin: keep.height + Theme.s }
            Column {
                width: parent.width
                spacing: Theme.m
                Row {
                    visible: dialog.outside.conflicts.length > 1
                    spacing: Theme.s
                    Button { text: qsTr("All mine"); kind: "quiet"; onClicked: dialog.outside.takeAll(false) }
                    Button { text: qsTr("All theirs"); kind: "quiet"; onClicked: dialog.outside.takeAll(true) }
                }
                Repeater {
                    model: dialog.outside.conflicts
                    ConflictCard { required property var modelData; width: parent?.width ?? 0; conflict: modelData; onTook: theirs => dialog.outside.take(modelData.key, theirs) }
                }
                PublishSection {
                    title: qsTr("Changed by the other program")
                    empty: qsTr("Only remarks and the look of the text differ.")
                    count: dialog.outside.differences.length
                    DifferenceList { width: parent?.width ?? 0; differences: dialog.outside.differences; interactive: false }
                }
            }
        }
        Button {
            id: keep
            anchors.bottom: parent.bottom
            x: -Theme.m
            text: qsTr("Keep everything of mine and overwrite theirs when saving")
            kind: "quiet"
            onClicked: { dialog.outside.keepMine(); dialog.close(); }
        }
    }
}
