#pragma once
#include "app/common/commandregistry.h"
#include "app/common/language.h"
#include "history.h"
#include "inspector.h"
#include "opentabs.h"
#include "search.h"
#include "startpage.h"
#include "trial.h"

#include <QtQml/qqml.h>

namespace fw::studio
{

/// The command registry as a type of this module; it is written in app/common.
struct CommandRegistryInQml {
    Q_GADGET
    QML_FOREIGN(fw::CommandRegistry)
    QML_NAMED_ELEMENT(CommandRegistry)
    QML_UNCREATABLE("Use Studio.commands")
};

/// The studio's one object in QML: owns the session and a small view model per panel, and the commands.
class Studio : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(fw::studio::Session* session READ session CONSTANT)
    Q_PROPERTY(fw::studio::Outline* outline READ outline CONSTANT)
    Q_PROPERTY(fw::studio::OpenTabs* tabs READ tabs CONSTANT)
    Q_PROPERTY(fw::studio::Inspector* inspector READ inspector CONSTANT)
    Q_PROPERTY(fw::studio::ProblemList* problems READ problems CONSTANT)
    Q_PROPERTY(fw::studio::History* history READ history CONSTANT)
    Q_PROPERTY(fw::studio::Search* search READ search CONSTANT)
    Q_PROPERTY(fw::studio::StartPage* start READ start CONSTANT)
    Q_PROPERTY(fw::CommandRegistry* commands READ commands CONSTANT)
    Q_PROPERTY(QString appName READ appName NOTIFY appChanged)
    Q_PROPERTY(QString folder READ folder NOTIFY appChanged)
    Q_PROPERTY(bool modified READ modified NOTIFY appChanged)
    Q_PROPERTY(
        QString recovery READ recovery NOTIFY appChanged) ///< words about an autosave that can be taken back; "" = none
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(QVariantList kinds READ kinds NOTIFY
                   languageChanged) ///< kinds of files one can add: {value, text, help, icon, engine}
    Q_PROPERTY(bool dark READ dark WRITE setDark NOTIFY darkChanged)
public:
    explicit Studio(QObject* parent = nullptr);

    Session* session() { return &m_session; }
    Outline* outline() { return &m_outline; }
    OpenTabs* tabs() { return &m_tabs; }
    Inspector* inspector() { return &m_inspector; }
    ProblemList* problems() { return &m_problems; }
    History* history() { return &m_history; }
    Search* search() { return &m_search; }
    StartPage* start() { return &m_start; }
    CommandRegistry* commands() { return &m_commands; }
    QString appName() const
    {
        return m_session.isOpen() ? m_session.titleOf({QStringLiteral("app.yaml"), {}}) : QString();
    }
    QString folder() const { return m_session.isOpen() ? m_session.document().folder() : QString(); }
    bool modified() const { return m_session.isOpen() && m_session.document().isModified(); }
    QString recovery() const;
    QString language() const { return m_language.code(); }
    void setLanguage(const QString& code);
    QVariantList kinds() const;
    bool dark() const { return m_dark; }
    void setDark(bool dark);

    Q_INVOKABLE bool open(const QString& folder);
    Q_INVOKABLE bool createFrom(const QString& templateFolder, const QString& folder, const QString& name);
    Q_INVOKABLE void closeApp();
    Q_INVOKABLE bool save();
    Q_INVOKABLE void recover();
    Q_INVOKABLE void discardRecovery();
    Q_INVOKABLE void discard(); ///< forgets unsaved changes and their autosave
    /// Starts the player on the app as it stands, saved or not, with a scratch store that goes when the player ends.
    Q_INVOKABLE bool startPlayer();
    /// Takes over what another program wrote into these files, or lets the next save overwrite it.
    Q_INVOKABLE void takeOutside(const QStringList& files);
    Q_INVOKABLE void keepMine(const QStringList& files);

Q_SIGNALS:
    void appChanged();
    void languageChanged();
    void darkChanged();
    void said(const QString& text);                                         ///< short news for the toast
    void paletteWanted();                                                   ///< Ctrl+K
    void openWanted();                                                      ///< the open dialog
    void newFileWanted(const QString& kind);                                ///< the dialog for a new table, form …
    void createWanted(const QString& templateFolder, const QString& title); ///< the dialog for a new app
    void closeWanted();
    void tryItWanted(); ///< F5
    void publishWanted();
    void helpWanted();
    void changedOutside(const QStringList& files);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addCommands();
    void addEditCommands();
    Language m_language;
    Session m_session;
    Outline m_outline;
    ProblemList m_problems;
    OpenTabs m_tabs;
    Inspector m_inspector;
    History m_history;
    CommandRegistry m_commands;
    Search m_search;
    StartPage m_start;
    Trial m_trial;
    bool m_dark = false;
};

} // namespace fw::studio
