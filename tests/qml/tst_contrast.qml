import QtQuick
import QtTest
import Formwright.Controls

// Everything one reads stands out from what it stands on: text 4.5 : 1, signs 3 : 1, in both themes.
TestCase {
    name: "Contrast"

    function cleanup() { Theme.dark = false; }
    function test_palette_data() {
        return [{ tag: "light", dark: false }, { tag: "dark", dark: true }];
    }
    function test_palette(data) {
        Theme.dark = data.dark;
        const grounds = { panel: Theme.panel, canvas: Theme.canvas, raised: Theme.raised, field: Theme.field };
        for (const name in grounds) {
            const ground = grounds[name];
            for (const ink of ["text", "secondary", "accent"])
                readable(Theme[ink], ground, 4.5, ink + " on " + name);
            for (const state of ["success", "warning", "error", "info", "accent"]) {
                readable(Theme.ink(Theme.state(state)), ground, 4.5, "text " + state + " on " + name);
                readable(Theme.ink(Theme.state(state)), Theme.over(Theme.tint(Theme.state(state)), ground), 4.5, "text " + state + " on its wash on " + name);
                readable(Theme.text, Theme.over(Theme.tint(Theme.state(state)), ground), 4.5, "text on the wash of " + state + " on " + name);
                readable(Theme.state(state), ground, 3, "sign " + state + " on " + name);
            }
            for (const engine of ["data", "forms", "scoring", "workflows", "dashboards", "roles"])
                readable(Theme.engine(engine), ground, 3, "sign of " + engine + " on " + name);
            for (const wash of ["hover", "pressed"])
                readable(Theme.text, Theme.over(Theme[wash], ground), 4.5, "text on " + wash + " on " + name);
            readable(Theme.text, Theme.over(Theme.accentTint, ground), 4.5, "selected text on " + name);
            readable(Theme.secondary, Theme.over(Theme.accentTint, ground), 4.5, "selected secondary text on " + name);
            readable(Theme.secondary, Theme.over(Theme.hover, ground), 4.5, "secondary text under the pointer on " + name);
        }
        readable(Theme.accentInk, Theme.accent, 4.5, "primary button");
        readable(Theme.accentInk, Theme.accentHover, 4.5, "primary button under the pointer");
        readable(Theme.tooltipInk, Theme.tooltip, 4.5, "tool tip");
        for (const colour of Theme.chart.concat([Theme.success, Theme.warning, Theme.error, Theme.info, Theme.accent]))
            readable(Theme.inkOn(colour), colour, 4.5, "text on a filled " + colour);
    }
    function readable(ink, ground, least, what) {
        const found = Theme.contrast(ink, ground);
        verify(found >= least, what + ": " + found.toFixed(2) + " : 1, at least " + least);
    }
    function test_theMeasureItself() {
        fuzzyCompare(Theme.contrast("#000000", "#ffffff"), 21, 0.01);
        fuzzyCompare(Theme.contrast("#777777", "#ffffff"), 4.48, 0.01);
    }
}
