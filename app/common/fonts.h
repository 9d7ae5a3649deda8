#pragma once

namespace fw
{

/// Makes the interface's faces known: Inter with Noto Sans CJK SC behind it (so one family name shows both scripts), the
/// icon font from where fontconfig says it is. Call once after QGuiApplication is made.
/// Returns false when the icon font is not installed (the caller tells the person which package brings it).
bool setUpFonts();

} // namespace fw
