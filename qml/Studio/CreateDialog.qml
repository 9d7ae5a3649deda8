import QtQuick
import Formwright.Controls
import Formwright.Studio

// A new app: its name and where its folder will be.
Dialog {
    id: dialog

    property string templateFolder
    property bool own: false // the person has chosen the folder

    function begin(folder: string, title: string) {
        templateFolder = folder;
        own = false;
        nameField.text = title;
        folderField.text = Studio.start.proposeFolder(title);
        open();
        nameField.forceActiveFocus();
        nameField.selectAll();
    }

    title: qsTr("New app")
    iconName: "app"
    acceptText: qsTr("Create")
    ready: nameField.text.trim() !== "" && folderField.text.trim() !== ""
    onAccepted: Studio.createFrom(templateFolder, folderField.text.trim(), nameField.text.trim())
    contentItem: Column {
        spacing: Theme.l
        Field {
            width: parent.width
            label: qsTr("Name")
            TextField {
                reverts: false
                id: nameField
                onTyped: text => { if (!dialog.own) folderField.text = Studio.start.proposeFolder(text); }
            }
        }
        Field {
            width: parent.width
            label: qsTr("Folder")
            help: qsTr("The app is this folder of readable files. Copy it to hand it over.")
            TextField { id: folderField; reverts: false; onTyped: dialog.own = true }
        }
    }
}
