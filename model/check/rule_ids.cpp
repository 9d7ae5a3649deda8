#include "rule.h"

#include "model/schema/fresh.h"
#include "model/schema/steplists.h"

namespace fw::check
{

using schema::Site;

namespace
{

class IdsRule : public Rule
{
public:
    void site(const Site& site, Context& context) override
    {
        if (!site.key)
            file(site, context);
        else if (site.key->type == schema::ValueType::Id && site.node->isScalar())
            form(site, context);
        else if (site.key->name == u"inverse" && site.node->isScalar())
            inverse(site, context);
        else if (site.element && site.key->elementIds && site.shape && site.node->isMap() &&
                 !(*site.node)[u"id"].exists())
            missing(site, context);
        else if (site.key->list && !site.element && site.node->isSequence())
            duplicates(*site.node, site, context);
    }

    void whole(Context& context) override
    {
        // Steps are unique in their workflow, parts in their form: they are addressed by id alone.
        for (const char* kind : {"workflow", "form"})
            for (const DefinitionFile* file : context.definition.all(QString::fromLatin1(kind))) {
                QSet<QString> seen;
                nested(file->root[kind == QLatin1String("workflow") ? u"then" : u"parts"],
                       Address{file->path, {kind == QLatin1String("workflow") ? "then" : "parts"}}, seen, context);
            }
        retired(context);
    }

private:
    static void file(const Site& site, Context& context)
    {
        const yaml::Node& kind = (*site.node)[u"kind"];
        const yaml::Node& id = (*site.node)[u"id"];
        if (kind.isScalar() && kind.scalar != site.kind->id) {
            Problem& problem = context.report.add(
                Severity::Error, "file.wrong_kind",
                Message(FW_MSG("A file in this place is of kind \"%1\", not \"%2\"."), {site.kind->id, kind.scalar}),
                FW_MSG("Change \"kind:\" or move the file."), site.address.child("kind"), kind.span.begin);
            problem.fixes << changeTo(site.address.file, kind.span, site.kind->id);
        }
        const QString name = site.file->path.section(u'/', -1).chopped(5);
        if (site.kind->file.isEmpty() && id.isScalar() && id.scalar != name) {
            Problem& problem = context.report.add(
                Severity::Error, "file.wrong_name",
                Message(FW_MSG("The file \"%1.yaml\" has the id \"%2\"."), {name, id.scalar}),
                Message(FW_MSG("Name the file %1.yaml, or use Rename to change the id."), {id.scalar}),
                site.address.child("id"), id.span.begin);
            if (schema::isValidId(name))
                problem.fixes << changeTo(site.address.file, id.span, name);
        }
    }

    static void form(const Site& site, Context& context)
    {
        const QString id = site.node->scalar;
        const bool isApp = site.kind->id == u"app" && site.parent == &site.rootSite();
        QString plain = id;
        if (isApp)
            plain.remove(u'-');
        if (!schema::isValidId(plain)) {
            Problem& problem = context.report.error(
                "id.bad_form", Message(FW_MSG("\"%1\" is no id."), {id}),
                FW_MSG("Use lower-case letters, digits and _, beginning with a letter, at most 40."), site);
            QString proposal = schema::proposeId(id, {}, site.enclosingMap()->shape->id);
            if (isApp)
                proposal.replace(u'_', u'-');
            problem.fixes << changeTo(site.address.file, site.node->span, proposal);
        } else if (site.parent == &site.rootSite() && site.kind->id == u"table" && isSystemRecord(id))
            context.report.error("id.reserved", Message(FW_MSG("\"%1\" is the name of something every app has."), {id}),
                                 Message(FW_MSG("Choose another id, such as \"%1_1\"."), {id}), site);
        else if (namesMember(site) && schema::isReservedWord(id))
            context.report.error(
                "id.reserved", Message(FW_MSG("\"%1\" is a word of the expression language or a system column."), {id}),
                Message(FW_MSG("Choose another id, such as \"%1_1\"."), {id}), site);
    }

    static bool isSystemRecord(const QString& id)
    {
        return QStringList{"user", "task", "message", "score_change", "settings"}.contains(id);
    }

    /// The other side of a relation is a member of the other table's records.
    static void inverse(const Site& site, Context& context)
    {
        const QString name = site.node->scalar, to = (*site.enclosingMap()->node)[u"to"].string();
        if (!schema::isValidId(name) || schema::isReservedWord(name))
            context.report.error("id.bad_form",
                                 Message(FW_MSG("\"%1\" is no name for the other side of a relation."), {name}),
                                 FW_MSG("Use lower-case letters, digits and _, beginning with a letter, and no word of "
                                        "the expression language."),
                                 site);
        else if (context.names().field(to, name))
            context.report.error("id.duplicate", Message(FW_MSG("\"%1\" already has a field \"%2\"."), {to, name}),
                                 FW_MSG("Choose another name for the other side."), site);
    }

    /// Only names that expressions use as they stand can clash with a word of FEEL.
    static bool namesMember(const Site& site)
    {
        const schema::Shape* shape = site.enclosingMap()->shape;
        return shape &&
               QStringList{"field", "property", "setting", "table", "decision", "decision_input"}.contains(shape->id);
    }

    static void missing(const Site& site, Context& context)
    {
        const yaml::Node& node = *site.node;
        const schema::Key* action = schema::actionOf(*site.shape, node);
        const QString base = action ? action->name : site.shape->id;
        const Address list = site.parent->address;
        const QString id = schema::proposeId(schema::labelOf(node).in(QStringLiteral("en")),
                                             schema::takenIds(context.definition, list), base);
        Problem& problem = context.report.error("id.missing", FW_MSG("The element has no id."),
                                                Message(FW_MSG("Add \"id: %1\"."), {id}), site);
        if (node.entries.empty())
            return;
        const int at = node.entries.front().keySpan.begin;
        const QByteArray text = site.file->text;
        const int column = at - int(text.lastIndexOf('\n', at)) - 1;
        const QByteArray separator =
            node.style == yaml::Style::Flow ? QByteArray(", ") : '\n' + QByteArray(column, ' ');
        problem.fixes << Fix{Message(FW_MSG("Add the id \"%1\""), {id}), site.address.file, at, at,
                             "id: " + id.toUtf8() + separator};
    }

    static void duplicate(const yaml::Node& id, const Address& address, Context& context)
    {
        context.report.add(Severity::Error, "id.duplicate",
                           Message(FW_MSG("The id \"%1\" stands here twice."), {id.scalar}),
                           FW_MSG("Give the second one another id."), address, id.span.begin);
    }

    static void duplicates(const yaml::Node& list, const Site& site, Context& context)
    {
        QSet<QString> seen;
        for (const yaml::Node& element : list.items) {
            const yaml::Node& id = element.isScalar() ? element : element[u"id"];
            if (!id.isScalar() || (!site.key->elementIds && !element.isScalar()))
                continue;
            if (seen.contains(id.scalar))
                duplicate(id, site.address.child(id.scalar), context);
            seen.insert(id.scalar);
        }
    }

    /// Ids of elements below a list of steps or parts; same-list duplicates are reported by duplicates().
    static void nested(const yaml::Node& list, const Address& address, QSet<QString>& seen, Context& context)
    {
        QSet<QString> here;
        for (const yaml::Node& element : list.items) {
            const yaml::Node& id = element[u"id"];
            if (id.isScalar() && seen.contains(id.scalar) && !here.contains(id.scalar))
                duplicate(id, address.child(id.scalar), context);
            here.insert(id.string());
            seen.insert(id.string());
        }
        for (const yaml::Node& element : list.items) {
            const Address at = address.child(element[u"id"].string());
            nested(element[u"parts"], at.child("parts"), seen, context);
            for (const schema::StepList& below : schema::stepLists(element, at))
                nested(*below.steps, below.address, seen, context);
        }
    }

    /// An id is never reused: not for a new field while the old one's column is still there.
    static void retired(Context& context)
    {
        for (const DefinitionFile* file : context.definition.all(QStringLiteral("table")))
            for (const yaml::Node& field : file->root[u"fields"].items)
                if (const yaml::Node& id = field[u"id"];
                    id.isScalar() && file->root[u"retired"].byId(id.scalar).exists())
                    context.report.add(Severity::Error, "id.retired",
                                       Message(FW_MSG("The id \"%1\" belongs to a retired field."), {id.scalar}),
                                       FW_MSG("Restore that field, or choose another id."),
                                       Address{file->path, {"fields", id.scalar}}, id.span.begin);
    }
};

} // namespace

RulePtr idsRule()
{
    return std::make_unique<IdsRule>();
}

} // namespace fw::check
