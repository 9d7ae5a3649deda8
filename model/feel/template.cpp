// Text templates: literal text with {FEEL} parts.
#include "lexer.h"
#include "program.h"

namespace fw::feel
{

namespace
{

/// The end of the expression that begins at `from`: the first "}" outside of strings and inner braces; -1 without one.
qsizetype expressionEnd(const QString& source, qsizetype from)
{
    int depth = 0;
    QChar quote;
    for (qsizetype i = from; i < source.size(); ++i) {
        const QChar c = source[i];
        if (!quote.isNull()) {
            if (c == u'\\')
                ++i;
            else if (c == quote)
                quote = QChar();
        } else if (c == u'"' || c == u'`') {
            quote = c;
        } else if (c == u'“') {
            quote = u'”';
        } else if (c == u'{') {
            ++depth;
        } else if (c == u'}' && depth-- == 0) {
            return i;
        }
    }
    return -1;
}

void moveSpan(Span& span, int by)
{
    span.begin += by;
    span.end += by;
}

} // namespace

TextTemplate TextTemplate::compile(const QString& source, const Scope& scope, const CompileOptions& options,
                                   QList<Diagnostic>* diagnostics)
{
    TextTemplate out;
    QString text;
    const auto report = [&](const char* code, Message what, Message remedy, Span span) {
        if (diagnostics)
            diagnostics->append(Diagnostic{
                Severity::Error, QString::fromLatin1(code), std::move(what), std::move(remedy), span, {}, {}});
    };
    for (qsizetype i = 0; i < source.size(); ++i) {
        const QChar c = source[i];
        if ((c == u'{' || c == u'}') && i + 1 < source.size() && source[i + 1] == c) {
            text += c;
            ++i;
            continue;
        }
        if (c != u'{') {
            text += c;
            continue;
        }
        const qsizetype end = expressionEnd(source, i + 1);
        if (end < 0) {
            report("feel.open_brace", Message(FW_MSG("The \"{\" is not closed.")),
                   Message(FW_MSG("Add \"}\" behind the expression, or write \"{{\" for a brace.")),
                   {static_cast<int>(i), static_cast<int>(i) + 1});
            text += source.mid(i);
            break;
        }
        Compiled compiled = feel::compile(source.mid(i + 1, end - i - 1), scope, options);
        const int offset = static_cast<int>(i) + 1;
        for (Diagnostic& d : compiled.diagnostics) {
            moveSpan(d.span, offset);
            if (diagnostics)
                diagnostics->append(d);
        }
        for (Reference& r : compiled.references) {
            moveSpan(r.span, offset);
            out.m_references.push_back(std::move(r));
        }
        out.m_parts.push_back({std::exchange(text, QString()), std::move(compiled.program)});
        i = end;
    }
    if (!text.isEmpty())
        out.m_parts.push_back({text, Program()});
    return out;
}

QString TextTemplate::render(const Frame& frame, const std::function<QString(const Value&)>& format, int* nulls) const
{
    QString out;
    for (const Part& part : m_parts) {
        out += part.text;
        if (!part.program.isValid())
            continue;
        const Value value = part.program.evaluate(frame);
        if (!value.isNull())
            out += format ? format(value) : value.toText();
        else if (nulls)
            ++*nulls;
    }
    return out;
}

} // namespace fw::feel
