import QtQuick
import Formwright.Controls
import Formwright.Player

// One label above its value.
Column {
    id: fact

    required property var modelData
    readonly property bool running: modelData.kind === "text"

    spacing: 2
    Label { text: fact.modelData.label; role: Label.Caption; width: parent.width }
    Label {
        visible: fact.running
        text: fact.modelData.text
        wrapMode: Text.Wrap
        width: parent.width
    }
    ValueCell {
        visible: !fact.running
        text: fact.modelData.text
        kind: fact.modelData.kind
        tone: fact.modelData.tone
        inCell: false
        width: parent.width
        height: 22
    }
}
