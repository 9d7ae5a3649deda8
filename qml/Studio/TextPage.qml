pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Formwright.Controls
import Formwright.Canvas
import Formwright.Studio

// Any file as its text. Typing is undoable like everything else; what cannot be read is said at once, with its line.
FocusScope {
    id: page

    required property DragContext drag
    required property string file

    TextFile {
        id: source
        session: Studio.session
        file: page.file
        onChanged: if (edit.text !== text && !later.running) edit.text = text
    }
    Timer { id: later; interval: 300; onTriggered: source.setText(edit.text) }
    Rectangle { anchors.fill: parent; color: Theme.panel }
    Flickable {
        id: flick
        anchors { fill: parent; bottomMargin: banner.visible ? banner.height : 0 }
        clip: true
        interactive: false
        contentWidth: Math.max(width, edit.x + edit.implicitWidth)
        contentHeight: Math.max(height, edit.implicitHeight)
        T.ScrollBar.vertical: ScrollBar {}
        T.ScrollBar.horizontal: ScrollBar {}
        WheelHandler {
            target: null
            onWheel: event => flick.contentY = Math.max(0, Math.min(flick.contentHeight - flick.height, flick.contentY - (event.pixelDelta.y || event.angleDelta.y * 0.6)))
        }
        Column {
            id: numbers
            y: edit.topPadding
            width: 48
            Repeater {
                model: edit.lineCount
                Label {
                    required property int index
                    text: index + 1
                    role: Label.Mono
                    color: index + 1 === source.problemLine ? Theme.error : Theme.disabled
                    width: 40
                    height: edit.contentHeight / Math.max(1, edit.lineCount)
                    horizontalAlignment: Text.AlignRight
                }
            }
        }
        TextEdit {
            id: edit
            x: 52
            width: Math.max(flick.width - 52, implicitWidth)
            height: Math.max(flick.height, implicitHeight)
            topPadding: Theme.m
            bottomPadding: Theme.m
            leftPadding: Theme.s
            rightPadding: Theme.l
            font.family: Theme.monoFamily
            font.pixelSize: Theme.body
            color: Theme.text
            selectionColor: Theme.accent
            selectedTextColor: Theme.accentInk
            selectByMouse: true
            wrapMode: TextEdit.NoWrap
            textFormat: TextEdit.PlainText
            focus: true
            Component.onCompleted: text = source.text
            onTextChanged: if (activeFocus && text !== source.text) later.restart()
            onActiveFocusChanged: if (!activeFocus) source.setText(text)
            onCursorRectangleChanged: {
                const right = x + cursorRectangle.x + 24;
                if (right > flick.contentX + flick.width)
                    flick.contentX = right - flick.width;
                else if (x + cursorRectangle.x < flick.contentX + 52)
                    flick.contentX = Math.max(0, cursorRectangle.x - 8);
                if (cursorRectangle.y < flick.contentY)
                    flick.contentY = cursorRectangle.y;
                else if (cursorRectangle.y + 24 > flick.contentY + flick.height)
                    flick.contentY = cursorRectangle.y + 24 - flick.height;
            }
            Keys.onTabPressed: insert(cursorPosition, "  ")
        }
    }
    Banner {
        id: banner
        visible: source.problem !== ""
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        radius: 0
        kind: "error"
        text: source.problem
    }
}
