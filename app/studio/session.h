#pragma once
#include "model/document/document.h"
#include "model/schema/fresh.h"

#include <QObject>
#include <qqmlregistration.h>

namespace fw::studio
{

/// The open app, the selection and the language: what every view model of the studio works on. All changes to the
/// document go through here, so that each has a readable undo name and a failure is told in words.
class Session : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use Studio.session")
    Q_PROPERTY(bool open READ isOpen NOTIFY documentChanged)
    Q_PROPERTY(QString language READ language NOTIFY languageChanged)
    Q_PROPERTY(QString selection READ selectionText NOTIFY selectionChanged)    ///< the one selected last
    Q_PROPERTY(QStringList selected READ selectedTexts NOTIFY selectionChanged) ///< all that are selected
    Q_PROPERTY(QString place READ place NOTIFY placeChanged) ///< of the selection, with what it stands in
    Q_PROPERTY(int revision READ revision NOTIFY edited)
public:
    explicit Session(QObject* parent = nullptr);
    ~Session() override;

    /// Opens a folder in place of the one that is open. Errors are returned, nothing is closed then.
    Result<void> open(const QString& folder);
    void close();
    bool isOpen() const { return m_document != nullptr; }
    Document& document() const { return *m_document; }
    /// The current snapshot; an empty definition while nothing is open.
    const Definition& definition() const { return *m_definition; }
    std::shared_ptr<const Definition> snapshot() const { return m_definition; }
    int revision() const { return m_revision; } ///< grows with every change of the document

    QString language() const { return m_language; }
    void setLanguage(const QString& language);
    QStringList appLanguages() const; ///< of the app that is open; at least one

    const Address& selection() const { return m_selection; }
    QString selectionText() const { return m_selection.toString(); }
    void select(const Address& address);
    Q_INVOKABLE void select(const QString& address) { select(Address::parse(address)); }
    /// Everything selected, the first chosen first; never empty while something is selected.
    const QList<Address>& selectedAll() const { return m_selected; }
    QStringList selectedTexts() const;
    void selectAll(const QList<Address>& addresses);
    Q_INVOKABLE void selectAll(const QStringList& addresses);
    void selectSiblings(); ///< everything in the list of the selected element, or in the first list of the file
    /// A click: alone it selects one; with Ctrl it adds or takes away; with Shift it extends within a list, else adds.
    Q_INVOKABLE void pick(const QString& address, int modifiers);

    /// What people call the thing at an address: its label, the label of what it refers to, else its id.
    QString titleOf(const Address& address) const;
    QString place() const;
    /// The shape's label of an element ("Step", "Field").
    QString sortOf(const Address& address) const;

    // --- changes: each one undo step; false (and failed()) when it cannot be done ---
    bool set(const Address& address, const yaml::Node& value, const QString& mergeKey = {});
    bool reset(const Address& address); ///< removes a key, so that its default holds
    Q_INVOKABLE bool setScalar(const QString& address, const QString& text, bool plain = false);
    Q_INVOKABLE bool setLocal(const QString& address, const QString& language, const QString& text);
    /// Adds a fresh element of a variant; selects it. Returns its address, "" when it cannot be.
    Q_INVOKABLE QString add(const QString& list, const QString& variant, int index = -1);
    QString addNode(const Address& list, const yaml::Node& element, int index, const QString& title);
    /// Moves an element; when it is one of several that are selected, all of them, in their order.
    Q_INVOKABLE bool move(const QString& element, const QString& list, int index);
    Q_INVOKABLE bool moveBy(const QString& element, int by); ///< within its list: -1 up, 1 down
    /// Out of the element it stands in (-1), or to the end of the list inside the element before it (1).
    Q_INVOKABLE bool moveLevel(const QString& element, int by);
    Q_INVOKABLE QString duplicate(const QString& element); ///< it, or all that are selected with it
    Q_INVOKABLE QString addFile(const QString& kind, const QString& label);
    /// The first list inside an element or file that takes elements of a shape; an empty address when there is none.
    Address listFor(const Address& element, const schema::Shape* shape) const;
    /// Addresses in the order of the files; what lies inside another one of them is left out.
    QList<Address> inOrder(QList<Address> addresses) const;
    bool report(const Result<void>& result);
    /// What went wrong and what to do, as sentences for a person (no file and line).
    static QString words(const Error& error);
    void fail(const QString& text) { Q_EMIT failed(text); }

Q_SIGNALS:
    void closing();         ///< the app that is open is about to be closed
    void documentChanged(); ///< another app is open, or none
    void edited();          ///< the definition has changed
    void selectionChanged();
    void placeChanged(); ///< the selection, a title on the way to it or the language
    void languageChanged();
    void historyChanged();
    void modifiedChanged();
    void failed(const QString& text); ///< something could not be done; words for a person

private:
    void refresh();
    std::optional<Address> moveOne(const Address& from, const Address& to, int index);
    bool moveSelected(const Address& list, int index);
    std::unique_ptr<Document> m_document;
    std::shared_ptr<const Definition> m_definition;
    QString m_language = QStringLiteral("en");
    QList<Address> m_selected;
    Address m_selection; ///< the last of m_selected
    int m_revision = 0;
};

} // namespace fw::studio
