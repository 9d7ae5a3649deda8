import QtQuick
import QtTest
import Formwright.Controls
import Formwright.Canvas
import Formwright.Studio

// The dashboard editor shows figures of the sample data, follows the edits, and says why when it cannot.
Item {
    id: page
    width: 1280
    height: 800

    readonly property DragContext drag: DragContext {}
    Workspace { anchors.fill: parent; drag: page.drag }

    TestCase {
        name: "LiveTiles"
        when: windowShown

        function init() {
            verify(Studio.open(files.copyTemplate("behaviour-crm")));
            Studio.session.select("dashboards/sales.yaml#");
        }
        function cleanup() {
            Studio.discard();
            Studio.closeApp();
        }
        function figures() { return Studio.liveTiles.tiles.hot?.answer?.value; }

        function test_figuresOfTheSampleDataThatFollowTheEdits() {
            tryVerify(() => figures() !== undefined, 30000, Studio.liveTiles.reason);
            verify(Number(figures()) > 0);
            Studio.session.setScalar("dashboards/sales.yaml#tiles/hot/where", "=intent > 100000");
            tryVerify(() => Number(figures()) === 0, 30000);
        }
        function test_sketchesWithAReasonWhileTheAppHasErrors() {
            tryVerify(() => figures() !== undefined, 30000, Studio.liveTiles.reason);
            Studio.session.setScalar("dashboards/sales.yaml#tiles/hot/where", "=nonsense > 1");
            tryVerify(() => Studio.liveTiles.reason !== "", 10000);
            verify(Studio.commands.run("undo"));
            tryVerify(() => Studio.liveTiles.reason === "", 10000);
        }
    }
}
