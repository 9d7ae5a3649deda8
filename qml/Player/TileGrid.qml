pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Player

// Tiles in rows of twelve columns; the tiles of one row are equally high.
Item {
    id: grid

    property var tiles: []
    readonly property int gap: Theme.l
    // Narrow windows give every tile more columns, so that nothing is squeezed.
    readonly property real stretch: width < 480 ? 4 : width < 720 ? 2 : 1
    readonly property var places: layOut(tiles, width)
    signal picked(string tile, string group, string title)

    function heightOf(tile: var): int { return tile.kind === "kpi" ? 152 : 320; }
    function layOut(tiles: var, width: real): var {
        const places = [];
        let row = [], used = 0, y = 0;
        const finish = () => {
            const height = row.reduce((most, at) => Math.max(most, heightOf(tiles[at])), 0);
            // The last tile takes what is left of its row, unless that makes it more than half as wide again.
            const spare = 12 - used;
            if (row.length > 0 && spare > 0 && spare <= places[row[row.length - 1]].span / 2)
                places[row[row.length - 1]].span += spare;
            let x = 0;
            for (const at of row) {
                const w = Math.floor((width + gap) * places[at].span / 12) - gap;
                Object.assign(places[at], { x, y, width: w, height });
                x += w + gap;
            }
            y += row.length > 0 ? height + gap : 0;
            row = [];
            used = 0;
        };
        for (let i = 0; i < tiles.length; ++i) {
            const span = Math.min(12, tiles[i].width * stretch);
            if (used + span > 12)
                finish();
            places.push({ span, x: 0, y: 0, width: 0, height: 0 });
            row.push(i);
            used += span;
        }
        finish();
        reach = y;
        return places;
    }
    property real reach: 0 // lower edge of the last row

    implicitHeight: reach + Theme.s
    height: implicitHeight
    Repeater {
        model: grid.tiles
        TileCard {
            id: card
            required property int index
            required property TileObject modelData
            readonly property var place: grid.places[index] ?? { x: 0, y: 0, width: 0, height: 0 }
            tile: modelData
            x: place.x
            y: place.y
            width: place.width
            height: place.height
            onPicked: (group, title) => grid.picked(modelData.id, group, title)
        }
    }
}
