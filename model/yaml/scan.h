#pragma once
#include "node.h"

namespace fw::yaml
{

/// Small scanners over the bytes of a file: yaml-cpp tells where a token begins, these tell where it ends.
/// All of them stay inside the text, whatever it holds.

/// The first offset at or after `from` that is no blank, line break, comment or one of `also`.
int skipBlank(const QByteArray& text, int from, const char* also = "");
int lineBegin(const QByteArray& text, int offset);
/// The offset of the line's "\n", or the text's size.
int lineEnd(const QByteArray& text, int offset);
/// Column in bytes, counted from 0.
int columnOf(const QByteArray& text, int offset);
/// Leading spaces of the line that holds `offset`.
int indentOf(const QByteArray& text, int offset);

/// The end of a quoted scalar that begins at `begin`; -1 when its quote is never closed.
int quotedEnd(const QByteArray& text, int begin);
/// The end of a `|` or `>` scalar: its last line with content (with `+` also the blank lines after it).
/// `parentColumn` is the column of the collection it stands in, -1 at the root; `value` is what it reads as.
int blockScalarEnd(const QByteArray& text, int begin, int parentColumn, const QByteArray& value);
/// The end of an unquoted scalar that reads as `value`; -1 when the text at `begin` does not read so.
int plainEnd(const QByteArray& text, int begin, const QByteArray& value);
/// Length of a written null (`~`, `null`, `Null`, `NULL`) that stands at `offset` and is no key; 0 when there is none.
int nullWord(const QByteArray& text, int offset);

} // namespace fw::yaml
