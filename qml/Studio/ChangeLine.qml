import QtQuick
import Formwright.Controls

// One change of the data, in words.
Item {
    id: line

    property var change: ({ text: "" })
    property string kind: "plain" // or error, info

    implicitHeight: Math.max(24, words.implicitHeight + 4)
    Icon { name: line.kind === "error" ? "warning" : line.kind === "info" ? "info" : "check"; size: 14; color: line.kind === "error" ? Theme.error : line.kind === "info" ? Theme.info : Theme.success; x: 2; y: 4 }
    Label { id: words; text: line.change.text; wrapMode: Text.Wrap; x: 24; y: 2; width: parent.width - 24 }
}
