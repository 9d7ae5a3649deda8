#include "regions.h"
#include "regions_data.h"

#include <QHash>
#include <QRegularExpression>

namespace fw::formats
{

namespace
{

struct Node {
    QString name;
    QStringList children; ///< in the order of the codes
};

QString padded(const QString& code)
{
    return code.leftJustified(6, u'0');
}

bool groupsOnly(const QString& name)
{
    return name == u"市辖区" || name == u"县" || name.endsWith(u"直辖县级行政区划");
}

QHash<QString, Node> readTable()
{
    QHash<QString, Node> table;
    for (int i = 0; i < RegionLineCount; ++i) {
        const QStringList words = QString::fromUtf8(RegionLines[i]).split(u' ');
        const QString code = padded(words[0]);
        table[code].name = words[1];
        table[words[0].size() == 2 ? QString() : padded(words[0].left(2))].children << code;
        for (const QString& word : words.mid(2)) {
            const QString district = words[0] + word.left(2);
            table[district].name = word.mid(2);
            table[code].children << district;
        }
    }
    return table;
}

const QHash<QString, Node>& table()
{
    static const QHash<QString, Node> read = readTable();
    return read;
}

QStringList childrenOf(const QString& code)
{
    QStringList found;
    for (const QString& child : table().value(code).children) {
        if (groupsOnly(table().value(child).name))
            found << childrenOf(child);
        else
            found << child;
    }
    return found;
}

bool isMunicipality(const QString& province)
{
    return province.startsWith(u"11") || province.startsWith(u"12") || province.startsWith(u"31") ||
           province.startsWith(u"50");
}

/// A name without the word for its kind: 广东, 深圳, 南山, 内蒙古.
QString shortName(const QString& name)
{
    static const QRegularExpression kinds(
        QStringLiteral("(特别行政区|(壮族|回族|维吾尔)?自治区|省|市|地区|自治州|自治县|自治旗|盟|区|县|旗)$"));
    QString bare = name;
    bare.remove(kinds);
    return bare.size() >= 2 ? bare : name;
}

/// The region below `code` that `text` names to its end; "" when there is none.
QString named(const QString& code, const QString& text)
{
    if (text.isEmpty())
        return code;
    const QStringList children = childrenOf(code);
    for (const bool whole : {true, false}) {
        for (const QString& child : children) {
            const QString& full = table().value(child).name;
            const QString name = whole ? full : shortName(full);
            if (!text.startsWith(name))
                continue;
            if (QString found = named(child, text.mid(name.size())); !found.isEmpty())
                return found;
        }
    }
    return {};
}

} // namespace

RegionDepth regionDepth(QStringView id)
{
    return id == u"province" ? RegionDepth::Province : id == u"city" ? RegionDepth::City : RegionDepth::District;
}

RegionDepth depthOf(const QString& code)
{
    if (code.endsWith(u"0000"))
        return RegionDepth::Province;
    const QString prefecture = code.left(4) + QStringLiteral("00");
    const bool direct = groupsOnly(table().value(prefecture).name) && !isMunicipality(code);
    return code.endsWith(u"00") || direct ? RegionDepth::City : RegionDepth::District;
}

std::vector<Region> regionsIn(const QString& code, RegionDepth depth)
{
    std::vector<Region> found;
    for (const QString& child : childrenOf(code)) {
        if (depthOf(child) <= depth)
            found.push_back({child, table().value(child).name});
    }
    return found;
}

QStringList regionSteps(const QString& code)
{
    if (code.size() != 6 || !table().contains(padded(code.left(2))))
        return {};
    QStringList steps{padded(code.left(2))};
    const QString prefecture = padded(code.left(4));
    if (prefecture != steps.first() && !groupsOnly(table().value(prefecture).name))
        steps << prefecture;
    if (code != steps.last() && code != prefecture)
        steps << code;
    return steps;
}

QStringList regionNames(const QString& code)
{
    QStringList names;
    for (const QString& step : regionSteps(code)) {
        const auto known = table().constFind(step);
        names << (known == table().constEnd() ? step : known->name);
    }
    return names;
}

bool isComplete(const QString& code, RegionDepth depth)
{
    return depthOf(code) == depth || regionsIn(code, depth).empty();
}

std::optional<QString> normalRegion(const QString& text)
{
    static const QRegularExpression digits(QStringLiteral("^\\d{2}(\\d{2}(\\d{2})?)?$"));
    static const QRegularExpression separators(QStringLiteral("[\\s/／,，、>＞·-]+"));
    const QString given = text.normalized(QString::NormalizationForm_KC).trimmed();
    if (digits.match(given).hasMatch()) {
        const QString code = padded(given);
        return table().contains(padded(code.left(2))) ? std::optional(code) : std::nullopt;
    }
    const QString words = QString(given).remove(separators);
    if (words.isEmpty())
        return std::nullopt;
    QStringList found{named(QString(), words)};
    if (found.first().isEmpty()) { // a city alone, where only one has that name
        found.clear();
        for (const QString& province : table().value(QString()).children) {
            if (const QString code = named(province, words); !code.isEmpty() && depthOf(code) == RegionDepth::City)
                found << code;
        }
    }
    return found.size() == 1 ? std::optional(found.first()) : std::nullopt;
}

} // namespace fw::formats
