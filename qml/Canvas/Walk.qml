pragma Singleton
import QtQuick

// Walking over what can be selected with the arrow keys.
QtObject {
    id: walk

    // The entry of `entries` ([{item, address}]) that lies next to the one of `address` in a direction; null when none does.
    function next(entries: var, address: string, key: int, frame: Item): var {
        const boxes = entries.map(entry => ({ entry, box: frame.mapFromItem(entry.item, Qt.rect(0, 0, entry.item.width, entry.item.height)) }));
        const from = boxes.find(each => each.entry.address === address);
        if (!from)
            return boxes.length > 0 ? boxes[0].entry : null;
        const sideways = key === Qt.Key_Left || key === Qt.Key_Right;
        const sign = key === Qt.Key_Right || key === Qt.Key_Down ? 1 : -1;
        let best = null, least = Infinity;
        for (const each of boxes) {
            if (each === from || contains(each.box, from.box))
                continue;
            const ahead = sideways ? sign * (middle(each.box, true) - middle(from.box, true)) : sign * (middle(each.box, false) - middle(from.box, false));
            const aside = sideways ? gap(each.box.y, each.box.height, from.box.y, from.box.height) : gap(each.box.x, each.box.width, from.box.x, from.box.width);
            if (ahead < 2)
                continue;
            const cost = ahead + aside * 4;
            if (cost < least) {
                least = cost;
                best = each.entry;
            }
        }
        return best;
    }
    function middle(box: rect, across: bool): real { return across ? box.x + box.width / 2 : box.y + box.height / 2; }
    function contains(outer: rect, inner: rect): bool {
        return outer.x <= inner.x && outer.y <= inner.y && outer.x + outer.width >= inner.x + inner.width && outer.y + outer.height >= inner.y + inner.height;
    }
    // How far two spans are apart; 0 when they overlap.
    function gap(a: real, aLength: real, b: real, bLength: real): real {
        return Math.max(0, Math.max(a, b) - Math.min(a + aLength, b + bLength));
    }
}
