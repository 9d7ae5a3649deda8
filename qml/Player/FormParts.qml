pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Player

// Pieces of a form on a grid of twelve columns; sections hold pieces of their own.
Flow {
    id: flow

    property var parts: []
    property var owner: null // the FormView: knows every field's control
    readonly property bool single: width < 420 // one column where two would be cramped

    function widthOf(columns: int): real {
        const span = single ? 12 : columns;
        return Math.floor((width + spacing) * span / 12 - spacing);
    }

    spacing: Theme.l
    Repeater {
        model: flow.parts
        FormPiece {
            id: piece
            owner: flow.owner
            width: flow.widthOf(piece.modelData.kind === "field" ? piece.modelData.width : 12)
        }
    }
}
