import QtQuick
import Formwright.Controls
import Formwright.Studio

// Another program has changed files of the app.
Dialog {
    id: dialog

    property var files: []

    function ask(files: var) {
        dialog.files = files;
        if (!visible)
            open();
    }

    title: qsTr("Files were changed outside")
    iconName: "refresh"
    acceptText: qsTr("Take them in")
    cancelText: qsTr("Keep mine")
    onAccepted: Studio.takeOutside(files)
    onRejected: Studio.keepMine(files)
    contentItem: Label {
        wrapMode: Text.Wrap
        text: qsTr("%1\n\nTaking them in is one undo step. Keeping yours overwrites them at the next save.").arg(dialog.files.join("\n"))
    }
}
