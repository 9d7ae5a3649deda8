pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

// One line of text. `value` comes in, `edited(value)` goes out when the person leaves the field or presses Enter;
// `typed(text)` at each key stroke. Esc gives the value back.
T.TextField {
    id: control

    property string value
    property bool invalid: false
    property string iconName
    property string unit
    property bool clearable: false
    property bool mono: false
    property bool reverts: true // off in a dialog, where Esc closes the dialog at once
    property string name // for screen readers; else the placeholder
    signal edited(string value)
    signal typed(string text)

    function commit() {
        if (text !== value)
            edited(text);
    }

    text: value
    onValueChanged: if (text !== value) text = value
    onTextEdited: typed(text)
    onEditingFinished: commit()
    onTextChanged: if (!activeFocus) cursorPosition = 0 // a long text shows its beginning
    onActiveFocusChanged: if (!activeFocus) cursorPosition = 0
    Keys.onEscapePressed: event => {
        event.accepted = reverts && text !== value;
        if (!event.accepted)
            return;
        text = value;
        typed(text);
    }

    Accessible.role: Accessible.EditableText
    Accessible.name: name !== "" ? name : placeholderText
    implicitWidth: 200
    implicitHeight: Theme.control
    leftPadding: iconName !== "" ? 30 : 10
    rightPadding: 10 + (unit !== "" ? unitLabel.implicitWidth + 6 : 0) + (clearButton.visible ? 20 : 0)
    topPadding: 0
    bottomPadding: 0
    verticalAlignment: TextInput.AlignVCenter
    color: enabled ? Theme.text : Theme.disabled
    placeholderTextColor: Theme.disabled
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentInk
    selectByMouse: true
    font.family: mono ? Theme.monoFamily : Theme.family
    font.pixelSize: mono ? Theme.small : Theme.body

    Label {
        x: control.leftPadding
        width: control.width - control.leftPadding - control.rightPadding
        height: control.height
        visible: control.text === "" && control.preeditText === ""
        text: control.placeholderText
        color: Theme.disabled
        font: control.font
    }
    Icon {
        visible: control.iconName !== ""
        name: control.iconName
        x: 9
        anchors.verticalCenter: parent.verticalCenter
    }
    Label {
        id: unitLabel
        visible: control.unit !== ""
        text: control.unit
        role: Label.Secondary
        anchors { right: parent.right; rightMargin: 10; verticalCenter: parent.verticalCenter }
    }
    IconButton {
        id: clearButton
        visible: control.clearable && control.text !== "" && control.enabled
        iconName: "close"
        iconSize: 14
        size: 22
        tip: qsTr("Clear")
        anchors { right: parent.right; rightMargin: 5; verticalCenter: parent.verticalCenter }
        onClicked: { control.clear(); control.typed(""); control.commit(); control.forceActiveFocus(); }
    }

    background: Rectangle {
        radius: Theme.radius
        color: control.enabled ? Theme.field : Theme.canvas
        border.width: 1
        border.color: control.invalid ? Theme.error : control.activeFocus ? Theme.accent
                                      : control.hovered && control.enabled ? Theme.disabled : Theme.outline
        Rectangle {
            visible: control.activeFocus
            anchors.fill: parent
            anchors.margins: -2
            radius: Theme.radius + 2
            color: "transparent"
            border.width: 2
            border.color: control.invalid ? Theme.tint(Theme.error) : Theme.accentTint
        }
    }
}
