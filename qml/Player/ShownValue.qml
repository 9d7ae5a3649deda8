import QtQuick
import Formwright.Controls
import Formwright.Player

// What the special ways of showing a value share.
Item {
    property string text
    property string tone

    implicitHeight: 22
}
