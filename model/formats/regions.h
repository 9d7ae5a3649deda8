#pragma once
#include <QStringList>

#include <optional>
#include <vector>

/// Administrative regions of China by their codes (GB/T 2260): six digits, a province being 440000, a prefecture 440300, a
/// district 440305.
namespace fw::formats
{

enum class RegionDepth { Province = 1, City, District };
/// "province", "city", "district"; District for anything else.
RegionDepth regionDepth(QStringView id);

struct Region {
    QString code;
    QString name;
};

/// The provinces ("" given), or what lies directly in a region, down to `depth`. What only groups others in the code table
/// ("市辖区", "省直辖县级行政区划") is stepped over: the districts of Beijing lie in Beijing.
std::vector<Region> regionsIn(const QString& code, RegionDepth depth = RegionDepth::District);
/// Names from the province down. A code of the right form whose end is not in the table, such as that of a county merged
/// since, shows its digits there. Empty when not even the province is known.
QStringList regionNames(const QString& code);
/// The codes of the same steps: {"440000", "440300", "440305"}.
QStringList regionSteps(const QString& code);
/// How far down the region lies; a county governed by its province counts as a city.
RegionDepth depthOf(const QString& code);
/// Whether nothing finer can be chosen down to `depth`.
bool isComplete(const QString& code, RegionDepth depth);

/// The six-digit code for a code of two, four or six digits, or for names written together or apart:
/// "广东省深圳市南山区", "广东 / 深圳 / 南山". Nothing when no region can be told.
std::optional<QString> normalRegion(const QString& text);

} // namespace fw::formats
