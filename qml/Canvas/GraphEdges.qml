import QtQuick
import QtQuick.Shapes
import Formwright.Controls

// All edges of a graph in one shape: right angles with round corners. `edges` is [{points: [point]}].
Shape {
    id: shape

    property var edges: []
    property color colour: Theme.outline

    function corner(from: point, via: point, to: point): string {
        const before = Math.hypot(via.x - from.x, via.y - from.y), after = Math.hypot(to.x - via.x, to.y - via.y);
        const radius = Math.min(10, before / 2, after / 2);
        if (radius < 1)
            return ` L ${via.x} ${via.y}`;
        const ax = via.x - (via.x - from.x) / before * radius, ay = via.y - (via.y - from.y) / before * radius;
        const bx = via.x + (to.x - via.x) / after * radius, by = via.y + (to.y - via.y) / after * radius;
        return ` L ${ax} ${ay} Q ${via.x} ${via.y} ${bx} ${by}`;
    }
    function path(points: var): string {
        let text = `M ${points[0].x} ${points[0].y}`;
        for (let i = 1; i < points.length - 1; ++i)
            text += corner(points[i - 1], points[i], points[i + 1]);
        const last = points[points.length - 1];
        return text + ` L ${last.x} ${last.y}`;
    }

    ShapePath {
        strokeColor: shape.colour
        strokeWidth: 2
        fillColor: "transparent"
        joinStyle: ShapePath.RoundJoin
        PathSvg { path: shape.edges.map(edge => shape.path(edge.points)).join(" ") }
    }
}
