import QtQuick
import Formwright.Controls
import Formwright.Player

// One label above its value.
Column {
    id: fact

    required property var modelData
    readonly property bool rich: modelData.kind === "rich_text"
    readonly property bool link: modelData.kind === "url"
    readonly property bool running: modelData.kind === "text"

    spacing: 2
    Label { text: fact.modelData.label; role: Label.Caption; width: parent.width }
    Label {
        visible: fact.running
        text: fact.modelData.text
        wrapMode: Text.Wrap
        width: parent.width
    }
    Label {
        visible: fact.link
        text: fact.modelData.text
        color: Theme.accent
        font.underline: hover.hovered
        width: Math.min(implicitWidth, parent.width)
        TapHandler { onTapped: Qt.openUrlExternally(fact.modelData.text) }
        HoverHandler { id: hover; cursorShape: Qt.PointingHandCursor }
    }
    RichTextView {
        visible: fact.rich
        html: fact.modelData.html ?? ""
        width: parent.width
    }
    Label {
        visible: text !== ""
        text: fact.modelData.words ?? ""
        role: Label.Caption
        wrapMode: Text.Wrap
        width: parent.width
    }
    ValueCell {
        visible: !fact.running && !fact.rich && !fact.link
        text: fact.modelData.text
        kind: fact.modelData.kind
        tone: fact.modelData.tone
        inCell: false
        width: parent.width
        height: 22
    }
}
