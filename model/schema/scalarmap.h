#pragma once
#include "model/yaml/node.h"

namespace fw::schema
{

/// Where each UTF-16 unit of a scalar's value stands in the file: quotes, escapes, folded lines and the indentation of
/// blocks are counted. Diagnostics of expressions, quick fixes and rename go through it.
class ScalarMap
{
public:
    ScalarMap(const QByteArray& text, const yaml::Node& scalar);
    /// Byte offset in the file of the unit at `index` (0 … value length).
    int byteOffset(int index) const;
    /// Bytes of the units begin … end.
    yaml::Span bytes(int begin, int end) const { return {byteOffset(begin), endOffset(end)}; }
    /// A replacement as it must be written inside this scalar (escaped for its quotes).
    QByteArray escaped(const QString& text) const;
    /// False when the value could not be followed in the text: every offset is then the scalar's begin.
    bool exact() const { return m_exact; }

private:
    int endOffset(int end) const;
    void quoted(const QByteArray& text, int end, bool doubled);
    void plain(const QByteArray& text);
    void block(const QByteArray& text, bool folded);
    void append(QStringView units, int begin, int end);
    int foldBreaks(const QByteArray& text, int at, int end);

    yaml::Node m_scalar;
    QString m_value;           ///< as rebuilt from the text
    std::vector<int> m_begins; ///< per unit: first byte
    std::vector<int> m_ends;   ///< per unit: byte behind it
    bool m_exact = false;
};

} // namespace fw::schema
