#pragma once
#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

namespace fw
{

/// Writes a zip archive in memory (minizip). Times and attributes are fixed, so equal input gives equal bytes.
class ZipWriter
{
public:
    ZipWriter();
    ~ZipWriter();
    void add(const QString& name, const QByteArray& bytes);
    QByteArray finish();

private:
    struct State;
    std::unique_ptr<State> d;
};

/// Reads a zip archive in memory, entry by entry: first(), next(), … until they give false.
class ZipReader
{
public:
    explicit ZipReader(const QByteArray& archive);
    ~ZipReader();
    bool isValid() const;
    bool first();
    bool next();
    bool isComplete() const; ///< the list was read to its regular end
    QString name() const;    ///< of the current entry; empty when it is no plain UTF-8 name
    /// The entry's bytes with their CRC checked; nothing when damaged, encrypted, or longer than `limit`.
    std::optional<QByteArray> read(qint64 limit);

private:
    struct State;
    std::unique_ptr<State> d;
};

} // namespace fw
