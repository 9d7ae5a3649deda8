#pragma once
#include <QString>

/// The types a field can have, with what everything below a form needs to know of each. A new type is a row here, its
/// schema entry (model/schema/kinds/field.cpp), its conversion (runtime/records) and its input (qml/Player).
namespace fw::plan
{

enum class FieldType {
    Text,
    LongText,
    RichText, ///< Markdown; shown through model/base/richtext.h
    Number,
    Money,
    Percent,
    Rating,
    Date,
    Time,
    DateTime,
    Duration,
    DateRange,
    Choice,
    MultiChoice,
    CascadingChoice,
    Tags,
    YesNo,
    Phone,
    Email,
    Url,
    IdNumber,
    Region,
    Barcode,
    Location,
    Json,
    AutoNumber,
    User,
    Department,
    Role,
    Relation,
    Attachment,
    Image,
    Signature,
    Rollup,
    Lookup,
    Computed,
    Score,
    ScoreStage, ///< made by the plan beside a Score
    ScoreBand,  ///< made by the plan beside a Score
    OptionScore ///< made by the plan beside a choice whose options have scores
};

/// How a value is kept in the store (semantics.md, "Expressions": scaled decimals, UTC milliseconds).
enum class Storage {
    Text,
    Integer,
    Scaled,
    Boolean,
    Date,
    Time,
    Instant,
    TextList,
    DateRange, ///< text "2026-01-05/2026-01-09"
    Location,  ///< text "31.230416,121.473701"
    Json       ///< text, as compact JSON
};

struct FieldTraits {
    FieldType type;
    const char* id;  ///< as a definition writes it, and as the client is told
    Storage storage; ///< of computed values: that of their result
    bool derived;    ///< kept by the system, never written
};

const FieldTraits& traitsOf(FieldType type);
/// nullptr for an unknown id.
const FieldTraits* findTraits(QStringView id);
inline QString typeName(FieldType type)
{
    return QString::fromLatin1(traitsOf(type).id);
}
inline bool isDerived(FieldType type)
{
    return traitsOf(type).derived;
}

} // namespace fw::plan
