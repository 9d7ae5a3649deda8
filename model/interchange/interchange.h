#pragma once
#include "model/base/problem.h"
#include "model/dmn/model.h"
#include "model/document/definition.h"

namespace fw::interchange
{

/// A decision model of an app's decisions: those named, or all that no other one calls. What does not fit into DMN becomes a
/// problem (a warning) with its place.
dmn::Model toModel(const Definition& definition, const QStringList& decisions, QList<Problem>* problems);
/// A decision model of the attribute criteria and bands of a scoring table; an empty model when there is none of that id.
dmn::Model scoringToModel(const Definition& definition, const QString& scoring, QList<Problem>* problems);

/// Files of kind "decision" for the decisions and knowledge models whose logic is a table, by path. Ids that are in `taken` get
/// a number. What cannot be a decision of an app is named in `problems`.
QMap<QString, QByteArray> fromModel(const dmn::Model& model, const QStringList& taken, QList<Problem>* problems);
/// A scoring table over records of `table`: each decision table whose one output is a number becomes a criterion, one of the
/// total becomes the bands.
QByteArray scoringFromModel(const dmn::Model& model, const QString& id, const QString& table, QList<Problem>* problems);

} // namespace fw::interchange
