import QtQuick
import Formwright.Studio

// "Try it": starts the player beside the studio on a scratch store, as its own process, so that nothing the app does can
// disturb the studio.
QtObject {
    id: launcher

    signal said(string text)

    function tryIt() {
        if (Studio.problems.errors > 0) {
            BottomState.show("problems");
            launcher.said(qsTr("Errors to mend first: %1. The list below says how.").arg(Studio.problems.errors));
            return;
        }
        if (!Studio.startPlayer())
            launcher.said(qsTr("The player could not be started."));
    }
}
