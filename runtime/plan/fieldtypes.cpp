#include "fieldtypes.h"

#include <algorithm>

namespace fw::plan
{

static constexpr FieldTraits s_traits[] = {{FieldType::Text, "text", Storage::Text, false},
                                           {FieldType::LongText, "long_text", Storage::Text, false},
                                           {FieldType::RichText, "rich_text", Storage::Text, false},
                                           {FieldType::Number, "number", Storage::Scaled, false},
                                           {FieldType::Money, "money", Storage::Scaled, false},
                                           {FieldType::Percent, "percent", Storage::Scaled, false},
                                           {FieldType::Rating, "rating", Storage::Integer, false},
                                           {FieldType::Date, "date", Storage::Date, false},
                                           {FieldType::Time, "time", Storage::Time, false},
                                           {FieldType::DateTime, "datetime", Storage::Instant, false},
                                           {FieldType::Duration, "duration", Storage::Integer, false},
                                           {FieldType::DateRange, "date_range", Storage::DateRange, false},
                                           {FieldType::Choice, "choice", Storage::Text, false},
                                           {FieldType::MultiChoice, "multi_choice", Storage::TextList, false},
                                           {FieldType::CascadingChoice, "cascading_choice", Storage::Text, false},
                                           {FieldType::Tags, "tags", Storage::TextList, false},
                                           {FieldType::YesNo, "yes_no", Storage::Boolean, false},
                                           {FieldType::Phone, "phone", Storage::Text, false},
                                           {FieldType::Email, "email", Storage::Text, false},
                                           {FieldType::Url, "url", Storage::Text, false},
                                           {FieldType::IdNumber, "id_number", Storage::Text, false},
                                           {FieldType::Region, "region", Storage::Text, false},
                                           {FieldType::Barcode, "barcode", Storage::Text, false},
                                           {FieldType::Location, "location", Storage::Location, false},
                                           {FieldType::Json, "json", Storage::Json, false},
                                           {FieldType::AutoNumber, "auto_number", Storage::Text, false},
                                           {FieldType::User, "user", Storage::Text, false},
                                           {FieldType::Department, "department", Storage::Text, false},
                                           {FieldType::Role, "role", Storage::Text, false},
                                           {FieldType::Relation, "relation", Storage::Text, false},
                                           {FieldType::Attachment, "attachment", Storage::Json, false},
                                           {FieldType::Image, "image", Storage::Json, false},
                                           {FieldType::Signature, "signature", Storage::Json, false},
                                           {FieldType::Rollup, "rollup", Storage::Scaled, true},
                                           {FieldType::Lookup, "lookup", Storage::Text, true},
                                           {FieldType::Computed, "computed", Storage::Text, true},
                                           {FieldType::Score, "score", Storage::Scaled, true},
                                           {FieldType::ScoreStage, "score_stage", Storage::Text, true},
                                           {FieldType::ScoreBand, "score_band", Storage::Text, true},
                                           {FieldType::OptionScore, "option_score", Storage::Scaled, true}};

const FieldTraits& traitsOf(FieldType type)
{
    static_assert(s_traits[int(FieldType::OptionScore)].type == FieldType::OptionScore, "in the order of the enum");
    return s_traits[static_cast<int>(type)];
}

const FieldTraits* findTraits(QStringView id)
{
    const auto it = std::find_if(std::begin(s_traits), std::end(s_traits),
                                 [&](const FieldTraits& traits) { return id == QLatin1String(traits.id); });
    return it == std::end(s_traits) ? nullptr : it;
}

} // namespace fw::plan
