#pragma once
#include <QString>
#include <QStringList>

namespace fw
{

/// The address of anything in a definition: a file and a path of keys and element ids inside it.
/// Text form: "workflows/hot_lead.yaml#then/call/task/to". A list element is named by its `id` where it has one, else by
/// "[2]". The empty path is the file's root. A value type: it survives edits elsewhere; a rename or move tells by signal.
struct Address {
    QString file;
    QStringList path;

    static Address parse(const QString& text);
    QString toString() const;
    Address child(const QString& step) const
    {
        Address a = *this;
        a.path << step;
        return a;
    }
    Address parent() const
    {
        Address a = *this;
        if (!a.path.isEmpty())
            a.path.removeLast();
        return a;
    }
    QString last() const { return path.isEmpty() ? QString() : path.last(); }
    bool isInside(const Address& ancestor) const;
    bool operator==(const Address&) const = default;
    bool operator<(const Address& other) const { return file != other.file ? file < other.file : path < other.path; }
};
inline size_t qHash(const Address& a, size_t seed = 0)
{
    return qHash(a.toString(), seed);
}

} // namespace fw
