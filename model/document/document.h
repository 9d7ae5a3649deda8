#pragma once
#include "definition.h"

#include <QDateTime>
#include <QObject>

#include <functional>

namespace fw
{

class FileSystem;

/// What a Document is given from outside.
struct DocumentOptions {
    /// The order in which the schema wants the keys of the map at an address (schema::keyOrder); new keys are put there
    /// among those of the file. Without it they go to the end.
    std::function<QStringList(const Definition&, const Address& map)> keyOrder;
    FileSystem* fileSystem = nullptr; ///< not owned; nullptr = the machine's. Tests put in one that fails.
};

/// An app open for editing. The truth is the text of the files; every command is a set of text splices, so undo gives
/// back the first bytes. One undo stack for the whole app. Nothing here knows the GUI.
///
/// Reading goes through definition() (an immutable snapshot, replaced after each edit). Elements are named by Address.
class Document : public QObject
{
    Q_OBJECT
public:
    /// Opens a folder for editing: takes the folder lock (a second studio is refused, naming the first), finishes or
    /// undoes a half-done save, offers recovery() when an autosave journal is there.
    static Result<std::unique_ptr<Document>> open(const QString& folder, const DocumentOptions& options = {});
    /// Makes a new app in an empty folder (made when missing) and opens it.
    static Result<std::unique_ptr<Document>> create(const QString& folder, const QString& appId, const QString& label,
                                                    const DocumentOptions& options = {});
    ~Document() override;

    QString folder() const;
    std::shared_ptr<const Definition> definition() const;

    // --- commands: each is one undo step unless inside a transaction; each fails without changing anything ---
    /// Sets a value (missing maps on the way are made; a missing node removes). Inside maps and lists only what differs is
    /// touched. Steps in a row with one non-empty merge key become one step (typing into a field).
    Result<void> set(const Address& address, const yaml::Node& value, const Message& name,
                     const QString& mergeKey = {});
    /// Renames a key in place; references to it are the business of check/rename.h.
    Result<void> renameKey(const Address& address, const QString& key, const Message& name);
    Result<void> remove(const Address& address, const Message& name); ///< a key or a list element
    /// Inserts an element into the list at `list` (made when missing) before `index` (-1 = at the end).
    Result<Address> insert(const Address& list, int index, const yaml::Node& element, const Message& name);
    /// Moves a list element, within its list or into another (also in another file). Index counts in the target before the move.
    Result<Address> move(const Address& element, const Address& toList, int index, const Message& name);
    Result<void> createFile(const QString& path, const yaml::Node& root, const Message& name);
    Result<void> removeFile(const QString& path, const Message& name); ///< YAML or asset
    Result<void> renameFile(const QString& path, const QString& newPath, const Message& name);
    Result<void> setAsset(const QString& path, const QByteArray& bytes, const Message& name);
    /// Free text editing (YAML view, text merges): replaces a file's text by the smallest splice. The text may be broken:
    /// the file then has problems and no nodes, and other commands on it are refused until it is mended.
    Result<void> setText(const QString& path, const QByteArray& text, const Message& name,
                         const QString& mergeKey = {});

    /// Groups commands into one undo step; aborts (rolls back) when destroyed without commit(). May be nested: the
    /// outermost one makes the step and sends the signals.
    class Transaction
    {
    public:
        Transaction(Document& document, Message name);
        ~Transaction();
        void commit();
        Transaction(const Transaction&) = delete;
        Transaction& operator=(const Transaction&) = delete;

    private:
        Document& m_document;
        size_t m_changes; ///< how much of the open step was there before
        size_t m_moves;
        bool m_open = true;
    };

    // --- undo ---
    bool canUndo() const;
    bool canRedo() const;
    void undo();
    void redo();
    struct Step {
        Message name;
        bool done = true;
    };
    QList<Step> history() const; ///< oldest first; steps that are undone have done = false
    int historyIndex() const;    ///< number of steps done
    void goTo(int historyIndex);

    // --- saving ---
    bool isModified() const;
    /// Writes all changed files: journal first, then one by one by rename; a crash in between is mended at the next open.
    /// A file that was changed outside as well is not overwritten: the save is refused until takeOutside() or keepMine().
    Result<void> save();
    /// Files changed, added or removed on disk since they were read.
    QStringList changedOutside() const;
    /// Takes the outside text of unmodified files in as one undo step; files that were edited here too stay as they are
    /// and remain in changedOutside().
    Result<void> reloadOutside();
    /// Takes the outside text of these files in, edited here or not, as one undo step.
    Result<void> takeOutside(const QStringList& files);
    /// Lets the next save overwrite what was changed outside.
    Result<void> keepMine(const QStringList& files);
    /// The app as it was last read or saved, and as it stands on the disk now: what a merge with outside changes starts from.
    std::shared_ptr<const Definition> savedDefinition() const;
    std::shared_ptr<const Definition> outsideDefinition() const;
    /// Takes the result of a merge in as one undo step: new bytes by path, nothing for a file that goes. The disk counts as
    /// read, so that the next save writes the result.
    Result<void> takeMerged(const QMap<QString, std::optional<QByteArray>>& files);
    struct Recovery {
        QStringList files;
        QDateTime when;
    };
    std::optional<Recovery> recovery() const; ///< unsaved changes of an earlier run that ended without saving
    std::shared_ptr<const Definition> recoveredDefinition() const; ///< the app as recover() would make it
    Result<void> recover();                                        ///< takes them in as one undo step
    void discardRecovery();
    /// Writes the autosave journal of unsaved changes (called by the studio's timer, and by tests).
    Result<void> autosave();

Q_SIGNALS:
    /// After each edit, undo or redo: the files whose text changed.
    void changed(const QStringList& files);
    /// After a move or rename: selections and open editors follow.
    void moved(const fw::Address& from, const fw::Address& to);
    void historyChanged();
    void modifiedChanged(bool modified);

private:
    explicit Document(const DocumentOptions& options);
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace fw
