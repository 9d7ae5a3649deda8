#pragma once
#include "app/common/commandregistry.h"
#include "app/common/language.h"
#include "clipboard.h"
#include "history.h"
#include "inspector.h"
#include "livetiles.h"
#include "opentabs.h"
#include "outsidechanges.h"
#include "packages.h"
#include "publisher.h"
#include "removal.h"
#include "renaming.h"
#include "samplevalue.h"
#include "search.h"
#include "startpage.h"
#include "trial.h"
#include "usages.h"

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
    Q_PROPERTY(fw::studio::OpenTabs* sideTabs READ sideTabs CONSTANT) ///< of the second view while the centre is split
    Q_PROPERTY(fw::studio::OpenTabs* activeTabs READ activeTabs WRITE setActiveTabs NOTIFY splitChanged)
    Q_PROPERTY(bool split READ isSplit WRITE setSplit NOTIFY splitChanged)
    Q_PROPERTY(int scale READ scale WRITE setScale NOTIFY scaleChanged) ///< in per cent; takes effect at the next start
    Q_PROPERTY(fw::studio::Inspector* inspector READ inspector CONSTANT)
    Q_PROPERTY(fw::studio::ProblemList* problems READ problems CONSTANT)
    Q_PROPERTY(fw::studio::History* history READ history CONSTANT)
    Q_PROPERTY(fw::studio::Search* search READ search CONSTANT)
    Q_PROPERTY(fw::studio::StartPage* start READ start CONSTANT)
    Q_PROPERTY(fw::studio::Publisher* publisher READ publisher CONSTANT)
    Q_PROPERTY(fw::studio::Renaming* renaming READ renaming CONSTANT)
    Q_PROPERTY(fw::studio::LiveTiles* liveTiles READ liveTiles CONSTANT)
    Q_PROPERTY(fw::studio::SampleValue* sampleValue READ sampleValue CONSTANT)
    Q_PROPERTY(fw::studio::OutsideChanges* outside READ outside CONSTANT)
    Q_PROPERTY(fw::studio::Packages* packages READ packages CONSTANT)
    Q_PROPERTY(fw::studio::Usages* usages READ usages CONSTANT)
    Q_PROPERTY(fw::studio::Removal* removal READ removal CONSTANT)
    Q_PROPERTY(fw::studio::Bin* bin READ bin CONSTANT)
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
    OpenTabs* sideTabs() { return &m_side; }
    OpenTabs* activeTabs() { return m_sideActive ? &m_side : &m_tabs; }
    void setActiveTabs(OpenTabs* tabs);
    bool isSplit() const { return m_split; }
    void setSplit(bool split);
    int scale() const;
    void setScale(int percent);
    Inspector* inspector() { return &m_inspector; }
    ProblemList* problems() { return &m_problems; }
    History* history() { return &m_history; }
    Search* search() { return &m_search; }
    StartPage* start() { return &m_start; }
    Publisher* publisher() { return &m_publisher; }
    Renaming* renaming() { return &m_renaming; }
    LiveTiles* liveTiles() { return &m_liveTiles; }
    SampleValue* sampleValue() { return &m_sampleValue; }
    OutsideChanges* outside() { return &m_outside; }
    Packages* packages() { return &m_packages; }
    Usages* usages() { return &m_usages; }
    Removal* removal() { return &m_removal; }
    Bin* bin() { return &m_bin; }
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
    Q_INVOKABLE void autosave(); ///< keeps unsaved changes in the journal; a timer does it too
    Q_INVOKABLE void recover();
    Q_INVOKABLE QVariantList recoveryDifferences() const; ///< what recover() would change, as of diff::differencesJson
    Q_INVOKABLE void discardRecovery();
    Q_INVOKABLE void discard(); ///< forgets unsaved changes and their autosave
    /// Starts the player on the app as it stands, saved or not, with a scratch store that goes when the player ends.
    Q_INVOKABLE bool startPlayer();
    /// Deletes: at once where nothing is lost by it, else after the question that deleteWanted() asks for.
    Q_INVOKABLE void remove(const QString& address);

Q_SIGNALS:
    void appChanged();
    void languageChanged();
    void darkChanged();
    void splitChanged();
    void scaleChanged();
    void shortcutsWanted();
    void exportWanted();
    void importWanted();
    void said(const QString& text);                                         ///< short news for the toast
    void paletteWanted();                                                   ///< Ctrl+K
    void openWanted();                                                      ///< the open dialog
    void newFileWanted(const QString& kind);                                ///< the dialog for a new table, form …
    void createWanted(const QString& templateFolder, const QString& title); ///< the dialog for a new app
    void closeWanted();
    void tryItWanted(); ///< F5
    void publishWanted();
    void renameWanted(const QString& address);
    void usagesWanted(const QString& address);
    void deleteWanted();
    void binWanted();
    void pasted(int count, const QStringList& outside);
    void saidUndoable(const QString& text); ///< news about a change that one may want to take back
    void helpWanted();
    void changedOutside(); ///< another program changed what was changed here too: see outside
    void recoveryWanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void lookOutside();
    void rememberView() const;
    void restoreView();
    void addSettings();
    void addCommands();
    void addEditCommands();
    void addElementCommands();
    Language m_language;
    Session m_session;
    Outline m_outline;
    ProblemList m_problems;
    OpenTabs m_tabs;
    OpenTabs m_side;
    Inspector m_inspector;
    History m_history;
    CommandRegistry m_commands;
    Search m_search;
    StartPage m_start;
    Trial m_trial;
    Publisher m_publisher;
    Renaming m_renaming;
    Usages m_usages;
    SampleRun m_sample;
    LiveTiles m_liveTiles;
    SampleValue m_sampleValue;
    OutsideChanges m_outside;
    Packages m_packages;
    Clipboard m_clipboard;
    Bin m_bin;
    Removal m_removal;
    bool m_dark = false;
    bool m_split = false;
    bool m_sideActive = false;
};

} // namespace fw::studio
