#include "studio.h"

/// Everything one can tell the studio to do: the only place with command texts and shortcuts.
namespace fw::studio {

void Studio::addCommands()
{
    const auto isOpen = [this] { return m_session.isOpen(); };
    m_commands.add({QStringLiteral("palette"), FW_COMMAND("Search or command"), QStringLiteral("search"), QKeySequence(QStringLiteral("Ctrl+K")), [this] { Q_EMIT paletteWanted(); }});
    m_commands.add({QStringLiteral("open"), FW_COMMAND("Open an app…"), QStringLiteral("folder-open"), QKeySequence::Open, [this] { Q_EMIT openWanted(); }});
    m_commands.add({QStringLiteral("save"), FW_COMMAND("Save"), QStringLiteral("save"), QKeySequence::Save,
                    [this] { if (save()) Q_EMIT said(tr("Saved")); }, [this] { return modified(); }});
    m_commands.add({QStringLiteral("new"), FW_COMMAND("New element…"), QStringLiteral("add"), QKeySequence(QStringLiteral("Ctrl+N")), [this] { Q_EMIT newFileWanted(m_tabs.kind()); }, isOpen});
    m_commands.add({QStringLiteral("try"), FW_COMMAND("Try it"), QStringLiteral("play"), QKeySequence(QStringLiteral("F5")), [this] { Q_EMIT tryItWanted(); }, isOpen});
    m_commands.add({QStringLiteral("publish"), FW_COMMAND("Publish…"), QStringLiteral("publish"), QKeySequence(QStringLiteral("Ctrl+Shift+P")), [this] { Q_EMIT publishWanted(); }, isOpen});
    m_commands.add({QStringLiteral("close"), FW_COMMAND("Close the app"), QStringLiteral("close"), QKeySequence(), [this] { Q_EMIT closeWanted(); }, isOpen});
    m_commands.add({QStringLiteral("language"), FW_COMMAND("Switch between English and Chinese"), QStringLiteral("language"), QKeySequence(QStringLiteral("Ctrl+Shift+L")),
                    [this] { setLanguage(language() == QLatin1String("zh") ? QStringLiteral("en") : QStringLiteral("zh")); }});
    m_commands.add({QStringLiteral("theme"), FW_COMMAND("Switch between light and dark"), QStringLiteral("dark"), QKeySequence(QStringLiteral("Ctrl+Shift+D")), [this] { setDark(!m_dark); }});
    m_commands.add({QStringLiteral("help"), FW_COMMAND("Help on the element"), QStringLiteral("help"), QKeySequence(QStringLiteral("F1")), [this] { Q_EMIT helpWanted(); }, isOpen});
}

void Studio::addEditCommands()
{
    const auto onElement = [this] { return m_session.isOpen() && !m_session.selection().path.isEmpty(); };
    const auto hasTab = [this] { return !m_tabs.current().isEmpty(); };
    m_commands.add({QStringLiteral("undo"), FW_COMMAND("Undo"), QStringLiteral("undo"), QKeySequence(QStringLiteral("Ctrl+Z")),
                    [this] { m_session.document().undo(); }, [this] { return m_session.isOpen() && m_session.document().canUndo(); }});
    m_commands.add({QStringLiteral("redo"), FW_COMMAND("Redo"), QStringLiteral("redo"), QKeySequence(QStringLiteral("Ctrl+Shift+Z")),
                    [this] { m_session.document().redo(); }, [this] { return m_session.isOpen() && m_session.document().canRedo(); }});
    m_commands.add({QStringLiteral("up"), FW_COMMAND("Move up"), QStringLiteral("arrow-up"), QKeySequence(QStringLiteral("Alt+Up")), [this] { m_session.moveBy(m_session.selectionText(), -1); }, onElement});
    m_commands.add({QStringLiteral("down"), FW_COMMAND("Move down"), QStringLiteral("arrow-down"), QKeySequence(QStringLiteral("Alt+Down")), [this] { m_session.moveBy(m_session.selectionText(), 1); }, onElement});
    m_commands.add({QStringLiteral("duplicate"), FW_COMMAND("Duplicate"), QStringLiteral("copy"), QKeySequence(QStringLiteral("Ctrl+D")), [this] { m_session.duplicate(m_session.selectionText()); }, onElement});
    m_commands.add({QStringLiteral("delete"), FW_COMMAND("Delete"), QStringLiteral("delete"), QKeySequence(), [this] { m_session.remove(m_session.selectionText()); }, onElement});
    m_commands.add({QStringLiteral("text"), FW_COMMAND("Show as text (YAML)"), QStringLiteral("code"), QKeySequence(QStringLiteral("Ctrl+E")), [this] { m_tabs.setAsText(!m_tabs.asText()); }, hasTab});
    m_commands.add({QStringLiteral("closeTab"), FW_COMMAND("Close the tab"), QStringLiteral("close"), QKeySequence(QStringLiteral("Ctrl+W")), [this] { m_tabs.close(m_tabs.current()); }, hasTab});
    m_commands.add({QStringLiteral("nextTab"), FW_COMMAND("Next tab"), QStringLiteral("chevron-right"), QKeySequence(QStringLiteral("Ctrl+Tab")), [this] { m_tabs.step(1); }, hasTab});
    m_commands.add({QStringLiteral("previousTab"), FW_COMMAND("Previous tab"), QStringLiteral("chevron-left"), QKeySequence(QStringLiteral("Ctrl+Shift+Tab")), [this] { m_tabs.step(-1); }, hasTab});
}

} // namespace fw::studio
