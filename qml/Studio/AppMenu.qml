import QtQuick
import Formwright.Controls
import Formwright.Studio

// The app's menu; every entry is a command of the registry.
Menu {
    id: menu

    CommandItem { command: "new" }
    CommandItem { command: "open" }
    CommandItem { command: "save" }
    CommandItem { command: "export" }
    CommandItem { command: "import" }
    MenuSeparator {}
    CommandItem { command: "undo" }
    CommandItem { command: "redo" }
    MenuSeparator {}
    CommandItem { command: "cut" }
    CommandItem { command: "copy" }
    CommandItem { command: "paste" }
    CommandItem { command: "duplicate" }
    MenuSeparator {}
    CommandItem { command: "bin" }
    CommandItem { command: "text" }
    CommandItem { command: "language" }
    CommandItem { command: "theme" }
    CommandItem { command: "shortcuts" }
    CommandItem { command: "help" }
    MenuSeparator {}
    CommandItem { command: "close" }
}
