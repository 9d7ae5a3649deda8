#pragma once
#include "csvfile.h"
#include "runtime/plan/plan.h"

#include <QHash>

namespace fw::transfer
{

/// How the columns of a file become fields; what is not mapped is found by id or label, in any language.
///
/// As a file (YAML or JSON):
///
///     columns:
///       sales_agent: agent                          # column → field
///       buyer: {field: customer, match: phone}      # a relation, found by this field of the other table
///       remark: "-"                                 # left out
///     values:
///       product: {GTXPro: GTX Pro}                  # by field: text of the file → text to take
///     dates: dd-MM-yyyy                             # how dates are written, if not year first
///     encoding: gb18030
///     separator: ";"
struct Mapping {
    struct Target {
        QString field; ///< "" = the column is left out
        QString match;
    };
    QHash<QString, Target> columns;
    QHash<QString, QHash<QString, QString>> values;
    QString dates;
    CsvFormat format;
};

/// Errors: transfer.mapping, and those of reading YAML. `file` names the input in problems.
Result<Mapping> readMapping(const QByteArray& text, const QString& file);

/// One column of a file and where it goes.
struct BoundColumn {
    QString name;
    const plan::Field* field = nullptr; ///< nullptr: left out
    const plan::Field* match = nullptr; ///< of a relation: the field of the other table
};

/// Binds the header of a file. Errors: transfer.unknown_column (the mapping names a field that the table lacks, or a
/// field that is computed), transfer.no_column (no column fits any field), transfer.twice. Columns that fit nothing are
/// left out; `ignored` collects their names.
Result<std::vector<BoundColumn>> bindColumns(const plan::Plan& plan, const plan::Table& table,
                                             const QStringList& header, const Mapping& mapping, QStringList* ignored);

} // namespace fw::transfer
