#include "rename.h"
#include "renameseed.h"

#include "model/schema/fresh.h"

namespace fw::check
{

using schema::Symbol;
using schema::Target;
using schema::Usage;
using yaml::Node;

std::vector<Usage> usages(const Definition& definition, const Symbol& symbol)
{
    std::vector<Usage> found;
    schema::forEachReference(definition, [&](const Usage& usage) {
        if (usage.symbol == symbol)
            found.push_back(usage);
    });
    return found;
}

static Error refusal(const char* code, Message what, Message remedy, const Address& address = {})
{
    return Error(QString::fromLatin1(code), std::move(what), std::move(remedy),
                 Place{address.file, 0, 0, address.toString()});
}

/// Options and stages may be written as bare words in their list.
static std::optional<Address> bareWord(const Definition& definition, const Symbol& symbol)
{
    Address list;
    if (symbol.target == Target::Stage) {
        const auto scoring = schema::addressOf(definition, {Target::Scoring, {}, symbol.owner});
        if (!scoring)
            return std::nullopt;
        list = scoring->child(QStringLiteral("stages"));
    } else if (symbol.target == Target::Option) {
        const auto field = schema::addressOf(
            definition, {Target::Field, symbol.owner.section(u'.', 0, 0), symbol.owner.section(u'.', 1)});
        if (!field)
            return std::nullopt;
        list = field->child(QStringLiteral("options"));
    } else {
        return std::nullopt;
    }
    const auto& items = definition.node(list).items;
    for (size_t i = 0; i < items.size(); ++i)
        if (items[i].isScalar() && items[i].scalar == symbol.id)
            return list.child(QStringLiteral("[%1]").arg(i));
    return std::nullopt;
}

static std::optional<Address> definitionOf(const Definition& definition, const Symbol& symbol)
{
    const auto address = schema::addressOf(definition, symbol);
    return address ? address : bareWord(definition, symbol);
}

/// Options and stages appear in expressions as texts ("won"), which cannot be told from other texts: these are left to a person.
static Result<void> refuseTexts(const Definition& definition, const Symbol& symbol)
{
    if (symbol.target != Target::Option && symbol.target != Target::Stage)
        return {};
    std::optional<Address> place;
    const QString text = u'"' + symbol.id + u'"';
    schema::forEachExpression(definition, schema::Types(definition), [&](const schema::ExpressionSite& site) {
        if (!place && site.source.contains(text))
            place = site.address;
    });
    if (!place)
        return {};
    return refusal("rename.in_text",
                   Message(FW_MSG("An expression compares with the text %1: %2."), {text, place->toString()}),
                   FW_MSG("Change that expression first, or change only the label."), *place);
}

static Result<void> refuseId(const Definition& definition, const Symbol& symbol, const Address& address,
                             const QString& newId)
{
    if (!schema::isValidId(newId) || schema::isReservedWord(newId))
        return refusal("rename.id", Message(FW_MSG("\"%1\" cannot be an id."), {newId}),
                       FW_MSG("Use a small letter first, then small letters, digits and \"_\", at most 40 in all, and "
                              "no word of the formula language."),
                       address);
    Symbol wanted = symbol;
    wanted.id = newId;
    bool taken = definitionOf(definition, wanted).has_value();
    if (address.path.size() >= 2)
        taken = taken || schema::takenIds(definition, address.parent()).contains(newId);
    for (const Node& retired : definition.app()[u"retired"].items)
        taken = taken || (symbol.target == Target::Table && retired[u"id"].string() == newId);
    if (taken)
        return refusal("rename.taken", Message(FW_MSG("The id \"%1\" is in use or was in use."), {newId}),
                       FW_MSG("Choose another id."), address);
    return {};
}

/// Every identifier's bytes replaced, file by file.
static Result<void> rewrite(Document& document, const std::vector<Usage>& places, const QString& newId,
                            const Message& name)
{
    QMap<QString, std::vector<yaml::Span>> byFile;
    for (const Usage& usage : places)
        byFile[usage.address.file].push_back(usage.span);
    for (auto it = byFile.begin(); it != byFile.end(); ++it) {
        QByteArray text = *document.definition()->bytes(it.key());
        std::vector<yaml::Span>& spans = *it;
        std::sort(spans.begin(), spans.end(), [](yaml::Span a, yaml::Span b) { return a.begin > b.begin; });
        spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
        for (const yaml::Span span : spans)
            text.replace(span.begin, span.end - span.begin, newId.toUtf8());
        if (Result<void> done = document.setText(it.key(), text, name); !done)
            return done;
    }
    return {};
}

static bool hasKey(const Definition& definition, const Address& element, QStringView key)
{
    const auto keys = schema::shapeAt(definition, element).keys;
    return std::any_of(keys.begin(), keys.end(), [&](const schema::Key* k) { return k->name == key; });
}

/// The list of former ids after a rename; an id that is taken up again is no former one.
static Node formerIds(const Node& was, const QString& old, const QString& newId)
{
    std::vector<Node> ids;
    for (const Node& id : was.items)
        if (id.string() != newId && id.string() != old)
            ids.push_back(id);
    ids.push_back(Node::text(old));
    return Node::sequence(std::move(ids), yaml::Style::Flow);
}

/// Changes the id where it is defined, and the file's name with it; returns the new address.
static Result<Address> changeOwnId(Document& document, const Address& address, const Symbol& symbol,
                                   const QString& newId, const Message& name)
{
    const auto definition = document.definition();
    const Node& node = definition->node(address);
    if (node.isScalar()) {
        const Node fresh = symbol.target == Target::Option
                               ? Node::map({{QStringLiteral("id"), Node::text(newId), {}},
                                            {QStringLiteral("was"), formerIds({}, symbol.id, newId), {}}},
                                           yaml::Style::Flow)
                               : Node::text(newId);
        const Result<void> done = document.set(address, fresh, name);
        return done ? Result<Address>(address) : Result<Address>(done.error());
    }
    if (hasKey(*definition, address, u"was"))
        if (Result<void> done =
                document.set(address.child(QStringLiteral("was")), formerIds(node[u"was"], symbol.id, newId), name);
            !done)
            return done.error();
    if (Result<void> done = document.set(address.child(QStringLiteral("id")), Node::text(newId), name); !done)
        return done.error();
    if (!address.path.isEmpty())
        return address.last() == symbol.id ? address.parent().child(newId) : address;
    const schema::Kind* kind = schema::Schema::instance().kindOfPath(address.file);
    if (!kind || address.file != schema::Schema::pathOf(*kind, symbol.id))
        return address; // a file that never had its id's name keeps the one it has
    const QString path = schema::Schema::pathOf(*kind, newId);
    const Result<void> done = document.renameFile(address.file, path, name);
    return done ? Result<Address>(Address{path, {}}) : Result<Address>(done.error());
}

static size_t brokenReferences(const Definition& definition)
{
    size_t broken = 0;
    schema::forEachReference(definition, [&](const Usage& usage) { broken += usage.found ? 0 : 1; });
    return broken;
}

Result<Renamed> rename(Document& document, const Symbol& symbol, const QString& newId)
{
    const auto before = document.definition();
    const auto address = definitionOf(*before, symbol);
    if (!address)
        return refusal("rename.unknown", Message(FW_MSG("There is no \"%1\" to rename."), {symbol.id}),
                       FW_MSG("It may have been removed or renamed; open it again."));
    if (symbol.id == newId)
        return Renamed{*address, 0, {}};
    if (Result<void> allowed = refuseId(*before, symbol, *address, newId); !allowed)
        return allowed.error();
    if (Result<void> allowed = refuseTexts(*before, symbol); !allowed)
        return allowed.error();

    const Message name(FW_MSG("Rename \"%1\" to \"%2\""), {symbol.id, newId});
    const std::vector<Usage> places = usages(*before, symbol);
    Document::Transaction transaction(document, name);
    if (Result<void> done = renameInSeed(document, symbol, newId); !done)
        return done.error();
    if (Result<void> done = rewrite(document, places, newId, name); !done)
        return done.error();
    const Result<Address> now = changeOwnId(document, *address, symbol, newId, name);
    if (!now)
        return now.error();

    // A local name of an expression, or another member, may hide the new id somewhere: then the counts differ.
    Symbol renamed = symbol;
    renamed.id = newId;
    const auto after = document.definition();
    if (usages(*after, renamed).size() != places.size() || brokenReferences(*after) != brokenReferences(*before))
        return refusal("rename.captured",
                       Message(FW_MSG("The name \"%1\" means something else in an expression that uses \"%2\"."),
                               {newId, symbol.id}),
                       FW_MSG("Choose another id."), *address);
    transaction.commit();
    Renamed result{*now, static_cast<int>(places.size()), {}};
    for (const auto& [path, bytes] : after->allBytes().toStdMap())
        if (before->bytes(path) != bytes)
            result.files << path;
    return result;
}

} // namespace fw::check
