#pragma once
#include "session.h"

#include <QJsonObject>
#include <QVariantList>

namespace fw::client
{
class Client;
class Host;
struct Reply;
} // namespace fw::client

namespace fw::studio
{

/// Publishing as a person does it: choose a store, look at what would change there, agree, publish; go back to an earlier
/// version; compare versions. The store is held only between look() and close(), so that the runtime can have it.
/// The store's path is remembered for each app in its .studio folder.
class Publisher : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use Studio.publisher")
    Q_PROPERTY(QString store READ store NOTIFY changed) ///< path of the store's file; "" = not chosen
    Q_PROPERTY(Stage stage READ stage NOTIFY changed)
    Q_PROPERTY(bool isNew READ isNew NOTIFY changed) ///< the file is not there yet; publishing makes it
    /// What stands in the way, or what went wrong, in words; with what to do.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QString remedy READ remedy NOTIFY changed)
    Q_PROPERTY(QVariantList changes READ changes NOTIFY changed)         ///< [{text, rows, lost, needsConsent}]
    Q_PROPERTY(QVariantList differences READ differences NOTIFY changed) ///< as of design.compare
    Q_PROPERTY(QVariantList running READ running NOTIFY changed)         ///< [{title, runs, gone}]
    Q_PROPERTY(QStringList missing READ missing NOTIFY changed)          ///< settings the store has no value for
    Q_PROPERTY(bool needsConsent READ needsConsent NOTIFY changed)
    Q_PROPERTY(bool same READ same NOTIFY changed)              ///< the store has this very version
    Q_PROPERTY(int goingBackTo READ goingBackTo NOTIFY changed) ///< a published number; 0 = the app as it stands here
    Q_PROPERTY(int newest READ newest NOTIFY changed)           ///< number that is published; 0 = none
    Q_PROPERTY(int published READ published NOTIFY changed)     ///< number that was just published; 0 = none
    Q_PROPERTY(QVariantList versions READ versions NOTIFY changed) ///< [{number, author, note, at}], newest first
    Q_PROPERTY(QVariantList compared READ compared NOTIFY compareChanged) ///< differences of the last compare()
public:
    enum Stage {
        Choose,  ///< no store yet
        Looking, ///< the store is being asked
        Ready,   ///< the plan can be looked at
        Working, ///< publishing
        Done,
        Failed ///< problem() says why
    };
    Q_ENUM(Stage)
    explicit Publisher(Session& session);
    ~Publisher() override;

    QString store() const { return m_store; }
    Stage stage() const { return m_stage; }
    bool isNew() const;
    QString problem() const { return m_problem; }
    QString remedy() const { return m_remedy; }
    QVariantList changes() const { return m_changes; }
    QVariantList differences() const { return m_plan.value(QStringLiteral("differences")).toList(); }
    QVariantList running() const { return m_plan.value(QStringLiteral("running")).toList(); }
    QStringList missing() const { return m_plan.value(QStringLiteral("missing")).toStringList(); }
    bool needsConsent() const;
    bool same() const { return m_plan.value(QStringLiteral("same")).toBool(); }
    int goingBackTo() const { return m_version; }
    int newest() const
    {
        return m_versions.isEmpty() ? 0 : m_versions.first().toMap()[QStringLiteral("number")].toInt();
    }
    int published() const { return m_published; }
    QVariantList versions() const { return m_versions; }
    QVariantList compared() const { return m_compared; }

    Q_INVOKABLE void choose(const QString& path); ///< a store's file, there or not; looks at it
    Q_INVOKABLE void look();                      ///< at what publishing the app as it stands would do
    Q_INVOKABLE void lookBack(int number);        ///< at what going back to a published version would do
    /// Publishes what was looked at. Unsaved changes are saved first. `consent`: the losses were agreed to.
    Q_INVOKABLE void publish(const QString& note, bool consent);
    /// Two versions by meaning; 0 = the app as it stands here.
    Q_INVOKABLE void compare(int before, int after);
    Q_INVOKABLE void close(); ///< gives the store free
    /// A file to propose for this app's store.
    Q_INVOKABLE QString proposedStore() const;

Q_SIGNALS:
    void changed();
    void compareChanged();

private:
    using Use = void (Publisher::*)(const QJsonObject&);
    bool connectTo(bool make);
    void ask(const QString& method, const QJsonObject& params, Use use);
    void take(const QJsonObject& plan);
    void takeVersions(const QJsonObject& list);
    void takeNumber(const QJsonObject& result);
    void takeCompared(const QJsonObject& result);
    void fail(const QString& what, const QString& remedy);
    void to(Stage stage);
    QJsonValue version(int number) const;
    void remember() const;
    QString rememberedStore() const;

    Session& m_session;
    QString m_store, m_problem, m_remedy;
    Stage m_stage = Choose;
    QVariantMap m_plan;
    QVariantList m_changes, m_versions, m_compared;
    int m_version = 0;
    int m_published = 0;
    bool m_onScratch = false; ///< the file is not there yet: looked at on a private scratch store
    std::unique_ptr<client::Host> m_host;
    std::unique_ptr<client::Client> m_client;
};

} // namespace fw::studio
