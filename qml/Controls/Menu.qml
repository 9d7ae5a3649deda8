pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

// A menu of MenuItem and MenuSeparator.
T.Menu {
    id: menu

    padding: 4
    margins: 8
    overlap: 1
    implicitWidth: Math.max(180, contentWidth + leftPadding + rightPadding)
    implicitHeight: contentHeight + topPadding + bottomPadding
    contentWidth: {
        let widest = 160;
        for (let i = 0; i < count; ++i)
            widest = Math.max(widest, itemAt(i)?.implicitWidth ?? 0);
        return Math.min(widest, 360);
    }
    contentItem: ListView {
        implicitHeight: contentHeight
        model: menu.contentModel
        interactive: contentHeight > height
        clip: interactive
        currentIndex: menu.currentIndex
    }
    delegate: MenuItem {}
    background: PopupFrame {}
}
