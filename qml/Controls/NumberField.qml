pragma ComponentBehavior: Bound
import QtQuick

// A number as exact text, with a unit. `value` in, `edited(value)` out only when it reads as a number (or is empty);
// otherwise `invalid` turns on and the text stays for correction. Arrow keys step.
TextField {
    id: control

    property int decimals: -1 // -1: any
    property real step: 1
    property real minimum: -Infinity
    property real maximum: Infinity

    function acceptable(candidate: string): bool {
        if (candidate === "")
            return true;
        if (!/^[-+]?\d*(\.\d*)?$/.test(candidate) || !/\d/.test(candidate))
            return false;
        const point = candidate.indexOf(".");
        if (decimals >= 0 && point >= 0 && candidate.length - point - 1 > decimals)
            return false;
        return Number(candidate) >= minimum && Number(candidate) <= maximum;
    }
    function commit() {
        invalid = !acceptable(text);
        if (!invalid && text !== value)
            edited(text);
    }
    function stepBy(amount: real) {
        const next = Number(text) + amount;
        const places = Math.max((text.split(".")[1] ?? "").length, step % 1 ? 1 : 0);
        if (next >= minimum && next <= maximum) {
            text = Number(next).toFixed(places);
            commit();
        }
    }

    onTyped: text => invalid = !acceptable(text)
    onValueChanged: invalid = false
    horizontalAlignment: TextInput.AlignRight
    inputMethodHints: Qt.ImhFormattedNumbersOnly
    Keys.onUpPressed: stepBy(step)
    Keys.onDownPressed: stepBy(-step)
}
