pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

// A tree as a flat model with the roles `label`, `icon`, `colour`, `depth`, `expandable`, `expanded`, `count`, `mark`
// ("" | "error" | "warning" | "dirty"). The model owns what is unfolded: `toggled(row)` asks for it.
// Keys: up/down walk, left/right fold, Enter opens, the menu key or right click asks for a menu.
ListView {
    id: tree

    property bool showCounts: true
    signal toggled(int row)
    signal activated(int row)
    signal menuRequested(int row, real x, real y)

    clip: true
    boundsBehavior: Flickable.StopAtBounds
    highlightMoveDuration: 0
    activeFocusOnTab: true
    currentIndex: -1
    T.ScrollBar.vertical: ScrollBar {}
    Accessible.role: Accessible.Tree

    Keys.onPressed: event => {
        const item = tree.currentItem as TreeRow;
        event.accepted = true;
        switch (event.key) {
        case Qt.Key_Right:
            if (item && item.expandable && !item.expanded)
                tree.toggled(tree.currentIndex);
            else
                tree.incrementCurrentIndex();
            break;
        case Qt.Key_Left:
            if (item && item.expandable && item.expanded)
                tree.toggled(tree.currentIndex);
            else
                tree.decrementCurrentIndex();
            break;
        case Qt.Key_Return:
        case Qt.Key_Enter:
        case Qt.Key_Space:
            if (tree.currentIndex >= 0)
                tree.activated(tree.currentIndex);
            break;
        case Qt.Key_Menu:
            if (item)
                tree.menuRequested(tree.currentIndex, 40, item.y - tree.contentY + Theme.row);
            break;
        default:
            event.accepted = false;
        }
    }

    delegate: TreeRow {
        required property var model
        colour: model.colour ?? Theme.secondary
        width: ListView.view.width
        current: ListView.isCurrentItem
        focused: tree.activeFocus
        showCount: tree.showCounts
        onToggled: tree.toggled(index)
        onActivated: { tree.currentIndex = index; tree.forceActiveFocus(Qt.MouseFocusReason); tree.activated(index); }
        onMenuRequested: (x, y) => { tree.currentIndex = index; const at = mapToItem(tree, x, y); tree.menuRequested(index, at.x, at.y); }
    }
}
