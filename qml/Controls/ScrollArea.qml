pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

// A vertically scrolling area; its content is stretched to the width.
Flickable {
    id: area

    default property alias body: holder.data
    property int padding: 0
    property bool dragScrolls: false // by default a press belongs to what lies in the area; wheel, bar and keys scroll

    function scrollBy(amount: real): bool {
        const next = Math.max(0, Math.min(contentHeight - height, contentY + amount));
        const moved = next !== contentY;
        contentY = next;
        return moved;
    }

    interactive: dragScrolls
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    contentWidth: width
    contentHeight: holder.childrenRect.height + 2 * padding
    T.ScrollBar.vertical: ScrollBar {}

    // Scrolls so that an item inside is seen.
    function reveal(item: Item) {
        if (!item)
            return;
        const top = item.mapToItem(holder, 0, 0).y + padding;
        if (top < contentY)
            contentY = Math.max(0, top - 8);
        else if (top + item.height > contentY + height)
            contentY = Math.min(contentHeight - height, top + item.height - height + 8);
    }

    WheelHandler {
        enabled: !area.dragScrolls
        target: null
        onWheel: event => event.accepted = area.scrollBy(-(event.pixelDelta.y || event.angleDelta.y * 0.6))
    }
    Item {
        id: holder
        x: area.padding
        y: area.padding
        width: area.width - 2 * area.padding
        height: childrenRect.height
    }
}
