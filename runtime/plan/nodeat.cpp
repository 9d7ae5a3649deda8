#include "nodeat.h"

namespace fw::plan
{

std::vector<NodeAt> NodeAt::items() const
{
    std::vector<NodeAt> found;
    for (size_t i = 0; i < node->items.size(); ++i) {
        const QString id = node->items[i][u"id"].string();
        found.push_back({&node->items[i], address.child(id.isEmpty() ? QStringLiteral("[%1]").arg(i) : id)});
    }
    return found;
}

int NodeAt::integer(int fallback) const
{
    bool ok = false;
    const int value = node->string().toInt(&ok);
    return ok ? value : fallback;
}

std::optional<feel::Decimal> NodeAt::decimal() const
{
    return node->isScalar() ? feel::Decimal::fromString(node->scalar) : std::nullopt;
}

std::optional<Duration> NodeAt::duration() const
{
    return node->isScalar() ? parseDuration(node->scalar) : std::nullopt;
}

std::optional<int> NodeAt::minuteOfDay() const
{
    const QString value = node->string();
    if (value.size() != 5 || value[2] != u':')
        return std::nullopt;
    return value.left(2).toInt() * 60 + value.mid(3).toInt();
}

std::vector<QString> NodeAt::texts() const
{
    std::vector<QString> found;
    for (const yaml::Node& item : node->items)
        found.push_back(item.string());
    return found;
}

} // namespace fw::plan
