import QtQuick
import QtQuick.Templates as T
import Formwright.Controls

// Cards under headings; the model's role `group` says which. A file of its own: Qt 6.4 makes no headings in a file whose
// components are bound.
ListView {
    clip: true
    activeFocusOnTab: true
    spacing: Theme.s
    bottomMargin: Theme.xl
    boundsBehavior: Flickable.StopAtBounds
    highlightMoveDuration: 0
    currentIndex: -1
    T.ScrollBar.vertical: ScrollBar {}
    section.property: "group"
    section.delegate: SectionTitle { width: parent ? parent.width : 0 }
}
