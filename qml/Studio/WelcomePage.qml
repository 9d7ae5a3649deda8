pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Studio

// What one sees first: new from a template, the apps opened lately, open another.
Item {
    id: page

    readonly property var templates: Studio.start.templates

    Rectangle {
        id: bar
        width: parent.width
        height: Theme.toolBar + 4
        color: Theme.panel
        Rectangle {
            id: mark
            width: 24
            height: 24
            radius: 6
            x: Theme.l
            color: Theme.accent
            anchors.verticalCenter: parent.verticalCenter
            Icon { anchors.centerIn: parent; name: "template"; size: 16; color: Theme.accentInk }
        }
        Label { text: qsTr("Formwright"); role: Label.Strong; anchors { left: mark.right; leftMargin: Theme.s; verticalCenter: parent.verticalCenter } }
        Row {
            anchors { right: parent.right; rightMargin: Theme.m; verticalCenter: parent.verticalCenter }
            spacing: Theme.xs
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
        }
        Divider { anchors.bottom: parent.bottom; width: parent.width }
    }
    ScrollArea {
        anchors { fill: parent; topMargin: bar.height }
        padding: Theme.xxl
        Column {
            width: Math.min(parent.width, 960)
            x: Math.round((parent.width - width) / 2)
            spacing: Theme.xl

            Item {
                width: parent.width
                height: 64
                Column {
                    spacing: 6
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - openButton.width - Theme.l
                    Label { text: qsTr("What do you want to build?"); role: Label.Figure; font.pixelSize: Theme.page + 6; width: parent.width }
                    Label { text: qsTr("Draw forms, scores, workflows and dashboards. Try the app at once; publish it when it is right."); color: Theme.secondary; width: parent.width }
                }
                Button {
                    id: openButton
                    text: qsTr("Open an app…")
                    iconName: "folder-open"
                    anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                    onClicked: Studio.commands.run("open")
                }
            }
            Column {
                width: parent.width
                spacing: Theme.m
                Label { text: qsTr("New app"); role: Label.Strong }
                Flow {
                    id: cards
                    readonly property int columns: width > 760 ? 3 : 2
                    width: parent.width
                    spacing: Theme.l
                    Repeater {
                        model: [{ folder: "", title: qsTr("Empty app"), text: qsTr("Begin with one table and add what you need."), icon: "add" }, ...page.templates]
                        TemplateCard {
                            required property var modelData
                            required property int index
                            entry: modelData
                            blank: index === 0
                            width: Math.floor((cards.width - (cards.columns - 1) * Theme.l) / cards.columns)
                            onClicked: Studio.createWanted(modelData.folder, modelData.folder === "" ? qsTr("My app") : modelData.title)
                        }
                    }
                }
            }
            Column {
                visible: recent.count > 0
                width: parent.width
                spacing: Theme.s
                Label { text: qsTr("Opened lately"); role: Label.Strong }
                Rectangle {
                    width: parent.width
                    height: recentColumn.height + 8
                    radius: Theme.radiusLarge
                    color: Theme.panel
                    border.width: 1
                    border.color: Theme.hairline
                    Column {
                        id: recentColumn
                        y: 4
                        width: parent.width
                        Repeater {
                            id: recent
                            model: Studio.start.recent
                            RecentRow { required property var modelData; entry: modelData; width: recentColumn.width }
                        }
                    }
                }
            }
        }
    }
}
