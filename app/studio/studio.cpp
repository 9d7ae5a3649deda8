#include "studio.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLocale>
#include <QProcess>
#include <QQmlEngine>
#include <QQuickItem>
#include <QSaveFile>
#include <QSettings>
#include <QTimer>

namespace fw::studio
{

namespace
{
constexpr int autosaveMs = 20'000;
}

Studio::Studio(QObject* parent)
    : QObject(parent), m_outline(m_session), m_problems(m_session, m_outline), m_tabs(m_session), m_side(m_session),
      m_inspector(m_session, m_problems), m_history(m_session), m_search(m_session, m_commands), m_trial(m_session),
      m_publisher(m_session), m_renaming(m_session), m_usages(m_session), m_sample(m_session, m_problems),
      m_liveTiles(m_session, m_problems, m_sample), m_sampleValue(m_session, m_sample), m_outside(m_session),
      m_packages(m_session), m_clipboard(m_session), m_bin(m_session), m_removal(m_session, m_bin)
{
    connect(&m_session, &Session::documentChanged, this, &Studio::appChanged);
    connect(&m_session, &Session::edited, this, &Studio::appChanged);
    connect(&m_session, &Session::modifiedChanged, this, &Studio::appChanged);
    connect(&m_session, &Session::failed, this, &Studio::said);
    connect(&m_removal, &Removal::removed, this,
            [this](const QString& title) { Q_EMIT saidUndoable(tr("Deleted: %1").arg(title)); });
    connect(&m_clipboard, &Clipboard::pasted, this, &Studio::pasted);
    addCommands();
    addEditCommands();
    addElementCommands();
    addSettings();
    m_tabs.setOther(&m_side);
    m_side.setOther(&m_tabs);
    m_side.setActive(false);
    connect(&m_session, &Session::closing, this, &Studio::rememberView);

    auto* autosaver = new QTimer(this);
    autosaver->setInterval(autosaveMs);
    connect(autosaver, &QTimer::timeout, this, &Studio::autosave);
    autosaver->start();
    qGuiApp->installEventFilter(this);
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive)
            lookOutside();
    });
}

/// A text field keeps Ctrl+Z for itself only while what stands in it is not handed over yet; after that it means the app.
bool Studio::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return QObject::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (!key->matches(QKeySequence::Undo) && !key->matches(QKeySequence::Redo))
        return QObject::eventFilter(watched, event);
    const QObject* text = qGuiApp->focusObject();
    const auto* owner = qobject_cast<const QQuickItem*>(text);
    for (int up = 0; owner && up < 4 && !owner->property("value").isValid(); ++up)
        owner = owner->parentItem();
    if (!text || !owner || text->property("text") != owner->property("text") ||
        owner->property("text") != owner->property("value"))
        return QObject::eventFilter(watched, event);
    event->ignore();
    return true;
}

void Studio::setLanguage(const QString& code)
{
    if (code.isEmpty() || code == m_language.code())
        return;
    m_language.set(code, qmlEngine(this));
    m_session.setLanguage(m_language.code());
    m_start.setLanguage(m_language.code());
    Q_EMIT languageChanged();
    Q_EMIT m_commands.changed();
    Q_EMIT appChanged();
}

void Studio::setDark(bool dark)
{
    if (dark == m_dark)
        return;
    m_dark = dark;
    Q_EMIT darkChanged();
}

bool Studio::open(const QString& folder)
{
    const Result<void> opened = m_session.open(folder);
    if (!opened.ok()) {
        Q_EMIT said(Session::words(opened.error()));
        return false;
    }
    m_start.remember(folder, appName());
    restoreView();
    return true;
}

bool Studio::createFrom(const QString& templateFolder, const QString& folder, const QString& name)
{
    const Result<QString> made = m_start.create(templateFolder, folder, name);
    if (!made.ok()) {
        Q_EMIT said(Session::words(made.error()));
        return false;
    }
    if (!open(*made))
        return false;
    const QString now = appName();
    if (!name.isEmpty() && name != now && !templateFolder.isEmpty()) {
        m_session.setLocal(QStringLiteral("app.yaml#label"), m_session.language(), name);
        save();
    }
    return true;
}

// --- the view: what is open where, remembered for each app --------------------------------------------------------------

static QString viewPath(const Session& session)
{
    return session.document().folder() + QStringLiteral("/.studio/view.json");
}

/// Personal and small: when it cannot be written, the app opens with nothing open.
void Studio::rememberView() const
{
    QSaveFile file(viewPath(m_session));
    if (!file.open(QIODevice::WriteOnly))
        return;
    const QJsonObject view{{"tabs", QJsonArray::fromStringList(m_tabs.paths())},
                           {"current", m_tabs.current()},
                           {"side", QJsonArray::fromStringList(m_side.paths())},
                           {"sideCurrent", m_side.current()},
                           {"split", m_split},
                           {"selection", m_session.selectionText()}};
    file.write(QJsonDocument(view).toJson());
    file.commit();
}

void Studio::restoreView()
{
    QFile file(viewPath(m_session));
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QJsonObject view = QJsonDocument::fromJson(file.readAll()).object();
    const auto paths = [&](const char* key) {
        QStringList list;
        for (const QJsonValue& value : view[QLatin1String(key)].toArray())
            list << value.toString();
        return list;
    };
    m_tabs.restore(paths("tabs"), view[QLatin1String("current")].toString());
    m_side.restore(paths("side"), view[QLatin1String("sideCurrent")].toString());
    setSplit(view[QLatin1String("split")].toBool());
    const Address selection = Address::parse(view[QLatin1String("selection")].toString());
    if (m_session.definition().node(selection).exists() && selection.file == m_tabs.current())
        m_session.select(selection);
    else if (!m_tabs.current().isEmpty())
        m_session.select(Address{m_tabs.current(), {}});
}

void Studio::setActiveTabs(OpenTabs* tabs)
{
    const bool side = m_split && tabs == &m_side;
    if (side == m_sideActive)
        return;
    m_sideActive = side;
    m_side.setActive(side);
    m_tabs.setActive(!side);
    const QString file = activeTabs()->current();
    if (!file.isEmpty() && m_session.selection().file != file)
        m_session.select(Address{file, {}});
    Q_EMIT splitChanged();
}

void Studio::setSplit(bool split)
{
    if (split == m_split)
        return;
    setActiveTabs(&m_tabs);
    m_split = split;
    if (split && m_side.current().isEmpty())
        m_side.restore({m_tabs.current()}, m_tabs.current());
    Q_EMIT splitChanged();
}

// --- settings ----------------------------------------------------------------------------------------------------------

int Studio::scale() const
{
    return QSettings().value(QStringLiteral("scale"), 100).toInt();
}

void Studio::setScale(int percent)
{
    if (percent == scale())
        return;
    QSettings().setValue(QStringLiteral("scale"), percent);
    Q_EMIT scaleChanged();
    Q_EMIT said(tr("The new size is taken when the studio starts the next time."));
}

void Studio::closeApp()
{
    m_session.close();
}

bool Studio::save()
{
    if (!m_session.isOpen())
        return false;
    if (!m_session.document().changedOutside().isEmpty()) {
        lookOutside();
        return false; // saved again once it is decided what becomes of the other changes
    }
    if (!m_session.report(m_session.document().save()))
        return false;
    Q_EMIT appChanged();
    return true;
}

QString Studio::recovery() const
{
    if (!m_session.isOpen())
        return {};
    const auto found = m_session.document().recovery();
    if (!found)
        return {};
    const QLocale locale(m_language.code() == QLatin1String("zh") ? QLocale::Chinese : QLocale::English);
    return tr("Unsaved changes of %1 were kept. Files: %2.")
        .arg(locale.toString(found->when.toLocalTime(), QLocale::ShortFormat), found->files.join(QStringLiteral(", ")));
}

void Studio::autosave()
{
    if (modified())
        m_session.report(m_session.document().autosave());
}

void Studio::recover()
{
    if (m_session.isOpen())
        m_session.report(m_session.document().recover());
    Q_EMIT appChanged();
}

void Studio::discardRecovery()
{
    if (m_session.isOpen())
        m_session.document().discardRecovery();
    Q_EMIT appChanged();
}

void Studio::discard()
{
    if (!m_session.isOpen())
        return;
    m_session.document().goTo(0);
    m_session.document().discardRecovery();
}

QVariantList Studio::recoveryDifferences() const
{
    if (!m_session.isOpen())
        return {};
    return diff::differencesJson(m_session.definition(), *m_session.document().recoveredDefinition(), language())
        .toVariantList();
}

/// What another program changed is taken in by itself while nothing was changed here; else a person is asked.
void Studio::lookOutside()
{
    if (!m_session.isOpen() || !m_outside.look())
        return;
    if (modified())
        Q_EMIT changedOutside();
    else if (m_outside.apply())
        Q_EMIT saidUndoable(tr("Another program changed the app; its changes were taken in."));
}

void Studio::remove(const QString& address)
{
    const Address at = Address::parse(address);
    const QList<Address>& selected = m_session.selectedAll();
    if (!m_removal.begin(selected.contains(at) ? m_session.inOrder(selected) : QList<Address>{at}))
        return;
    if (m_removal.mustAsk())
        Q_EMIT deleteWanted();
    else
        m_removal.apply(false, false);
}

QVariantList Studio::kinds() const
{
    QVariantList list;
    const QString& code = m_session.language();
    for (const schema::Kind& kind : schema::Schema::instance().kinds())
        if (kind.file.isEmpty())
            list << QVariantMap{{QStringLiteral("value"), kind.id},
                                {QStringLiteral("text"), kind.label.in(code)},
                                {QStringLiteral("help"), kind.help.in(code)},
                                {QStringLiteral("icon"), kind.icon},
                                {QStringLiteral("engine"), kind.engine}};
    return list;
}

bool Studio::startPlayer()
{
    if (!m_session.isOpen())
        return false;
    const Result<QString> scratch = m_trial.begin();
    if (!scratch.ok()) {
        Q_EMIT said(Session::words(scratch.error()));
        return false;
    }
    return QProcess::startDetached(QCoreApplication::applicationFilePath(),
                                   {QStringLiteral("--player"), *scratch, QStringLiteral("--lang"), language(),
                                    QStringLiteral("--theme"),
                                    m_dark ? QStringLiteral("dark") : QStringLiteral("light")});
}

} // namespace fw::studio
