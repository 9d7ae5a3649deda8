import QtQuick
import QtTest
import Formwright.Controls
import Formwright.Player

// One input for every type of field, over the real runtime: what a person types is what the store gets.
Item {
    id: root
    width: 900
    height: 1000

    Rectangle { anchors.fill: parent; color: Theme.canvas }
    Component {
        id: maker
        FormDrawer {}
    }
    Component { id: ratingMaker; RatingField { onEdited: stars => value = stars } }
    Component { id: tagMaker; TagField { onEdited: words => value = words } }
    Component { id: timeMaker; TimeField { onEdited: time => value = time } }
    Component { id: durationMaker; DurationField { width: 300; onEdited: iso => value = iso } }
    SignalSpy { id: saved; signalName: "saved" }

    TestCase {
        name: "Inputs"
        when: windowShown

        property FormDrawer drawer: null

        function open(id, language) {
            const app = bench.run("every-type", language ?? "en");
            tryVerify(() => app.ready);
            drawer = createTemporaryObject(maker, root, { app: app, parent: root });
            drawer.show("thing", id, {});
            tryCompare(drawer, "opened", true);
            saved.target = drawer.model;
            saved.clear();
        }
        function field(id) { return drawer.model.field(id); }
        function type(text) {
            for (const letter of text)
                keyClick(letter);
        }
        function picture(name) {
            if (bench.pictures() === "")
                return;
            wait(400);
            grabImage(root).save(bench.pictures() + "/" + name + ".png");
        }

        function test_stars_by_mouse_and_keys() {
            const rating = createTemporaryObject(ratingMaker, root, { most: 5 });
            mouseClick(rating, 4 + 22 + 4 + 11, rating.height / 2); // the second star
            compare(rating.value, 2);
            keyClick(Qt.Key_Right);
            compare(rating.value, 3);
            keyClick("5");
            compare(rating.value, 5);
            keyClick("9");
            compare(rating.value, 5);
            keyClick(Qt.Key_Delete);
            compare(rating.value, 0);
        }
        function test_tags_are_typed() {
            const tags = createTemporaryObject(tagMaker, root, { width: 300, value: ["old"] });
            tags.forceActiveFocus();
            type("vip;new ");
            compare(Array.from(tags.value), ["old", "vip"]);
            keyClick(Qt.Key_Return);
            compare(Array.from(tags.value), ["old", "vip", "new"]);
            type("vip");
            keyClick(Qt.Key_Return);
            compare(Array.from(tags.value), ["old", "vip", "new"]);
            keyClick(Qt.Key_Backspace);
            compare(Array.from(tags.value), ["old", "vip"]);
        }
        function test_times_are_read_as_people_write_them_data() {
            return [{ tag: "9:30", given: "9:30", time: "09:30" }, { tag: "930", given: "0930", time: "09:30" },
                { tag: "9", given: "9", time: "09:00" }, { tag: "full width", given: "９：３０", time: "09:30" },
                { tag: "seconds", given: "09:30:15", time: "09:30:15" }, { tag: "Chinese", given: "9点30分", time: "09:30" },
                { tag: "late", given: "25:00", time: undefined }, { tag: "word", given: "noon", time: undefined }];
        }
        function test_times_are_read_as_people_write_them(data) {
            const field = createTemporaryObject(timeMaker, root);
            compare(field.normal(data.given), data.time);
        }
        function test_durations_in_boxes() {
            const duration = createTemporaryObject(durationMaker, root, { value: "PT26H30M" });
            compare(duration.seconds, 95400);
            duration.put("1", "2", "90", "");
            compare(duration.value, "P1DT3H30M");
            duration.put("", "", "45", "");
            compare(duration.value, "PT45M");
            duration.put("", "", "", "");
            compare(duration.value, "");
        }
        function test_every_type_is_filled_in_and_stored() {
            open("");
            const given = { name: "Lamp", story: "Bought at the fair.", report: "# Good\n\nVery **bright**.", size: "12.5", price: "1280.5",
                share: "12.5", stars: "4", born: "2026-01-05", opens: "09:30", effort: "PT2H30M", period: "2026-01-05/2026-01-09", state: "done",
                phone: "13800000001", email: "anna@example.com", site: "https://example.com", identity_card: "11010519491231002X",
                code: "6901234567892", place: "440305", spot: "31.2304, 121.4737", data: "{\"a\": 1}" };
            for (const id in given)
                field(id).edit(given[id]);
            field("uses").edit(["home", "work"]);
            field("tags").edit(["vip", "展会"]);
            field("sold").edit(true);
            field("seen_at").editLocal("2026-01-05", "09:00");
            compare(field("seen_at").value, "2026-01-05T09:00:00+08:00");
            compare(field("price").words, "壹仟贰佰捌拾元伍角整");
            compare(field("place").steps.length, 3);
            tryCompare(field("double_size"), "text", "25.00");
            picture("inputs-en");
            drawer.model.save();
            tryCompare(saved, "count", 1);
            const id = saved.signalArguments[0][0];

            drawer.show("thing", id, {});
            tryCompare(field("name"), "value", "Lamp");
            for (const id in given) {
                if (id !== "data")
                    compare(field(id).value.replace(/^(\d+\.\d)0$/, "$1").replace(/:00$/, ""), given[id]);
            }
            compare(JSON.parse(field("data").value).a, 1);
            compare(Array.from(field("uses").value), ["home", "work"]);
            compare(Array.from(field("tags").value), ["vip", "展会"]);
            compare(field("sold").value, true);
            compare(field("seen_at").day, "2026-01-05");
            compare(field("seen_at").clock, "09:00");
            verify(!drawer.model.dirty);
            verify(field("report").html.includes("<strong>bright</strong>"));
        }
        function test_what_is_wrong_is_said_beside_the_field() {
            open("");
            field("name").edit("Lamp");
            field("identity_card").edit("110105194912310021");
            field("place").edit("440300");
            field("period").edit("2026-01-09/2026-01-05");
            drawer.model.save();
            tryVerify(() => field("identity_card").error.includes("check digit"));
            verify(field("place").error.includes("not exact enough"));
            verify(field("period").error.includes("no range of dates"));
            verify(drawer.opened);
        }
        function test_a_day_and_a_time_make_an_instant() {
            open("");
            field("seen_at").editLocal("2026-01-05", "");
            compare(field("seen_at").value, "2026-01-05T00:00:00+08:00");
            field("seen_at").editLocal("", "");
            compare(field("seen_at").value, "");
        }
        function test_pictures_in_chinese_and_dark() {
            if (bench.pictures() === "")
                skip("only for looking");
            Theme.dark = true;
            Theme.language = "zh";
            open("", "zh");
            field("name").edit("台灯");
            field("stars").edit("3");
            field("tags").edit(["展会", "老客户"]);
            field("price").edit("20800");
            field("place").edit("440305");
            picture("inputs-zh-dark");
            Theme.dark = false;
            Theme.language = "en";
        }
    }
}
