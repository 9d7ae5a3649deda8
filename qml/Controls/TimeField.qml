pragma ComponentBehavior: Bound
import QtQuick

// A time of day as "HH:mm" (or "HH:mm:ss"), typed or picked from half hours. `value` in ("" = none), `edited(value)` out.
TextField {
    id: control

    property int step: 30 // minutes between the times offered

    // "930", "9:30", "9.30" and "９：３０" read as "09:30"; undefined when it is no time.
    function normal(candidate: string): var {
        const plain = candidate.normalize("NFKC").trim();
        if (plain === "")
            return "";
        const parts = plain.match(/^(\d{1,2})[:.时点](\d{1,2})?(?:[:.分](\d{1,2}))?[分秒]?$/) ?? plain.match(/^(\d{1,2})(\d{2})?$/);
        if (!parts || Number(parts[1]) > 23 || Number(parts[2] ?? 0) > 59 || Number(parts[3] ?? 0) > 59)
            return undefined;
        const two = part => (part ?? "0").padStart(2, "0");
        return two(parts[1]) + ":" + two(parts[2]) + (Number(parts[3] ?? 0) > 0 ? ":" + two(parts[3]) : "");
    }
    function commit() {
        const time = normal(text);
        invalid = time === undefined;
        if (invalid)
            return;
        if (text !== time)
            text = time;
        if (time !== value)
            edited(time);
    }

    placeholderText: qsTr("hh:mm")
    iconName: "time"
    onValueChanged: invalid = false
    rightPadding: 34
    Keys.onDownPressed: popup.open()

    IconButton {
        iconName: "chevron-down"
        size: 24
        tip: qsTr("Choose a time")
        anchors { right: parent.right; rightMargin: 4; verticalCenter: parent.verticalCenter }
        onClicked: popup.visible ? popup.close() : popup.open()
    }
    ChoicePopup {
        id: popup
        y: control.height + 4
        width: Math.max(control.width, 110)
        searchable: false
        options: Array.from({ length: Math.floor(1440 / control.step) }, (none, index) => {
            const minutes = index * control.step;
            const text = String(Math.floor(minutes / 60)).padStart(2, "0") + ":" + String(minutes % 60).padStart(2, "0");
            return { value: text, text: text };
        })
        value: control.value
        onPicked: value => { control.text = value; control.commit(); control.forceActiveFocus(); }
    }
}
