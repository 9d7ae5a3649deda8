#pragma once
#include "address.h"
#include "model/base/result.h"
#include "model/yaml/node.h"

#include <QMap>
#include <QMultiHash>
#include <memory>
#include <optional>

namespace fw
{

/// One parsed file of a definition.
struct DefinitionFile {
    QString path;            ///< relative, "tables/customer.yaml"
    QByteArray text;         ///< the truth
    yaml::Node root;         ///< a parsed view of `text`; Missing when it could not be read
    QList<Problem> problems; ///< of reading
    QString kind() const { return root[u"kind"].string(); }
    QString id() const { return root[u"id"].string(); }
};

/// A whole app definition, parsed: an immutable snapshot. What check, plan, diff and pack work on. A Document makes one
/// after each edit; the runtime makes one from the package in the store. Files that are not YAML (assets/, seed/*.csv)
/// are carried as bytes.
class Definition
{
public:
    /// Reads a folder. Unreadable folder or no app.yaml: an error. Broken files are kept with their problems.
    static Result<std::shared_ptr<const Definition>> fromFolder(const QString& folder);
    /// From files in memory (path → bytes), e.g. an unpacked .fwapp.
    static std::shared_ptr<const Definition> fromFiles(const QMap<QString, QByteArray>& files);

    const QMap<QString, std::shared_ptr<const DefinitionFile>>& files() const
    {
        return m_files;
    }                                                                    ///< YAML files by path
    const QMap<QString, QByteArray>& assets() const { return m_assets; } ///< all other files by path
    const DefinitionFile* file(const QString& path) const;
    /// The file of a kind ("table") and id; nullptr when there is none.
    const DefinitionFile* find(const QString& kind, const QString& id) const;
    /// All files of a kind, sorted by id.
    QList<const DefinitionFile*> all(const QString& kind) const;
    const yaml::Node& app() const; ///< root of app.yaml
    /// The node at an address; a missing node when there is none.
    const yaml::Node& node(const Address& address) const;
    /// The bytes of any file, YAML or not.
    std::optional<QByteArray> bytes(const QString& path) const;
    QMap<QString, QByteArray> allBytes() const;
    QList<Problem> readProblems() const;
    /// SHA-256 (hex) over all paths and bytes in path order.
    QByteArray sha256() const;

private:
    friend class Document;
    void put(const QString& path, const QByteArray& bytes);
    void put(std::shared_ptr<const DefinitionFile> file);
    void drop(const QString& path);
    void dropIndex(const QString& path);

    QMap<QString, std::shared_ptr<const DefinitionFile>> m_files;
    QMap<QString, QByteArray> m_assets;
    QMultiHash<std::pair<QString, QString>, QString> m_index; ///< (kind, id) → path
};

/// Reads one file of a definition; what cannot be read stands in `problems`.
std::shared_ptr<const DefinitionFile> readDefinitionFile(const QString& path, const QByteArray& text);

} // namespace fw
