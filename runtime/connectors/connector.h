#pragma once
#include "model/base/result.h"
#include "model/base/timing.h"

#include <QString>

#include <memory>
#include <optional>
#include <stop_token>

namespace fw::connectors
{

/// One message to one recipient, rendered and final.
struct Outgoing {
    QString key;       ///< run:step:iteration:recipient, constant over retries
    QString connector; ///< id of the connector in the definition
    QString to;        ///< address; "" = the connector's own (a robot's group)
    QString subject;
    QString body;
    QString language;
    Instant at = 0; ///< when it was written; the Date of a mail, constant over retries
};

/// What the outside said. InDoubt: the request may have been accepted (the answer was lost).
struct Receipt {
    enum class Class { Sent, Temporary, Permanent, InDoubt } result = Class::Sent;
    QString words;                      ///< for people: the server's answer or the reason
    QString reference;                  ///< the receiver's id, a file name …
    std::optional<qint64> retryAfterMs; ///< the receiver's own wish
    QString answer = {};                ///< of HTTP calls: JSON {status, body}, and {error} of a refusal
};

/// How safe a repeat is (semantics.md, Outbox): A the receiver honours our key, B can be asked, C neither.
enum class RepeatClass { A, B, C };

/// Sends messages through one channel. May block, 30 s at most; called from one thread at a time, not always the same;
/// keeps no state the store needs.
class Connector
{
public:
    virtual ~Connector() = default;
    /// `stop`: the program wants to end; what did not get through yet is given up (temporary, or in doubt) within a second.
    virtual Receipt send(const Outgoing& message, std::stop_token stop = {}) = 0;
    virtual RepeatClass repeatClass() const { return RepeatClass::C; }
};

/// A connector that lives elsewhere, for at least as long as anybody holds this.
inline std::shared_ptr<Connector> borrowed(Connector& connector)
{
    return {std::shared_ptr<void>(), &connector};
}

} // namespace fw::connectors
