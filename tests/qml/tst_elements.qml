import QtQuick
import QtTest
import Formwright.Controls
import Formwright.Canvas
import Formwright.Studio

// Renaming, finding usages, deleting and restoring from the studio.
Item {
    id: page
    width: 1280
    height: 800

    property string folder
    readonly property DragContext drag: DragContext {}

    Workspace { anchors.fill: parent; drag: page.drag }
    RenameDialog { id: renameDialog; parent: page }
    DeleteDialog { id: deleteDialog; parent: page }
    BinDialog { id: binDialog; parent: page }
    ListEditor { id: sheet; session: Studio.session; file: "tables/customer.yaml" }
    SignalSpy { id: wantsToDelete; target: Studio; signalName: "deleteWanted" }

    TestCase {
        name: "Elements"
        when: windowShown

        function init() {
            page.folder = files.copyTemplate("behaviour-crm");
            verify(Studio.open(page.folder));
            wantsToDelete.clear();
        }
        function cleanup() {
            renameDialog.close();
            deleteDialog.close();
            binDialog.close();
            Studio.discard();
            Studio.closeApp();
        }
        function read(file) { return files.read(page.folder + "/" + file); }

        function test_escapeClosesTheRenamingAtOnce() {
            verify(renameDialog.begin("tables/customer.yaml#fields/owner"));
            tryVerify(() => renameDialog.opened);
            keyClick("x");
            keyClick(Qt.Key_Escape);
            tryVerify(() => !renameDialog.visible);
        }
        function test_renamingShowsEveryPlaceFirst() {
            verify(renameDialog.begin("tables/customer.yaml#fields/owner"));
            const before = Studio.renaming.places.length;
            verify(before > 5);
            Studio.renaming.newId = "seller";
            tryVerify(() => Studio.renaming.ready);
            compare(Studio.renaming.places[0].word, "seller");
            verify(!Studio.modified, "looking changes nothing");
            compare(Studio.history.undoName, "");
            renameDialog.accept();
            compare(Studio.session.selection, "tables/customer.yaml#fields/seller");
            verify(Studio.history.undoName.includes("seller"));
            verify(Studio.usages.find("tables/customer.yaml#fields/seller"));
            compare(Studio.usages.places.length, before);
            verify(Studio.commands.run("undo"));
            verify(!Studio.modified);
        }
        function test_whatCannotBeAnIdIsSaidAsOneTypes() {
            verify(renameDialog.begin("tables/customer.yaml#fields/owner"));
            Studio.renaming.newId = "Owner!";
            tryVerify(() => Studio.renaming.problem !== "");
            verify(!renameDialog.ready);
            Studio.renaming.newId = "status";
            tryVerify(() => Studio.renaming.problem.includes("status"));
            Studio.renaming.newId = "seller";
            tryVerify(() => Studio.renaming.ready);
            verify(!Studio.modified);
        }
        function test_aStepOfAWorkflowIsRenamedToo() {
            verify(renameDialog.begin("workflows/onboarding.yaml#then/welcome"));
            Studio.renaming.newId = "greet";
            tryVerify(() => Studio.renaming.ready);
            renameDialog.accept();
            compare(Studio.session.selection, "workflows/onboarding.yaml#then/greet");
        }
        function test_aListTakesOnlyWhatBelongsThere() {
            const rules = "tables/customer.yaml#validate", fields = "tables/customer.yaml#fields";
            verify(sheet.takes("variant:phone", fields));
            verify(!sheet.takes("variant:phone", rules));
            verify(sheet.takes("variant:", rules));
            verify(sheet.takes("element:tables/customer.yaml#fields/name", fields));
            verify(!sheet.takes("element:tables/customer.yaml#fields/name", rules));
            compare(sheet.drop("variant:phone", rules, 0), "");
            verify(!Studio.modified);
        }
        function test_deletingWhatNobodyNamesAsksNothing() {
            Studio.session.select("workflows/onboarding.yaml#then/welcome");
            verify(Studio.commands.run("delete"));
            compare(wantsToDelete.count, 0);
            verify(Studio.modified);
            compare(Studio.bin.count, 1);
            verify(Studio.bin.restore(Studio.bin.entries[0].key));
            verify(Studio.save());
            compare(read("workflows/onboarding.yaml"), files.read(page.folder + "/workflows/onboarding.yaml"));
            compare(Studio.session.selection, "workflows/onboarding.yaml#then/welcome");
        }
        function test_deletingAFieldShowsWhatUsesIt() {
            Studio.remove("tables/customer.yaml#fields/company");
            compare(wantsToDelete.count, 1);
            deleteDialog.begin();
            verify(deleteDialog.keepData, "the safe way is proposed");
            tryVerify(() => deleteDialog.contentItem.childrenRect.height > 200);
            tryVerify(() => deleteDialog.height > deleteDialog.contentItem.childrenRect.height + 100, 5000, "everything stands on the card");
            verify(Studio.removal.places.length > 0);
            deleteDialog.accept();
            tryCompare(Studio.problems, "errors", 0);
            compare(Studio.bin.count, 1);
            verify(Studio.bin.entries[0].keepsData);
            verify(Studio.bin.restore(Studio.bin.entries[0].key));
            compare(Studio.session.selection, "tables/customer.yaml#fields/company");
        }
        function test_aTableComesBackFromTheBinWithItsFields() {
            const before = read("tables/follow_up.yaml");
            Studio.remove("tables/follow_up.yaml#");
            deleteDialog.begin();
            deleteDialog.accept();
            verify(Studio.save());
            compare(read("tables/follow_up.yaml"), "");
            verify(Studio.bin.entries.some(entry => entry.keepsData && entry.title === "Follow-up"));
            verify(Studio.bin.restore(Studio.bin.entries.find(entry => entry.keepsData).key));
            verify(Studio.save());
            compare(read("tables/follow_up.yaml"), before);
        }
        function test_theBinIsThereAgainAfterReopening() {
            Studio.session.select("workflows/onboarding.yaml#then/welcome");
            verify(Studio.commands.run("delete"));
            verify(Studio.save());
            verify(Studio.open(page.folder));
            compare(Studio.bin.count, 1);
        }
        function test_usagesLeadToThePlace() {
            verify(Studio.usages.find("events/viewed_page.yaml#"));
            verify(Studio.usages.places.length > 3);
            Studio.usages.open(0);
            verify(Studio.session.selection !== "");
        }
    }
}
