#pragma once
#include "cursor.h"
#include "runlife.h"
#include "subject.h"

namespace fw::automation
{

/// Carries one run from where it stands to its next wait or its end.
class Activation
{
public:
    Activation(engine::Unit& unit, store::Run run, Pinned pinned);
    Result<void> perform();
    /// The step being done, for the incident when it fails.
    const QString& step() const { return m_run.step; }

private:
    Result<void> loadRecord();
    /// Leaves the wait the run stands at by the branch its outcome says.
    void leaveWait(Cursor& cursor);
    bool stopped();
    /// True when the run waits (or has ended) and the activation is over.
    Result<bool> doStep(const plan::Step& step, Cursor& cursor);
    Result<void> setFields(const plan::Step& step);
    Result<void> createRecord(const plan::Step& step);
    Result<void> makeTask(const plan::Step& step);
    Result<void> sendMessage(const plan::Step& step);
    bool wait(const plan::Step& step);
    bool waitUntil(const plan::Step& step, Cursor& cursor);
    void branch(const plan::Step& step, Cursor& cursor);
    void pauseAt(const plan::Step& step, std::optional<Instant> due);
    void finish(const QString& reason);

    /// A user a value stands for (record, id or login); "" for nobody.
    QString userOf(const feel::Value& value) const;
    QString languageOf(const QString& user) const;
    QString render(const plan::TextPlan& text, const QString& language);
    Subject subject() const;
    void trace(const QString& kind, const QJsonObject& data = {});

    engine::Unit& m_unit;
    store::Run m_run;
    Pinned m_pinned;
    std::shared_ptr<const engine::Record> m_record;
    feel::Value m_event;
};

} // namespace fw::automation
