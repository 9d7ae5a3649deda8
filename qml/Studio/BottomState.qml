pragma Singleton
import QtQuick

// Which page of the bottom pane is asked for: any part of the window may ask.
QtObject {
    id: state

    property string page: "problems"
    signal shown()

    function show(page: string) {
        state.page = page;
        state.shown();
    }
}
