import QtQuick
import Formwright.Controls
import Formwright.Studio

// A time of day, 09:30; a bare hour or 9.30 is understood.
TextField {
    id: editor

    required property var row

    name: row.label
    // "9" → 09:00, "9:5" → 09:05; "" when it is no time.
    function time(text) {
        const match = text.trim().match(/^(\d{1,2})(?:[:.：](\d{1,2}))?$/);
        if (!match || Number(match[1]) > 23 || Number(match[2] ?? 0) > 59)
            return "";
        return match[1].padStart(2, "0") + ":" + (match[2] ?? "0").padStart(2, "0");
    }

    implicitHeight: 30
    value: row.value ?? ""
    placeholderText: row.fallback !== "" ? row.fallback : "09:00"
    invalid: text !== "" && time(text) === ""
    onEdited: text => {
        if (text === "" || time(text) !== "")
            Studio.inspector.set(editor.row.index, text === "" ? "" : time(text));
    }
}
