#pragma once
#include "model/base/result.h"
#include "model/base/timing.h"

#include <QByteArray>

namespace fw::audit
{

/// How far a chain had come at an instant, kept outside the store: a store that has less was cut off.
struct Anchor {
    qint64 position = 0;
    QByteArray link;
    Instant at = 0;
    QString why; ///< "sealed", or "restored": from here on the store is an older one, put back on purpose
};

/// A file of anchors, one JSON object a line, each with an HMAC of its own; the last 500 are kept. A line that a crash
/// left unfinished does not count.
class AnchorFile
{
public:
    AnchorFile(QString path, QByteArray key) : m_path(std::move(path)), m_key(std::move(key)) {}
    QString path() const { return m_path; }
    /// Durable when it returns.
    Result<void> append(const Anchor& anchor);
    /// All anchors, oldest first; none when there is no file. Error audit.anchor_edited: a line does not fit its HMAC.
    Result<QList<Anchor>> read() const;

private:
    QByteArray macOf(const Anchor& anchor) const;
    QByteArray lineOf(const Anchor& anchor) const;
    Result<void> shorten();
    QString m_path;
    QByteArray m_key;
};

} // namespace fw::audit
