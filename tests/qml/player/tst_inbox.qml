import QtQuick
import QtTest
import Formwright.Controls
import Formwright.Player

// The inbox: overdue first under its heading, done with one click or the space bar.
Item {
    id: root
    width: 1000
    height: 700

    Component {
        id: maker
        InboxPage { anchors.fill: parent }
    }
    SignalSpy { id: said; signalName: "said" }
    SignalSpy { id: wanted; signalName: "openRequested" }
    TestCase {
        name: "Inbox"
        when: windowShown

        property InboxPage page: null

        function init() {
            const app = bench.open(12);
            tryVerify(() => app.ready);
            page = createTemporaryObject(maker, root, { app: app });
            said.target = page;
            wanted.target = page;
            said.clear();
            wanted.clear();
            tryCompare(page.inbox, "count", 3);
        }
        function cards(item) {
            let all = [];
            for (let i = 0; i < item.children.length; ++i) {
                const child = item.children[i];
                if (child instanceof TaskCard)
                    all.push(child);
                all = all.concat(cards(child));
            }
            return all.sort((a, b) => a.y - b.y);
        }
        function headings(item) {
            let all = [];
            for (let i = 0; i < item.children.length; ++i) {
                const child = item.children[i];
                if (child instanceof SectionTitle)
                    all.push(child.text);
                all = all.concat(headings(child));
            }
            return all;
        }

        function test_overdue_first_under_headings() {
            tryVerify(() => cards(page).length === 3);
            compare(cards(page)[0].title, "Call Northwind: pricing page read");
            verify(cards(page)[0].overdue);
            verify(headings(page).includes("Overdue"));
            verify(headings(page).includes("No due time"));
        }
        function test_one_click_completes() {
            tryVerify(() => cards(page).length === 3);
            const card = cards(page)[0];
            mouseClick(card, 28, card.height / 2);
            tryCompare(page.inbox, "count", 2);
            compare(said.signalArguments[0][0], "Done: Call Northwind: pricing page read");
        }
        function test_the_space_bar_completes() {
            tryVerify(() => cards(page).length === 3);
            page.forceActiveFocus();
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Space);
            tryCompare(page.inbox, "count", 2);
        }
        function test_a_click_on_the_text_opens_the_record() {
            tryVerify(() => cards(page).length === 3);
            mouseClick(cards(page)[1], 300, 20);
            compare(wanted.count, 1);
            compare(wanted.signalArguments[0][1], "c2");
        }
    }
}
