#include "document.h"
#include "document_p.h"
#include "package.h"

#include "model/yaml/emitter.h"
#include "model/yaml/path.h"

namespace fw
{

static Error elementError(const char* code, const char* what, const char* remedy, const Address& address)
{
    const QString name = address.path.isEmpty() ? address.file : address.last();
    return Error(QString::fromLatin1(code), Message(what, {name}), Message(remedy),
                 Place{address.file, 0, 0, address.toString()});
}

Document::Document(const DocumentOptions& options) : d(std::make_unique<Private>())
{
    d->q = this;
    d->options = options;
    d->disk = options.fileSystem ? options.fileSystem : &FileSystem::machine();
}

Document::~Document() = default;

QString Document::folder() const
{
    return d->folder;
}
std::shared_ptr<const Definition> Document::definition() const
{
    return d->definition;
}

// --- changes ---------------------------------------------------------------------------------------------------------

void Document::Private::updateModified(const QString& path)
{
    const auto it = saved.find(path);
    const std::optional<QByteArray> onDisk = it == saved.end() ? std::nullopt : std::optional(it->bytes);
    const bool before = !modified.isEmpty();
    if (definition->bytes(path) == onDisk)
        modified.remove(path);
    else
        modified.insert(path);
    if (before != !modified.isEmpty())
        Q_EMIT q->modifiedChanged(!modified.isEmpty());
}

/// A new snapshot; all files but one are shared with the old one.
void Document::Private::put(const QString& path, const std::optional<QByteArray>& bytes)
{
    auto next = std::make_shared<Definition>(*definition);
    if (bytes)
        next->put(path, *bytes);
    else
        next->drop(path);
    definition = std::move(next);
    updateModified(path);
}

void Document::Private::put(std::shared_ptr<const DefinitionFile> file)
{
    auto next = std::make_shared<Definition>(*definition);
    const QString path = file->path;
    next->put(std::move(file));
    definition = std::move(next);
    updateModified(path);
}

void Document::Private::apply(const FileChange& change)
{
    put(change.path, change.applied(definition->bytes(change.path)));
}

void Document::Private::record(const QString& path, const std::optional<QByteArray>& bytes)
{
    if (auto change = FileChange::between(path, definition->bytes(path), bytes)) {
        put(path, bytes);
        open.changes.push_back(std::move(*change));
    }
}

/// The splicer has read the new text already; it is not read twice.
void Document::Private::recordSplice(const QString& path, const yaml::Splicer& splicer)
{
    if (auto change = FileChange::between(path, definition->bytes(path), splicer.text())) {
        auto file = std::make_shared<DefinitionFile>();
        file->path = path;
        file->text = splicer.text();
        file->root = splicer.root();
        put(std::move(file));
        open.changes.push_back(std::move(*change));
    }
}

Result<yaml::Splicer> Document::Private::splicer(const QString& path) const
{
    const DefinitionFile* file = definition->file(path);
    if (!file)
        return elementError("edit.no_file", FW_MSG("There is no file \"%1\"."),
                            FW_MSG("It may have been removed; look at the outline."), {path, {}});
    if (!file->problems.isEmpty())
        return elementError("edit.unreadable", FW_MSG("\"%1\" cannot be edited here because its text cannot be read."),
                            FW_MSG("Mend its text first; the problems list shows where."), {path, {}});
    yaml::KeyOrder order;
    if (options.keyOrder)
        order = [this, path](const yaml::Node&, const QStringList& map) {
            return options.keyOrder(*definition, {path, map});
        };
    return yaml::Splicer(file->text, file->root, path, order);
}

Result<void> Document::Private::edit(const QString& path, const Message& name,
                                     const std::function<Result<void>(yaml::Splicer&)>& change, const QString& mergeKey)
{
    Result<yaml::Splicer> text = splicer(path);
    if (!text)
        return text.error();
    if (Result<void> changed = change(*text); !changed)
        return changed;
    begin(name, mergeKey);
    recordSplice(path, *text);
    end();
    return {};
}

// --- commands --------------------------------------------------------------------------------------------------------

/// Setting an element's `id` gives it another address.
static std::optional<std::pair<Address, Address>> moveByNewId(const Definition& definition, const Address& address,
                                                              const yaml::Node& value)
{
    const Address element = address.parent();
    if (address.path.size() < 2 || address.last() != u"id" || !value.isScalar() ||
        !definition.node(element.parent()).isSequence())
        return std::nullopt;
    const Address renamed = element.parent().child(value.scalar);
    return renamed == element ? std::nullopt : std::optional(std::pair(element, renamed));
}

Result<void> Document::set(const Address& address, const yaml::Node& value, const Message& name,
                           const QString& mergeKey)
{
    const auto move = moveByNewId(*d->definition, address, value);
    Result<yaml::Splicer> text = d->splicer(address.file);
    if (!text)
        return text.error();
    if (Result<void> changed = text->set(address.path, value); !changed)
        return changed;
    d->begin(name, mergeKey);
    d->recordSplice(address.file, *text);
    if (move)
        d->open.moves.push_back(*move);
    d->end();
    return {};
}

Result<void> Document::renameKey(const Address& address, const QString& key, const Message& name)
{
    return d->edit(address.file, name, [&](yaml::Splicer& text) { return text.renameKey(address.path, key); });
}

Result<void> Document::remove(const Address& address, const Message& name)
{
    return d->edit(address.file, name, [&](yaml::Splicer& text) { return text.remove(address.path); });
}

Result<Address> Document::insert(const Address& list, int index, const yaml::Node& element, const Message& name)
{
    int at = 0;
    const Result<void> done = d->edit(list.file, name, [&](yaml::Splicer& text) -> Result<void> {
        Result<int> inserted = text.insert(list.path, index, element);
        if (!inserted)
            return inserted.error();
        at = *inserted;
        return {};
    });
    return done ? Result<Address>(list.child(yaml::stepOf(d->definition->node(list), at)))
                : Result<Address>(done.error());
}

/// A path that goes through the list an element was taken from, by an index behind it, has to count one less.
static QStringList withoutElement(QStringList path, const QStringList& list, int removed)
{
    if (path.size() > list.size() && std::equal(list.begin(), list.end(), path.begin()))
        if (const int index = yaml::indexStep(path[list.size()]); index > removed)
            path[list.size()] = QStringLiteral("[%1]").arg(index - 1);
    return path;
}

Result<Address> Document::move(const Address& element, const Address& toList, int index, const Message& name)
{
    if (toList.isInside(element))
        return elementError("edit.into_itself", FW_MSG("\"%1\" cannot be moved into itself."),
                            FW_MSG("Choose another place."), element);
    Result<yaml::Splicer> source = d->splicer(element.file);
    if (!source)
        return source.error();
    Result<yaml::Splicer> other = element.file == toList.file ? source : d->splicer(toList.file);
    if (!other)
        return other.error();
    const Result<yaml::Fragment> fragment = source->fragment(element.path);
    if (!fragment)
        return fragment.error();

    const Address fromList = element.parent();
    const int from = yaml::indexOf(d->definition->node(fromList), element.last());
    const bool sameList = fromList == toList;
    if (sameList && (index == from || index == from + 1 || d->definition->node(fromList).items.size() == 1))
        return element;
    if (Result<void> removed = source->remove(element.path); !removed)
        return removed.error();
    yaml::Splicer& target = element.file == toList.file ? *source : *other;
    const Address landing{toList.file,
                          element.file == toList.file ? withoutElement(toList.path, fromList.path, from) : toList.path};
    const Result<int> inserted = target.insert(landing.path, sameList && index > from ? index - 1 : index, *fragment);
    if (!inserted)
        return inserted.error();

    d->begin(name);
    d->recordSplice(element.file, *source);
    if (element.file != toList.file)
        d->recordSplice(toList.file, *other);
    const Address moved = landing.child(yaml::stepOf(d->definition->node(landing), *inserted));
    d->open.moves.push_back({element, moved});
    d->end();
    return moved;
}

Result<void> Document::createFile(const QString& path, const yaml::Node& root, const Message& name)
{
    if (Result<void> valid = checkPath(path); !valid)
        return valid;
    if (d->definition->bytes(path))
        return elementError("edit.file_exists", FW_MSG("There is a file \"%1\" already."), FW_MSG("Choose another id."),
                            {path, {}});
    d->begin(name);
    d->record(path, yaml::fileText(root));
    d->end();
    return {};
}

Result<void> Document::removeFile(const QString& path, const Message& name)
{
    if (!d->definition->bytes(path))
        return elementError("edit.no_file", FW_MSG("There is no file \"%1\"."),
                            FW_MSG("It may have been removed; look at the outline."), {path, {}});
    d->begin(name);
    d->record(path, std::nullopt);
    d->end();
    return {};
}

Result<void> Document::renameFile(const QString& path, const QString& newPath, const Message& name)
{
    const std::optional<QByteArray> bytes = d->definition->bytes(path);
    if (!bytes)
        return elementError("edit.no_file", FW_MSG("There is no file \"%1\"."),
                            FW_MSG("It may have been removed; look at the outline."), {path, {}});
    if (Result<void> valid = checkPath(newPath); !valid)
        return valid;
    if (path == newPath)
        return {};
    if (d->definition->bytes(newPath))
        return elementError("edit.file_exists", FW_MSG("There is a file \"%1\" already."), FW_MSG("Choose another id."),
                            {newPath, {}});
    d->begin(name);
    d->record(newPath, bytes);
    d->record(path, std::nullopt);
    d->open.moves.push_back({{path, {}}, {newPath, {}}});
    d->end();
    return {};
}

Result<void> Document::setAsset(const QString& path, const QByteArray& bytes, const Message& name)
{
    return setText(path, bytes, name);
}

Result<void> Document::setText(const QString& path, const QByteArray& text, const Message& name,
                               const QString& mergeKey)
{
    if (Result<void> valid = checkPath(path); !valid)
        return valid;
    d->begin(name, mergeKey);
    d->record(path, text.isNull() ? QByteArray("") : text);
    d->end();
    return {};
}

// --- transactions and undo -------------------------------------------------------------------------------------------

void Document::Private::begin(const Message& name, const QString& mergeKey)
{
    if (depth++ == 0)
        open = {name, mergeKey, {}, {}};
}

void Document::Private::end()
{
    if (--depth == 0)
        pushStep(std::exchange(open, {}));
}

void Document::Private::rollBackTo(size_t changes, size_t moves)
{
    open.moves.resize(moves);
    while (open.changes.size() > changes) {
        const FileChange undone = open.changes.back().inverted();
        open.changes.pop_back();
        apply(undone);
    }
}

static QStringList filesOf(const UndoStep& step)
{
    QStringList files;
    for (const FileChange& change : step.changes)
        if (!files.contains(change.path))
            files << change.path;
    return files;
}

/// Typing into one field is one step: its changes are folded into those of the step before.
bool Document::Private::mergeIntoLast(const UndoStep& step)
{
    if (!mayMerge || step.mergeKey.isEmpty() || done == 0 || steps[done - 1].mergeKey != step.mergeKey)
        return false;
    UndoStep& last = steps[done - 1];
    std::vector<FileChange> all = last.changes;
    all.insert(all.end(), step.changes.begin(), step.changes.end());
    UndoStep both{step.name, step.mergeKey, {}, last.moves};
    both.moves.insert(both.moves.end(), step.moves.begin(), step.moves.end());
    for (const QString& path : filesOf(UndoStep{{}, {}, all, {}})) {
        std::optional<QByteArray> before = definition->bytes(path);
        for (auto change = all.rbegin(); change != all.rend(); ++change)
            if (change->path == path)
                before = change->inverted().applied(before);
        if (auto change = FileChange::between(path, before, definition->bytes(path)))
            both.changes.push_back(std::move(*change));
    }
    last = std::move(both);
    if (last.changes.empty()) // typed and taken back: nothing is left to undo
        steps.resize(--done);
    return true;
}

void Document::Private::pushStep(UndoStep step)
{
    if (step.changes.empty())
        return;
    const QStringList files = filesOf(step);
    const auto moves = step.moves;
    steps.resize(done);
    if (!mergeIntoLast(step)) {
        steps.push_back(std::move(step));
        ++done;
    }
    mayMerge = true;
    Q_EMIT q->changed(files);
    for (const auto& [from, to] : moves)
        Q_EMIT q->moved(from, to);
    Q_EMIT q->historyChanged();
}

Document::Transaction::Transaction(Document& document, Message name) : m_document(document)
{
    document.d->begin(name);
    m_changes = document.d->open.changes.size();
    m_moves = document.d->open.moves.size();
}

Document::Transaction::~Transaction()
{
    if (!m_open)
        return;
    m_document.d->rollBackTo(m_changes, m_moves);
    m_document.d->end();
}

void Document::Transaction::commit()
{
    if (std::exchange(m_open, false))
        m_document.d->end();
}

void Document::Private::play(const UndoStep& step, bool forward)
{
    if (forward)
        for (const FileChange& change : step.changes)
            apply(change);
    else
        for (auto change = step.changes.rbegin(); change != step.changes.rend(); ++change)
            apply(change->inverted());
    mayMerge = false;
    Q_EMIT q->changed(filesOf(step));
    for (const auto& [from, to] : step.moves)
        Q_EMIT q->moved(forward ? from : to, forward ? to : from);
}

bool Document::canUndo() const
{
    return d->depth == 0 && d->done > 0;
}
bool Document::canRedo() const
{
    return d->depth == 0 && d->done < d->steps.size();
}
void Document::undo()
{
    goTo(historyIndex() - 1);
}
void Document::redo()
{
    goTo(historyIndex() + 1);
}
int Document::historyIndex() const
{
    return static_cast<int>(d->done);
}

void Document::goTo(int historyIndex)
{
    if (d->depth > 0 || historyIndex < 0 || historyIndex > static_cast<int>(d->steps.size()) ||
        historyIndex == this->historyIndex())
        return;
    const auto goal = static_cast<size_t>(historyIndex);
    while (d->done > goal)
        d->play(d->steps[--d->done], false);
    while (d->done < goal)
        d->play(d->steps[d->done++], true);
    Q_EMIT historyChanged();
}

QList<Document::Step> Document::history() const
{
    QList<Step> list;
    for (size_t i = 0; i < d->steps.size(); ++i)
        list << Step{d->steps[i].name, i < d->done};
    return list;
}

bool Document::isModified() const
{
    return !d->modified.isEmpty();
}

} // namespace fw
