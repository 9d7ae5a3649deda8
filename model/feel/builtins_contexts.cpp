#include "builtins.h"
#include "operators.h"

namespace fw::feel
{

namespace
{

Value getValue(const Invocation& call)
{
    if (call[0].kind() == Value::Kind::Record)
        return call[1].kind() == Value::Kind::String ? call[0].record()->field(call[1].string()) : Value();
    if (call[1].kind() == Value::Kind::String) {
        const Value* found = call[0].entry(call[1].string());
        return found
                   ? *found
                   : call.null("feel.no_such_entry", Message(FW_MSG("There is no entry \"%1\"."), {call[1].string()}));
    }
    // A list of names is a path.
    Value current = call[0];
    for (const Value& key : call[1].items()) {
        const Value* next = key.kind() == Value::Kind::String && current.kind() == Value::Kind::Context
                                ? current.entry(key.string())
                                : nullptr;
        if (!next)
            return call.null("feel.no_such_entry", Message(FW_MSG("There is no entry \"%1\"."), {key.toText()}));
        current = Value(*next);
    }
    return current;
}

Value getEntries(const Invocation& call)
{
    if (call[0].kind() != Value::Kind::Context)
        return call.null("feel.wrong_argument", Message(FW_MSG("Only a context has entries.")));
    Value::Items out;
    for (const ContextEntry& entry : call[0].entries())
        out.push_back(
            Value::context({{QStringLiteral("key"), Value(entry.name)}, {QStringLiteral("value"), entry.value}}));
    return Value::list(std::move(out));
}

void put(Value::Entries& entries, const QString& name, Value value)
{
    for (ContextEntry& entry : entries)
        if (entry.name == name) {
            entry.value = std::move(value);
            return;
        }
    entries.push_back({name, std::move(value)});
}

Value context(const Invocation& call)
{
    Value::Entries out;
    for (const Value& pair : call[0].items()) {
        const Value* key = pair.kind() == Value::Kind::Context ? pair.entry(u"key") : nullptr;
        const Value* value = key ? pair.entry(u"value") : nullptr;
        const bool repeated =
            key && key->kind() == Value::Kind::String &&
            std::any_of(out.begin(), out.end(), [&](const ContextEntry& e) { return e.name == key->string(); });
        if (!key || key->kind() != Value::Kind::String || !value || repeated)
            return call.null("feel.wrong_argument",
                             Message(FW_MSG("Each entry needs a \"key\" (a text that stands once) and a \"value\".")));
        out.push_back({key->string(), *value});
    }
    return Value::context(std::move(out));
}

Value putAt(const Value& target, const Value::Items& keys, size_t depth, const Value& value, const Invocation& call)
{
    if (target.kind() != Value::Kind::Context || keys[depth].kind() != Value::Kind::String)
        return call.null("feel.wrong_argument", Message(FW_MSG("The names must lead through contexts.")));
    Value::Entries entries = target.entries();
    Value inner = value;
    if (depth + 1 < keys.size()) {
        const Value* next = target.entry(keys[depth].string());
        inner = putAt(next ? *next : Value(), keys, depth + 1, value, call);
        if (inner.isNull() && inner.nullCause())
            return inner;
    }
    put(entries, keys[depth].string(), std::move(inner));
    return Value::context(std::move(entries));
}

Value contextPut(const Invocation& call)
{
    const Value::Items keys = call[1].kind() == Value::Kind::List ? call[1].items() : Value::Items{call[1]};
    if (keys.empty())
        return call.null("feel.wrong_argument", Message(FW_MSG("The list of names is empty.")));
    return putAt(call[0], keys, 0, call[2], call);
}

Value contextMerge(const Invocation& call)
{
    Value::Entries out;
    for (const Value& one : call[0].items()) {
        if (one.kind() != Value::Kind::Context)
            return call.null("feel.wrong_argument",
                             Message(FW_MSG("Only contexts can be merged, not %1."), {kindName(one)}));
        for (const ContextEntry& entry : one.entries())
            put(out, entry.name, entry.value);
    }
    return Value::context(std::move(out));
}

} // namespace

std::vector<BuiltinSpec> contextBuiltins()
{
    return {
        {{"get value(m: context, key: string|list<string>): any"},
         getValue,
         "The entry of a context by its name.",
         "按名称取上下文的值。",
         "get value({a: 1}, \"a\")",
         "1"},
        {{"get entries(m: context): list<context>"},
         getEntries,
         "The entries of a context as key and value.",
         "上下文的所有键值对。",
         "get entries({a: 1})",
         "[{key: \"a\", value: 1}]"},
        {{"context(entries: list<context>): context"},
         context,
         "A context from keys and values.",
         "由键值对得到上下文。",
         "context([{key: \"a\", value: 1}])",
         "{a: 1}"},
        {{"context put(context: context, key: string|list<string>, value: any): context",
          "context put(context: context, keys: list<string>, value: any): context"},
         contextPut,
         "The context with one entry set.",
         "设置上下文的一项。",
         "context put({a: 1}, \"b\", 2)",
         "{a: 1, b: 2}"},
        {{"context merge(contexts: list<context>): context"},
         contextMerge,
         "One context of several; later entries win.",
         "合并多个上下文，后者优先。",
         "context merge([{a: 1}, {a: 2, b: 3}])",
         "{a: 2, b: 3}"},
    };
}

} // namespace fw::feel
