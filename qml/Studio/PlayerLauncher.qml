import QtQuick
import Formwright.Studio

// "Try it": starts the player beside the studio on a scratch store, as its own process, so that nothing the app does can
// disturb the studio.
QtObject {
    id: launcher

    signal said(string text)

    function tryIt() {
        if (Studio.problems.errors > 0)
            launcher.said(qsTr("The app has errors; what they touch will not run."));
        if (!Studio.startPlayer())
            launcher.said(qsTr("The player could not be started."));
    }
}
