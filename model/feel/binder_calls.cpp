// Calls: of built-ins (checked against their signatures), of Excel's lazy functions, of the history functions, of values.
#include "binder.h"
#include "probe.h"

namespace fw::feel
{

NodePtr Binder::bindCall(const Expression& e)
{
    const Expression& callee = *e.parts[0];
    if (callee.kind != Expression::Kind::Name || (probe && callee.name == probe->name))
        return bindFunctionValue(e);
    const auto isLocal =
        std::any_of(m_locals.begin(), m_locals.end(), [&](const Local& l) { return l.name == callee.name; });
    const Scope::Name* name = m_scope.find(callee.name);
    const Builtin* builtin = findBuiltin(callee.name, m_options.dialect);
    if (const DefinedFunction* defined = isLocal || name || builtin ? nullptr : definedFunction(callee.name))
        return bindDefined(e, *defined);
    if (isLocal || name || !builtin) {
        if (!isLocal && !name && m_scope.strictNames) {
            QStringList functions = m_scope.types ? m_scope.types->functions() : QStringList();
            for (const Builtin& b : builtins())
                if (isHeard() && findBuiltin(b.name, m_options.dialect))
                    functions << b.name;
            const QString near = closest(callee.name, functions);
            report("feel.unknown_function", Message(FW_MSG("There is no function \"%1\"."), {callee.name}),
                   near.isEmpty() ? Message(FW_MSG("The list of functions stands in the manual."))
                                  : Message(FW_MSG("Did you mean \"%1\"?"), {near}),
                   callee.nameSpan, near, near.isEmpty() ? Message() : Message(FW_MSG("Replace by \"%1\"."), {near}));
            ++m_quiet;
            NodePtr node = bindFunctionValue(e);
            --m_quiet;
            return node;
        }
        return bindFunctionValue(e);
    }
    return bindBuiltin(e, *builtin);
}

const DefinedFunction* Binder::definedFunction(const QString& name) const
{
    return m_scope.types ? m_scope.types->function(name) : nullptr;
}

NodePtr Binder::functionNode(const Expression& name, const DefinedFunction& function)
{
    auto node = std::make_unique<ConstantNode>(function.value);
    node->type = function.type;
    node->span = name.span;
    refer(name.nameSpan, QStringLiteral("decision"), name.name);
    return node;
}

/// A call of a decision: arguments in their order or by name; those a call by name leaves out are null.
NodePtr Binder::bindDefined(const Expression& e, const DefinedFunction& function)
{
    const auto& types = function.type.parameters();
    auto node = std::make_unique<CallNode>();
    node->callee = functionNode(*e.parts[0], function);
    node->type = function.type.result();
    node->arguments.resize(types.size());
    const auto form = [&] {
        QStringList parameters;
        for (qsizetype i = 0; i < function.parameters.size(); ++i)
            parameters << function.parameters[i] + QStringLiteral(": ") + types[static_cast<size_t>(i)].toString();
        return e.parts[0]->name + u'(' + parameters.join(QStringLiteral(", ")) + u')';
    };
    if (e.names.isEmpty() && e.parts.size() - 1 != types.size())
        report("feel.argument_count", Message(FW_MSG("The arguments do not fit %1."), {e.parts[0]->name}),
               Message(FW_MSG("Its form is %1."), {form()}), e.span);
    for (size_t i = 1; i < e.parts.size(); ++i) {
        NodePtr argument = bind(*e.parts[i]);
        const qsizetype at = e.names.isEmpty() ? static_cast<qsizetype>(i) - 1
                                               : function.parameters.indexOf(e.names[static_cast<qsizetype>(i) - 1]);
        if (at < 0)
            report("feel.unknown_parameter",
                   Message(FW_MSG("The function has no parameter \"%1\"."), {e.names[static_cast<qsizetype>(i) - 1]}),
                   Message(FW_MSG("Its form is %1."), {form()}), e.parts[i]->span);
        if (at < 0 || at >= function.parameters.size())
            continue;
        const Type& wanted = types[static_cast<size_t>(at)];
        if (!argument->type.conformsTo(wanted))
            report("feel.wrong_argument",
                   Message(FW_MSG("\"%1\" of %2 must be %3, not %4."),
                           {function.parameters[at], e.parts[0]->name, wanted.toString(), argument->type.toString()}),
                   Message(FW_MSG("Its form is %1."), {form()}), argument->span);
        ConstantNode subject{Value()};
        subject.type = wanted;
        checkChoice(subject, *argument);
        node->arguments[static_cast<size_t>(at)] = std::move(argument);
    }
    for (NodePtr& argument : node->arguments)
        if (!argument)
            argument = std::make_unique<ConstantNode>(Value());
    return node;
}

NodePtr Binder::bindFunctionValue(const Expression& e)
{
    auto node = std::make_unique<CallNode>();
    node->callee = bind(*e.parts[0]);
    for (size_t i = 1; i < e.parts.size(); ++i)
        node->arguments.push_back(bind(*e.parts[i]));
    node->names = e.names;
    node->type = node->callee->type.result();
    const Type::Kind kind = node->callee->type.kind();
    if (kind != Type::Kind::Any && kind != Type::Kind::Null && kind != Type::Kind::Function)
        report("feel.no_function", Message(FW_MSG("This is %1, not a function."), {node->callee->type.toString()}),
               Message(FW_MSG("Remove the parentheses, or put an operator in front of them.")), e.parts[0]->span);
    return node;
}

namespace
{

/// Puts the arguments of a call into the order of the signature; false when they do not fit it.
bool arrange(const Expression& e, const Signature& signature, std::vector<const Expression*>* ordered)
{
    const auto& parameters = signature.parameters;
    const size_t count = e.parts.size() - 1;
    const bool variadic = !parameters.empty() && parameters.back().variadic;
    ordered->clear();
    if (e.names.isEmpty()) {
        if ((count > parameters.size() && !variadic) || (variadic && count < parameters.size()))
            return false;
        for (size_t i = 0; i < count; ++i)
            ordered->push_back(e.parts[i + 1].get());
    } else {
        ordered->assign(parameters.size(), nullptr);
        for (size_t i = 0; i < count; ++i) {
            const auto it = std::find_if(parameters.begin(), parameters.end(), [&](const Parameter& p) {
                return p.name == e.names[static_cast<qsizetype>(i)];
            });
            if (it == parameters.end() || (*ordered)[static_cast<size_t>(it - parameters.begin())])
                return false;
            (*ordered)[static_cast<size_t>(it - parameters.begin())] = e.parts[i + 1].get();
        }
    }
    if (!variadic)
        ordered->resize(parameters.size(), nullptr);
    for (size_t i = 0; i < parameters.size(); ++i)
        if (!parameters[i].optional && !parameters[i].variadic && (i >= ordered->size() || !(*ordered)[i]))
            return false;
    return true;
}

} // namespace

int Binder::chooseSignature(const Expression& e, const Builtin& builtin, std::vector<const Expression*>* ordered)
{
    // before(point, range) and before(range, point) take the same names: the order in which they are written decides.
    const auto inOrder = [&](const Signature& signature) {
        qsizetype at = 0;
        for (const Parameter& p : signature.parameters)
            if (at < e.names.size() && p.name == e.names[at])
                ++at;
        return at == e.names.size();
    };
    int chosen = -1;
    for (size_t s = 0; s < builtin.signatures.size(); ++s) {
        std::vector<const Expression*> candidate;
        if (!arrange(e, builtin.signatures[s], &candidate) || (chosen >= 0 && !inOrder(builtin.signatures[s])))
            continue;
        if (chosen >= 0 && inOrder(builtin.signatures[static_cast<size_t>(chosen)]))
            break;
        chosen = static_cast<int>(s);
        *ordered = candidate;
    }
    return chosen;
}

void Binder::checkArgument(const Builtin& builtin, const Parameter& parameter, const Node& argument)
{
    if (std::any_of(parameter.types.begin(), parameter.types.end(),
                    [&](const Type& t) { return argument.type.conformsTo(t); }))
        return;
    QStringList wanted;
    for (const Type& type : parameter.types)
        wanted << type.toString();
    const QString text = wanted.join(u'/');
    report("feel.wrong_argument",
           Message(FW_MSG("\"%1\" of %2 must be %3, not %4."),
                   {parameter.name, builtin.name, text, argument.type.toString()}),
           Message(FW_MSG("Its form is %1."), {builtin.signatures.front().text}), argument.span);
}

namespace
{

/// The result type of a generic signature: the item type of the list given for the parameter marked so.
Type resultType(const Signature& signature, const Nodes& arguments)
{
    if (!signature.resultIsItem && !signature.resultIsListOfItem)
        return signature.result;
    // "T" without a parameter of that type is the type of the first argument.
    Type item = arguments.empty() || !arguments[0] ? Type() : arguments[0]->type;
    for (size_t i = 0; i < arguments.size(); ++i) {
        const Parameter& p = signature.parameters[std::min(i, signature.parameters.size() - 1)];
        if (!arguments[i] || (!p.listOfItem && !p.item))
            continue;
        const Type& type = arguments[i]->type;
        item = p.listOfItem && type.kind() == Type::Kind::List ? type.item() : type;
        if (item.kind() == Type::Kind::String)
            item = Type(Type::Kind::String); // an aggregate of a choice is a text
        break;
    }
    return signature.resultIsItem ? item : Type::list(item);
}

} // namespace

NodePtr Binder::bindBuiltin(const Expression& e, const Builtin& builtin)
{
    std::vector<const Expression*> ordered;
    const int signature = chooseSignature(e, builtin, &ordered);
    if (signature < 0) {
        QStringList forms;
        for (const Signature& s : builtin.signatures)
            forms << s.text;
        report("feel.argument_count", Message(FW_MSG("The arguments do not fit %1."), {builtin.name}),
               Message(FW_MSG("Its form is %1."), {forms.join(QStringLiteral(" / "))}), e.span);
        for (size_t i = 1; i < e.parts.size(); ++i)
            bind(*e.parts[i]);
        return std::make_unique<ConstantNode>(
            nullOf("feel.argument_count", Message(FW_MSG("The arguments do not fit %1."), {builtin.name}), e.span));
    }
    if (builtin.form != SpecialForm::None)
        return bindSpecial(e, builtin, signature, ordered);
    auto node = std::make_unique<BuiltinNode>();
    node->span = e.span;
    node->builtin = &builtin;
    node->signature = signature;
    node->given = static_cast<int>(e.parts.size()) - 1;
    const auto& parameters = builtin.signatures[static_cast<size_t>(signature)].parameters;
    bool constant = true;
    for (size_t i = 0; i < ordered.size(); ++i) {
        node->arguments.push_back(ordered[i] ? bind(*ordered[i]) : nullptr);
        if (!ordered[i])
            continue;
        checkArgument(builtin, parameters[std::min(i, parameters.size() - 1)], *node->arguments.back());
        const auto* argument = dynamic_cast<const ConstantNode*>(node->arguments.back().get());
        constant = constant && argument && argument->value.kind() != Value::Kind::Function;
    }
    if (builtin.name == QLatin1String("list contains") && node->arguments.size() == 2 && node->arguments[0] &&
        node->arguments[1]) {
        ConstantNode item{Value()};
        item.type = node->arguments[0]->type.item();
        checkChoice(item, *node->arguments[1]);
    }
    node->type = resultType(builtin.signatures[static_cast<size_t>(signature)], node->arguments);
    const bool dateTime = node->type.kind() == Type::Kind::DateTime;
    NodePtr out = constant ? fold(std::move(node)) : std::move(node);
    return dateTime ? inAppZone(std::move(out)) : std::move(out);
}

NodePtr Binder::bindSpecial(const Expression& e, const Builtin& builtin, int signature,
                            const std::vector<const Expression*>& arguments)
{
    switch (builtin.form) {
    case SpecialForm::CountEvents:
    case SpecialForm::LastEvent:
    case SpecialForm::DaysInARow:
    case SpecialForm::Events:
    case SpecialForm::InSegment: return bindHistory(e, builtin, signature, arguments);
    default: break;
    }
    auto node = std::make_unique<SpecialNode>();
    node->span = e.span;
    node->form = builtin.form;
    node->builtin = &builtin;
    if (builtin.form == SpecialForm::Now || builtin.form == SpecialForm::Today)
        expressionClass = std::max(expressionClass, ExpressionClass::TimeDependent);
    for (const Expression* argument : arguments)
        node->arguments.push_back(argument ? bind(*argument) : nullptr);
    node->type = builtin.signatures[static_cast<size_t>(signature)].result;
    if (builtin.form == SpecialForm::If && node->arguments.size() == 3 && node->arguments[1]) {
        checkBoolean(*node->arguments[0], "IF");
        const Type other = node->arguments[2] ? node->arguments[2]->type : Type(Type::Kind::Null);
        if (node->arguments[1]->type == other || other.kind() == Type::Kind::Null)
            node->type = node->arguments[1]->type;
    }
    if (builtin.form == SpecialForm::IfBlank && node->arguments.size() == 2)
        node->type = node->arguments[0]->type;
    if (builtin.form == SpecialForm::And || builtin.form == SpecialForm::Or)
        for (const NodePtr& argument : node->arguments)
            checkBoolean(*argument, builtin.form == SpecialForm::And ? "AND" : "OR");
    return node;
}

NodePtr Binder::bindHistory(const Expression& e, const Builtin& builtin, int signature,
                            const std::vector<const Expression*>& arguments)
{
    auto node = std::make_unique<SpecialNode>();
    node->span = e.span;
    node->form = builtin.form;
    node->builtin = &builtin;
    node->type = builtin.signatures[static_cast<size_t>(signature)].result;
    expressionClass = std::max(expressionClass, ExpressionClass::TimeDependent);
    Type item;
    const auto& parameters = builtin.signatures[static_cast<size_t>(signature)].parameters;
    for (size_t i = 0; i < arguments.size(); ++i) {
        if (!arguments[i]) {
            node->arguments.push_back(nullptr);
            continue;
        }
        const Expression& argument = *arguments[i];
        if (i == 0 && argument.kind == Expression::Kind::Literal && argument.literal.kind() == Value::Kind::String) {
            // The text between the quotation marks is a name of the definition.
            const QString name = argument.literal.string();
            const Span inner{argument.span.begin + 1, argument.span.end - 1};
            refer(inner, builtin.form == SpecialForm::InSegment ? QStringLiteral("segment") : QStringLiteral("event"),
                  name, true);
            if (m_scope.types && !m_scope.types->members(QStringLiteral("event:") + name).isEmpty())
                item = Type::record(QStringLiteral("event:") + name);
        }
        const bool where = parameters[i].name == QLatin1String("where");
        const int before = m_next;
        const size_t locals = m_locals.size();
        if (where)
            node->item = declare(QStringLiteral("it"), item);
        node->arguments.push_back(bind(argument));
        m_locals.resize(locals);
        m_next = before;
        if (where)
            checkBoolean(*node->arguments.back(), "where");
        else
            checkArgument(builtin, parameters[i], *node->arguments.back());
    }
    if (builtin.form == SpecialForm::Events)
        node->type = Type::list(item);
    if (builtin.form == SpecialForm::LastEvent)
        node->type = item;
    return node;
}

} // namespace fw::feel
