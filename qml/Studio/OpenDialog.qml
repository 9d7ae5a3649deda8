pragma ComponentBehavior: Bound
import QtQuick
import Qt.labs.folderlistmodel
import Formwright.Controls
import Formwright.Studio

// Choose the folder of an app: folders that hold one are marked.
Dialog {
    id: dialog

    property string folder: Studio.start.homeFolder

    title: qsTr("Open an app")
    iconName: "folder-open"
    acceptText: qsTr("Open")
    maximumWidth: 620
    ready: Studio.start.isApp(list.currentIndex >= 0 ? list.chosen : dialog.folder)
    onAccepted: Studio.open(list.currentIndex >= 0 ? list.chosen : dialog.folder)
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
            height: 300
            radius: Theme.radius
            color: Theme.panel
            border.width: 1
            border.color: Theme.hairline
            ListPane {
                id: list
                readonly property string chosen: currentIndex >= 0 ? folders.get(currentIndex, "filePath") : ""
                anchors { fill: parent; margins: 4 }
                model: FolderListModel {
                    id: folders
                    folder: "file://" + dialog.folder
                    showFiles: false
                    sortField: FolderListModel.Name
                    onFolderChanged: list.currentIndex = -1
                }
                onActivated: row => {
                    const path = folders.get(row, "filePath");
                    if (Studio.start.isApp(path)) {
                        dialog.close();
                        Studio.open(path);
                    } else {
                        dialog.folder = path;
                    }
                }
                delegate: Item {
                    id: row
                    required property int index
                    required property string fileName
                    required property string filePath
                    readonly property bool app: Studio.start.isApp(filePath)
                    width: ListView.view.width
                    height: Theme.row
                    Rectangle { anchors.fill: parent; radius: Theme.radius; color: row.ListView.isCurrentItem ? Theme.accentTint : hover.hovered ? Theme.hover : "transparent" }
                    Icon { name: row.app ? "app" : "folder"; color: row.app ? Theme.accent : Theme.secondary; x: 8; anchors.verticalCenter: parent.verticalCenter }
                    Label { text: row.fileName; x: 34; width: parent.width - 44; height: parent.height; font.weight: row.app ? Font.Medium : Font.Normal }
                    HoverHandler { id: hover }
                    TapHandler { onTapped: list.currentIndex = row.index; onDoubleTapped: list.activated(row.index) }
                }
            }
            Label { visible: folders.count === 0; anchors.centerIn: parent; text: qsTr("No folders here"); role: Label.Secondary }
        }
    }
}
