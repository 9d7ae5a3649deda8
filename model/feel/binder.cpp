#include "binder.h"

#include <QMutex>
#include <QSet>

#include <deque>

namespace fw::feel
{

namespace
{

/// Functions are no constants here: what they do when they are called is not known.
bool isConstant(const Node& node)
{
    const auto* constant = dynamic_cast<const ConstantNode*>(&node);
    return constant && constant->value.kind() != Value::Kind::Function;
}

Type typeOfValue(const Value& value)
{
    switch (value.kind()) {
    case Value::Kind::Null: return Type(Type::Kind::Null);
    case Value::Kind::Boolean: return Type(Type::Kind::Boolean);
    case Value::Kind::Number: return Type(Type::Kind::Number);
    case Value::Kind::String: return Type(Type::Kind::String);
    case Value::Kind::Date: return Type(Type::Kind::Date);
    case Value::Kind::Time: return Type(Type::Kind::Time);
    case Value::Kind::DateTime: return Type(Type::Kind::DateTime);
    case Value::Kind::MonthDuration: return Type(Type::Kind::MonthDuration);
    case Value::Kind::TimeDuration: return Type(Type::Kind::TimeDuration);
    default: return Type();
    }
}

/// The type two branches have in common.
Type common(const Type& a, const Type& b)
{
    if (a == b || b.kind() == Type::Kind::Null)
        return a;
    if (a.kind() == Type::Kind::Null)
        return b;
    if (a.kind() != b.kind())
        return Type();
    if (a.kind() == Type::Kind::List)
        return Type::list(common(a.item(), b.item()));
    if (a.kind() == Type::Kind::Record)
        return Type();
    return Type(a.kind()); // two choices are at least both texts
}

} // namespace

namespace
{

/// String constants are read at every evaluation and handed out as results; counting their users (an atomic operation each
/// time) would cost more than all the rest of a condition. They live as long as the process, up to a limit that no set of
/// definitions comes near; beyond it strings are counted like any other.
QString pooled(const QString& text)
{
    // Never destroyed: values may outlive every other static.
    static auto& mutex = *new QMutex;
    static auto& pool = *new std::deque<QString>;
    static auto& known = *new QHash<QString, QString>;
    static qsizetype used = 0;
    constexpr qsizetype limit = 1024 * 1024;
    const QMutexLocker lock(&mutex);
    if (const auto it = known.constFind(text); it != known.constEnd())
        return *it;
    if (used + text.size() > limit)
        return text;
    used += text.size();
    pool.push_back(text);
    pool.back().detach();
    QString shared = QString::fromRawData(pool.back().constData(), pool.back().size());
    known.insert(shared, shared);
    return shared;
}

} // namespace

Binder::Binder(const Scope& scope, const CompileOptions& options, QList<Diagnostic>* diagnostics)
    : m_scope(scope), m_options(options), m_diagnostics(diagnostics)
{
}

NodePtr Binder::bind(const Expression& e)
{
    NodePtr node = bindAny(e);
    if (node->span == Span())
        node->span = e.span;
    bool constant = node->isFoldable();
    if (constant)
        node->eachPart([&constant](const Node& part) { constant = constant && isConstant(part); });
    return constant ? fold(std::move(node)) : std::move(node);
}

NodePtr Binder::bindAny(const Expression& e)
{
    switch (e.kind) {
    case Expression::Kind::Error: return bindError(e);
    case Expression::Kind::Literal: return bindLiteral(e);
    case Expression::Kind::Name: return bindName(e);
    case Expression::Kind::Path: return bindPath(e);
    case Expression::Kind::Filter: return bindFilter(e);
    case Expression::Kind::Call: return bindCall(e);
    case Expression::Kind::List: return bindList(e);
    case Expression::Kind::Context: return bindContext(e);
    case Expression::Kind::Range: return bindRange(e);
    case Expression::Kind::OpenRange:
    case Expression::Kind::Comparison: return bindOpenRange(e);
    case Expression::Kind::Negate: return bindNegate(e);
    case Expression::Kind::Binary: return bindBinary(e);
    case Expression::Kind::And:
    case Expression::Kind::Or: return bindLogic(e);
    case Expression::Kind::Between: return bindBetween(e);
    case Expression::Kind::In: return bindIn(e);
    case Expression::Kind::InstanceOf: return bindInstanceOf(e);
    case Expression::Kind::If: return bindIf(e);
    case Expression::Kind::For:
    case Expression::Kind::Some:
    case Expression::Kind::Every: return bindLoop(e);
    case Expression::Kind::Function: return bindFunction(e);
    case Expression::Kind::Tests:
    case Expression::Kind::Anything: break;
    }
    return bindError(e);
}

NodePtr Binder::bindError(const Expression& e)
{
    ++m_quiet;
    for (const ExpressionPtr& part : e.parts)
        bind(*part);
    --m_quiet;
    return std::make_unique<ConstantNode>(Value());
}

NodePtr Binder::bindLiteral(const Expression& e)
{
    auto node = std::make_unique<ConstantNode>(
        e.literal.kind() == Value::Kind::String ? Value(pooled(e.literal.string())) : e.literal);
    node->type = typeOfValue(e.literal);
    const bool local =
        e.literal.kind() == Value::Kind::DateTime && e.literal.dateTime().time.zone.kind == Zone::Kind::None;
    return local ? inAppZone(std::move(node)) : std::move(node);
}

NodePtr Binder::inAppZone(NodePtr node) const
{
    if (m_options.dialect == Dialect::Strict)
        return node;
    auto zoned = std::make_unique<ZonedNode>(std::move(node));
    zoned->span = zoned->inner->span;
    zoned->type = zoned->inner->type;
    return zoned;
}

/// An operation on constants is one: computed here, with its own cause if it fails.
NodePtr Binder::fold(NodePtr node)
{
    Evaluation evaluation(Frame{}, m_options.limits);
    LocalFrame locals(evaluation, localCount);
    Value value = node->run(evaluation);
    auto folded = std::make_unique<ConstantNode>(evaluation.stopped() ? Value::nullBecause(evaluation.cause()) : value);
    folded->span = node->span;
    folded->type = node->type;
    return folded;
}

NodePtr Binder::bindFilter(const Expression& e)
{
    auto node = std::make_unique<FilterNode>();
    node->span = e.span;
    node->list = bind(*e.parts[0]);
    const Type& source = node->list->type;
    const Type item = source.kind() == Type::Kind::List ? source.item() : source;
    const int before = m_next;
    const size_t locals = m_locals.size();
    node->item = declare(QStringLiteral("item"), item, true);
    node->condition = bind(*e.parts[1]);
    m_locals.resize(locals);
    m_next = before;
    const Type::Kind result = node->condition->type.kind();
    if (result == Type::Kind::Number)
        node->type = item;
    else if (result == Type::Kind::Boolean)
        node->type = Type::list(item);
    else if (result != Type::Kind::Any && result != Type::Kind::Null)
        report(
            "feel.wrong_type",
            Message(FW_MSG("A filter must be a condition or a position, not %1."), {node->condition->type.toString()}),
            Message(FW_MSG("Write a comparison, for example amount > 100.")), e.parts[1]->span);
    return node;
}

NodePtr Binder::bindList(const Expression& e)
{
    auto node = std::make_unique<ListNode>();
    node->span = e.span;
    Type item(Type::Kind::Null);
    for (const ExpressionPtr& part : e.parts) {
        node->items.push_back(bind(*part));
        item = node->items.size() == 1 ? node->items.back()->type : common(item, node->items.back()->type);
    }
    node->type = Type::list(item.kind() == Type::Kind::Null ? Type() : item);
    return node;
}

NodePtr Binder::bindContext(const Expression& e)
{
    auto node = std::make_unique<ContextNode>();
    const int before = m_next;
    const size_t locals = m_locals.size();
    std::vector<Type::Member> members;
    std::optional<Value> repeated;
    QSet<QString> seen;
    for (size_t i = 0; i < e.parts.size(); ++i) {
        const QString& name = e.names[static_cast<qsizetype>(i)];
        if (seen.contains(name)) {
            const Message what(FW_MSG("The entry \"%1\" stands twice."), {name});
            report("feel.duplicate_entry", what, Message(FW_MSG("Rename or remove one of the two.")), e.nameSpans[i]);
            repeated = nullOf("feel.duplicate_entry", what, e.nameSpans[i]);
        }
        seen.insert(name);
        node->values.push_back(bind(*e.parts[i]));
        node->names << name;
        node->indexes.push_back(declare(name, node->values.back()->type));
        members.push_back({name, node->values.back()->type});
    }
    m_locals.resize(locals);
    m_next = before;
    if (repeated)
        return std::make_unique<ConstantNode>(*repeated);
    node->type = Type::context(std::move(members));
    return node;
}

NodePtr Binder::bindRange(const Expression& e)
{
    auto node = std::make_unique<RangeNode>();
    node->span = e.span;
    node->start = bind(*e.parts[0]);
    node->end = bind(*e.parts[1]);
    node->startIncluded = e.startIncluded;
    node->endIncluded = e.endIncluded;
    node->bounds = e.bounds;
    node->type = Type::range(common(node->start->type, node->end->type));
    const Type &a = node->start->type, &b = node->end->type;
    const bool known = a.kind() != Type::Kind::Any && b.kind() != Type::Kind::Any && a.kind() != Type::Kind::Null &&
                       b.kind() != Type::Kind::Null;
    if (known && a.kind() != b.kind())
        report("feel.wrong_type", Message(FW_MSG("A range cannot go from %1 to %2."), {a.toString(), b.toString()}),
               Message(FW_MSG("Both ends must be of one type.")), e.span);
    return node;
}

NodePtr Binder::bindOpenRange(const Expression& e)
{
    auto node = std::make_unique<RangeNode>();
    node->span = e.span;
    NodePtr bound = bind(*e.parts[0]);
    node->type = Type::range(bound->type);
    node->startIncluded = e.op == Operator::GreaterOrEqual;
    node->endIncluded = e.op == Operator::LessOrEqual;
    switch (e.op) {
    case Operator::Less:
    case Operator::LessOrEqual: node->end = std::move(bound); break;
    case Operator::Greater:
    case Operator::GreaterOrEqual: node->start = std::move(bound); break;
    default:
        node->startIncluded = node->endIncluded = node->point = e.op == Operator::Equal;
        node->excluded = e.op == Operator::NotEqual;
        node->start = std::move(bound);
    }
    return node;
}

NodePtr Binder::bindNegate(const Expression& e)
{
    auto node = std::make_unique<NegateNode>();
    node->span = e.span;
    node->operand = bind(*e.parts[0]);
    const Type::Kind kind = node->operand->type.kind();
    node->type = node->operand->type;
    if (kind != Type::Kind::Any && kind != Type::Kind::Null && kind != Type::Kind::Number &&
        kind != Type::Kind::MonthDuration && kind != Type::Kind::TimeDuration)
        report("feel.wrong_type", Message(FW_MSG("\"-\" does not work on %1."), {node->operand->type.toString()}),
               Message(FW_MSG("Only numbers and durations have a sign.")), e.span);
    return node;
}

namespace
{

/// 2026-01-05 without quotation marks is a subtraction; the date it looks like, empty when it looks like none.
QString dateWritten(const Expression& e)
{
    const auto whole = [](const Expression& part) {
        return part.kind == Expression::Kind::Literal && part.literal.kind() == Value::Kind::Number
                   ? part.literal.number().toInt64()
                   : std::nullopt;
    };
    const bool chain = e.kind == Expression::Kind::Binary && e.op == Operator::Subtract &&
                       e.parts[0]->kind == Expression::Kind::Binary && e.parts[0]->op == Operator::Subtract;
    if (!chain)
        return {};
    const auto year = whole(*e.parts[0]->parts[0]), month = whole(*e.parts[0]->parts[1]), day = whole(*e.parts[1]);
    if (!year || !month || !day || *year < 1000 || *year > 9999 || *month > 12 || *day > 31)
        return {};
    const Date date{static_cast<int>(*year), static_cast<int>(*month), static_cast<int>(*day)};
    return date.isValid() ? date.toString() : QString();
}

} // namespace

/// A comparison of a date with what only looks like one; true when that was reported.
bool Binder::reportedDate(const Type& wanted, const Expression& e)
{
    const QString date = dateWritten(e);
    if (date.isEmpty() || (wanted.kind() != Type::Kind::Date && wanted.kind() != Type::Kind::DateTime))
        return false;
    const QString meant = QStringLiteral("@\"%1\"").arg(date);
    report("feel.quotes_missing", Message(FW_MSG("A date stands in quotation marks behind \"@\".")),
           Message(FW_MSG("Write %1."), {meant}), e.span, meant, Message(FW_MSG("Replace by %1."), {meant}));
    return true;
}

NodePtr Binder::bindBinary(const Expression& e)
{
    NodePtr left = bind(*e.parts[0]), right = bind(*e.parts[1]);
    auto node = std::make_unique<BinaryNode>(e.op, std::move(left), std::move(right));
    node->span = e.span;
    if (e.op >= Operator::Equal &&
        (reportedDate(node->left->type, *e.parts[1]) || reportedDate(node->right->type, *e.parts[0]))) {
        node->type = Type(Type::Kind::Boolean);
        return node;
    }
    node->type = checkOperator(e.op, *node->left, *node->right, e.span, e.nameSpan);
    if (e.op == Operator::Equal || e.op == Operator::NotEqual) {
        checkChoice(*node->left, *node->right);
        checkChoice(*node->right, *node->left);
    }
    return node;
}

NodePtr Binder::bindLogic(const Expression& e)
{
    auto node = std::make_unique<LogicNode>();
    node->span = e.span;
    node->isAnd = e.kind == Expression::Kind::And;
    node->type = Type(Type::Kind::Boolean);
    for (const ExpressionPtr& part : e.parts) {
        NodePtr operand = bind(*part);
        checkBoolean(*operand, node->isAnd ? "and" : "or");
        // a and b and c is one node of three: fewer calls, and a flat picture in `explain`.
        auto* same = dynamic_cast<LogicNode*>(operand.get());
        if (same && same->isAnd == node->isAnd && part->span.begin == e.span.begin) {
            for (NodePtr& inner : same->operands)
                node->operands.push_back(std::move(inner));
        } else {
            node->operands.push_back(std::move(operand));
        }
    }
    return node;
}

NodePtr Binder::bindBetween(const Expression& e)
{
    auto node = std::make_unique<BetweenNode>();
    node->span = e.span;
    node->value = bind(*e.parts[0]);
    node->low = bind(*e.parts[1]);
    node->high = bind(*e.parts[2]);
    node->type = Type(Type::Kind::Boolean);
    checkOperator(Operator::GreaterOrEqual, *node->value, *node->low, e.span, {});
    checkOperator(Operator::LessOrEqual, *node->value, *node->high, e.span, {});
    return node;
}

TestNode Binder::bindTest(const Expression& e, const Type& input)
{
    TestNode test;
    if (e.kind == Expression::Kind::Anything) {
        test.kind = TestNode::Kind::Anything;
        return test;
    }
    if (e.kind == Expression::Kind::Comparison) {
        test.kind = TestNode::Kind::Comparison;
        test.op = e.op;
        test.operand = bind(*e.parts[0]);
    } else {
        const bool outer = std::exchange(m_usedInput, false);
        test.operand = bind(e);
        test.usesInput = m_usedInput && m_inputSlot >= 0;
        test.range = test.usesInput ? nullptr : dynamic_cast<const RangeNode*>(test.operand.get());
        m_usedInput = outer || m_usedInput;
    }
    if (test.usesInput) {
        checkBoolean(*test.operand, "?");
        return test;
    }
    ConstantNode subject{Value()};
    subject.type = input;
    checkChoice(subject, *test.operand);
    const Type& operand = test.operand->type;
    if (test.kind == TestNode::Kind::Comparison ||
        (operand.kind() != Type::Kind::List && operand.kind() != Type::Kind::Range))
        checkOperator(test.op, subject, *test.operand, e.span, {});
    else if (input.kind() != Type::Kind::List)
        for (const Type& item : {operand.item()})
            if (item.kind() != Type::Kind::Range && !item.conformsTo(input) && !input.conformsTo(item))
                report("feel.wrong_type",
                       Message(FW_MSG("%1 cannot be among values of type %2."), {input.toString(), item.toString()}),
                       Message(FW_MSG("Compare values of one type.")), e.span);
    return test;
}

NodePtr Binder::bindIn(const Expression& e)
{
    auto node = std::make_unique<TestsNode>();
    node->span = e.span;
    node->input = bind(*e.parts[0]);
    node->type = Type(Type::Kind::Boolean);
    const int inputSlot = std::exchange(m_inputSlot, -1);
    for (size_t i = 1; i < e.parts.size(); ++i)
        node->tests.push_back(bindTest(*e.parts[i], node->input->type));
    m_inputSlot = inputSlot;
    return node;
}

NodePtr Binder::bindTests(const Expression& e, int inputSlot)
{
    if (e.kind != Expression::Kind::Tests)
        return bindError(e);
    m_inputSlot = inputSlot;
    auto node = std::make_unique<TestsNode>();
    node->span = e.span;
    node->unary = true;
    node->negated = e.negated;
    node->type = Type(Type::Kind::Boolean);
    node->input = std::make_unique<SlotNode>(inputSlot);
    for (const Scope::Name& name : m_scope.names())
        if (name.slot == inputSlot)
            node->input->type = name.type;
    for (const ExpressionPtr& part : e.parts)
        node->tests.push_back(bindTest(*part, node->input->type));
    return node;
}

NodePtr Binder::bindInstanceOf(const Expression& e)
{
    auto node = std::make_unique<InstanceOfNode>();
    node->value = bind(*e.parts[0]);
    node->wanted = e.types.empty() ? Type() : e.types.front();
    node->type = Type(Type::Kind::Boolean);
    return node;
}

NodePtr Binder::bindIf(const Expression& e)
{
    auto node = std::make_unique<IfNode>();
    node->span = e.span;
    node->condition = bind(*e.parts[0]);
    checkBoolean(*node->condition, "if");
    node->yes = bind(*e.parts[1]);
    node->no = bind(*e.parts[2]);
    node->type = common(node->yes->type, node->no->type);
    return node;
}

NodePtr Binder::bindLoop(const Expression& e)
{
    const int before = m_next;
    const size_t locals = m_locals.size();
    std::vector<Iterator> iterators;
    for (size_t i = 0; i + 1 < e.parts.size(); ++i) {
        Iterator iterator;
        iterator.source = bind(*e.parts[i]);
        const Type& source = iterator.source->type;
        const bool many = source.kind() == Type::Kind::List || source.kind() == Type::Kind::Range;
        iterator.local = declare(e.names[static_cast<qsizetype>(i)], many ? source.item() : source);
        iterators.push_back(std::move(iterator));
    }
    NodePtr out;
    if (e.kind == Expression::Kind::For) {
        auto node = std::make_unique<ForNode>();
        const bool outer = std::exchange(m_usedPartial, false);
        node->partial = declare(QStringLiteral("partial"), Type::list(Type()));
        node->body = bind(*e.parts.back());
        node->usesPartial = std::exchange(m_usedPartial, outer);
        node->iterators = std::move(iterators);
        node->type = Type::list(node->body->type);
        out = std::move(node);
    } else {
        auto node = std::make_unique<QuantifiedNode>();
        node->every = e.kind == Expression::Kind::Every;
        node->body = bind(*e.parts.back());
        checkBoolean(*node->body, "satisfies");
        node->iterators = std::move(iterators);
        node->type = Type(Type::Kind::Boolean);
        out = std::move(node);
    }
    out->span = e.span;
    m_locals.resize(locals);
    m_next = before;
    return out;
}

NodePtr Binder::bindFunction(const Expression& e)
{
    auto body = std::make_shared<FunctionBody>();
    body->names = e.names;
    body->types = e.types;
    body->captured = m_next;
    const int before = m_next;
    const int outerCount = std::exchange(localCount, m_next);
    const size_t locals = m_locals.size();
    for (size_t i = 0; i < e.types.size(); ++i)
        declare(e.names[static_cast<qsizetype>(i)], e.types[i]);
    body->body = bind(*e.parts[0]);
    body->localCount = std::max(localCount, m_next);
    body->functionType = Type::function(e.types, body->body->type);
    localCount = outerCount;
    m_locals.resize(locals);
    m_next = before;
    auto node = std::make_unique<FunctionNode>();
    node->type = body->functionType;
    node->function = std::move(body);
    return node;
}

} // namespace fw::feel
