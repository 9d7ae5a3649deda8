#pragma once
#include "message.h"

#include <QJsonObject>
#include <QList>

namespace fw
{

/// Where something stands: a file of the definition (relative path) or any named input, and a position in it.
struct Place {
    QString file;    ///< relative path, "" when there is none
    int line = 0;    ///< 1-based; 0 = the whole file
    int column = 0;  ///< 1-based, in UTF-16 units as an editor counts them
    QString element; ///< address of the element, e.g. "workflows/hot_lead.yaml#then/call/task" (see document/address.h)
    QString toString() const;
};

enum class Severity { Info, Warning, Error };

/// A replacement of text that would mend a problem.
struct Fix {
    Message label;
    QString file;
    int begin = 0; ///< byte offset in the file
    int end = 0;
    QByteArray replacement;
};

/// Something wrong (or worth knowing) about an input, in words that say what to do.
struct Problem {
    Severity severity = Severity::Error;
    QString code;   ///< stable, dotted: "yaml.duplicate_key", "feel.unknown_name", "record.required"
    Message what;   ///< what is wrong
    Message remedy; ///< what to do about it; may be empty
    Place place;
    QList<Fix> fixes;
    QJsonObject toJson() const; ///< {severity, code, text, remedy, file, line, column, element}
    QString toString() const;   ///< "file:line:col: error: text Remedy"
};

bool hasErrors(const QList<Problem>& problems);

} // namespace fw
