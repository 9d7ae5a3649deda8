pragma Singleton
import QtQuick

// The tokens of the look. Every colour, size and font on every screen comes from here.
QtObject {
    id: theme

    property bool dark: false
    property string language: "en"
    property bool reducedMotion: false
    readonly property bool chinese: language.startsWith("zh")
    readonly property var locale: Qt.locale(chinese ? "zh_CN" : "en_GB")

    // Spacing: one 4 px grid.
    readonly property int xs: 4
    readonly property int s: 8
    readonly property int m: 12
    readonly property int l: 16
    readonly property int xl: 24
    readonly property int xxl: 32
    readonly property int radius: 4
    readonly property int radiusLarge: 8
    readonly property int row: 28
    readonly property int control: 32
    readonly property int panelTitle: 32
    readonly property int toolBar: 40
    readonly property int touchRow: 40
    readonly property int icon: 16
    readonly property int iconLarge: 20

    // Type. The Chinese face is a fallback of the Latin one (app/common/fonts), so one family name serves both.
    readonly property string family: "Inter"
    readonly property string monoFamily: "DejaVu Sans Mono"
    readonly property string iconFamily: "Material Icons"
    readonly property int small: 12
    readonly property int body: 13
    readonly property int strong: 14
    readonly property int page: 18
    readonly property int figure: 28
    readonly property real lineHeight: 1.45

    readonly property int motion: reducedMotion ? 0 : 120

    // Neutrals.
    readonly property color canvas: dark ? "#15181d" : "#f5f6f8"
    readonly property color panel: dark ? "#1c2027" : "#ffffff"
    readonly property color raised: dark ? "#242932" : "#ffffff"
    readonly property color hairline: dark ? "#30363f" : "#e3e6eb"
    readonly property color outline: dark ? "#434b57" : "#cdd2da" // border of what one can type into
    readonly property color text: dark ? "#e7eaee" : "#1b1f26"
    readonly property color secondary: dark ? "#a3acb9" : "#5b6472"
    readonly property color disabled: dark ? "#6b7480" : "#9aa3af"
    readonly property color field: dark ? "#15181d" : "#ffffff"
    readonly property color hover: dark ? "#12ffffff" : "#0a1b1f26"
    readonly property color pressed: dark ? "#1effffff" : "#161b1f26"
    readonly property color scrim: dark ? "#99000000" : "#521b1f26"
    readonly property color shadow: dark ? "#000000" : "#1b1f26"
    readonly property color tooltip: dark ? "#e7eaee" : "#1b1f26"
    readonly property color tooltipAccent: dark ? "#3366e0" : "#86a6ff"
    readonly property color tooltipInk: dark ? "#1b1f26" : "#ffffff"

    // One accent: selection, focus, primary action, links.
    readonly property color accent: dark ? "#6e95ff" : "#3366e0"
    readonly property color accentHover: dark ? "#86a6ff" : "#2857c9"
    readonly property color accentPressed: dark ? "#5a84f5" : "#2049b0"
    readonly property color accentInk: dark ? "#0f1524" : "#ffffff"
    readonly property color accentTint: tint(accent)

    readonly property color success: dark ? "#4cb886" : "#1e8e5a"
    readonly property color warning: dark ? "#d9a03f" : "#b7791f"
    readonly property color error: dark ? "#e56b6b" : "#c93a3a"
    readonly property color info: dark ? "#5aa9dd" : "#2b7fb8"

    // Engines: icons, node stripes, outline.
    readonly property color data: dark ? "#a3acb9" : "#5b6472"
    readonly property color forms: dark ? "#6e95ff" : "#3366e0"
    readonly property color scoring: dark ? "#d9a03f" : "#b7791f"
    readonly property color workflows: dark ? "#4cb886" : "#1e8e5a"
    readonly property color dashboards: dark ? "#a585ea" : "#7a4fd0"
    readonly property color roles: dark ? "#45b0bb" : "#16808a"

    readonly property var chart: ["#3366e0", "#e08a2e", "#2a9d8f", "#c2528b", "#8c6d46",
                                  "#6c5bd4", "#8fb339", "#d1495b", "#4fa3d1", "#7f8896"]

    // The 12 % wash of a colour, for backgrounds.
    function tint(colour: var): color {
        const solid = Qt.darker(colour, 1); // reads a name or a colour
        return Qt.rgba(solid.r, solid.g, solid.b, theme.dark ? 0.2 : 0.12);
    }

    // How far two colours lie apart, 1 … 21 (WCAG 2, relative luminance). Both are taken as opaque.
    function contrast(a, b) {
        const bright = Math.max(luminance(a), luminance(b)), dim = Math.min(luminance(a), luminance(b));
        return (bright + 0.05) / (dim + 0.05);
    }
    function luminance(named) {
        const colour = Qt.darker(named, 1); // reads a name or a colour
        return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
    }
    function linear(part: real): real {
        return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
    // A half-transparent colour as it looks on a ground.
    function over(colour: color, ground: color): color {
        const rest = 1 - colour.a;
        return Qt.rgba(colour.r * colour.a + ground.r * rest, colour.g * colour.a + ground.g * rest, colour.b * colour.a + ground.b * rest, 1);
    }
    // A semantic colour for text: as near to it as can be read (4.5 : 1) on panels, on the canvas and on its own wash.
    function ink(colour) { // untyped: qmllint 6.4 dies on it otherwise
        let shade = Qt.darker(colour, 1);
        const grounds = [panel, canvas, raised, over(tint(colour), panel), over(tint(colour), canvas), over(tint(colour), raised)];
        for (let step = 0; step < 40 && grounds.some(ground => contrast(shade, ground) < 4.5); ++step)
            shade = theme.dark ? Qt.lighter(shade, 1.05) : Qt.darker(shade, 1.05);
        return shade;
    }
    // White or black, whichever can be read on a filled colour.
    function inkOn(colour: var): color {
        const solid = Qt.darker(colour, 1);
        return contrast("#ffffff", solid) >= 4.5 || contrast("#ffffff", solid) >= contrast("#000000", solid) ? "#ffffff" : "#000000";
    }

    // The colour of an engine by its name: "data", "forms", "scoring", "workflows", "dashboards", "roles".
    function engine(name: string): color {
        switch (name) {
        case "forms": return theme.forms;
        case "scoring": return theme.scoring;
        case "workflows": return theme.workflows;
        case "dashboards": return theme.dashboards;
        case "roles": return theme.roles;
        }
        return theme.data;
    }

    // The colour of a state by its name: "success", "warning", "error", "info", "accent"; anything else is neutral.
    function state(name: string): color {
        switch (name) {
        case "success": return theme.success;
        case "warning": return theme.warning;
        case "error": return theme.error;
        case "info": return theme.info;
        case "accent": return theme.accent;
        }
        return theme.secondary;
    }
}
