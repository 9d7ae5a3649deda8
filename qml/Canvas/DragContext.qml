import QtQuick

// One drag at a time: what is dragged, where the pointer is, and how it ended. Sources call begin(), moveTo(), finish();
// surfaces listen to moved(), dropped() and cancelled().
QtObject {
    id: context

    property bool active: false
    property string payload
    property string text
    property string icon
    property point position // in the window
    signal moved()
    signal dropped(string payload)
    signal cancelled()

    function begin(payload: string, text: string, icon: string) {
        context.payload = payload;
        context.text = text;
        context.icon = icon;
        context.active = true;
    }
    function moveTo(x: real, y: real) {
        context.position = Qt.point(x, y);
        context.moved();
    }
    function finish() {
        if (!context.active)
            return;
        context.active = false;
        context.dropped(context.payload);
    }
    function cancel() {
        if (!context.active)
            return;
        context.active = false;
        context.cancelled();
    }
}
