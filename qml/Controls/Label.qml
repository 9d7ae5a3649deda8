pragma ComponentBehavior: Bound
import QtQuick

// Text in one of the type scale's roles. Elides by default; set wrapMode for running text.
Text {
    id: label

    enum Role { Body, Secondary, Caption, Strong, Page, Figure, Mono }
    property int role: Label.Body

    color: !enabled ? Theme.disabled
                    : role === Label.Secondary || role === Label.Caption ? Theme.secondary : Theme.text
    font.family: role === Label.Mono ? Theme.monoFamily : Theme.family
    font.pixelSize: {
        switch (label.role) {
        case Label.Secondary:
        case Label.Caption:
        case Label.Mono: return Theme.small;
        case Label.Strong: return Theme.strong;
        case Label.Page: return Theme.page;
        case Label.Figure: return Theme.figure;
        }
        return Theme.body;
    }
    font.weight: role === Label.Strong ? Font.Medium
                                       : role === Label.Page || role === Label.Figure ? Font.DemiBold : Font.Normal
    lineHeight: wrapMode === Text.NoWrap ? 1 : 1.25
    elide: wrapMode === Text.NoWrap ? Text.ElideRight : Text.ElideNone
    verticalAlignment: Text.AlignVCenter
    textFormat: Text.PlainText
    linkColor: Theme.accent
}
