import QtQuick
import QtTest
import Formwright.Controls

// Inputs for times, stars and tags.
Item {
    id: root
    width: 700
    height: 480

    Rectangle { anchors.fill: parent; color: Theme.canvas }
    Component { id: ratingMaker; RatingField { onEdited: stars => value = stars } }
    Component { id: tagMaker; TagField { onEdited: words => value = words } }
    Component { id: durationMaker; DurationField { width: 300; onEdited: iso => value = iso } }
    Component { id: timeMaker; TimeField { onEdited: time => value = time } }

    TestCase {
        name: "Inputs"
        when: windowShown

        function type(text) {
            for (const letter of text)
                keyClick(letter);
        }

        function test_stars_by_mouse_and_keys() {
            const rating = createTemporaryObject(ratingMaker, root, { most: 5 });
            mouseClick(rating, rating.size + 4 + rating.size / 2, rating.height / 2); // the second star
            compare(rating.value, 2);
            keyClick(Qt.Key_Right);
            compare(rating.value, 3);
            keyClick("5");
            compare(rating.value, 5);
            keyClick("9");
            compare(rating.value, 5);
            keyClick(Qt.Key_Delete);
            compare(rating.value, 0);
            mouseClick(rating, rating.size / 2, rating.height / 2);
            compare(rating.value, 1);
            mouseClick(rating, rating.size / 2, rating.height / 2); // the chosen one again
            compare(rating.value, 0);
        }
        function test_shown_stars_cannot_be_changed() {
            const rating = createTemporaryObject(ratingMaker, root, { most: 5, value: 3, readOnly: true });
            mouseClick(rating, rating.size / 2, rating.height / 2);
            compare(rating.value, 3);
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
        function test_tags_that_fill_the_line_leave_no_empty_second_one() {
            const tags = createTemporaryObject(tagMaker, root, { width: 150, value: ["a customer of long"] });
            waitForRendering(tags);
            compare(tags.height, Theme.control);
            tags.forceActiveFocus(); // now there must be a place to type
            tryVerify(() => tags.height > Theme.control);
            type("b");
            compare(tags.typing, "b");
            keyClick(Qt.Key_Escape);
            compare(tags.typing, "");
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
        function test_times_are_read_as_people_write_them_data() {
            return [{ tag: "9:30", given: "9:30", time: "09:30" }, { tag: "0930", given: "0930", time: "09:30" },
                { tag: "9", given: "9", time: "09:00" }, { tag: "full width", given: "９：３０", time: "09:30" },
                { tag: "seconds", given: "09:30:15", time: "09:30:15" }, { tag: "Chinese", given: "9点30分", time: "09:30" },
                { tag: "late", given: "25:00", time: undefined }, { tag: "word", given: "noon", time: undefined }, { tag: "empty", given: "", time: "" }];
        }
        function test_times_are_read_as_people_write_them(data) {
            const field = createTemporaryObject(timeMaker, root);
            compare(field.normal(data.given), data.time);
        }
        function test_a_time_is_typed_and_a_wrong_one_stays_for_correction() {
            const field = createTemporaryObject(timeMaker, root);
            field.forceActiveFocus();
            type("2500");
            keyClick(Qt.Key_Return);
            compare(field.value, "");
            compare(field.text, "2500");
            verify(field.invalid);
            field.clear();
            type("930");
            keyClick(Qt.Key_Return);
            compare(field.value, "09:30");
            compare(field.text, "09:30");
            verify(!field.invalid);
        }
    }
}
