pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls

// The shape of a chart without data: which kind it is, no figures that could be taken for real.
Item {
    id: sketch

    property string type
    property var labels: []
    readonly property var heights: [0.45, 0.8, 0.6, 1, 0.35, 0.7, 0.5, 0.9]

    Row {
        visible: sketch.type === "bar"
        anchors.fill: parent
        spacing: 12
        Repeater {
            model: sketch.type === "bar" ? sketch.heights : []
            Rectangle {
                required property real modelData
                width: Math.max(8, (sketch.width - 7 * 12) / 8)
                height: sketch.height * modelData
                anchors.bottom: parent.bottom
                radius: 2
                color: Theme.tint(Theme.chart[0])
            }
        }
    }
    Canvas {
        visible: sketch.type === "line" || sketch.type === "pie"
        anchors.fill: parent
        readonly property color ink: Theme.chart[0]
        readonly property bool dark: Theme.dark
        onDarkChanged: requestPaint()
        onWidthChanged: requestPaint()
        onPaint: {
            const context = getContext("2d");
            context.clearRect(0, 0, width, height);
            if (sketch.type === "line") {
                context.beginPath();
                sketch.heights.forEach((value, i) => {
                    const x = i * width / (sketch.heights.length - 1), y = height - value * height * 0.85 - 2;
                    if (i === 0) context.moveTo(x, y); else context.lineTo(x, y);
                });
                context.lineWidth = 2;
                context.strokeStyle = Qt.rgba(ink.r, ink.g, ink.b, 0.45);
                context.stroke();
                return;
            }
            const radius = Math.min(width, height) / 2 - 2;
            let from = -Math.PI / 2;
            [0.45, 0.3, 0.25].forEach((share, i) => {
                const colour = Qt.darker(Theme.chart[i], 1);
                context.beginPath();
                context.arc(width / 2, height / 2, radius, from, from + share * 2 * Math.PI);
                context.arc(width / 2, height / 2, radius * 0.6, from + share * 2 * Math.PI, from, true);
                context.closePath();
                context.fillStyle = Qt.rgba(colour.r, colour.g, colour.b, 0.3);
                context.fill();
                from += share * 2 * Math.PI;
            });
        }
    }
    Column {
        visible: sketch.type === "funnel"
        anchors.fill: parent
        spacing: 6
        Repeater {
            id: steps
            model: sketch.type === "funnel" ? (sketch.labels.length > 0 ? sketch.labels : ["", "", ""]) : []
            Rectangle {
                id: step
                required property int index
                required property string modelData
                width: sketch.width * (1 - index * 0.6 / Math.max(1, steps.count))
                height: Math.min(36, (sketch.height - 6 * (steps.count - 1)) / Math.max(1, steps.count))
                radius: 3
                color: Theme.tint(Theme.chart[0])
                Label { text: step.modelData; role: Label.Secondary; x: 10; width: parent.width - 20; anchors.verticalCenter: parent.verticalCenter }
            }
        }
    }
    Column {
        visible: sketch.type === "table"
        anchors.fill: parent
        Repeater {
            model: sketch.type === "table" ? 5 : 0
            Item {
                id: line
                required property int index
                width: sketch.width
                height: sketch.height / 5
                Rectangle { width: parent.width * (0.3 + 0.08 * (line.index % 3)); height: 8; radius: 4; color: Theme.pressed; anchors.verticalCenter: parent.verticalCenter }
                Rectangle { width: 48; height: 8; radius: 4; color: Theme.pressed; anchors { right: parent.right; verticalCenter: parent.verticalCenter } }
                Divider { anchors.bottom: parent.bottom; width: parent.width }
            }
        }
    }
}
