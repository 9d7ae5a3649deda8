#pragma once
#include "layout.h"
#include "model/base/result.h"

#include <QStringList>

namespace fw::yaml
{

/// The schema's order of keys for the map at a path of a file; empty when it knows none.
using KeyOrder = std::function<QStringList(const Node& root, const QStringList& mapPath)>;

/// A list element cut out of a text: its lines with the comments that belong to it, moved to column 0. Without lines
/// (the element stood in a flow list or behind a dash) it is written from its node.
struct Fragment {
    Node node;
    QByteArray lines;
};

/// Changes the text of one file in place: each operation is a few cuts, so comments and untouched lines stay byte for
/// byte. After each one the text is read again and compared with what was asked for; should the cuts ever not give that,
/// the enclosing value is written afresh instead, so a file never ends up meaning something else. On an error nothing
/// has changed.
///
/// Paths are those of path.h. A new key goes where `order` puts it among the file's own keys, else to the end.
class Splicer
{
public:
    /// `root` must be what `text` reads as; `file` names it in problems.
    Splicer(QByteArray text, Node root, QString file, KeyOrder order = {});

    const QByteArray& text() const { return m_text; }
    const Node& root() const { return m_root; }

    /// Sets a value; missing maps on the way are made. Inside maps and lists only what differs is touched. A missing
    /// node removes.
    Result<void> set(const QStringList& path, const Node& value);
    Result<void> renameKey(const QStringList& path, const QString& key);
    /// Removes a key or list element. A map or list that becomes empty stays as `{}` or `[]`.
    Result<void> remove(const QStringList& path);
    /// Inserts before `index` (-1: at the end) into a list, which is made when it is missing; returns the element's index.
    Result<int> insert(const QStringList& list, int index, const Node& element);
    Result<int> insert(const QStringList& list, int index, const Fragment& element);
    /// An element as it stands, for a move.
    Result<Fragment> fragment(const QStringList& element) const;

private:
    Result<void> commit(const Cuts& cuts, Node expected, const QStringList& around);
    bool adopt(const QByteArray& text, const Node& expected);
    Cuts replaceCuts(const QStringList& path, const Node& value, const std::function<Rendered(int)>& render) const;
    Result<void> replace(const QStringList& path, const Node& value);
    Result<void> mergeMap(const QStringList& path, const Node& value);
    Result<void> mergeSequence(const QStringList& path, const Node& value);
    Result<void> addKey(const QStringList& mapPath, const QString& key, const Node& value);
    int placeOfKey(const QStringList& mapPath, const QString& key) const;
    bool inFlow(const QStringList& path) const;
    Result<void> unfoldLongLine(const QStringList& path, int lengthBefore);
    int flowLineLength(const QStringList& path) const;
    Place place(const QStringList& path) const;
    Error failure(const char* code, const char* what, const char* remedy, const QStringList& path) const;

    QByteArray m_text;
    Node m_root;
    QString m_file;
    KeyOrder m_order;
};

} // namespace fw::yaml
