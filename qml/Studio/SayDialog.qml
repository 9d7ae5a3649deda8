import QtQuick
import Formwright.Controls

// Something to read.
Dialog {
    id: dialog

    function say(title: string, text: string) {
        dialog.title = title;
        words.text = text;
        open();
    }

    cancelText: ""
    acceptText: qsTr("Close")
    contentItem: ScrollArea {
        implicitHeight: Math.min(words.implicitHeight, 420)
        Label { id: words; wrapMode: Text.Wrap; width: parent.width }
    }
}
