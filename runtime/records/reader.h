#pragma once
#include "runtime/engine/unit.h"

#include <QJsonObject>

#include <array>

namespace fw::records
{

/// The record, or nullptr when there is none (or it lies in the bin and `bin` is false). A failure of the store stays in
/// the connection (takeError).
std::shared_ptr<const engine::Record> load(store::Connection& connection, const plan::Plan& plan,
                                           const plan::Table& table, const QString& id, bool bin = false);
/// Live records of `table` whose `relation` points to `id`, oldest first.
std::vector<std::shared_ptr<const engine::Record>> related(store::Connection& connection, const plan::Plan& plan,
                                                           const plan::Table& table, const QString& relation,
                                                           const QString& id);
/// The one live record whose fields have the values given. Errors: record.unknown_record, record.ambiguous_record,
/// record.unknown_field and those of converting.
Result<QString> findOne(store::Connection& connection, const plan::Plan& plan, const plan::Table& table,
                        const QJsonObject& match);

/// The record as FEEL sees it: relations and users by dot, lists of related records by their inverse name, system
/// columns, computed fields that depend on time. Nothing is read before it is asked for; what a relation gave once is
/// kept for the life of the value. Connection, plan and environment must outlive it; without an environment fields that
/// depend on time are null.
feel::Value view(store::Connection& connection, const plan::Plan& plan, std::shared_ptr<const engine::Record> record,
                 const feel::Environment* environment = nullptr);
/// The user as FEEL sees it (id, login, name, email, phone, language, zone, superior, roles); null for "" or an unknown one.
feel::Value userView(store::Connection& connection, const plan::Plan& plan, const QString& user);

/// A setting's value as the store keeps it (text), converted like a field of the type of the same name. Errors as of
/// fromJson(); place.element is the setting.
Result<feel::Value> convertSetting(store::Connection& connection, const plan::Plan& plan, const plan::Setting& setting,
                                   const QString& text);

/// The frame in which an expression of the plan is evaluated: fill in what there is, then call it.
class Evaluation
{
public:
    /// `me`: the acting user's id, "" = the system (then `me` is null). Everything given must outlive the evaluation.
    Evaluation(store::Connection& connection, const plan::Plan& plan, const feel::Environment& environment,
               const QString& me = {});
    Evaluation& setRecord(std::shared_ptr<const engine::Record> record);
    Evaluation& setOld(std::shared_ptr<const engine::Record> record);
    Evaluation& setEvent(feel::Value event);
    Evaluation& setRun(feel::Value run); ///< the run of a workflow (automation/runview.h)
    feel::Value operator()(const plan::Expression& expression) const { return expression.program.evaluate(frame()); }
    feel::Frame frame() const { return {m_slots, &m_environment}; }

private:
    store::Connection& m_connection;
    const plan::Plan& m_plan;
    const feel::Environment& m_environment;
    std::array<feel::Value, plan::SlotCount> m_slots;
};

} // namespace fw::records
