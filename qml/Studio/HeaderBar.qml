import QtQuick
import Formwright.Controls
import Formwright.Studio

// The tool bar: the app and its menu, undo and redo, search, problems, language, Try it, Publish.
Rectangle {
    id: bar

    readonly property bool narrow: width < 1180

    height: Theme.toolBar + 4
    color: Theme.panel
    z: 5

    Row {
        id: left
        anchors { left: parent.left; leftMargin: Theme.s; verticalCenter: parent.verticalCenter }
        spacing: 2
        IconButton {
            id: menuButton
            iconName: "menu"
            iconSize: Theme.iconLarge
            size: Theme.control
            tip: qsTr("Menu")
            onClicked: menu.popup(menuButton, 0, menuButton.height + 2)
            AppMenu { id: menu }
        }
        Label {
            text: Studio.appName
            role: Label.Strong
            leftPadding: Theme.xs
            width: Math.min(implicitWidth, 220)
            height: Theme.control
        }
        Rectangle {
            visible: Studio.modified
            width: 7
            height: 7
            radius: 4
            color: Theme.accent
            anchors.verticalCenter: parent.verticalCenter
            Tooltip { text: qsTr("There are unsaved changes"); shown: modifiedHover.hovered }
            HoverHandler { id: modifiedHover; margin: 6 }
        }
        Item { width: Theme.s; height: 1 }
        CommandButton { command: "undo"; size: Theme.control; tip: Studio.history.undoName !== "" ? qsTr("Undo: %1").arg(Studio.history.undoName) : qsTr("Undo"); revision: Studio.history.undoName }
        CommandButton { command: "redo"; size: Theme.control; tip: Studio.history.redoName !== "" ? qsTr("Redo: %1").arg(Studio.history.redoName) : qsTr("Redo"); revision: Studio.history.redoName }
        CommandButton { command: "save"; size: Theme.control; revision: Studio.modified }
    }

    SearchButton {
        anchors.verticalCenter: parent.verticalCenter
        readonly property real room: right.x - left.width - left.x - 2 * Theme.l
        width: Math.min(360, room)
        x: Math.min(Math.max(left.x + left.width + Theme.l, Math.round((bar.width - width) / 2)), right.x - Theme.l - width)
    }

    Row {
        id: right
        anchors { right: parent.right; rightMargin: Theme.m; verticalCenter: parent.verticalCenter }
        spacing: Theme.xs
        ProblemCount { anchors.verticalCenter: parent.verticalCenter }
        Item { width: Theme.xs; height: 1 }
        Button {
            kind: "quiet"
            text: Studio.language === "zh" ? "EN" : "中文"
            implicitWidth: 48
            leftPadding: 4
            rightPadding: 4
            tip: Studio.language === "zh" ? "Switch to English" : "切换为中文"
            onClicked: Studio.commands.run("language")
        }
        CommandButton { command: "theme"; iconName: Studio.dark ? "light" : "dark"; size: Theme.control }
        Item { width: Theme.xs; height: 1 }
        Button { text: qsTr("Try it"); iconName: "play"; tip: qsTr("Run the app on sample data (F5)"); onClicked: Studio.commands.run("try") }
        Item { width: Theme.xs; height: 1 }
        Button { kind: "primary"; text: qsTr("Publish"); onClicked: Studio.commands.run("publish") }
    }
    Divider { anchors.bottom: parent.bottom; width: parent.width }
}
