#include "rule.h"

#include "model/schema/fresh.h"

namespace fw::check
{

Problem& Report::add(Severity severity, const char* code, Message what, Message remedy, const Address& element,
                     int offset)
{
    const DefinitionFile* file = m_definition.file(element.file);
    Place place = file && offset >= 0 ? yaml::placeAt(file->text, file->path, offset) : Place{element.file, 0, 0, {}};
    place.element = element.toString();
    m_problems << Problem{severity, QString::fromLatin1(code), std::move(what), std::move(remedy), place, {}};
    return m_problems.back();
}

Problem& Report::at(Severity severity, const char* code, Message what, Message remedy, const schema::Site& site,
                    bool atKey)
{
    const int offset = atKey && site.entry ? site.entry->keySpan.begin : site.node->span.begin;
    return add(severity, code, std::move(what), std::move(remedy), site.address, offset);
}

Problem& Report::error(const char* code, Message what, Message remedy, const schema::Site& site, bool atKey)
{
    return at(Severity::Error, code, std::move(what), std::move(remedy), site, atKey);
}

Problem& Report::warning(const char* code, Message what, Message remedy, const schema::Site& site, bool atKey)
{
    return at(Severity::Warning, code, std::move(what), std::move(remedy), site, atKey);
}

Problem& Report::error(const char* code, Message what, Message remedy, const Address& element)
{
    const yaml::Node& node = m_definition.node(element);
    return add(Severity::Error, code, std::move(what), std::move(remedy), element,
               node.exists() ? node.span.begin : -1);
}

Problem& Report::warning(const char* code, Message what, Message remedy, const Address& element)
{
    const yaml::Node& node = m_definition.node(element);
    return add(Severity::Warning, code, std::move(what), std::move(remedy), element,
               node.exists() ? node.span.begin : -1);
}

QList<Problem> Report::sorted() const
{
    QList<Problem> problems = m_problems;
    std::stable_sort(problems.begin(), problems.end(), [](const Problem& a, const Problem& b) {
        return std::tie(a.place.file, a.place.line, a.place.column) <
               std::tie(b.place.file, b.place.line, b.place.column);
    });
    return problems;
}

Fix changeTo(const QString& file, yaml::Span span, const QString& text)
{
    return {Message(FW_MSG("Change to \"%1\""), {text}), file, span.begin, span.end, text.toUtf8()};
}

std::optional<Fix> createField(const Definition& definition, const QString& table, const QString& id)
{
    const DefinitionFile* file = definition.find(QStringLiteral("table"), table);
    const yaml::Node* fields = file ? &file->root[u"fields"] : nullptr;
    if (!fields || fields->items.empty() || !schema::isValidId(id) || schema::isReservedWord(id) ||
        fields->byId(id).exists())
        return std::nullopt;
    const yaml::Node& last = fields->items.back();
    const QByteArray fresh = "{id: " + id.toUtf8() + ", type: text}";
    Fix fix{Message(FW_MSG("Make the field \"%1\" in \"%2\""), {id, table}), file->path, last.span.end, last.span.end,
            ", " + fresh};
    if (fields->style == yaml::Style::Flow)
        return fix;
    // Behind the line, so that a comment at its end stays where it is.
    const int lineEnd = int(file->text.indexOf('\n', last.span.end));
    fix.begin = fix.end = lineEnd < 0 ? int(file->text.size()) : lineEnd;
    const int first = fields->items.front().span.begin;
    const int column = first - int(file->text.lastIndexOf('\n', first)) - 1;
    fix.replacement = '\n' + QByteArray(std::max(0, column - 2), ' ') + "- " + fresh;
    return fix;
}

} // namespace fw::check
