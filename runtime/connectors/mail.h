#pragma once
#include "connector.h"

namespace fw::connectors
{

/// A plain-text mail as RFC 5322 bytes (CRLF): UTF-8 in base64, headers by RFC 2047, constant Message-ID and Date.
QByteArray mailBytes(const Outgoing& message, const QString& from, const QString& app);
/// `<run.step.iteration.recipient@app>` with everything that is not allowed there folded away; the same for every retry.
QByteArray messageId(const QString& key, const QString& app);
/// A header text as encoded words where it is not plain ASCII; line breaks become blanks, so that nothing can be added.
QByteArray headerText(const QString& text);
/// Whether the text has the form of one address and could not smuggle in a command or header.
bool isAddress(const QString& text);

} // namespace fw::connectors
