pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Window

// Every component of the design system in its states, for looking at and for pictures.
Window {
    id: gallery

    property bool dark: false
    property string language: "en"

    onDarkChanged: Theme.dark = dark
    onLanguageChanged: Theme.language = language
    width: 1280
    height: 860
    visible: true
    color: Theme.canvas
    title: qsTr("Formwright controls")

    GalleryTop { id: top; width: parent.width; onDialogRequested: dialog.open(); onToastRequested: toast.show(qsTr("Field deleted"), qsTr("Undo"), null, "delete") }
    ScrollArea {
        anchors { fill: parent; topMargin: top.height }
        padding: Theme.xl
        GalleryPage { width: parent.width }
    }
    Dialog {
        id: dialog
        title: qsTr("Delete the table “Customer”?")
        danger: true
        iconName: "warning"
        acceptText: qsTr("Delete table")
        contentItem: Label {
            text: qsTr("Its 14 fields are retired; records stay in the store until they are purged.")
            wrapMode: Text.Wrap
        }
    }
    Toast { id: toast }
}
