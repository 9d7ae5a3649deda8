#pragma once
#include "nearness.h"
#include "node.h"
#include "syntax.h"

namespace fw::feel
{

struct Probe;

/// Gives names their meaning and expressions their types, and builds the nodes that run. Errors become diagnostics; the
/// tree is built to the end all the same, so that every reference is found.
class Binder
{
public:
    Binder(const Scope& scope, const CompileOptions& options, QList<Diagnostic>* diagnostics);

    NodePtr bind(const Expression& expression);
    NodePtr bindTests(const Expression& tests, int inputSlot);

    Probe* probe = nullptr; ///< of completion; not owned
    std::vector<Reference> references;
    ExpressionClass expressionClass = ExpressionClass::Stable;
    int localCount = 0;

private:
    struct Local {
        QString name;
        int index = 0;
        Type type;
        bool item = false; ///< the item of a filter: its members are names of their own
    };

    // binder.cpp
    NodePtr bindAny(const Expression& e);
    NodePtr bindError(const Expression& e);
    NodePtr bindLiteral(const Expression& e);
    NodePtr bindFilter(const Expression& e);
    NodePtr bindList(const Expression& e);
    NodePtr bindContext(const Expression& e);
    NodePtr bindRange(const Expression& e);
    NodePtr bindOpenRange(const Expression& e);
    NodePtr bindNegate(const Expression& e);
    NodePtr bindBinary(const Expression& e);
    bool reportedDate(const Type& wanted, const Expression& e);
    NodePtr bindLogic(const Expression& e);
    NodePtr bindBetween(const Expression& e);
    NodePtr bindIn(const Expression& e);
    NodePtr bindInstanceOf(const Expression& e);
    NodePtr bindIf(const Expression& e);
    NodePtr bindLoop(const Expression& e);
    NodePtr bindFunction(const Expression& e);
    TestNode bindTest(const Expression& e, const Type& input);
    NodePtr fold(NodePtr node);
    NodePtr inAppZone(NodePtr node) const;

    // binder_names.cpp
    NodePtr bindName(const Expression& e);
    NodePtr bindPath(const Expression& e);
    NodePtr localOrItem(const Expression& e, std::vector<int>* openItems);
    NodePtr scopeName(const Expression& e);
    NodePtr spreadMember(const Expression& e);
    std::optional<Type> memberType(const Type& target, const QString& name) const;
    QStringList memberNames(const Type& target) const;
    QStringList knownNames() const;
    void answerProbe() const;
    void answerProbe(const Type& target) const;
    void unknownName(const Expression& e, const QStringList& candidates);
    int declare(const QString& name, const Type& type, bool item = false);
    void refer(Span span, const QString& owner, const QString& name, bool inString = false);
    void usesName(const QString& name);

    // binder_calls.cpp
    NodePtr bindCall(const Expression& e);
    NodePtr bindBuiltin(const Expression& e, const Builtin& builtin);
    NodePtr bindSpecial(const Expression& e, const Builtin& builtin, int signature,
                        const std::vector<const Expression*>& arguments);
    NodePtr bindHistory(const Expression& e, const Builtin& builtin, int signature,
                        const std::vector<const Expression*>& arguments);
    NodePtr bindFunctionValue(const Expression& e);
    NodePtr bindDefined(const Expression& e, const DefinedFunction& function);
    const DefinedFunction* definedFunction(const QString& name) const;
    NodePtr functionNode(const Expression& name, const DefinedFunction& function);
    int chooseSignature(const Expression& e, const Builtin& builtin, std::vector<const Expression*>* ordered);
    void checkArgument(const Builtin& builtin, const Parameter& parameter, const Node& argument);

    // binder_checks.cpp
    bool isHeard() const;
    struct Advice {
        Message remedy;
        Span span; ///< what to point at and to replace
        QString replacement;
        Message label;
    };
    Advice adviceOn(Operator op, const Node& left, const Node& right, Span span, Span sign) const;
    void report(const char* code, Message what, Message remedy, Span span, QString replacement = {},
                Message label = {});
    Type checkOperator(Operator op, const Node& left, const Node& right, Span span, Span sign);
    void checkChoice(const Node& value, const Node& literal);
    void checkBoolean(const Node& node, const char* where);

    const Scope& m_scope;
    const CompileOptions& m_options;
    QList<Diagnostic>* m_diagnostics;
    std::vector<Local> m_locals;
    int m_next = 0;       ///< the next free local of the function being bound
    int m_quiet = 0;      ///< inside unreadable text: names are followed, mistakes are not reported twice
    int m_inputSlot = -1; ///< of unary tests
    bool m_usedInput = false;
    bool m_usedPartial = false;
    bool m_failed = false;
};

} // namespace fw::feel
