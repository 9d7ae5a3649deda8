#include "outboxworker.h"
#include "delivery.h"
#include "runtime/store/incidents.h"
#include "runtime/store/runs.h"
#include "runtime/store/timers.h"

namespace fw::automation
{

namespace
{

using connectors::Receipt;
using connectors::RepeatClass;

constexpr qint64 s_firstPause = 10'000;
constexpr qint64 s_longestPause = 3'600'000;
constexpr qint64 s_patience = 24 * 3'600'000;
constexpr qint64 s_beforeAsking = 5 * 60'000; ///< providers need a while until they know of a message
constexpr int s_mostLooked = 50;              ///< due messages looked at for one that may go

/// A number in [0, 1) that depends on the message and the attempt only: it spreads retries of different messages as chance
/// would (full jitter), and a replay gives the same times. FNV-1a with a final mix.
double spread(const QString& key, int attempt)
{
    quint64 hash = 0xcbf29ce484222325ull + static_cast<quint64>(attempt);
    for (const char byte : key.toUtf8())
        hash = (hash ^ static_cast<quint8>(byte)) * 0x100000001b3ull;
    hash ^= hash >> 33;
    hash *= 0xff51afd7ed558ccdull;
    hash ^= hash >> 33;
    return static_cast<double>(hash >> 11) / 9007199254740992.0;
}

qint64 pauseAfter(const store::OutboxRow& row, const Receipt& receipt)
{
    if (receipt.retryAfterMs)
        return std::max<qint64>(*receipt.retryAfterMs, 0);
    const qint64 longest = std::min(s_longestPause, s_firstPause << std::min(row.attempts - 1, 10));
    return std::max<qint64>(1000, static_cast<qint64>(static_cast<double>(longest) * spread(row.key, row.attempts)));
}

/// A notice to a user of the app or to a robot's group; a customer is neither.
bool isInternal(const store::OutboxRow& row)
{
    return !row.toUser.isEmpty() || row.address.isEmpty();
}

QString recipientOf(const store::OutboxRow& row)
{
    return row.address.isEmpty() ? row.connector : row.address;
}

} // namespace

OutboxWorker::OutboxWorker(store::Store& store, Connectors connectors, PlanSource plan)
    : m_store(store), m_connectors(std::move(connectors)), m_plan(std::move(plan))
{
}

Result<int> OutboxWorker::recover(Instant now)
{
    int found = 0;
    const Result<void> committed = m_store.commit([&] {
        found = 0;
        for (store::OutboxRow& row : store::abandonedMessages(m_store.writer())) {
            judgeDoubt(row, now);
            store::updateMessage(m_store.writer(), row);
            ++found;
        }
    });
    if (!committed)
        return committed.error();
    return found;
}

Result<int> OutboxWorker::work(Instant now, int limit)
{
    int tried = 0;
    while (tried < limit) {
        auto rows = claim(now);
        if (!rows)
            return rows.error();
        if (rows->empty())
            break;
        const store::OutboxRow& row = rows->front();
        if (auto settled = settle({{row, sender(row)({})}}, now); !settled)
            return settled.error();
        ++tried;
    }
    return tried;
}

std::optional<Instant> OutboxWorker::nextDue(const QStringList& busy) const
{
    return store::nextMessageDue(m_store.writer(), busy);
}

Result<std::vector<store::OutboxRow>> OutboxWorker::claim(Instant now, const QStringList& busy, int most)
{
    std::vector<store::OutboxRow> claimed;
    // Nothing due costs a look, not a commit.
    if (const auto due = nextDue(busy); most <= 0 || !due || *due > now) {
        if (auto error = m_store.writer().takeError())
            return *error;
        return claimed;
    }
    const auto release = [&] {
        for (const store::OutboxRow& row : std::exchange(claimed, {}))
            store::letGoOfMessage(m_store.writer(), row.id);
    };
    const Result<void> committed = m_store.commit([&] {
        release(); // of what an attempt that came to nothing has held
        claimAll(claimed, now, busy, static_cast<size_t>(most));
    });
    if (committed)
        return claimed;
    release();
    m_store.writer().takeError();
    return committed.error();
}

/// The first message of each connector; where it may not go yet, the next one of the same.
void OutboxWorker::claimAll(std::vector<store::OutboxRow>& claimed, Instant now, QStringList busy, size_t most)
{
    for (int looked = 0; looked < s_mostLooked;) {
        std::vector<store::OutboxRow> rows = store::firstDueMessages(m_store.writer(), now, busy);
        if (rows.empty())
            return;
        for (store::OutboxRow& row : rows) {
            if (claimed.size() == most)
                return;
            ++looked;
            if (!letGo(row, now))
                continue;
            row.state = QStringLiteral("sending");
            ++row.attempts;
            row.triedAt = row.triedAt.value_or(now);
            row.due.reset();
            store::holdMessage(m_store.writer(), row.id);
            store::updateMessage(m_store.writer(), row);
            busy << row.connector;
            claimed.push_back(row);
        }
    }
}

/// Whether a due message may go out now; else it is moved or dropped.
bool OutboxWorker::letGo(store::OutboxRow& row, Instant now)
{
    const plan::Plan* plan = m_plan ? m_plan() : nullptr;
    const Verdict verdict = plan ? mayGoOut(*plan, m_store.writer(), row, now) : Verdict();
    if (verdict.kind == Verdict::Kind::Go)
        return true;
    row.words = verdict.words.text();
    row.due.reset();
    if (verdict.kind == Verdict::Kind::Later)
        row.due = verdict.at;
    else
        row.state = QStringLiteral("expired");
    store::updateMessage(m_store.writer(), row);
    return false;
}

SenderPool::Send OutboxWorker::sender(const store::OutboxRow& row) const
{
    const std::shared_ptr<connectors::Connector> connector = m_connectors(row.connector);
    if (!connector)
        return [id = row.connector](const std::stop_token&) {
            return Receipt{Receipt::Class::Permanent,
                           Message(FW_MSG("The connector \"%1\" no longer exists."), {id}).text(),
                           {},
                           {}};
        };
    const connectors::Outgoing message{row.key,
                                       row.connector,
                                       row.address,
                                       row.subject,
                                       row.body,
                                       row.language,
                                       row.createdAt,
                                       connectors::readManner(row.manner),
                                       row.triedAt.value_or(row.createdAt)};
    if (row.asking)
        return [connector, message](std::stop_token stop) { return connector->inquire(message, std::move(stop)); };
    return [connector, message](std::stop_token stop) { return connector->send(message, std::move(stop)); };
}

Result<void> OutboxWorker::settle(const std::vector<SenderPool::Sent>& sent, Instant now)
{
    const Result<void> settled = m_store.commit([&] {
        for (const auto& [claimed, receipt] : sent) {
            store::OutboxRow row = claimed;
            row.words = receipt.words;
            row.reference = receipt.reference;
            row.answer = receipt.answer;
            judge(row, receipt, now);
            store::updateMessage(m_store.writer(), row);
            bringAnswer(row, now);
        }
    });
    if (!settled)
        return settled; // tried again: they are still ours
    for (const auto& [claimed, receipt] : sent)
        store::letGoOfMessage(m_store.writer(), claimed.id);
    return settled;
}

/// The run that waits for the answer of a call is woken by a timer, so that the engine carries it on as a cause of its own.
void OutboxWorker::bringAnswer(const store::OutboxRow& row, Instant now)
{
    const bool over =
        row.state == QLatin1String("sent") || (row.state == QLatin1String("failed") && row.branchOnFailure);
    if (row.kind == QLatin1String("http") && over)
        store::setTimer(m_store.writer(), {0, now, QStringLiteral("answer"), row.run, row.record});
}

void OutboxWorker::judge(store::OutboxRow& row, const Receipt& receipt, Instant now)
{
    if (row.asking && receipt.result != Receipt::Class::Temporary) {
        judgeInquiry(row, receipt, now);
        return;
    }
    switch (receipt.result) {
    case Receipt::Class::Sent:
        row.state = QStringLiteral("sent");
        row.sentAt = now;
        return;
    case Receipt::Class::Temporary: retry(row, receipt, now); return;
    case Receipt::Class::Permanent:
        giveUp(row, QStringLiteral("failed"), QStringLiteral("message.refused"),
               Message(FW_MSG("The message to \"%1\" was refused: %2"), {recipientOf(row), receipt.words}),
               FW_MSG("Correct the address or the connector, then send it again."), now);
        return;
    case Receipt::Class::NeverArrived: // of inquiries only
    case Receipt::Class::InDoubt: judgeDoubt(row, now); return;
    }
}

/// What the receiver said when it was asked what became of a message.
void OutboxWorker::judgeInquiry(store::OutboxRow& row, const Receipt& receipt, Instant now)
{
    row.asking = false;
    if (receipt.result == Receipt::Class::Sent) {
        row.state = QStringLiteral("sent");
        row.sentAt = now;
    } else if (receipt.result == Receipt::Class::NeverArrived) {
        retry(row, {Receipt::Class::Temporary, {}, {}, 0}, now); // nobody has it, so this is no repeat
    } else {
        resendOrAsk(row, now);
    }
}

void OutboxWorker::retry(store::OutboxRow& row, const Receipt& receipt, Instant now)
{
    // A message of a run that was stopped meanwhile finishes as it stands; it is never retried. Asking repeats nothing.
    const std::optional<store::Run> run = store::findRun(m_store.writer(), row.run);
    if (!row.asking && run && run->state == store::Run::State::Stopped) {
        row.state = QStringLiteral("cancelled");
        return;
    }
    const Instant next = now + pauseAfter(row, receipt);
    if (next - row.triedAt.value_or(row.createdAt) > s_patience) {
        if (std::exchange(row.asking, false)) { // nobody could be asked
            resendOrAsk(row, now);
            return;
        }
        giveUp(row, QStringLiteral("failed"), QStringLiteral("message.undelivered"),
               Message(FW_MSG("The message to \"%1\" could not be delivered within 24 hours: %2"),
                       {recipientOf(row), receipt.words}),
               FW_MSG("Check the connection of the connector, then send it again."), now);
        return;
    }
    row.state = QStringLiteral("pending");
    row.due = next;
}

void OutboxWorker::judgeDoubt(store::OutboxRow& row, Instant now)
{
    const std::shared_ptr<const connectors::Connector> connector = m_connectors(row.connector);
    const RepeatClass repeat = connector ? connector->repeatClass() : RepeatClass::C;
    if (repeat == RepeatClass::A) {
        retry(row, {}, now);
    } else if (repeat == RepeatClass::B) {
        row.asking = true;
        row.state = QStringLiteral("pending");
        row.due = now + s_beforeAsking;
    } else {
        resendOrAsk(row, now);
    }
}

/// Nobody can tell whether it went out: the step's own rule, or what kind of message it is, decides.
void OutboxWorker::resendOrAsk(store::OutboxRow& row, Instant now)
{
    const bool resend = row.inDoubt.isEmpty() ? isInternal(row) : row.inDoubt == QLatin1String("resend");
    if (resend) {
        ++row.repeats;
        retry(row, {}, now);
        return;
    }
    giveUp(row, QStringLiteral("in_doubt"), QStringLiteral("message.in_doubt"),
           Message(FW_MSG("It is not known whether the message to \"%1\" went out."), {recipientOf(row)}),
           FW_MSG("Ask the recipient or look into the mail server's log; then mark it as sent or send it again."), now);
}

void OutboxWorker::giveUp(store::OutboxRow& row, const QString& state, const QString& code, const Message& what,
                          const Message& remedy, Instant now)
{
    row.state = state;
    if (row.branchOnFailure && state == QLatin1String("failed"))
        return; // the run has a branch for it
    store::raiseIncident(m_store.writer(),
                         {0, now, code, what.text(), remedy.text(), row.workflow, row.run, row.step, row.record, true});
}

} // namespace fw::automation
