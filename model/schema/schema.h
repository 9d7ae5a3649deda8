#pragma once
#include "model/document/definition.h"
#include "spec.h"

#include <functional>
#include <map>

/// The one schema: every kind and key of a definition (definition-format.md, rule 13). Reader checks, writer, inspector,
/// palette, rename, JSON Schema and the manual are derived from it. A new field type or action is one entry here (under
/// kinds/) and one implementation.
namespace fw::schema
{

class Schema
{
public:
    static const Schema& instance();

    const std::vector<Kind>& kinds() const { return m_kinds; } ///< in outline order
    const Kind* kind(QStringView id) const;
    /// By path: "tables/customer.yaml" → table, "roles.yaml" → roles; nullptr for a file of no kind.
    const Kind* kindOfPath(QStringView path) const;
    /// Relative path a file of this kind and id has.
    static QString pathOf(const Kind& kind, const QString& id);
    const Shape* shape(QStringView id) const;
    const Shape& root(const Kind& kind) const;
    const std::map<QString, Shape>& shapes() const { return m_shapes; }
    const std::vector<Group>& groups() const { return m_groups; }

private:
    Schema();
    void add(Kind kind);
    void add(Shape shape);
    friend class Builder;
    std::vector<Kind> m_kinds;
    std::map<QString, Shape> m_shapes;
    std::vector<Group> m_groups;
};

/// A node of a definition together with its description. Lives only while it is being visited: `parent` and `node` point
/// into the walk and the definition.
struct Site {
    const Kind* kind = nullptr;
    const DefinitionFile* file = nullptr;
    Address address;
    const yaml::Node* node = nullptr;   ///< never null; Missing when the address leads nowhere
    const yaml::Entry* entry = nullptr; ///< the map entry the node is the value of; null for list elements and roots
    const Key* key =
        nullptr; ///< describes the node (for a list: the list; for an element: the list's key); null at the root
    const Shape* shape = nullptr; ///< keys of the node when it is (or should be) a map
    bool element = false;         ///< an element of a list
    QString freeKey;              ///< inside FieldValues and such: the entry's own key
    const Site* parent = nullptr; ///< the enclosing map or list

    /// The nearest map around this node (for a list element that is a map: itself is not counted).
    const Site* enclosingMap() const;
    const Site& rootSite() const;
};

/// Calls `visit` for every node that the schema describes, parents first, in file order. Unknown keys are reported
/// through `unknown` (may be empty) with the map they stand in and are not descended into.
void walk(const Definition& definition, const std::function<void(const Site&)>& visit,
          const std::function<void(const Site&, const yaml::Entry&)>& unknown = {});
void walkFile(const DefinitionFile& file, const std::function<void(const Site&)>& visit,
              const std::function<void(const Site&, const yaml::Entry&)>& unknown = {});

/// What stands at one address, with its chain of parents; `visit` is called once, or never when the address leads to
/// nothing the schema describes. A key that is not written yet is found too (its node is Missing).
bool siteAt(const Definition& definition, const Address& address, const std::function<void(const Site&)>& visit);

/// Shape and keys of the map at an address, for the inspector.
struct ShapeAt {
    const Shape* shape = nullptr;
    std::vector<const Key*> keys; ///< that apply, in order
};
ShapeAt shapeAt(const Definition& definition, const Address& address);
/// The description of the key at an address; nullptr when there is none.
const Key* keyAt(const Definition& definition, const Address& address);

/// Whether a key makes sense in this map as it stands (defaults of the discriminator included).
bool applies(const Shape& shape, const Key& key, const yaml::Node& map);
/// The key of `Shape::oneOf` that is written in this map; nullptr when none is.
const Key* actionOf(const Shape& shape, const yaml::Node& map);

/// A language → text value, or a plain text.
LocalText localText(const yaml::Node& node);
/// Label of an element or file for people: its `label`, else its `name`/`field`/id.
LocalText labelOf(const yaml::Node& node);

} // namespace fw::schema
