import QtQuick
import Formwright.Controls
import Formwright.Studio

// Unsaved changes of an earlier run: what they would change in the app, before one takes them back.
Dialog {
    id: dialog

    property var differences: []

    function begin() {
        differences = Studio.recoveryDifferences();
        open();
    }

    title: qsTr("Unsaved changes were kept")
    iconName: "history"
    acceptText: qsTr("Take them back")
    cancelText: qsTr("Decide later")
    maximumWidth: 680
    onAccepted: Studio.recover()
    contentItem: Column {
        spacing: Theme.m
        Label { text: Studio.recovery; wrapMode: Text.Wrap; width: parent.width }
        Label { visible: dialog.differences.length === 0; text: qsTr("They mean the same as what is saved; only the text differs."); role: Label.Secondary; wrapMode: Text.Wrap; width: parent.width }
        DifferenceList {
            width: parent.width
            height: Math.min(contentHeight, 340)
            differences: dialog.differences
        }
        Button { text: qsTr("Throw them away"); kind: "quiet"; onClicked: { Studio.discardRecovery(); dialog.close(); } }
    }
}
