import QtQuick
import Formwright.Controls
import Formwright.Studio

// Unsaved changes when the app or the window is closed.
Dialog {
    id: dialog

    property var next: null // what to do once it is decided

    function ask(next: var) {
        dialog.next = next;
        open();
    }
    function goOn() {
        const action = dialog.next;
        dialog.next = null;
        if (action)
            action();
    }

    title: qsTr("Save the changes to %1?").arg(Studio.appName)
    iconName: "save"
    acceptText: qsTr("Save")
    onAccepted: if (Studio.save()) goOn()
    contentItem: Column {
        spacing: Theme.l
        Label { text: qsTr("What is not saved stays in the autosave and is offered the next time."); wrapMode: Text.Wrap; width: parent.width }
        Button {
            text: qsTr("Close without saving")
            kind: "quiet"
            onClicked: { dialog.close(); Studio.discard(); dialog.goOn(); }
        }
    }
}
