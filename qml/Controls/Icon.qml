pragma ComponentBehavior: Bound
import QtQuick

// An icon of the one set, by its semantic name.
Text {
    id: icon

    property string name
    property int size: Theme.icon

    text: Icons.glyph(icon.name)
    width: size
    height: size
    color: Theme.secondary
    font.family: Theme.iconFamily
    font.pixelSize: size
    horizontalAlignment: Text.AlignHCenter
    verticalAlignment: Text.AlignVCenter
    renderType: Text.QtRendering
    Accessible.ignored: true
}
