pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls

// The ground under what can be selected: a drag draws a band and selects what it touches, a click selects nothing.
// What can be selected is every visible item below `root` with a `bandAddress` that is not empty.
MouseArea {
    id: ground

    property Item root: parent
    property bool adding: false // Shift or Ctrl: to what is selected already
    property point from
    property point to
    readonly property bool banding: pressed && Math.abs(to.x - from.x) + Math.abs(to.y - from.y) > 6
    signal groundClicked()
    signal banded(var addresses, bool adding)

    // Every selectable item below another one, in drawing order: [{item, address}].
    function selectable(root: Item): var {
        let found = [];
        for (let i = 0; i < root.children.length; ++i) {
            const child = root.children[i];
            if (!child.visible)
                continue;
            if ((child.bandAddress ?? "") !== "")
                found.push({ item: child, address: child.bandAddress });
            found = found.concat(selectable(child));
        }
        return found;
    }
    function touched(): var {
        const left = Math.min(from.x, to.x), top = Math.min(from.y, to.y), right = Math.max(from.x, to.x), bottom = Math.max(from.y, to.y);
        return selectable(root).filter(entry => {
            const box = ground.mapFromItem(entry.item, Qt.rect(0, 0, entry.item.width, entry.item.height));
            return box.x < right && box.x + box.width > left && box.y < bottom && box.y + box.height > top;
        }).map(entry => entry.address);
    }

    acceptedButtons: Qt.LeftButton
    preventStealing: true
    onPressed: mouse => {
        from = Qt.point(mouse.x, mouse.y);
        to = from;
        adding = (mouse.modifiers & (Qt.ShiftModifier | Qt.ControlModifier)) !== 0;
    }
    onPositionChanged: mouse => to = Qt.point(mouse.x, mouse.y)
    onReleased: {
        const far = Math.abs(to.x - from.x) + Math.abs(to.y - from.y) > 6;
        if (far)
            banded(touched(), adding);
        else
            groundClicked();
    }

    Rectangle {
        visible: ground.banding
        x: Math.min(ground.from.x, ground.to.x)
        y: Math.min(ground.from.y, ground.to.y)
        z: 100
        width: Math.abs(ground.to.x - ground.from.x)
        height: Math.abs(ground.to.y - ground.from.y)
        color: Theme.accentTint
        border.width: 1
        border.color: Theme.accent
    }
}
