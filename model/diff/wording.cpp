#include "difference.h"

#include "model/schema/titles.h"

#include <QJsonObject>

namespace fw::diff
{

static QString keyWords(const Definition& definition, const Address& element, const QStringList& key,
                        const QString& language)
{
    QStringList words;
    Address at = element;
    for (const QString& step : key) {
        at = at.child(step);
        const schema::Key* known = schema::keyAt(definition, at);
        words << (known && known->name == step ? known->label.in(language) : step);
    }
    return words.join(QStringLiteral(" › "));
}

Wording wording(const Difference& difference, const Definition& before, const Definition& after,
                const QString& language)
{
    using Kind = Difference::Kind;
    const bool gone = difference.kind == Kind::Removed;
    const Definition& from = gone ? before : after;
    const Address& element = gone ? difference.before : difference.after;
    Wording words{schema::sortOf(from, element, language),
                  schema::titleOf(from, element, language),
                  schema::placeOf(from, element, language),
                  {},
                  {},
                  {}};
    const auto value = [&](const Definition& definition, Address address, const yaml::Node& node) {
        address.path += difference.key;
        return schema::valueText(definition, address, node, language);
    };
    switch (difference.kind) {
    case Kind::Changed:
        words.key = keyWords(after, difference.after, difference.key, language);
        words.was = value(before, difference.before, difference.was);
        words.now = value(after, difference.after, difference.now);
        break;
    case Kind::Renamed:
        words.was = before.node(difference.before)[u"id"].string();
        words.now = after.node(difference.after)[u"id"].string();
        break;
    case Kind::Moved:
        if (difference.before.parent() != difference.after.parent()) {
            words.was = schema::placeOf(before, difference.before, language);
            words.now = schema::placeOf(after, difference.after, language);
        }
        break;
    case Kind::Added:
    case Kind::Removed: break;
    }
    return words;
}

QJsonArray differencesJson(const Definition& before, const Definition& after, const QString& language)
{
    static constexpr const char* kinds[] = {"added", "removed", "renamed", "moved", "changed"};
    QJsonArray list;
    for (const Difference& each : difference(before, after)) {
        const Wording words = wording(each, before, after, language);
        const bool gone = each.kind == Difference::Kind::Removed;
        const Address& shown = gone ? each.before : each.after;
        const schema::Kind* kind = schema::Schema::instance().kindOfPath(shown.file);
        list.append(QJsonObject{{"kind", kinds[static_cast<int>(each.kind)]},
                                {"before", each.before.file.isEmpty() ? QString() : each.before.toString()},
                                {"after", each.after.file.isEmpty() ? QString() : each.after.toString()},
                                {"engine", kind ? kind->engine : QString()},
                                {"icon", kind ? kind->icon : QStringLiteral("file")},
                                {"file", schema::titleOf(gone ? before : after, {shown.file, {}}, language)},
                                {"sort", words.sort},
                                {"title", words.title},
                                {"place", words.place},
                                {"key", words.key},
                                {"was", words.was},
                                {"now", words.now}});
    }
    return list;
}

} // namespace fw::diff
