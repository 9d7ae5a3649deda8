#pragma once
#include "cursor.h"
#include "memory.h"
#include "runlife.h"
#include "subject.h"

namespace fw::automation
{

/// Carries one run from where it stands to its next wait or its end. The steps stand by family: records
/// (activation_records), people (activation_people), other systems (activation_http), time and flow (activation_flow).
class Activation
{
public:
    Activation(engine::Unit& unit, store::Run run, Pinned pinned);
    Result<void> perform();
    /// The step being done, for the incident when it fails.
    const QString& step() const { return m_run.step; }

private:
    /// Whether the run goes on with the next step, or waits (or has ended) and the activation is over.
    enum class Next { Advance, Entered, Over };

    Result<void> loadRecord();
    /// Leaves the wait the run stands at by the branch its outcome says.
    void leaveWait(Cursor& cursor);
    bool stopped();
    void turnLoop(Cursor& cursor);
    Result<Next> doStep(const plan::Step& step, Cursor& cursor);

    // records
    Result<void> setFields(const plan::Step& step);
    Result<void> createRecord(const plan::Step& step);
    Result<void> updateRecords(const plan::Step& step);
    Result<void> findRecords(const plan::Step& step);
    Result<void> assign(const plan::Step& step);
    Result<void> tag(const plan::Step& step);
    Result<void> writeSubject(const QMap<QString, feel::Value>& values, const QString& kind,
                              const QJsonObject& data = {});
    /// The records a query finds, as the unit leaves them.
    Result<std::vector<std::shared_ptr<const engine::Record>>> query(const plan::RecordQuery& query);
    Result<const plan::Table*> tableOf(const QString& id) const;

    // people
    Result<void> makeTask(const plan::Step& step);
    Result<void> sendMessage(const plan::Step& step);
    struct Recipient {
        QString user; ///< "" = somebody outside
        QString address;
        QString key() const { return user.isEmpty() ? address : user; }
    };
    std::vector<Recipient> recipients(const plan::Step& step, const plan::Connector& connector);
    QStringList mentions(const plan::Step& step) const;
    /// A user a value stands for (record, id or login): "" for nobody. Error workflow.no_user: somebody who is not there.
    Result<QString> userOf(const feel::Value& value) const;
    QString languageOf(const QString& user) const;
    QString render(const plan::TextPlan& text, const QString& language);

    // other systems
    Result<void> callHttp(const plan::Step& step);

    // time and flow
    Result<Next> wait(const plan::Step& step);
    Result<Instant> limitOf(const plan::Step& step, const plan::Duration& duration) const;
    Result<Next> waitUntil(const plan::Step& step, Cursor& cursor);
    Next branch(const plan::Step& step, Cursor& cursor);
    Next walkSideBySide(const plan::Step& step, const std::vector<const plan::Branch*>& branches);
    Result<Next> forEach(const plan::Step& step, Cursor& cursor);
    Result<Next> start(const plan::Step& step);
    void pauseAt(const plan::Step& step, std::optional<Instant> due);
    bool meetsPeople(const plan::Step& step) const;

    Subject subject() const;
    void trace(const QString& kind, const QJsonObject& data = {});
    void keep(const plan::Step& step, const QJsonValue& result);

    engine::Unit& m_unit;
    store::Run m_run;
    Pinned m_pinned;
    std::shared_ptr<const engine::Record> m_record;
    feel::Value m_event;
};

/// As the outbox keeps it: "resend", "ask" or "".
QString doubtText(plan::InDoubt inDoubt);
/// When a wait step is over that was entered at `entered`, in the zone the run began in; working time is counted by the
/// calendars of `today`, the newest plan.
Result<Instant> waitDue(const plan::Step& step, const store::Run& run, Instant entered, const plan::Plan& today,
                        const QTimeZone& zone);

} // namespace fw::automation
