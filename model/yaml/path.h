#pragma once
#include "node.h"

#include <QStringList>

namespace fw::yaml
{

/// Steps from a file's root: a key of a map, or an element of a list by its `id` or as "[2]".
/// The position of the element a step names in a list; -1 when there is none.
int indexOf(const Node& sequence, const QString& step);
/// "[2]" → 2; -1 when the step has no such form.
int indexStep(const QString& step);
/// The node at a path; a missing node when there is none.
const Node& resolve(const Node& root, const QStringList& path);
/// The step that names an element of a list: its id where it has one that is unique so far, else "[index]".
QString stepOf(const Node& sequence, int index);

} // namespace fw::yaml
