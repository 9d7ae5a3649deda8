#pragma once
#include <QString>

/// Rich text is kept as what the person typed, in a subset of Markdown (CommonMark 0.30 where it says something): headings
/// with # to ###, **strong**, *emphasis*, ~~struck~~, `code`, [links](https://…), lists with "-" or "1.", "> " quotes, ```
/// blocks and --- rules. Nothing else is markup: HTML and pictures show as the characters they are, so that a text can
/// neither run nor load anything.
namespace fw::formats
{

/// HTML of these elements only: h1–h3 p ul ol li blockquote pre code strong em s a br hr. Links lead to http, https, mailto and
/// tel; any other address leaves its text without a link.
QString richTextHtml(const QString& markdown);
/// Its words on one line, without markup: for lists, search and titles.
QString richTextPlain(const QString& markdown);

} // namespace fw::formats
