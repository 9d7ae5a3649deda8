import QtQuick
import QtTest
import Formwright.Controls
import Formwright.Canvas
import Formwright.Studio

// Publishing from the studio: into a new store, again, with a loss, and back.
Item {
    id: page
    width: 1280
    height: 800

    property string folder
    property string store
    readonly property DragContext drag: DragContext {}

    Workspace { anchors.fill: parent; drag: page.drag }
    PublishDialog { id: dialog; parent: page }

    function find(root, wanted) {
        for (let i = 0; i < root.children.length; ++i) {
            const child = root.children[i];
            if (wanted(child))
                return child;
            const inside = find(child, wanted);
            if (inside)
                return inside;
        }
        return null;
    }
    function named(name) { return find(dialog.contentItem.parent.parent, item => item.objectName === name); }

    TestCase {
        name: "Publish"
        when: windowShown

        function init() {
            page.folder = files.copyTemplate("behaviour-crm");
            page.store = files.freshFolder() + ".db";
            verify(Studio.open(page.folder));
        }
        function cleanup() {
            dialog.close();
            Studio.discard();
            Studio.closeApp();
        }
        function lookInto(path) {
            dialog.begin();
            compare(Studio.publisher.stage, Publisher.Choose, "a new app has no store yet");
            Studio.publisher.choose(path);
            tryCompare(Studio.publisher, "stage", Publisher.Ready, 10000);
        }
        function press() {
            const button = page.named("publishButton");
            verify(button);
            mouseClick(button);
            tryCompare(Studio.publisher, "stage", Publisher.Done, 20000, Studio.publisher.problem);
        }

        function test_lookingMakesNoFile() {
            lookInto(page.store);
            verify(Studio.publisher.isNew);
            verify(Studio.publisher.changes.length >= 1);
            dialog.close();
            verify(Studio.publisher.isNew, "nothing was written");
        }
        function test_publishIntoANewStoreAndAgain() {
            lookInto(page.store);
            press();
            compare(Studio.publisher.published, 1);
            dialog.close();
            dialog.begin();
            tryCompare(Studio.publisher, "stage", Publisher.Ready, 10000);
            compare(Studio.publisher.store, page.store, "the store is remembered for the app");
            verify(Studio.publisher.same);
            dialog.close();

            Studio.session.setLocal("tables/customer.yaml#fields/company/label", "en", "Firm");
            dialog.begin();
            tryCompare(Studio.publisher, "stage", Publisher.Ready, 10000);
            verify(!Studio.publisher.same);
            compare(Studio.publisher.differences.length, 1);
            compare(Studio.publisher.differences[0].now.split(" / ")[0], "Firm");
            press();
            compare(Studio.publisher.published, 2);
            verify(!Studio.modified, "what is published is saved");
        }
        function test_goingBack() {
            lookInto(page.store);
            press();
            Studio.session.setLocal("tables/customer.yaml#fields/company/label", "en", "Firm");
            Studio.publisher.look();
            tryCompare(Studio.publisher, "stage", Publisher.Ready, 10000);
            press();
            Studio.publisher.lookBack(1);
            tryCompare(Studio.publisher, "stage", Publisher.Ready, 10000);
            compare(Studio.publisher.goingBackTo, 1);
            press();
            compare(Studio.publisher.published, 3);
            tryVerify(() => Studio.publisher.versions.length === 3);
            Studio.publisher.compare(1, 3);
            tryCompare(Studio.publisher, "compared", []);
            Studio.publisher.compare(2, 3);
            tryVerify(() => Studio.publisher.compared.length === 1);
        }
        function test_aPackageGoesOutAndComesBackWithItsDifferences() {
            const file = files.freshFolder() + ".fwapp";
            verify(Studio.packages.exportTo(file));
            Studio.packages.look(file);
            compare(Studio.packages.differences.length, 0);
            Studio.session.setLocal("tables/customer.yaml#fields/company/label", "en", "Firm");
            Studio.session.addFile("table", "Guest");
            Studio.packages.look(file);
            compare(Studio.packages.differences.length, 2);
            verify(!Studio.packages.otherApp);
            verify(Studio.packages.apply());
            verify(!Studio.modified, "it is again as it was");
            verify(Studio.commands.run("undo"));
            verify(Studio.modified);
            Studio.packages.look(page.folder + "/app.yaml");
            verify(Studio.packages.problem !== "");
        }
        function test_errorsStandInTheWay() {
            Studio.session.setScalar("tables/customer.yaml#fields/company/type", "nonsense");
            dialog.begin();
            Studio.publisher.choose(page.store);
            compare(Studio.publisher.stage, Publisher.Failed);
            verify(Studio.publisher.problem !== "");
            verify(!page.named("publishButton").enabled);
        }
    }
}
