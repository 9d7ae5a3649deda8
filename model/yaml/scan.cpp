#include "scan.h"

#include <cstring>

namespace fw::yaml
{

static int size(const QByteArray& text)
{
    return static_cast<int>(text.size());
}
static char at(const QByteArray& text, int i)
{
    return i >= 0 && i < size(text) ? text[i] : '\0';
}
static bool blank(char c)
{
    return c == ' ' || c == '\t';
}

int skipBlank(const QByteArray& text, int from, const char* also)
{
    int i = std::max(0, from);
    while (i < size(text)) {
        const char c = text[i];
        const bool commentStart = c == '#' && (i == 0 || blank(text[i - 1]) || text[i - 1] == '\n');
        if (commentStart)
            i = lineEnd(text, i);
        else if (blank(c) || c == '\n' || (c && std::strchr(also, c)))
            ++i;
        else
            break;
    }
    return i;
}

int lineBegin(const QByteArray& text, int offset)
{
    int i = std::min(offset, size(text));
    while (i > 0 && text[i - 1] != '\n')
        --i;
    return i;
}

int lineEnd(const QByteArray& text, int offset)
{
    const auto i = text.indexOf('\n', std::min(offset, size(text)));
    return i < 0 ? size(text) : static_cast<int>(i);
}

int columnOf(const QByteArray& text, int offset)
{
    return offset - lineBegin(text, offset);
}

int indentOf(const QByteArray& text, int offset)
{
    const int begin = lineBegin(text, offset);
    int i = begin;
    while (at(text, i) == ' ')
        ++i;
    return i - begin;
}

int quotedEnd(const QByteArray& text, int begin)
{
    const char quote = at(text, begin);
    for (int i = begin + 1; i < size(text); ++i) {
        if (quote == '"' && text[i] == '\\') {
            ++i;
        } else if (text[i] == quote) {
            if (quote == '\'' && at(text, i + 1) == '\'')
                ++i;
            else
                return i + 1;
        }
    }
    return -1;
}

int blockScalarEnd(const QByteArray& text, int begin, int parentColumn, const QByteArray& value)
{
    int i = begin + 1;
    int indent = -1;
    bool keep = false;
    for (; std::strchr("+-0123456789", at(text, i)) && at(text, i); ++i) {
        keep = keep || text[i] == '+';
        if (text[i] >= '1' && text[i] <= '9')
            indent = std::max(0, parentColumn) + (text[i] - '0');
    }
    int end = i;
    const bool hasContent = value.count('\n') < value.size();
    for (int line = lineEnd(text, i) + 1; line < size(text); line = lineEnd(text, line) + 1) {
        const int lineStop = lineEnd(text, line);
        const int lead = indentOf(text, line);
        const bool isBlank = line + lead == lineStop;
        if (isBlank) {
            if (keep)
                end = std::min(lineStop, size(text));
            continue;
        }
        if (indent < 0)
            indent = hasContent ? lead : INT_MAX;
        if (lead < indent)
            break;
        end = lineStop;
    }
    return end;
}

int plainEnd(const QByteArray& text, int begin, const QByteArray& value)
{
    int p = begin;
    for (int i = 0; i < size(value);) {
        if (value[i] == ' ' || value[i] == '\n') {
            // A fold: blanks, n line breaks, blanks read as one space (n = 1) or n - 1 line breaks.
            int q = p;
            int breaks = 0;
            while (blank(at(text, q)) || at(text, q) == '\n')
                breaks += at(text, q++) == '\n';
            if (breaks > 0) {
                const int length = breaks == 1 ? 1 : breaks - 1;
                for (int k = 0; k < length; ++k)
                    if (at(value, i + k) != (breaks == 1 ? ' ' : '\n'))
                        return -1;
                i += length;
                p = q;
                continue;
            }
        }
        if (at(text, p) != value[i])
            return -1;
        ++p;
        ++i;
    }
    return p;
}

int nullWord(const QByteArray& text, int offset)
{
    for (const char* word : {"~", "null", "Null", "NULL"}) {
        const int length = static_cast<int>(std::strlen(word));
        if (text.mid(offset, length) != word)
            continue;
        int after = offset + length;
        while (blank(at(text, after)))
            ++after;
        const char next = at(text, after);
        const bool comment = next == '#' && after > offset + length;
        return next == '\0' || comment || std::strchr("\n,]}", next) ? length : 0;
    }
    return 0;
}

} // namespace fw::yaml
