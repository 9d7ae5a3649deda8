#pragma once

namespace fw::formats
{

/// "44 广东省", "4403 深圳市 03罗湖区 04福田区 …".
extern const char* const RegionLines[];
extern const int RegionLineCount;

} // namespace fw::formats
