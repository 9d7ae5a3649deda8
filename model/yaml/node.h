#pragma once
#include <QByteArray>
#include <QString>

#include <memory>
#include <vector>

namespace fw::yaml
{

/// Byte offsets in the file's text.
struct Span {
    int begin = 0;
    int end = 0;
    bool operator==(const Span&) const = default;
};

enum class Style : quint8 { Plain, SingleQuoted, DoubleQuoted, Literal, Folded, Block, Flow };

struct Entry;

/// A node of a parsed file, or of fresh text to be written (then its spans are empty). A plain value type.
struct Node {
    enum class Kind : quint8 { Missing, Null, Scalar, Sequence, Map };
    Kind kind = Kind::Missing;
    Style style = Style::Plain;
    QString scalar;             ///< the value of a scalar, unquoted and unescaped
    std::vector<Node> items;    ///< of a sequence
    std::vector<Entry> entries; ///< of a map, in file order
    Span span;                  ///< the value's own text, without comments and trailing blanks

    static Node null();
    static Node text(QString value);  ///< quoted on writing where it would read as something else
    static Node plain(QString value); ///< a number, boolean or enum word: written as it is
    static Node boolean(bool value);
    static Node integer(qint64 value);
    static Node sequence();
    static Node sequence(std::vector<Node> items, Style style = Style::Block);
    static Node map();
    static Node map(std::vector<Entry> entries, Style style = Style::Block);

    bool exists() const { return kind != Kind::Missing; }
    bool isScalar() const { return kind == Kind::Scalar; }
    bool isMap() const { return kind == Kind::Map; }
    bool isSequence() const { return kind == Kind::Sequence; }
    bool isQuoted() const { return style == Style::SingleQuoted || style == Style::DoubleQuoted; }
    /// The value of a key; a missing node (shared, static) when this is no map or has no such key.
    const Node& operator[](QStringView key) const;
    const Entry* entry(QStringView key) const;
    /// The list element whose `id` is `id`; a missing node when there is none.
    const Node& byId(QStringView id) const;
    QString string(const QString& fallback = {}) const { return isScalar() ? scalar : fallback; }
    bool toBool(bool fallback) const;        ///< true/false by YAML 1.2 core; fallback otherwise
    bool sameValue(const Node& other) const; ///< equal in content, whatever the style and spans
};

struct Entry {
    QString key;
    Node value;
    Span keySpan;
};

} // namespace fw::yaml
