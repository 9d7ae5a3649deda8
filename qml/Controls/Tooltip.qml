import QtQuick

// The tip of its parent: loaded only when it is first needed. Set `shown` from the parent's hover.
Loader {
    id: tip

    property string text
    property string shortcut
    property bool shown: false

    onShownChanged: {
        if (shown && status === Loader.Null)
            setSource("TooltipPopup.qml", { owner: tip });
    }
}
