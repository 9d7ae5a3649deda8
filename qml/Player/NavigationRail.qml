pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Player

// The app's own areas; below them who is signed in, the language and the theme. `narrow` leaves only the icons.
Rectangle {
    id: rail

    required property PlayerApp app
    property LocalApp local: null
    property string current
    readonly property var areas: app.navigation
    property bool narrow: false
    signal chosen(string key)

    function step(by: int) {
        const items = areas.filter(item => item.kind !== "group");
        const at = items.findIndex(item => item.key === current) + by;
        if (at >= 0 && at < items.length)
            chosen(items[at].key);
    }

    width: narrow ? 56 : 208
    color: Theme.panel

    Label {
        id: name
        visible: !rail.narrow
        text: rail.app.label
        role: Label.Strong
        x: Theme.l
        width: parent.width - 2 * Theme.l
        height: 56
    }
    ListView {
        id: list
        anchors { top: name.bottom; bottom: foot.top; left: parent.left; right: parent.right }
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        model: rail.areas
        Keys.onUpPressed: rail.step(-1)
        Keys.onDownPressed: rail.step(1)
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Areas of the app")
        delegate: Item {
            id: row
            required property var modelData
            readonly property bool chosen: modelData.key === rail.current
            readonly property bool heading: modelData.kind === "group"
            width: ListView.view.width
            height: heading && rail.narrow ? Theme.s : Theme.touchRow - 4
            Accessible.role: heading ? Accessible.StaticText : Accessible.ListItem
            Accessible.name: modelData.text
            Rectangle {
                anchors { fill: parent; leftMargin: Theme.s; rightMargin: Theme.s; topMargin: 2; bottomMargin: 2 }
                radius: Theme.radius
                color: row.chosen ? Theme.accentTint : hover.hovered && !row.heading ? Theme.hover : "transparent"
                FocusRing { active: row.chosen && list.activeFocus; anchors.margins: -1 }
            }
            Icon {
                id: icon
                visible: !row.heading
                name: row.modelData.icon
                size: Theme.iconLarge
                color: row.chosen ? Theme.accent : Theme.secondary
                x: Theme.l + row.modelData.depth * (rail.narrow ? 0 : Theme.m)
                anchors.verticalCenter: parent.verticalCenter
            }
            Label {
                visible: !rail.narrow
                text: row.modelData.text
                role: row.heading ? Label.Caption : Label.Body
                color: row.heading ? Theme.secondary : Theme.text
                font.weight: row.chosen ? Font.Medium : Font.Normal
                anchors { left: row.heading ? parent.left : icon.right; leftMargin: row.heading ? Theme.l : Theme.m; verticalCenter: parent.verticalCenter }
                width: parent.width - x - Theme.l - (badge.visible ? badge.width + Theme.s : 0)
            }
            Badge {
                id: badge
                count: row.modelData.kind === "inbox" ? rail.app.openTasks : 0
                kind: rail.app.overdueTasks > 0 ? "error" : ""
                anchors { right: parent.right; rightMargin: rail.narrow ? 4 : Theme.l; top: rail.narrow ? parent.top : undefined; verticalCenter: rail.narrow ? undefined : parent.verticalCenter }
            }
            HoverHandler { id: hover; cursorShape: row.heading ? Qt.ArrowCursor : Qt.PointingHandCursor }
            TapHandler { enabled: !row.heading; onTapped: rail.chosen(row.modelData.key) }
            Tooltip { text: row.modelData.text; shown: rail.narrow && hover.hovered && !row.heading }
        }
    }
    Column {
        id: foot
        anchors { bottom: parent.bottom; left: parent.left; right: parent.right; bottomMargin: Theme.m }
        spacing: Theme.s
        Divider { width: parent.width }
        Item {
            id: me
            x: Theme.s
            width: parent.width - 2 * Theme.s
            height: Theme.touchRow - 4
            Rectangle { anchors.fill: parent; radius: Theme.radius; color: meHover.hovered && rail.local !== null ? Theme.hover : "transparent" }
            Avatar { id: face; name: rail.app.userName; size: Theme.row; x: Theme.xs + 2; visible: rail.app.userName !== ""; anchors.verticalCenter: parent.verticalCenter }
            Label {
                visible: !rail.narrow
                text: rail.app.userName
                anchors { left: face.right; right: more.left; margins: Theme.s; verticalCenter: parent.verticalCenter }
            }
            Icon { id: more; visible: rail.local !== null && !rail.narrow; name: "unfold"; anchors { right: parent.right; rightMargin: Theme.s; verticalCenter: parent.verticalCenter } }
            HoverHandler { id: meHover }
            TapHandler { enabled: rail.local !== null; onTapped: people.open() }
            Tooltip { text: qsTr("Try the app as somebody else"); shown: meHover.hovered && rail.local !== null }
            ChoicePopup {
                id: people
                y: -height
                width: 240
                options: rail.local ? rail.local.users : []
                value: rail.local ? rail.local.login : ""
                onPicked: login => rail.local.signIn(login)
            }
        }
        Flow {
            x: Theme.m
            width: parent.width - 2 * Theme.m
            spacing: Theme.xs
            Segmented {
                visible: !rail.narrow
                compact: true
                options: [{ value: "en", text: "EN" }, { value: "zh", text: "中" }]
                value: rail.app.language
                onEdited: value => rail.app.language = value
            }
            IconButton {
                visible: rail.narrow
                iconName: "language"
                size: Theme.control
                tip: rail.app.language === "zh" ? "English" : "中文"
                onClicked: rail.app.language = rail.app.language === "zh" ? "en" : "zh"
            }
            IconButton {
                iconName: Theme.dark ? "light" : "dark"
                size: Theme.control
                tip: Theme.dark ? qsTr("Light colours") : qsTr("Dark colours")
                onClicked: Theme.dark = !Theme.dark
            }
        }
    }
    Binding { target: Theme; property: "language"; value: rail.app.language }
    Divider { vertical: true; height: parent.height; anchors.right: parent.right }
}
