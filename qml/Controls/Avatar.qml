pragma ComponentBehavior: Bound
import QtQuick

// A person as a coloured disc with an initial (the last two characters of a Chinese name).
Rectangle {
    id: avatar

    property string name
    property int size: 24

    function initials(name) { // untyped: qmllint 6.4 dies on the typed form
        const trimmed = name.trim();
        if (trimmed.charCodeAt(0) >= 0x2e80)
            return avatar.size >= 28 ? trimmed.slice(-2) : trimmed.slice(-1);
        const words = trimmed.split(/\s+/);
        return `${words[0].charAt(0)}${words.length > 1 ? words[words.length - 1].charAt(0) : ""}`.toUpperCase();
    }
    function hue(name: string): string {
        const sum = Array.from(name).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 997, 0);
        return Theme.chart[sum % Theme.chart.length];
    }

    implicitWidth: size
    implicitHeight: size
    radius: size / 2
    color: Theme.tint(hue(name))
    Accessible.name: name

    Label {
        anchors.centerIn: parent
        text: avatar.initials(avatar.name)
        font.pixelSize: Math.max(10, Math.round(avatar.size * 0.42))
        font.weight: Font.Medium
        color: Theme.text
    }
}
