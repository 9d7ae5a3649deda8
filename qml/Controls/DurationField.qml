pragma ComponentBehavior: Bound
import QtQuick

// A length of time as days, hours and minutes (seconds when it has some). `value` is ISO 8601 ("P1DT2H30M", "" = none),
// `edited(value)` out.
FocusScope {
    id: control

    property string value
    property bool invalid: false
    readonly property var parts: value.match(/^(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?$/)
    readonly property int seconds: !parts ? 0 : (Number(parts[2] ?? 0) * 86400 + Number(parts[3] ?? 0) * 3600 + Number(parts[4] ?? 0) * 60 + Number(parts[5] ?? 0))
    signal edited(string value)

    // `amount` "" counts as 0; all boxes empty is no duration at all.
    function put(days, hours, minutes, rest) { // without types: they make qmllint 6.4 crash here
        if (days === "" && hours === "" && minutes === "" && rest === "") {
            edited("");
            return;
        }
        let total = Number(days) * 86400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(rest);
        const day = Math.floor(total / 86400);
        const hour = Math.floor(total / 3600) % 24;
        const minute = Math.floor(total / 60) % 60;
        const second = total % 60;
        const time = (hour > 0 ? hour + "H" : "") + (minute > 0 ? minute + "M" : "") + (second > 0 ? second + "S" : "");
        const iso = "P" + (day > 0 ? day + "D" : "") + (time !== "" ? "T" + time : "");
        const next = iso === "P" ? "PT0S" : iso;
        if (next !== value)
            edited(next);
    }

    implicitWidth: 240
    implicitHeight: Theme.control
    onActiveFocusChanged: if (activeFocus && !days.activeFocus && !hours.activeFocus && !minutes.activeFocus && !rest.activeFocus) days.forceActiveFocus(Qt.TabFocusReason)

    component Box: NumberField {
        id: box
        required property int amount
        decimals: 0
        minimum: 0
        maximum: 9999999
        invalid: control.invalid
        width: (control.width - (rest.visible ? 3 : 2) * 4) / (rest.visible ? 4 : 3)
        value: control.value === "" ? "" : String(amount)
        onEdited: control.put(days.text, hours.text, minutes.text, rest.visible ? rest.text : "")
    }
    Row {
        spacing: 4
        Box { id: days; unit: qsTr("d", "days"); amount: Math.floor(control.seconds / 86400); Accessible.name: qsTr("Days") }
        Box { id: hours; unit: qsTr("h", "hours"); amount: Math.floor(control.seconds / 3600) % 24; Accessible.name: qsTr("Hours") }
        Box { id: minutes; unit: qsTr("min", "minutes"); amount: Math.floor(control.seconds / 60) % 60; Accessible.name: qsTr("Minutes") }
        Box { id: rest; visible: control.seconds % 60 > 0; unit: qsTr("s", "seconds"); amount: control.seconds % 60; Accessible.name: qsTr("Seconds") }
    }
}
