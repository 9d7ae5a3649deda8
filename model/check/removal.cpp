#include "removal.h"

#include "model/yaml/path.h"

#include <QSet>

namespace fw::check
{

using schema::Symbol;
using schema::Usage;
using yaml::Node;

static QString keyOf(const Symbol& symbol)
{
    return QStringLiteral("%1/%2/%3").arg(int(symbol.target)).arg(symbol.owner, symbol.id);
}

static bool isInsideAny(const Address& address, const QList<Address>& targets)
{
    return std::any_of(targets.begin(), targets.end(), [&](const Address& target) { return address.isInside(target); });
}

/// The symbols of files or elements and of everything inside them.
static QSet<QString> symbolsInside(const Definition& definition, const QList<Address>& targets)
{
    QSet<QString> symbols, files;
    for (const Address& target : targets)
        files << target.file;
    for (const QString& path : std::as_const(files))
        if (const DefinitionFile* file = definition.file(path))
            schema::walkFile(*file, [&](const schema::Site& site) {
                if (!isInsideAny(site.address, targets))
                    return;
                if (const auto symbol = schema::symbolAt(definition, site.address))
                    symbols << keyOf(*symbol);
            });
    return symbols;
}

/// Whether the map around a key can do without it.
static bool canGo(const Definition& definition, const Address& key)
{
    const schema::Key* described = schema::keyAt(definition, key);
    const schema::Shape* shape = schema::shapeAt(definition, key.parent()).shape;
    return described && shape && !described->required && !shape->oneOf.contains(described->name);
}

/// What goes when the reference at an address goes: the smallest thing that leaves a sensible rest.
static void settle(const Definition& definition, Dependent& dependent)
{
    using Remedy = Dependent::Remedy;
    Address at = dependent.usage.address;
    if (dependent.usage.inExpression) {
        dependent.taken = at;
        return;
    }
    const auto take = [&](Remedy remedy, const Address& taken) {
        dependent.remedy = remedy;
        dependent.taken = taken;
    };
    bool direct = true; // the reference itself, not a map around it
    for (; !at.path.isEmpty(); at = at.parent(), direct = false) {
        const Node& around = definition.node(at.parent());
        if (around.isSequence()) {
            take(direct ? Remedy::TakeItem : Remedy::TakeElement, at);
            if (around.items.size() > 1)
                return;
            continue; // the last one goes with its list, or with what needs the list
        }
        const schema::Key* key = schema::keyAt(definition, at);
        if (direct && key && key->name != at.last()) { // an entry of a map of fields
            take(Remedy::TakeItem, at);
            if (around.entries.size() > 1)
                return;
            continue;
        }
        if (canGo(definition, at)) {
            take(Remedy::TakeKey, at);
            return;
        }
    }
    take(Remedy::TakeFile, Address{dependent.usage.address.file, {}});
}

/// What stands inside something that goes anyway goes with it.
static void gather(std::vector<Dependent>& found)
{
    using Remedy = Dependent::Remedy;
    for (Dependent& inner : found)
        for (const Dependent& outer : found)
            if (outer.remedy != Remedy::MendByHand && inner.taken.isInside(outer.taken) &&
                !outer.taken.isInside(inner.taken)) {
                inner.taken = outer.taken;
                inner.remedy = outer.remedy;
            }
}

std::vector<Dependent> dependents(const Definition& definition, const QList<Address>& targets)
{
    const QSet<QString> symbols = symbolsInside(definition, targets);
    std::vector<Dependent> found;
    if (symbols.isEmpty())
        return found;
    schema::forEachReference(definition, [&](const Usage& usage) {
        if (!symbols.contains(keyOf(usage.symbol)) || isInsideAny(usage.address, targets))
            return;
        Dependent dependent;
        dependent.usage = usage;
        settle(definition, dependent);
        found.push_back(std::move(dependent));
    });
    gather(found);
    return found;
}

bool holdsData(const Definition& definition, const Address& address)
{
    const auto symbol = schema::symbolAt(definition, address);
    return symbol && (symbol->target == schema::Target::Field || symbol->target == schema::Target::Table);
}

/// Later list elements first, so that the addresses of the others stay valid; what lies inside another one goes with it.
static QList<Address> inOrderOfRemoval(const Definition& definition, QList<Address> addresses)
{
    std::sort(addresses.begin(), addresses.end(), [&](const Address& a, const Address& b) {
        return a.file != b.file ? a.file < b.file : definition.node(a).span.begin > definition.node(b).span.begin;
    });
    addresses.erase(std::unique(addresses.begin(), addresses.end()), addresses.end());
    const QList<Address> all = addresses;
    addresses.removeIf([&](const Address& inner) {
        return std::any_of(all.begin(), all.end(),
                           [&](const Address& outer) { return inner.isInside(outer) && !(inner == outer); });
    });
    return addresses;
}

Result<void> removeWithReferences(Document& document, const QList<Address>& targets, Leaving leaving, bool references,
                                  const Message& name)
{
    const auto definition = document.definition();
    QList<Address> all = targets;
    if (references)
        for (const Dependent& dependent : dependents(*definition, targets))
            if (dependent.remedy != Dependent::Remedy::MendByHand)
                all << dependent.taken;
    Document::Transaction transaction(document, name);
    for (const Address& address : inOrderOfRemoval(*definition, all)) {
        Result<void> done;
        if (leaving == Leaving::KeepData && targets.contains(address) && holdsData(*definition, address))
            done = retire(document, address);
        else if (address.path.isEmpty())
            done = document.removeFile(address.file, name);
        else
            done = document.remove(address, name);
        if (!done)
            return done;
    }
    transaction.commit();
    return {};
}

} // namespace fw::check
