#pragma once
#include "evaluation.h"
#include "type.h"

namespace fw::feel
{

/// A call of a built-in: arguments stand in the order of the signature, those left out are null.
struct Invocation {
    Evaluation& evaluation;
    std::span<const Value> arguments;
    Span span;
    int signature = 0; ///< which of the function's signatures was chosen
    int given = 0;     ///< how many arguments the caller wrote

    const Value& operator[](size_t i) const { return arguments[i]; }
    bool has(size_t i) const { return i < arguments.size() && !arguments[i].isNull(); }
    Value null(const char* code, Message what) const;
    /// Evaluation::spend, allowsText and (with the work of making it) allowsLength for this call. When they say no, the run
    /// is over and any value may be returned.
    bool spend(qint64 steps) const { return evaluation.spend(steps, span); }
    bool allowsText(qint64 length) const { return evaluation.allowsText(length, span); }
    bool allowsLength(size_t length) const
    {
        const auto items = static_cast<qint64>(length);
        return evaluation.allowsLength(items, span) && evaluation.spend(items / 4, span);
    }
};

using BuiltinFunction = Value (*)(const Invocation&);

struct Parameter {
    QString name;
    std::vector<Type> types; ///< any of these
    quint32 kinds = 0;       ///< the same as bits of Value::Kind; all ones for "any"
    bool optional = false;
    bool variadic = false;
    bool nullable = false; ///< a null is handed to the function instead of making the result null
    bool item = false;     ///< "T": of the item type of the parameter marked `list<T>`
    bool listOfItem = false;
};

struct Signature {
    QString text; ///< "substring(string: string, start position: number, length?: number): string"
    std::vector<Parameter> parameters;
    Type result;
    bool resultIsItem = false;
    bool resultIsListOfItem = false;
};

/// Functions whose arguments are not simply evaluated first; the binder makes nodes of their own for them.
enum class SpecialForm : quint8 {
    None,
    If,
    Ifs,
    Switch,
    And,
    Or,
    IfBlank,
    IsBlank,
    CountEvents,
    LastEvent,
    DaysInARow,
    Events,
    InSegment,
    Now,
    Today
};

/// What is written in the tables of builtins_*.cpp.
struct BuiltinSpec {
    std::vector<const char*> signatures;
    BuiltinFunction call;
    const char* doc;
    const char* docZh;
    const char* example;
    const char* result; ///< of the example, as FEEL text
    SpecialForm form = SpecialForm::None;
};

/// A built-in function: checking, calling, completion, signature help and the manual all read this.
struct Builtin {
    QString name;
    QString group; ///< "numbers", "texts", "lists", "times", "contexts", "ranges", "excel", "history"
    std::vector<Signature> signatures;
    BuiltinFunction call = nullptr;
    SpecialForm form = SpecialForm::None;
    bool studioOnly = false;
    QString doc;
    QString docZh;
    QString example;
    QString exampleResult;
};

/// All built-ins, in the order of the manual.
const std::vector<Builtin>& builtins();
/// The built-in of that name in the dialect; nullptr when there is none.
const Builtin* findBuiltin(const QString& name, Dialect dialect);

/// Brings an argument into the form the parameter asks for (list ↔ item, date → date and time); false when it cannot be,
/// and `problem` is the null to return instead.
bool coerceArgument(const Parameter& parameter, Value& argument, const QString& function, Span span, Value* problem);

std::vector<BuiltinSpec> numberBuiltins();
std::vector<BuiltinSpec> textBuiltins();
std::vector<BuiltinSpec> listBuiltins();
std::vector<BuiltinSpec> aggregateBuiltins();
std::vector<BuiltinSpec> temporalBuiltins();
std::vector<BuiltinSpec> contextBuiltins();
std::vector<BuiltinSpec> rangeBuiltins();
std::vector<BuiltinSpec> excelBuiltins();
std::vector<BuiltinSpec> excelDateBuiltins();
std::vector<BuiltinSpec> historyBuiltins();

} // namespace fw::feel
