#pragma once
#include "model/base/problem.h"
#include "type.h"
#include "value.h"

#include <QHash>

#include <functional>
#include <span>

namespace fw::feel
{

enum class Dialect { Strict, Studio }; ///< Studio adds upper-case Excel names, full-width folding, `&`, `<>`, `^`, `%`

/// When the value of an expression can change without a write (semantics.md, "Classes").
enum class ExpressionClass { Stable, TimeDependent, ViewerDependent };

/// A function an app defines itself: a decision, called by its id.
struct DefinedFunction {
    QStringList parameters;
    Type type;   ///< Type::function of the parameters' types and the result's
    Value value; ///< the function to call
};

/// The names an expression may use. Each has a slot in the frame given at evaluation.
class Scope
{
public:
    struct Name {
        QString name;
        Type type;
        int slot = 0;
    };
    /// Adds a name; slots count from 0 in the order of adding.
    int add(const QString& name, const Type& type);
    /// Adds a name with a given slot: for frames that expressions of different scopes share.
    void addAt(int slot, const QString& name, const Type& type) { m_names.push_back({name, type, slot}); }
    const Name* find(const QString& name) const;
    const std::vector<Name>& names() const { return m_names; }
    /// The members of `record` (a name added before) are also bare names: `phone` means `record.phone`.
    void spread(int slot, const QString& recordName);
    struct Spread {
        int slot;
        QString recordName;
    };
    const std::vector<Spread>& spreads() const { return m_spreads; }
    /// A type of its own that `instance of` and parameters may name, such as an item definition of a decision model.
    void addType(const QString& name, const Type& type) { m_types.insert(name, type); }
    const QHash<QString, Type>& namedTypes() const { return m_types; }

    const TypeSource* types = nullptr; ///< not owned; must outlive compilation
    bool strictNames =
        true; ///< unknown names are errors (false: TCK and ad-hoc evaluation, they are null with a cause)

private:
    std::vector<Name> m_names;
    std::vector<Spread> m_spreads;
    QHash<QString, Type> m_types;
};

/// What an expression may ask of the world while it runs. All defaults are "nothing there".
class Environment
{
public:
    virtual ~Environment() = default;
    virtual qint64 nowMillis() const { return 0; }              ///< UTC; bound once per evaluation by the caller
    virtual QTimeZone zone() const { return QTimeZone::utc(); } ///< the app's zone
    /// Events of the subject's person, oldest first, as contexts {event, at, <properties>}; `since` 0 = all.
    virtual std::vector<Value> events(const QString& name, qint64 sinceMillis) const
    {
        (void)name;
        (void)sinceMillis;
        return {};
    }
    virtual bool inSegment(const QString& segment) const
    {
        (void)segment;
        return false;
    }
};

class Evaluation;

/// The values of the scope's names, by slot, and the environment. Cheap; lives on the caller's stack.
struct Frame {
    std::span<const Value> slots;
    const Environment* environment = nullptr;
    /// The evaluation this one is a part of (a cell of a table inside a decision model): limits and environment are its.
    Evaluation* outer = nullptr;
};

struct Diagnostic {
    Severity severity = Severity::Error;
    QString code;
    Message what;
    Message remedy;
    Span span;
    QString replacement; ///< what to put at `span` to mend it; empty when there is no fix
    Message replacementLabel;
};

/// An occurrence of a name that stands for something of the definition; what rename and find-usages follow.
struct Reference {
    Span span; ///< the identifier only
    QString
        owner; ///< the record type it is a member of ("customer", "event:viewed_page"), or "" for a name of the scope
    QString name;
    /// For arguments that name something by string: count_events("paid") gives owner "event", in segment("vip") "segment".
    bool inString = false;
};

/// One node of `explain`: the source stretch and the value it had.
struct Explained {
    Span span;
    Value value;
    std::vector<Explained> parts;
};

/// Limits of one evaluation (semantics: "a runaway expression is an error with its span").
struct Limits {
    int depth = 200;
    qint64 steps = 5'000'000; ///< turns of loops and calls; work on long lists and texts counts as many
    qint64 listLength = 1'000'000;
    qint64 textLength = 4'000'000; ///< UTF-16 units
    /// Of elapsed time, looked at now and then; 0 = none. Off where a result is kept: there an evaluation must end at the
    /// same place on every machine. On where a person or a program waits for an answer (`formwright feel`).
    int millis = 0;
    /// With the time somebody who asked waits at most.
    static Limits ofRequest()
    {
        Limits limits;
        limits.millis = 10'000;
        return limits;
    }
};

class ProgramImpl;

/// A compiled expression: immutable, usable from several threads at once.
class Program
{
public:
    Program() = default;
    bool isValid() const { return m_impl != nullptr; }
    Value evaluate(const Frame& frame) const;
    Explained explain(const Frame& frame) const;
    const QString& source() const;
    Type type() const;
    ExpressionClass expressionClass() const;
    const std::vector<Reference>& references() const;
    const ProgramImpl* impl() const { return m_impl.get(); } ///< for predicate.h

private:
    friend class Compiler;
    std::shared_ptr<const ProgramImpl> m_impl;
};

struct Compiled {
    Program program; ///< valid when there is no error among the diagnostics
    QList<Diagnostic> diagnostics;
    std::vector<Reference> references; ///< also filled when there are errors: rename works on half-written text
    bool ok() const { return program.isValid(); }
};

struct CompileOptions {
    Dialect dialect = Dialect::Studio;
    Type expected = Type::Kind::Any; ///< a result that cannot conform is an error
    Limits limits;
};

/// Parses and binds one expression (without the leading "=").
Compiled compile(const QString& source, const Scope& scope, const CompileOptions& options = {});
/// Parses unary tests ("> 5, [10..20]", "-"); the program's frame has the tested input in `inputSlot`.
Compiled compileUnaryTests(const QString& source, const Scope& scope, int inputSlot,
                           const CompileOptions& options = {});

/// A text template: literal text with {FEEL} parts, "{{" for a brace.
class TextTemplate
{
public:
    static TextTemplate compile(const QString& source, const Scope& scope, const CompileOptions& options,
                                QList<Diagnostic>* diagnostics);
    /// `format` turns a value into text of the recipient's language and escapes it for the channel. Nulls give "" and are counted.
    QString render(const Frame& frame, const std::function<QString(const Value&)>& format, int* nulls = nullptr) const;
    const std::vector<Reference>& references() const { return m_references; }
    struct Part {
        QString text;
        Program program;
    };

private:
    std::vector<Part> m_parts;
    std::vector<Reference> m_references; ///< spans relative to the whole template text
};

/// A problem of a definition from a diagnostic of an expression standing in `place`; `base` is the byte offset map's job of the caller.
Problem toProblem(const Diagnostic& diagnostic, const Place& place);

} // namespace fw::feel
