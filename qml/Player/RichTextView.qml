import QtQuick
import Formwright.Controls
import Formwright.Player

// Rich text as people read it. Links open in the browser.
Item {
    id: view

    property string html
    property bool framed: false
    readonly property int margin: framed ? 10 : 0
    // The few elements of model/formats/richtext.h in the theme's colours and sizes.
    readonly property string style: `<style>h1{font-size:18px;font-weight:600} h2{font-size:15px;font-weight:600} h3{font-size:13px;font-weight:600} a{color:${Theme.accent}} blockquote{color:${Theme.secondary}} code,pre{font-family:'${Theme.monoFamily}'}</style>`

    implicitWidth: 240
    implicitHeight: text.implicitHeight + 2 * margin

    Rectangle {
        visible: view.framed
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.canvas
        border.width: 1
        border.color: Theme.hairline
    }
    Text {
        id: text
        x: view.margin
        y: view.margin
        width: parent.width - 2 * view.margin
        text: view.style + view.html
        textFormat: Text.RichText
        wrapMode: Text.Wrap
        color: Theme.text
        font.family: Theme.family
        font.pixelSize: Theme.body
        lineHeight: 1.2
        onLinkActivated: link => Qt.openUrlExternally(link)
        HoverHandler { cursorShape: text.hoveredLink !== "" ? Qt.PointingHandCursor : Qt.ArrowCursor }
    }
}
