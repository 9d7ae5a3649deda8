pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

// A calendar day as ISO text, typed or picked. `value` in ("" = none), `edited(value)` out.
TextField {
    id: control

    function acceptable(candidate: string): bool {
        if (candidate === "")
            return true;
        const parts = candidate.match(/^(\d{4})-(\d{1,2})-(\d{1,2})$/);
        if (!parts)
            return false;
        const day = new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
        return day.getMonth() === Number(parts[2]) - 1 && day.getDate() === Number(parts[3]);
    }
    function commit() {
        invalid = !acceptable(text);
        if (invalid || text === value)
            return;
        const parts = text.split("-");
        edited(text === "" ? "" : `${parts[0]}-${parts[1].padStart(2, "0")}-${parts[2].padStart(2, "0")}`);
    }

    placeholderText: qsTr("YYYY-MM-DD")
    iconName: "date"
    onValueChanged: invalid = false
    rightPadding: 34
    Keys.onDownPressed: popup.open()

    IconButton {
        iconName: "chevron-down"
        size: 24
        tip: qsTr("Open the calendar")
        anchors { right: parent.right; rightMargin: 4; verticalCenter: parent.verticalCenter }
        onClicked: popup.visible ? popup.close() : popup.open()
    }
    T.Popup {
        id: popup
        y: control.height + 4
        padding: Theme.s
        margins: Theme.s
        focus: true
        implicitWidth: 268
        implicitHeight: 280
        closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent
        contentItem: Calendar {
            focus: true
            value: control.acceptable(control.text) ? control.text : ""
            onPicked: value => { control.text = value; popup.close(); control.commit(); }
        }
        background: PopupFrame {}
    }
}
