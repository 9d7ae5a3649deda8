#include "texteditor.h"

#include "model/yaml/reader.h"

namespace fw::studio
{

QString TextFile::text() const
{
    const DefinitionFile* file = definitionFile();
    return file ? QString::fromUtf8(file->text) : QString();
}

int TextFile::selectedLine() const
{
    const DefinitionFile* file = definitionFile();
    if (!file || session()->selection().file != this->file())
        return 0;
    const yaml::Node& node = session()->definition().node(session()->selection());
    return node.exists() ? yaml::placeAt(file->text, file->path, node.span.begin).line : 0;
}

void TextFile::setText(const QString& text)
{
    if (!definitionFile() || text == this->text())
        return;
    session()->report(session()->document().setText(
        file(), text.toUtf8(), Message(FW_MSG("Edit the text of %1"), {file()}), QStringLiteral("text:") + file()));
}

void TextFile::rebuild()
{
    m_problem.clear();
    m_problemLine = 0;
    for (const Problem& problem : definitionFile()->problems) {
        m_problem = tr("Line %1: %2")
                        .arg(problem.place.line)
                        .arg(problem.what.text() + QLatin1Char(' ') + problem.remedy.text());
        m_problemLine = problem.place.line;
        return;
    }
}

} // namespace fw::studio
