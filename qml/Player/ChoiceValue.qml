import QtQuick
import Formwright.Controls
import Formwright.Player

// A choice as a tag in its colour.
ShownValue {
    id: value

    implicitWidth: tag.implicitWidth
    Tag { id: tag; text: value.text; colour: Theme.state(value.tone); width: Math.min(implicitWidth, value.width) }
}
