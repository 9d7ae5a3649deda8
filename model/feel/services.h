#pragma once
#include "program.h"

#include "model/base/localtext.h"

namespace fw::feel
{

// What an editor of expressions asks while one types. All of it comes from the same tables as checking and running: the
// scope, its types and the built-ins. Texts may be unfinished or wrong; positions count UTF-16 units.

/// Something that may stand at the cursor.
struct Completion {
    enum class Kind { Name, Member, Function, Keyword, Option };
    Kind kind = Kind::Name;
    QString text;   ///< what it is called
    QString insert; ///< what to write at `replace`: with backquotes, parentheses or quotation marks where needed
    int caret = 0;  ///< where the cursor stands afterwards, counted from the beginning of `insert`
    Span replace;
    Type type;          ///< of a name, member or call
    QString owner;      ///< the record type a member belongs to; its label is the definition's business
    QString signature;  ///< of a function
    LocalText doc;      ///< of a function
    QString example;    ///< of a function
    QStringList labels; ///< of an option: the words people read, in the app's languages
};

/// What may continue the text at `cursor`, best first: members behind a dot, options of a choice inside quotation marks,
/// names, functions and keywords elsewhere. Local variables and the members of a filter's item are known.
std::vector<Completion> complete(const QString& text, int cursor, const Scope& scope,
                                 Dialect dialect = Dialect::Studio);

/// The call the cursor stands in.
struct SignatureHelp {
    QString function;
    QStringList signatures; ///< "substring(string: string, start position: number, length?: number): string"
    int signature = 0;      ///< the one the arguments written so far fit
    int parameter = -1;     ///< of that signature; -1 when there are more arguments than it takes
    Span parameterSpan;     ///< its part of the signature's text
    LocalText doc;
    QString example;
    QString exampleResult;
};
std::optional<SignatureHelp> signatureAt(const QString& text, int cursor, const Scope& scope,
                                         Dialect dialect = Dialect::Studio);

/// The smallest part of the expression around a position, and its type.
struct TypeAt {
    Span span;
    Type type;
};
std::optional<TypeAt> typeAt(const QString& text, int position, const Scope& scope, Dialect dialect = Dialect::Studio);

/// A stretch of the text as an editor shows it.
struct StyledToken {
    enum class Kind { Comment, Keyword, Name, Reference, Function, Number, Text, Temporal, Operator, Error };
    Kind kind = Kind::Name;
    Span span;
    QString
        owner; ///< of a Reference: as feel::Reference has them. An editor shows such a token as a chip with a label.
    QString name;
};
/// All of the text but its white space, from left to right.
std::vector<StyledToken> styledTokens(const QString& text, const Scope& scope, Dialect dialect = Dialect::Studio);

/// The reference of all functions as Markdown: docs/feel.md.
QString functionReference();

} // namespace fw::feel
