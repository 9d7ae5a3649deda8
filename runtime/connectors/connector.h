#pragma once
#include "model/base/result.h"
#include "model/base/timing.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <stop_token>

namespace fw::connectors
{

/// What a channel may need beside the text.
struct Manner {
    bool markdown = false;
    QString templateId;                        ///< the SMS provider's id of an approved text
    QList<std::pair<QString, QString>> values; ///< of its placeholders, in their order
    QStringList mentions;                      ///< "all", telephone numbers, ids of the chat system
    bool operator==(const Manner&) const = default;
};
/// As the outbox keeps it: JSON; "" when there is nothing to keep.
QString mannerText(const Manner& manner);
Manner readManner(const QString& text);

/// One message to one recipient, rendered and final.
struct Outgoing {
    QString key;       ///< run:step:iteration:recipient, constant over retries
    QString connector; ///< id of the connector in the definition
    QString to;        ///< address; "" = the connector's own (a robot's group)
    QString subject;
    QString body;
    QString language;
    Instant at = 0; ///< when it was written; the Date of a mail, constant over retries
    Manner manner = {};
    Instant triedAt = 0; ///< the first attempt
};

/// What the outside said. InDoubt: the request may have been accepted (the answer was lost).
struct Receipt {
    /// NeverArrived: the answer to inquire() only.
    enum class Class { Sent, Temporary, Permanent, InDoubt, NeverArrived } result = Class::Sent;
    QString words;                      ///< for people: the server's answer or the reason
    QString reference;                  ///< the receiver's id, a file name …
    std::optional<qint64> retryAfterMs; ///< the receiver's own wish
    QString answer = {};                ///< of HTTP calls: JSON {status, body}, and {error} of a refusal
};

/// How safe a repeat is (semantics.md, Outbox): A the receiver honours our key, B can be asked, C neither.
enum class RepeatClass { A, B, C };

/// Sends messages through one channel. May block, for 2 minutes at most; called from one thread at a time, not always the same;
/// keeps no state the store needs.
class Connector
{
public:
    virtual ~Connector() = default;
    /// `stop`: the program wants to end; what did not get through yet is given up (temporary, or in doubt) within a second.
    virtual Receipt send(const Outgoing& message, std::stop_token stop = {}) = 0;
    virtual RepeatClass repeatClass() const { return RepeatClass::C; }
    /// Of class B: what became of a message that may have gone out. Sent; NeverArrived; InDoubt when the receiver cannot
    /// tell; Temporary when it could not be asked.
    virtual Receipt inquire(const Outgoing& /*message*/, std::stop_token /*stop*/ = {})
    {
        return {Receipt::Class::InDoubt, {}, {}, {}};
    }
};

/// A connector that lives elsewhere, for at least as long as anybody holds this.
inline std::shared_ptr<Connector> borrowed(Connector& connector)
{
    return {std::shared_ptr<void>(), &connector};
}

} // namespace fw::connectors
