import QtQuick
import QtQuick.Shapes
import Formwright.Controls
import Formwright.Player

// A score as a ring filled to `part` (0…1), with its figure inside.
Item {
    id: ring

    property real part: 0
    property string text
    property color colour: Theme.accent
    property int thickness: 6
    readonly property real radius: (width - thickness) / 2

    implicitWidth: 72
    implicitHeight: 72
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Shape {
        anchors.fill: parent
        ShapePath {
            fillColor: "transparent"
            strokeColor: Theme.tint(ring.colour)
            strokeWidth: ring.thickness
            PathAngleArc {
                centerX: ring.width / 2
                centerY: ring.height / 2
                radiusX: ring.radius
                radiusY: ring.radius
                sweepAngle: 360
            }
        }
        ShapePath {
            fillColor: "transparent"
            strokeColor: ring.part > 0 ? ring.colour : "transparent"
            strokeWidth: ring.thickness
            capStyle: ShapePath.RoundCap
            PathAngleArc {
                centerX: ring.width / 2
                centerY: ring.height / 2
                radiusX: ring.radius
                radiusY: ring.radius
                startAngle: -90
                sweepAngle: 360 * ring.part
            }
        }
    }
    Label {
        anchors.centerIn: parent
        text: ring.text
        role: Label.Page
    }
}
