#include "studio.h"

/// Everything one can tell the studio to do: the only place with command texts and shortcuts.
namespace fw::studio
{

void Studio::addCommands()
{
    const auto isOpen = [this] { return m_session.isOpen(); };
    m_commands.add({QStringLiteral("palette"), QT_TRANSLATE_NOOP("commands", "Search or command"),
                    QStringLiteral("search"), QKeySequence(QStringLiteral("Ctrl+K")),
                    [this] { Q_EMIT paletteWanted(); }});
    m_commands.add({QStringLiteral("open"), QT_TRANSLATE_NOOP("commands", "Open an app…"),
                    QStringLiteral("folder-open"), QKeySequence::Open, [this] { Q_EMIT openWanted(); }});
    m_commands.add({QStringLiteral("save"), QT_TRANSLATE_NOOP("commands", "Save"), QStringLiteral("save"),
                    QKeySequence::Save,
                    [this] {
                        if (save())
                            Q_EMIT said(tr("Saved"));
                    },
                    [this] { return modified(); }});
    m_commands.add({QStringLiteral("new"), QT_TRANSLATE_NOOP("commands", "New element…"), QStringLiteral("add"),
                    QKeySequence(QStringLiteral("Ctrl+N")), [this] { Q_EMIT newFileWanted(activeTabs()->kind()); },
                    isOpen});
    m_commands.add({QStringLiteral("try"), QT_TRANSLATE_NOOP("commands", "Try it"), QStringLiteral("play"),
                    QKeySequence(QStringLiteral("F5")), [this] { Q_EMIT tryItWanted(); }, isOpen});
    m_commands.add({QStringLiteral("publish"), QT_TRANSLATE_NOOP("commands", "Publish…"), QStringLiteral("publish"),
                    QKeySequence(QStringLiteral("Ctrl+Shift+P")), [this] { Q_EMIT publishWanted(); }, isOpen});
    m_commands.add({QStringLiteral("export"), QT_TRANSLATE_NOOP("commands", "Export as one file (.fwapp)…"),
                    QStringLiteral("upload"), QKeySequence(), [this] { Q_EMIT exportWanted(); }, isOpen});
    m_commands.add({QStringLiteral("import"), QT_TRANSLATE_NOOP("commands", "Take in a package (.fwapp)…"),
                    QStringLiteral("download"), QKeySequence(), [this] { Q_EMIT importWanted(); }, isOpen});
    m_commands.add({QStringLiteral("close"), QT_TRANSLATE_NOOP("commands", "Close the app"), QStringLiteral("close"),
                    QKeySequence(), [this] { Q_EMIT closeWanted(); }, isOpen});
    m_commands.add({QStringLiteral("shortcuts"), QT_TRANSLATE_NOOP("commands", "Keyboard shortcuts"),
                    QStringLiteral("keyboard"), QKeySequence(QStringLiteral("Ctrl+/")),
                    [this] { Q_EMIT shortcutsWanted(); }});
    m_commands.add({QStringLiteral("help"), QT_TRANSLATE_NOOP("commands", "Help on the element"),
                    QStringLiteral("help"), QKeySequence(QStringLiteral("F1")), [this] { Q_EMIT helpWanted(); },
                    isOpen});
}

void Studio::addEditCommands()
{
    const auto hasTab = [this] { return !activeTabs()->current().isEmpty(); };
    m_commands.add({QStringLiteral("undo"), QT_TRANSLATE_NOOP("commands", "Undo"), QStringLiteral("undo"),
                    QKeySequence(QStringLiteral("Ctrl+Z")), [this] { m_session.document().undo(); },
                    [this] { return m_session.isOpen() && m_session.document().canUndo(); }});
    m_commands.add({QStringLiteral("redo"), QT_TRANSLATE_NOOP("commands", "Redo"), QStringLiteral("redo"),
                    QKeySequence(QStringLiteral("Ctrl+Shift+Z")), [this] { m_session.document().redo(); },
                    [this] { return m_session.isOpen() && m_session.document().canRedo(); }});
    m_commands.add({QStringLiteral("text"), QT_TRANSLATE_NOOP("commands", "Show as text (YAML)"),
                    QStringLiteral("code"), QKeySequence(QStringLiteral("Ctrl+E")),
                    [this] { activeTabs()->setAsText(!activeTabs()->asText()); }, hasTab});
    m_commands.add({QStringLiteral("split"), QT_TRANSLATE_NOOP("commands", "Two views side by side"),
                    QStringLiteral("split"), QKeySequence(QStringLiteral("Ctrl+\\")), [this] { setSplit(!m_split); },
                    hasTab});
    m_commands.add({QStringLiteral("closeTab"), QT_TRANSLATE_NOOP("commands", "Close the tab"), QStringLiteral("close"),
                    QKeySequence(QStringLiteral("Ctrl+W")), [this] { activeTabs()->close(activeTabs()->current()); },
                    hasTab});
    m_commands.add({QStringLiteral("nextTab"), QT_TRANSLATE_NOOP("commands", "Next tab"),
                    QStringLiteral("chevron-right"), QKeySequence(QStringLiteral("Ctrl+Tab")),
                    [this] { activeTabs()->step(1); }, hasTab});
    m_commands.add({QStringLiteral("previousTab"), QT_TRANSLATE_NOOP("commands", "Previous tab"),
                    QStringLiteral("chevron-left"), QKeySequence(QStringLiteral("Ctrl+Shift+Tab")),
                    [this] { activeTabs()->step(-1); }, hasTab});
}

/// What one can do with the selected element.
void Studio::addElementCommands()
{
    const auto onElement = [this] { return m_session.isOpen() && !m_session.selection().path.isEmpty(); };
    const auto onSelection = [this] { return m_session.isOpen() && !m_session.selection().file.isEmpty(); };
    m_commands.add({QStringLiteral("up"), QT_TRANSLATE_NOOP("commands", "Move up"), QStringLiteral("arrow-up"),
                    QKeySequence(QStringLiteral("Alt+Up")), [this] { m_session.moveBy(m_session.selectionText(), -1); },
                    onElement});
    m_commands.add({QStringLiteral("down"), QT_TRANSLATE_NOOP("commands", "Move down"), QStringLiteral("arrow-down"),
                    QKeySequence(QStringLiteral("Alt+Down")),
                    [this] { m_session.moveBy(m_session.selectionText(), 1); }, onElement});
    m_commands.add({QStringLiteral("duplicate"), QT_TRANSLATE_NOOP("commands", "Duplicate"), QStringLiteral("copy"),
                    QKeySequence(QStringLiteral("Ctrl+D")), [this] { m_session.duplicate(m_session.selectionText()); },
                    onElement});
    m_commands.add({QStringLiteral("out"), QT_TRANSLATE_NOOP("commands", "Move out of what it stands in"),
                    QStringLiteral("arrow-left"), QKeySequence(QStringLiteral("Alt+Left")),
                    [this] { m_session.moveLevel(m_session.selectionText(), -1); }, onElement});
    m_commands.add({QStringLiteral("in"), QT_TRANSLATE_NOOP("commands", "Move into the element before"),
                    QStringLiteral("arrow-right"), QKeySequence(QStringLiteral("Alt+Right")),
                    [this] { m_session.moveLevel(m_session.selectionText(), 1); }, onElement});
    m_commands.add({QStringLiteral("selectAll"), QT_TRANSLATE_NOOP("commands", "Select all beside it"),
                    QStringLiteral("layers"), QKeySequence::SelectAll, [this] { m_session.selectSiblings(); },
                    [this] { return m_session.isOpen() && !m_session.selection().file.isEmpty(); }});
    m_commands.add({QStringLiteral("copy"), QT_TRANSLATE_NOOP("commands", "Copy"), QStringLiteral("copy"),
                    QKeySequence::Copy, [this] { m_clipboard.copy(); }, onSelection});
    m_commands.add({QStringLiteral("cut"), QT_TRANSLATE_NOOP("commands", "Cut"), QStringLiteral("cut"),
                    QKeySequence::Cut,
                    [this] {
                        if (m_clipboard.copy())
                            remove(m_session.selectionText());
                    },
                    onElement});
    m_commands.add({QStringLiteral("paste"), QT_TRANSLATE_NOOP("commands", "Paste"), QStringLiteral("paste"),
                    QKeySequence::Paste, [this] { m_clipboard.paste(); }, [this] { return m_clipboard.canPaste(); }});
    m_commands.add({QStringLiteral("delete"), QT_TRANSLATE_NOOP("commands", "Delete"), QStringLiteral("delete"),
                    QKeySequence(), [this] { remove(m_session.selectionText()); }, onSelection});
    m_commands.add({QStringLiteral("rename"), QT_TRANSLATE_NOOP("commands", "Rename (change the id)…"),
                    QStringLiteral("edit"), QKeySequence(QStringLiteral("F2")),
                    [this] { Q_EMIT renameWanted(m_session.selectionText()); },
                    [this] { return m_renaming.canRename(m_session.selectionText()); }});
    m_commands.add({QStringLiteral("usages"), QT_TRANSLATE_NOOP("commands", "Find usages"), QStringLiteral("find"),
                    QKeySequence(QStringLiteral("Shift+F2")),
                    [this] { Q_EMIT usagesWanted(m_session.selectionText()); },
                    [this] { return m_renaming.canRename(m_session.selectionText()); }});
    m_commands.add({QStringLiteral("bin"), QT_TRANSLATE_NOOP("commands", "Bin: restore what was deleted…"),
                    QStringLiteral("delete"), QKeySequence(), [this] { Q_EMIT binWanted(); },
                    [this] { return m_session.isOpen(); }});
}

/// How the studio looks and works.
void Studio::addSettings()
{
    const auto always = [] { return true; };
    m_commands.add(
        {QStringLiteral("language"), QT_TRANSLATE_NOOP("commands", "Switch between English and Chinese"),
         QStringLiteral("language"), QKeySequence(QStringLiteral("Ctrl+Shift+L")),
         [this] { setLanguage(language() == QLatin1String("zh") ? QStringLiteral("en") : QStringLiteral("zh")); },
         always, true});
    m_commands.add({QStringLiteral("theme"), QT_TRANSLATE_NOOP("commands", "Switch between light and dark"),
                    QStringLiteral("dark"), QKeySequence(QStringLiteral("Ctrl+Shift+D")), [this] { setDark(!m_dark); },
                    always, true});
    struct Size {
        int percent;
        const char* text;
    };
    for (const Size size : {Size{100, QT_TRANSLATE_NOOP("commands", "Size of everything: 100 %")},
                            Size{125, QT_TRANSLATE_NOOP("commands", "Size of everything: 125 %")},
                            Size{150, QT_TRANSLATE_NOOP("commands", "Size of everything: 150 %")},
                            Size{175, QT_TRANSLATE_NOOP("commands", "Size of everything: 175 %")},
                            Size{200, QT_TRANSLATE_NOOP("commands", "Size of everything: 200 %")}})
        m_commands.add({QStringLiteral("scale%1").arg(size.percent), size.text, QStringLiteral("zoom-in"),
                        QKeySequence(), [this, size] { setScale(size.percent); },
                        [this, size] { return scale() != size.percent; }, true});
}

} // namespace fw::studio
