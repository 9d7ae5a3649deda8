pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

// Words as chips with a place to type the next one; Enter, comma or semicolon ends a word, Backspace on an empty line takes the
// last one back. `value` is a list of texts, `edited(value)` gives a new one.
T.Control {
    id: control

    property var value: []
    property bool invalid: false
    property string placeholderText: qsTr("Add…")
    readonly property alias typing: input.text
    signal edited(var value)

    function add(text) { // without types: they make qmllint 6.4 crash here
        const word = text.trim().replace(/\s+/g, " ");
        if (word === "")
            return false;
        const words = Array.from(value);
        if (!words.includes(word))
            edited(words.concat([word]));
        return true;
    }
    function remove(index: int) { edited(Array.from(value).filter((word, at) => at !== index)); }

    implicitWidth: 200
    implicitHeight: Math.max(Theme.control, flow.implicitHeight + 10)
    Accessible.role: Accessible.EditableText
    onActiveFocusChanged: if (activeFocus) input.forceActiveFocus(Qt.TabFocusReason)

    contentItem: Item {
        Flow {
            id: flow
            x: 6
            y: 5
            width: parent.width - 12
            spacing: 4
            Repeater {
                model: Array.from(control.value)
                Tag {
                    required property string modelData
                    required property int index
                    text: modelData
                    removable: control.enabled
                    width: Math.min(implicitWidth, flow.width)
                    onRemoved: control.remove(index)
                }
            }
            TextInput {
                id: input
                visible: control.enabled
                // Without width it takes no place in the flow: the tags alone need no line more while nobody types.
                width: !activeFocus && text === "" && control.value.length > 0 ? 0 : Math.max(80, Math.min(contentWidth + 12, flow.width))
                height: 22
                leftPadding: 4
                verticalAlignment: TextInput.AlignVCenter
                font.family: Theme.family
                font.pixelSize: Theme.body
                color: Theme.text
                selectionColor: Theme.accent
                selectedTextColor: Theme.accentInk
                clip: true
                onTextEdited: {
                    const parts = text.split(/[,，;；、|]/);
                    if (parts.length < 2)
                        return;
                    const rest = parts.pop();
                    let words = Array.from(control.value);
                    for (const part of parts) {
                        const word = part.trim().replace(/\s+/g, " ");
                        if (word !== "" && !words.includes(word))
                            words.push(word);
                    }
                    text = rest;
                    control.edited(words);
                }
                onEditingFinished: if (control.add(text)) text = ""
                Keys.onPressed: event => {
                    if (event.key === Qt.Key_Backspace && text === "" && control.value.length > 0) {
                        control.remove(control.value.length - 1);
                        event.accepted = true;
                    }
                }
                Keys.onEscapePressed: event => { event.accepted = text !== ""; text = ""; }
                Label {
                    x: 4
                    visible: input.text === "" && input.preeditText === "" && control.value.length === 0
                    text: control.placeholderText
                    color: Theme.disabled
                    anchors.verticalCenter: parent.verticalCenter
                }
            }
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: control.enabled ? Theme.field : Theme.canvas
        border.width: 1
        border.color: control.invalid ? Theme.error : input.activeFocus ? Theme.accent : control.hovered && control.enabled ? Theme.disabled : Theme.outline
        TapHandler { onTapped: input.forceActiveFocus() }
        Rectangle {
            visible: input.activeFocus
            anchors.fill: parent
            anchors.margins: -2
            radius: Theme.radius + 2
            color: "transparent"
            border.width: 2
            border.color: control.invalid ? Theme.tint(Theme.error) : Theme.accentTint
        }
    }
}
