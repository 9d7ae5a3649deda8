pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

// One of many, with search when there are more than eight. `options` is a list of {value, text, icon?, colour?, detail?};
// `value` in, `edited(value)` out. With `clearable` the empty choice is offered.
T.AbstractButton {
    id: control

    property var options: []
    property var value
    property string placeholderText: qsTr("Choose…")
    property bool clearable: false
    property bool invalid: false
    property string iconName
    property bool quiet: false
    readonly property var current: options.find(option => option.value === value) ?? null
    signal edited(var value)

    implicitWidth: 200
    implicitHeight: Theme.control
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.ComboBox
    property string name // for screen readers, before what is chosen
    Accessible.name: (name !== "" ? name + ": " : "") + (current ? current.text : placeholderText)
    onClicked: popup.visible ? popup.close() : popup.open()
    Keys.onPressed: event => {
        if ([Qt.Key_Down, Qt.Key_Space, Qt.Key_Return, Qt.Key_Enter].includes(event.key)) {
            popup.open();
            event.accepted = true;
        }
    }

    contentItem: Item {
        Rectangle {
            id: swatch
            visible: control.current?.colour !== undefined
            width: 8
            height: 8
            radius: 4
            x: 10
            color: control.current?.colour ?? "transparent"
            anchors.verticalCenter: parent.verticalCenter
        }
        Icon {
            id: leading
            visible: name !== "" && !swatch.visible
            name: control.current?.icon ?? control.iconName
            x: 8
            anchors.verticalCenter: parent.verticalCenter
        }
        Label {
            anchors { left: parent.left; right: arrow.left; verticalCenter: parent.verticalCenter }
            anchors.leftMargin: leading.visible ? 30 : swatch.visible ? 26 : 10
            text: control.current ? control.current.text
                                  : control.value !== undefined && control.value !== null && control.value !== ""
                                    ? String(control.value) : control.placeholderText
            color: !control.enabled || (!control.current && !control.value) ? Theme.disabled : Theme.text
        }
        Icon {
            id: arrow
            name: "chevron-down"
            anchors { right: parent.right; rightMargin: 8; verticalCenter: parent.verticalCenter }
        }
    }

    background: Rectangle {
        radius: Theme.radius
        color: control.quiet ? (control.hovered ? Theme.hover : "transparent") : control.enabled ? Theme.field : Theme.canvas
        border.width: control.quiet ? 0 : 1
        border.color: control.invalid ? Theme.error : popup.visible ? Theme.accent : control.hovered && control.enabled ? Theme.disabled : Theme.outline
        FocusRing { active: control.visualFocus }
    }

    ChoicePopup {
        id: popup
        y: control.height + 4
        width: Math.max(control.width, 160)
        options: control.clearable ? [{ value: "", text: "—" }, ...control.options] : control.options
        value: control.value
        onPicked: value => { control.edited(value); control.forceActiveFocus(); }
    }
}
