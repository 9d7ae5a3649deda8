#pragma once
#include "boxed.h"

namespace fw::dmn
{

struct Options {
    feel::Dialect dialect = feel::Dialect::Strict;
    feel::Limits limits;
    /// Unknown names and wrong types are errors and the expression does not run; otherwise they are warnings and give null.
    bool strict = false;
    QHash<QString, feel::Type> inputShapes; ///< what is known of inputs the model declares no type for
};

/// The names an expression sees, outermost first: each has the slot of its position.
struct Names {
    struct Name {
        QString name;
        feel::Type type;
    };
    std::vector<Name> list;
};

/// Compiles boxed expressions of one model. What is wrong becomes a problem; that part then gives null with the same cause.
class BoxCompiler
{
public:
    BoxCompiler(const DataTypes& types, int model, QString file, const Options& options, QList<Problem>* problems);

    /// Never null. `path` says where the expression stands, for problems.
    BoxedPtr compile(const Expression& expression, Names& names, const QString& path);
    FunctionParts functionParts(const Expression& expression, Names& names, const QString& path);
    /// The type of that name; reports when there is none.
    int typeOf(const QString& typeRef, const QString& path, int line);

private:
    using Compile = std::unique_ptr<Boxed> (BoxCompiler::*)(const Expression&, Names&, const QString&);
    std::unique_ptr<Boxed> literal(const Expression& e, Names& names, const QString& path);
    std::unique_ptr<Boxed> context(const Expression& e, Names& names, const QString& path);
    std::unique_ptr<Boxed> list(const Expression& e, Names& names, const QString& path);
    std::unique_ptr<Boxed> relation(const Expression& e, Names& names, const QString& path);
    std::unique_ptr<Boxed> conditional(const Expression& e, Names& names, const QString& path);
    std::unique_ptr<Boxed> filter(const Expression& e, Names& names, const QString& path);
    std::unique_ptr<Boxed> loop(const Expression& e, Names& names, const QString& path);
    std::unique_ptr<Boxed> invocation(const Expression& e, Names& names, const QString& path);
    std::unique_ptr<Boxed> builtinInvocation(const Expression& e, Names& names, const QString& path);
    std::unique_ptr<Boxed> function(const Expression& e, Names& names, const QString& path);
    std::unique_ptr<Boxed> table(const Expression& e, Names& names, const QString& path);
    std::unique_ptr<Boxed> empty(const Expression& e, const QString& path);

    BoxedPtr typed(const Expression& e, const QString& typeRef, Names& names, const QString& path);
    feel::Scope scopeOf(const Names& names) const;
    feel::CompileOptions feelOptions() const;
    /// `shift` is how much stands in `source` before the text a person wrote.
    feel::Compiled program(const QString& source, const Names& names, const QString& path, const Expression& at,
                           int shift = 0);
    feel::Program itemsProgram(const Names& names);
    void report(const char* code, Message what, Message remedy, const QString& path, int line);
    void report(const feel::Diagnostic& diagnostic, const QString& source, const QString& path, int line);

    const DataTypes& m_types;
    int m_model;
    QString m_file;
    const Options& m_options;
    QList<Problem>* m_problems;
};

} // namespace fw::dmn
