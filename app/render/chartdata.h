#pragma once
#include "formats.h"

#include <QDate>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace fw::render
{

struct Category {
    QString id; ///< the group of a drill-down
    QString label;
    QDate from; ///< begin of the period, on a time axis
};

struct Series {
    QString id;
    QString label;
    Measure measure;
    QStringList values; ///< one plain decimal per category; a null text = no value
};

struct Kpi {
    QString value;        ///< null = none
    QString previous;     ///< the value compared with; null = none
    QString comparedWith; ///< previous_period | previous_month | previous_year
    QString target;
    QString alert;     ///< "" or below | above
    QStringList spark; ///< values of the periods before, oldest first
};

struct FunnelStep {
    QString id;
    QString label;
    qint64 count = 0;
};

struct TableColumn {
    QString id;
    QString label;
    Measure measure;
    bool number = false;
};

struct TableRow {
    QString group;
    QStringList cells;
    bool total = false;
};

/// Everything a tile shows, as values. Which parts are filled follows from `kind`.
struct ChartData {
    enum class Kind { Kpi, Bar, Line, Pie, Table, Funnel } kind = Kind::Bar;
    bool horizontal = false;     ///< bars
    bool stacked = false;        ///< bars, areas
    bool area = false;           ///< lines
    bool donut = true;           ///< pies
    bool lastIncomplete = false; ///< the last period still runs: its part of a line is dashed
    QString every;               ///< day | week | month | quarter | year, on a time axis
    Measure measure;
    std::vector<Category> categories;
    std::vector<Series> series;
    Kpi kpi;
    std::vector<FunnelStep> steps;
    std::vector<TableColumn> columns;
    std::vector<TableRow> rows;

    bool isEmpty() const;
};

} // namespace fw::render
