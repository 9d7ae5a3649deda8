#pragma once
#include "model/feel/decimal.h"
#include "model/schema/schema.h"
#include "plan.h"

namespace fw::plan
{

/// A node of the definition together with its address: the address is what a compiled expression is found by.
struct NodeAt {
    const yaml::Node* node = nullptr;
    Address address;

    NodeAt operator[](const char* key) const
    {
        return {&(*node)[QString::fromLatin1(key)], address.child(QString::fromLatin1(key))};
    }
    /// The elements of a list, addressed as the walk over the schema addresses them.
    std::vector<NodeAt> items() const;
    bool exists() const { return node->exists(); }
    QString text(const QString& fallback = {}) const { return node->string(fallback); }
    bool flag(bool fallback) const { return node->toBool(fallback); }
    int integer(int fallback) const;
    LocalText localText() const { return schema::localText(*node); }
    std::optional<feel::Decimal> decimal() const;
    std::optional<Duration> duration() const;
    std::optional<int> minuteOfDay() const; ///< "09:30" → 570
    std::vector<QString> texts() const;     ///< a list of scalars
};

} // namespace fw::plan
