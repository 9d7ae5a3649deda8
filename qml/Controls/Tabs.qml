pragma ComponentBehavior: Bound
import QtQuick

// A strip of tabs. `tabs` is a list of {key, text, icon?, iconColour?, dirty?, count?}; `current` in, `activated(key)` and
// `closed(key)` out. Middle click or the cross closes when `closable`.
FocusScope {
    id: control

    property var tabs: []
    property var current
    property bool closable: false
    signal activated(var key)
    signal closed(var key)

    function step(by: int) {
        const at = tabs.findIndex(tab => tab.key === current) + by;
        if (at >= 0 && at < tabs.length)
            activated(tabs[at].key);
    }

    implicitHeight: Theme.control + 4
    implicitWidth: list.contentWidth
    activeFocusOnTab: true
    Accessible.role: Accessible.PageTabList
    Accessible.name: tabs.map(tab => tab.text).join(", ")
    Keys.onLeftPressed: step(-1)
    Keys.onRightPressed: step(1)
    onCurrentChanged: list.positionViewAtIndex(Math.max(0, tabs.findIndex(tab => tab.key === current)), ListView.Contain)

    ListView {
        id: list
        anchors.fill: parent
        orientation: ListView.Horizontal
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: control.tabs
        delegate: Item {
            id: tab
            required property var modelData
            readonly property bool chosen: modelData.key === control.current
            width: Math.min(content.implicitWidth + 24 + (control.closable ? 22 : 0), 220)
            height: ListView.view.height
            Accessible.role: Accessible.PageTab
            Accessible.name: modelData.text
            Rectangle {
                anchors.fill: parent
                color: tab.chosen ? "transparent" : hover.hovered ? Theme.hover : "transparent"
            }
            Row {
                id: content
                x: 12
                anchors.verticalCenter: parent.verticalCenter
                spacing: 6
                Icon {
                    visible: name !== ""
                    name: tab.modelData.icon ?? ""
                    color: tab.modelData.iconColour ?? Theme.secondary
                    anchors.verticalCenter: parent.verticalCenter
                }
                Label {
                    text: tab.modelData.text
                    color: tab.chosen ? Theme.text : Theme.secondary
                    font.weight: tab.chosen ? Font.Medium : Font.Normal
                    width: Math.min(implicitWidth, 150)
                    anchors.verticalCenter: parent.verticalCenter
                }
                Badge {
                    count: tab.modelData.count ?? 0
                    anchors.verticalCenter: parent.verticalCenter
                }
            }
            Rectangle {
                visible: (tab.modelData.dirty ?? false) && !(control.closable && hover.hovered)
                width: 7
                height: 7
                radius: 4
                color: Theme.accent
                anchors { right: parent.right; rightMargin: 14; verticalCenter: parent.verticalCenter }
            }
            IconButton {
                visible: control.closable && (hover.hovered || (tab.chosen && !(tab.modelData.dirty ?? false)))
                iconName: "close"
                iconSize: 14
                size: 20
                focusPolicy: Qt.NoFocus
                tip: qsTr("Close")
                anchors { right: parent.right; rightMargin: 6; verticalCenter: parent.verticalCenter }
                onClicked: control.closed(tab.modelData.key)
            }
            Rectangle {
                visible: tab.chosen
                anchors { left: parent.left; right: parent.right; bottom: parent.bottom; leftMargin: 8; rightMargin: 8 }
                height: 2
                radius: 1
                color: Theme.accent
            }
            HoverHandler { id: hover }
            TapHandler { onTapped: control.activated(tab.modelData.key) }
            TapHandler { acceptedButtons: Qt.MiddleButton; onTapped: if (control.closable) control.closed(tab.modelData.key) }
        }
    }
    FocusRing { active: control.activeFocus; anchors.margins: -1 }
}
