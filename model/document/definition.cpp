#include "definition.h"
#include "package.h"

#include "model/yaml/path.h"
#include "model/yaml/reader.h"

#include <QCryptographicHash>

namespace fw
{

/// YAML below assets/ and seed/ is data of the app, not a part of its definition.
static bool isDefinitionFile(const QString& path)
{
    return (path.endsWith(QLatin1String(".yaml")) || path.endsWith(QLatin1String(".yml"))) &&
           !path.startsWith(QLatin1String("assets/")) && !path.startsWith(QLatin1String("seed/"));
}

std::shared_ptr<const DefinitionFile> readDefinitionFile(const QString& path, const QByteArray& text)
{
    auto file = std::make_shared<DefinitionFile>();
    file->path = path;
    file->text = text;
    if (path.endsWith(QLatin1String(".yml"))) {
        file->problems << Problem{Severity::Error,
                                  QStringLiteral("definition.suffix"),
                                  FW_MSG("The file's name ends with \".yml\" and is not read."),
                                  FW_MSG("Rename it to end with \".yaml\"."),
                                  Place{path, 0, 0, path},
                                  {}};
        return file;
    }
    Result<yaml::Node> root = yaml::read(text, path);
    if (root)
        file->root = std::move(*root);
    else
        file->problems = root.error().problems();
    return file;
}

void Definition::put(const QString& path, const QByteArray& bytes)
{
    if (!isDefinitionFile(path)) {
        m_assets.insert(path, bytes);
        return;
    }
    put(readDefinitionFile(path, bytes));
}

void Definition::put(std::shared_ptr<const DefinitionFile> file)
{
    dropIndex(file->path);
    m_index.insert({file->kind(), file->id()}, file->path);
    m_files.insert(file->path, std::move(file));
}

void Definition::drop(const QString& path)
{
    dropIndex(path);
    m_files.remove(path);
    m_assets.remove(path);
}

void Definition::dropIndex(const QString& path)
{
    if (const DefinitionFile* old = file(path))
        m_index.remove({old->kind(), old->id()}, path);
}

Result<std::shared_ptr<const Definition>> Definition::fromFolder(const QString& folder)
{
    Result<QMap<QString, QByteArray>> files = readFolder(folder);
    if (!files)
        return files.error();
    return fromFiles(*files);
}

std::shared_ptr<const Definition> Definition::fromFiles(const QMap<QString, QByteArray>& files)
{
    auto definition = std::make_shared<Definition>();
    for (auto it = files.begin(); it != files.end(); ++it)
        definition->put(it.key(), it.value());
    return definition;
}

const DefinitionFile* Definition::file(const QString& path) const
{
    const auto it = m_files.find(path);
    return it == m_files.end() ? nullptr : it->get();
}

const DefinitionFile* Definition::find(const QString& kind, const QString& id) const
{
    // Two files with one id are the checker's business; here the first by path is meant, whatever was read last.
    const QStringList paths = m_index.values({kind, id});
    return paths.isEmpty() ? nullptr : file(*std::min_element(paths.begin(), paths.end()));
}

QList<const DefinitionFile*> Definition::all(const QString& kind) const
{
    QList<const DefinitionFile*> found;
    for (const auto& file : m_files)
        if (file->kind() == kind)
            found << file.get();
    std::stable_sort(found.begin(), found.end(), [](const auto* a, const auto* b) { return a->id() < b->id(); });
    return found;
}

const yaml::Node& Definition::app() const
{
    return node({QStringLiteral("app.yaml"), {}});
}

const yaml::Node& Definition::node(const Address& address) const
{
    static const yaml::Node missing;
    const DefinitionFile* found = file(address.file);
    return found ? yaml::resolve(found->root, address.path) : missing;
}

std::optional<QByteArray> Definition::bytes(const QString& path) const
{
    if (const DefinitionFile* found = file(path))
        return found->text;
    const auto it = m_assets.find(path);
    return it == m_assets.end() ? std::nullopt : std::optional(*it);
}

QMap<QString, QByteArray> Definition::allBytes() const
{
    QMap<QString, QByteArray> all = m_assets;
    for (const auto& file : m_files)
        all.insert(file->path, file->text);
    return all;
}

QList<Problem> Definition::readProblems() const
{
    QList<Problem> problems;
    for (const auto& file : m_files)
        problems << file->problems;
    return problems;
}

QByteArray Definition::sha256() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QMap<QString, QByteArray> all = allBytes();
    for (auto it = all.begin(); it != all.end(); ++it) {
        // Lengths keep a path's end and a file's beginning apart.
        hash.addData(it.key().toUtf8() + '\0' + QByteArray::number(it.value().size()) + '\0');
        hash.addData(it.value());
    }
    return hash.result().toHex();
}

} // namespace fw
