pragma ComponentBehavior: Bound
import QtQuick

// A hairline, horizontal unless `vertical`.
Rectangle {
    property bool vertical: false

    implicitWidth: vertical ? 1 : 16
    implicitHeight: vertical ? 16 : 1
    color: Theme.hairline
}
