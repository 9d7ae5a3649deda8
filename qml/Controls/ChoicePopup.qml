pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

// The list that drops from a ChoiceField; usable on its own (add menus, pickers). `picked(value)`.
T.Popup {
    id: popup

    property var options: []
    property var value
    property bool searchable: options.length > 8
    property string query
    readonly property var shown: query === "" ? options : options.filter(option =>
        (option.text + " " + (option.detail ?? "") + " " + option.value).toLowerCase().includes(query.toLowerCase()))
    signal picked(var value)

    function pick(index: int) {
        if (index < 0 || index >= shown.length)
            return;
        const value = shown[index].value;
        close();
        picked(value);
    }

    padding: 4
    margins: 8
    implicitWidth: 220
    implicitHeight: Math.min(column.implicitHeight + 8, 340)
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent
    focus: true
    onAboutToShow: {
        query = "";
        search.text = "";
        list.currentIndex = shown.findIndex(option => option.value === value);
    }
    onOpened: searchable ? search.forceActiveFocus() : list.forceActiveFocus()

    contentItem: Column {
        id: column
        spacing: 4
        TextField {
            id: search
            visible: popup.searchable
            width: parent.width
            iconName: "search"
            placeholderText: qsTr("Search")
            onTyped: text => { popup.query = text; list.currentIndex = popup.shown.length > 0 ? 0 : -1; }
            Keys.onDownPressed: list.incrementCurrentIndex()
            Keys.onUpPressed: list.decrementCurrentIndex()
            Keys.onReturnPressed: popup.pick(list.currentIndex)
            Keys.onEnterPressed: popup.pick(list.currentIndex)
            Keys.onEscapePressed: popup.close()
        }
        ListView {
            id: list
            width: parent.width
            implicitHeight: contentHeight
            height: Math.min(contentHeight, 288)
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            highlightMoveDuration: 0
            keyNavigationEnabled: true
            model: popup.shown
            T.ScrollBar.vertical: ScrollBar {}
            Keys.onReturnPressed: popup.pick(currentIndex)
            Keys.onEnterPressed: popup.pick(currentIndex)
            Keys.onSpacePressed: popup.pick(currentIndex)
            delegate: Rectangle {
                id: row
                required property int index
                required property var modelData
                width: ListView.view.width
                height: row.modelData.detail ? 42 : Theme.row
                radius: Theme.radius
                color: ListView.isCurrentItem || hover.hovered ? Theme.hover : "transparent"
                Accessible.role: Accessible.ListItem
                Accessible.name: row.modelData.text
                Rectangle {
                    visible: row.modelData.colour !== undefined
                    width: 8
                    height: 8
                    radius: 4
                    x: 8
                    color: row.modelData.colour ?? "transparent"
                    anchors.verticalCenter: parent.verticalCenter
                }
                Icon {
                    visible: name !== ""
                    name: row.modelData.icon ?? ""
                    color: row.modelData.iconColour ?? Theme.secondary
                    x: 8
                    anchors.verticalCenter: parent.verticalCenter
                }
                Column {
                    anchors { left: parent.left; right: tick.left; verticalCenter: parent.verticalCenter }
                    anchors.leftMargin: row.modelData.icon ? 32 : row.modelData.colour ? 24 : 8
                    spacing: 1
                    Label { text: row.modelData.text; width: parent.width }
                    Label { visible: text !== ""; text: row.modelData.detail ?? ""; role: Label.Caption; width: parent.width }
                }
                Icon {
                    id: tick
                    name: "check"
                    color: Theme.accent
                    visible: row.modelData.value === popup.value && popup.value !== undefined
                    anchors { right: parent.right; rightMargin: 8; verticalCenter: parent.verticalCenter }
                }
                HoverHandler { id: hover }
                TapHandler { onTapped: popup.pick(row.index) }
            }
        }
        Label {
            visible: popup.shown.length === 0
            text: qsTr("Nothing found")
            role: Label.Secondary
            leftPadding: 8
            height: Theme.row
        }
    }
    background: PopupFrame {}
}
