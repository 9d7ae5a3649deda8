pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Formwright.Controls
import Formwright.Studio

// An expression: checked as one types, completed by Tab or a click; what is wrong is said below in words.
Column {
    id: editor

    required property var row
    property var finding: ({})
    property var offers: []
    property bool samples: true // shows the value on the sample data itself
    readonly property bool literalAllowed: row.editor === "value"

    function shown(value) { // untyped, like written(): qmllint 6.4 dies on slice() in a typed one
        return !literalAllowed && value.startsWith("=") ? value.slice(1).trim() : value;
    }
    function written(text) {
        const trimmed = text.trim();
        return literalAllowed || trimmed === "" || trimmed.startsWith("=") ? trimmed : "=" + trimmed;
    }
    function look(text: string) {
        if (!literalAllowed || text.startsWith("="))
            Studio.sampleValue.ask(row.address, text);
        finding = literalAllowed && !text.startsWith("=") ? ({}) : Studio.inspector.check(row.index, text);
        const before = text.slice(0, area.area.cursorPosition);
        offers = area.area.activeFocus && /[\w.]$/.test(before) ? Studio.inspector.complete(row.index, text, area.area.cursorPosition) : [];
    }
    function take(offer: var) {
        const edit = area.area;
        edit.remove(offer.begin, edit.cursorPosition);
        edit.insert(offer.begin, offer.text);
        look(edit.text);
    }

    spacing: 4
    Component.onDestruction: Studio.sampleValue.leave(row.address)

    TextArea {
        id: area
        width: parent.width
        mono: true
        name: editor.row.label
        minLines: 1
        maxLines: 8
        invalid: editor.finding.message !== undefined
        value: editor.shown(editor.row.value ?? "")
        placeholderText: editor.literalAllowed ? qsTr("a value, or = and an expression") : qsTr("an expression, e.g. priority >= 2")
        onTyped: text => editor.look(text)
        onActiveFocusChanged: editor.offers = []
        area.onActiveFocusChanged: if (area.activeFocus && area.text !== "") editor.look(area.text)
        onEdited: text => { editor.offers = []; Studio.inspector.set(editor.row.index, editor.written(text)); }
        area.Keys.onReturnPressed: event => {
            if (event.modifiers & Qt.ShiftModifier)
                event.accepted = false;
            else
                area.commit();
        }
        area.Keys.onTabPressed: event => {
            if (editor.offers.length > 0)
                editor.take(editor.offers[0]);
            else
                event.accepted = false;
        }
        T.Popup {
            visible: editor.offers.length > 0 && area.area.activeFocus
            y: area.height + 2
            width: area.width
            padding: 4
            closePolicy: T.Popup.NoAutoClose
            implicitHeight: Math.min(6, editor.offers.length) * 26 + 8
            contentItem: ListView {
                clip: true
                model: editor.offers
                delegate: Rectangle {
                    id: offer
                    required property var modelData
                    required property int index
                    width: ListView.view.width
                    height: 26
                    radius: Theme.radius
                    color: hover.hovered || index === 0 ? Theme.hover : "transparent"
                    Label { text: offer.modelData.text; role: Label.Mono; x: 8; height: parent.height; width: parent.width * 0.55 }
                    Label { text: offer.modelData.detail; role: Label.Caption; anchors { right: parent.right; rightMargin: 8; verticalCenter: parent.verticalCenter } }
                    HoverHandler { id: hover }
                    TapHandler { onTapped: editor.take(offer.modelData) }
                }
            }
            background: PopupFrame {}
        }
    }
    Row {
        visible: editor.finding.message !== undefined
        width: parent.width
        spacing: 4
        Icon { name: "error"; size: 14; color: Theme.error }
        Label {
            text: editor.finding.message !== undefined ? editor.finding.message + " " + editor.finding.remedy : ""
            role: Label.Caption
            color: Theme.error
            wrapMode: Text.Wrap
            width: parent.width - 18
        }
    }
    SampleLine { width: parent.width; address: editor.samples ? editor.row.address : "" }
}
