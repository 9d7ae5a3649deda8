#include "studio.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QProcess>
#include <QQmlEngine>
#include <QQuickItem>
#include <QSettings>
#include <QTimer>

namespace fw::studio
{

namespace
{
constexpr int autosaveMs = 20'000;
}

Studio::Studio(QObject* parent)
    : QObject(parent), m_outline(m_session), m_problems(m_session, m_outline), m_tabs(m_session),
      m_inspector(m_session, m_problems), m_history(m_session), m_search(m_session, m_commands), m_trial(m_session)
{
    connect(&m_session, &Session::documentChanged, this, &Studio::appChanged);
    connect(&m_session, &Session::edited, this, &Studio::appChanged);
    connect(&m_session, &Session::modifiedChanged, this, &Studio::appChanged);
    connect(&m_session, &Session::failed, this, &Studio::said);
    addCommands();
    addEditCommands();

    auto* autosave = new QTimer(this);
    autosave->setInterval(autosaveMs);
    connect(autosave, &QTimer::timeout, this, [this] {
        if (modified())
            m_session.report(m_session.document().autosave());
    });
    autosave->start();
    qGuiApp->installEventFilter(this);
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        if (state != Qt::ApplicationActive || !m_session.isOpen())
            return;
        const QStringList files = m_session.document().changedOutside();
        if (!files.isEmpty())
            Q_EMIT changedOutside(files);
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

void Studio::closeApp()
{
    m_session.close();
}

bool Studio::save()
{
    if (!m_session.isOpen() || !m_session.report(m_session.document().save()))
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

void Studio::takeOutside(const QStringList& files)
{
    if (m_session.isOpen())
        m_session.report(m_session.document().takeOutside(files));
}

void Studio::keepMine(const QStringList& files)
{
    if (m_session.isOpen())
        m_session.report(m_session.document().keepMine(files));
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
