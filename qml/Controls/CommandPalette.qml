pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

// Ctrl+K: find a command or an element by a few letters. `source` is a model with a writable `query` property and the
// roles `title`, `subtitle`, `icon`, `colour` or `engine`, `shortcut`; `activated(row)` when one is chosen.
T.Popup {
    id: palette

    property var source
    property string placeholderText: qsTr("Search elements and commands")
    signal activated(int row)

    function choose(row: int) {
        if (row < 0 || row >= list.count)
            return;
        close();
        activated(row);
    }

    parent: T.Overlay.overlay
    x: parent ? Math.round((parent.width - width) / 2) : 0
    y: 64
    width: Math.min(560, parent ? parent.width - 48 : 560)
    height: Math.min(contentColumn.implicitHeight, parent ? parent.height - 128 : 480)
    padding: 0
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    T.Overlay.modal: Rectangle { color: Theme.scrim; opacity: 0.6 }
    onAboutToShow: { search.text = ""; if (source) source.query = ""; list.currentIndex = 0; }
    onOpened: search.forceActiveFocus()

    contentItem: Column {
        id: contentColumn
        Item {
            width: parent.width
            height: 48
            Icon { name: "search"; size: Theme.iconLarge; x: 16; anchors.verticalCenter: parent.verticalCenter }
            TextInput {
                id: search
                anchors { fill: parent; leftMargin: 48; rightMargin: 16 }
                verticalAlignment: TextInput.AlignVCenter
                font.family: Theme.family
                font.pixelSize: Theme.strong
                color: Theme.text
                selectionColor: Theme.accent
                selectedTextColor: Theme.accentInk
                clip: true
                onTextEdited: { palette.source.query = text; list.currentIndex = 0; }
                Keys.onDownPressed: list.incrementCurrentIndex()
                Keys.onUpPressed: list.decrementCurrentIndex()
                Keys.onReturnPressed: palette.choose(list.currentIndex)
                Keys.onEnterPressed: palette.choose(list.currentIndex)
                Label {
                    anchors.fill: parent
                    visible: search.text === "" && search.preeditText === ""
                    text: palette.placeholderText
                    font: search.font
                    color: Theme.disabled
                }
            }
        }
        Divider { width: parent.width }
        ListView {
            id: list
            width: parent.width
            height: Math.min(contentHeight, 420)
            topMargin: 6
            bottomMargin: 6
            implicitHeight: Math.min(contentHeight + 12, 420)
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            highlightMoveDuration: 0
            model: palette.source
            T.ScrollBar.vertical: ScrollBar {}
            delegate: Rectangle {
                id: row
                required property int index
                required property string title
                required property string subtitle
                required property string icon
                required property var model
                readonly property color colour: row.model.colour ?? (row.model.engine ? Theme.engine(row.model.engine) : Theme.secondary)
                required property string shortcut
                x: 6
                width: ListView.view.width - 12
                height: 36
                radius: Theme.radius
                color: ListView.isCurrentItem ? Theme.accentTint : hover.hovered ? Theme.hover : "transparent"
                Icon { name: row.icon; color: row.colour; x: 12; anchors.verticalCenter: parent.verticalCenter }
                Label {
                    id: titleLabel
                    text: row.title
                    x: 42
                    width: Math.min(implicitWidth, parent.width * 0.6)
                    anchors.verticalCenter: parent.verticalCenter
                }
                Label {
                    text: row.subtitle
                    role: Label.Caption
                    anchors { left: titleLabel.right; leftMargin: 8; right: keys.left; rightMargin: 8; verticalCenter: parent.verticalCenter }
                }
                Label { id: keys; text: row.shortcut; role: Label.Caption; anchors { right: parent.right; rightMargin: 12; verticalCenter: parent.verticalCenter } }
                HoverHandler { id: hover }
                TapHandler { onTapped: palette.choose(row.index) }
            }
        }
        Label {
            visible: list.count === 0
            text: qsTr("Nothing found. Try fewer letters.")
            role: Label.Secondary
            horizontalAlignment: Text.AlignHCenter
            width: parent.width
            height: 56
        }
    }
    background: PopupFrame {}
}
