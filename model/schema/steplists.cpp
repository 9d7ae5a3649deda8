#include "steplists.h"

namespace fw::schema
{

std::vector<StepList> stepLists(const yaml::Node& step, const Address& address)
{
    static constexpr std::pair<const char*, const char*> places[] = {
        {"", "then"}, {"", "timeout"}, {"for_each", "then"}, {"http", "failed"}, {"start", "timeout"}};
    std::vector<StepList> lists;
    for (const auto& [action, key] : places) {
        const QString in = QString::fromLatin1(action), list = QString::fromLatin1(key);
        const yaml::Node& steps = in.isEmpty() ? step[list] : step[in][list];
        if (steps.exists())
            lists.push_back({&steps, (in.isEmpty() ? address : address.child(in)).child(list)});
    }
    for (const yaml::Node& branch : step[u"branch"].items)
        lists.push_back(
            {&branch[u"then"],
             address.child(QStringLiteral("branch")).child(branch[u"id"].string()).child(QStringLiteral("then"))});
    return lists;
}

} // namespace fw::schema
