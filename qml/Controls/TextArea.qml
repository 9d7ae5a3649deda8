pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

// Several lines of text. `value` in, `edited(value)` out on leaving or Ctrl+Enter; `typed(text)` at each key stroke.
// Grows from `minLines` to `maxLines`, then scrolls.
T.Control {
    id: control

    property string value
    property bool invalid: false
    property bool readOnly: false
    property bool mono: false
    property string placeholderText
    property string name // for screen readers; else the placeholder
    property int minLines: 3
    property int maxLines: 12
    property alias text: edit.text
    property alias area: edit
    signal edited(string value)
    signal typed(string text)

    function commit() {
        if (edit.text !== value)
            edited(edit.text);
    }

    onValueChanged: if (edit.text !== value) edit.text = value
    Component.onCompleted: edit.text = value

    implicitWidth: 240
    implicitHeight: Math.min(Math.max(edit.contentHeight, minLines * metrics.lineSpacing), maxLines * metrics.lineSpacing) + 14
    font.family: mono ? Theme.monoFamily : Theme.family
    font.pixelSize: mono ? Theme.small : Theme.body

    FontMetrics { id: metrics; font: control.font }

    contentItem: Flickable {
        id: flick
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        contentWidth: width
        contentHeight: edit.height
        T.ScrollBar.vertical: ScrollBar {}

        TextEdit {
            id: edit
            width: flick.width
            height: Math.max(contentHeight + 14, flick.height)
            leftPadding: 10
            rightPadding: 10
            topPadding: 7
            bottomPadding: 7
            font: control.font
            color: control.enabled ? Theme.text : Theme.disabled
            selectionColor: Theme.accent
            selectedTextColor: Theme.accentInk
            selectByMouse: true
            activeFocusOnTab: true
            Accessible.role: Accessible.EditableText
            Accessible.name: control.name !== "" ? control.name : control.placeholderText
            Accessible.multiLine: true
            readOnly: control.readOnly
            wrapMode: TextEdit.Wrap
            textFormat: TextEdit.PlainText
            onTextChanged: if (activeFocus) control.typed(text)
            onActiveFocusChanged: if (!activeFocus) control.commit()
            Keys.onPressed: event => {
                if (event.key === Qt.Key_Return && (event.modifiers & Qt.ControlModifier)) {
                    control.commit();
                    event.accepted = true;
                } else if (event.key === Qt.Key_Escape) {
                    event.accepted = text !== control.value;
                    text = control.value;
                } else if (event.key === Qt.Key_Tab && !control.mono) {
                    nextItemInFocusChain().forceActiveFocus(Qt.TabFocusReason);
                    event.accepted = true;
                }
            }
            onCursorRectangleChanged: {
                if (cursorRectangle.y < flick.contentY)
                    flick.contentY = cursorRectangle.y;
                else if (cursorRectangle.y + cursorRectangle.height > flick.contentY + flick.height)
                    flick.contentY = cursorRectangle.y + cursorRectangle.height - flick.height;
            }
            Label {
                x: 10
                y: 7
                visible: edit.text === ""
                text: control.placeholderText
                font: control.font
                color: Theme.disabled
            }
        }
    }

    background: Rectangle {
        radius: Theme.radius
        color: control.enabled ? Theme.field : Theme.canvas
        border.width: 1
        border.color: control.invalid ? Theme.error : edit.activeFocus ? Theme.accent : control.hovered ? Theme.disabled : Theme.outline
        Rectangle {
            visible: edit.activeFocus
            anchors.fill: parent
            anchors.margins: -2
            radius: Theme.radius + 2
            color: "transparent"
            border.width: 2
            border.color: Theme.accentTint
        }
    }
}
