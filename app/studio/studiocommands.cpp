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
                    QKeySequence(QStringLiteral("Ctrl+N")), [this] { Q_EMIT newFileWanted(m_tabs.kind()); }, isOpen});
    m_commands.add({QStringLiteral("try"), QT_TRANSLATE_NOOP("commands", "Try it"), QStringLiteral("play"),
                    QKeySequence(QStringLiteral("F5")), [this] { Q_EMIT tryItWanted(); }, isOpen});
    m_commands.add({QStringLiteral("publish"), QT_TRANSLATE_NOOP("commands", "Publish…"), QStringLiteral("publish"),
                    QKeySequence(QStringLiteral("Ctrl+Shift+P")), [this] { Q_EMIT publishWanted(); }, isOpen});
    m_commands.add({QStringLiteral("close"), QT_TRANSLATE_NOOP("commands", "Close the app"), QStringLiteral("close"),
                    QKeySequence(), [this] { Q_EMIT closeWanted(); }, isOpen});
    m_commands.add({QStringLiteral("language"), QT_TRANSLATE_NOOP("commands", "Switch between English and Chinese"),
                    QStringLiteral("language"), QKeySequence(QStringLiteral("Ctrl+Shift+L")), [this] {
                        setLanguage(language() == QLatin1String("zh") ? QStringLiteral("en") : QStringLiteral("zh"));
                    }});
    m_commands.add({QStringLiteral("theme"), QT_TRANSLATE_NOOP("commands", "Switch between light and dark"),
                    QStringLiteral("dark"), QKeySequence(QStringLiteral("Ctrl+Shift+D")),
                    [this] { setDark(!m_dark); }});
    m_commands.add({QStringLiteral("help"), QT_TRANSLATE_NOOP("commands", "Help on the element"),
                    QStringLiteral("help"), QKeySequence(QStringLiteral("F1")), [this] { Q_EMIT helpWanted(); },
                    isOpen});
}

void Studio::addEditCommands()
{
    const auto onElement = [this] { return m_session.isOpen() && !m_session.selection().path.isEmpty(); };
    const auto hasTab = [this] { return !m_tabs.current().isEmpty(); };
    m_commands.add({QStringLiteral("undo"), QT_TRANSLATE_NOOP("commands", "Undo"), QStringLiteral("undo"),
                    QKeySequence(QStringLiteral("Ctrl+Z")), [this] { m_session.document().undo(); },
                    [this] { return m_session.isOpen() && m_session.document().canUndo(); }});
    m_commands.add({QStringLiteral("redo"), QT_TRANSLATE_NOOP("commands", "Redo"), QStringLiteral("redo"),
                    QKeySequence(QStringLiteral("Ctrl+Shift+Z")), [this] { m_session.document().redo(); },
                    [this] { return m_session.isOpen() && m_session.document().canRedo(); }});
    m_commands.add({QStringLiteral("up"), QT_TRANSLATE_NOOP("commands", "Move up"), QStringLiteral("arrow-up"),
                    QKeySequence(QStringLiteral("Alt+Up")), [this] { m_session.moveBy(m_session.selectionText(), -1); },
                    onElement});
    m_commands.add({QStringLiteral("down"), QT_TRANSLATE_NOOP("commands", "Move down"), QStringLiteral("arrow-down"),
                    QKeySequence(QStringLiteral("Alt+Down")),
                    [this] { m_session.moveBy(m_session.selectionText(), 1); }, onElement});
    m_commands.add({QStringLiteral("duplicate"), QT_TRANSLATE_NOOP("commands", "Duplicate"), QStringLiteral("copy"),
                    QKeySequence(QStringLiteral("Ctrl+D")), [this] { m_session.duplicate(m_session.selectionText()); },
                    onElement});
    m_commands.add({QStringLiteral("delete"), QT_TRANSLATE_NOOP("commands", "Delete"), QStringLiteral("delete"),
                    QKeySequence(), [this] { m_session.remove(m_session.selectionText()); }, onElement});
    m_commands.add({QStringLiteral("text"), QT_TRANSLATE_NOOP("commands", "Show as text (YAML)"),
                    QStringLiteral("code"), QKeySequence(QStringLiteral("Ctrl+E")),
                    [this] { m_tabs.setAsText(!m_tabs.asText()); }, hasTab});
    m_commands.add({QStringLiteral("closeTab"), QT_TRANSLATE_NOOP("commands", "Close the tab"), QStringLiteral("close"),
                    QKeySequence(QStringLiteral("Ctrl+W")), [this] { m_tabs.close(m_tabs.current()); }, hasTab});
    m_commands.add({QStringLiteral("nextTab"), QT_TRANSLATE_NOOP("commands", "Next tab"),
                    QStringLiteral("chevron-right"), QKeySequence(QStringLiteral("Ctrl+Tab")),
                    [this] { m_tabs.step(1); }, hasTab});
    m_commands.add({QStringLiteral("previousTab"), QT_TRANSLATE_NOOP("commands", "Previous tab"),
                    QStringLiteral("chevron-left"), QKeySequence(QStringLiteral("Ctrl+Shift+Tab")),
                    [this] { m_tabs.step(-1); }, hasTab});
}

} // namespace fw::studio
