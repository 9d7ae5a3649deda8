pragma ComponentBehavior: Bound
import QtQuick
import Qt.labs.folderlistmodel
import Formwright.Controls
import Formwright.Studio

// Choose a file: one that is there, or a name for a new one.
Dialog {
    id: dialog

    property string folder
    property var filters: []
    property string fileIcon: "file"
    property string emptyText: qsTr("No such files here")
    signal chosen(string path)

    function begin(path: string) {
        folder = Studio.start.parentFolder(path);
        nameField.text = path.split("/").pop();
        open();
        nameField.forceActiveFocus();
    }

    iconName: dialog.fileIcon
    acceptText: qsTr("Choose")
    maximumWidth: 620
    ready: nameField.text.trim() !== ""
    onAccepted: dialog.chosen(dialog.folder + "/" + nameField.text.trim())
    contentItem: Column {
        spacing: Theme.m
        Row {
            width: parent.width
            spacing: Theme.xs
            IconButton { iconName: "arrow-up"; size: Theme.control; tip: qsTr("To the folder above"); onClicked: dialog.folder = Studio.start.parentFolder(dialog.folder) }
            TextField { width: parent.width - 36; value: dialog.folder; onEdited: value => dialog.folder = value }
        }
        Rectangle {
            width: parent.width
            height: 260
            radius: Theme.radius
            color: Theme.panel
            border.width: 1
            border.color: Theme.hairline
            ListPane {
                id: list
                anchors { fill: parent; margins: 4 }
                model: FolderListModel {
                    id: folders
                    folder: "file://" + dialog.folder
                    nameFilters: dialog.filters
                    showDirsFirst: true
                    sortField: FolderListModel.Name
                }
                onActivated: row => {
                    if (folders.get(row, "fileIsDir"))
                        dialog.folder = folders.get(row, "filePath");
                    else
                        nameField.text = folders.get(row, "fileName");
                }
                delegate: Item {
                    id: row
                    required property int index
                    required property string fileName
                    required property bool fileIsDir
                    width: ListView.view.width
                    height: Theme.row
                    Accessible.role: Accessible.ListItem
                    Accessible.name: fileName
                    Rectangle { anchors.fill: parent; radius: Theme.radius; color: row.ListView.isCurrentItem ? Theme.accentTint : hover.hovered ? Theme.hover : "transparent" }
                    Icon { name: row.fileIsDir ? "folder" : dialog.fileIcon; color: row.fileIsDir ? Theme.secondary : Theme.accent; x: 8; anchors.verticalCenter: parent.verticalCenter }
                    Label { text: row.fileName; x: 34; width: parent.width - 44; height: parent.height }
                    HoverHandler { id: hover }
                    TapHandler { onTapped: { list.currentIndex = row.index; if (!row.fileIsDir) nameField.text = row.fileName; } onDoubleTapped: list.activated(row.index) }
                }
            }
            Label { visible: folders.count === 0; anchors.centerIn: parent; text: dialog.emptyText; role: Label.Secondary }
        }
        Field {
            width: parent.width
            label: qsTr("Name of the file")
            TextField { id: nameField }
        }
    }
}
