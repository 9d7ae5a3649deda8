pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Player

// Label and value pairs in as many columns as fit.
Grid {
    id: grid

    property var facts: []

    columns: Math.max(1, Math.floor(width / 220))
    columnSpacing: Theme.xl
    rowSpacing: Theme.l
    Repeater {
        model: grid.facts
        FactItem { width: (grid.width - (grid.columns - 1) * grid.columnSpacing) / grid.columns }
    }
}
