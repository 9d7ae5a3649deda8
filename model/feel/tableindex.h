#pragma once
#include "program.h"

namespace fw::feel
{

/// Which rules of one column of a decision table hold for a value, without running their cells.
///
/// What a cell of constants says can only change at its constants. So the values of a kind fall into few classes (each
/// constant, what lies between two of them, everything else), and for each class the index keeps the set of rules that hold,
/// found by running the cells once on a value of the class. It gives what running them gives, by construction. Numbers and
/// dates are found by binary search among the sorted constants, texts by hash. Cells that depend on more than the input, and
/// inputs of other kinds, stay with the caller.
class ColumnIndex
{
public:
    /// `cells`: one per rule; an invalid program accepts anything. Their input stands in slot `inputSlot`.
    ColumnIndex(const std::vector<const Program*>& cells, int inputSlot);

    /// The rules that hold for the input, open ones not included; nullptr when values of its kind are not indexed.
    const quint64* rulesFor(const Value& input) const;
    /// The rules whose cell has to be run.
    const std::vector<quint64>& open() const { return m_open; }
    /// The rules that have a cell at all.
    const std::vector<quint64>& tested() const { return m_tested; }

private:
    /// The constants of an ordered kind; its classes are `first` (below the lowest), `first` + 1 (the lowest itself) ….
    template <class T> struct Line {
        std::vector<T> points;
        size_t first = 0;
        size_t classOf(const T& value) const;
    };
    struct Cell;
    void findClasses(const std::vector<std::optional<Cell>>& cells);
    void fill(size_t rule, const Program& cell, const Cell& constants, int inputSlot);
    template <class T> void fillLine(size_t rule, const Line<T>& line, std::vector<T> own, auto holds);
    quint64* classSet(size_t number) { return m_sets.data() + number * m_words; }

    size_t m_words;
    std::vector<quint64> m_open, m_tested;
    std::vector<quint64> m_sets; ///< one set of rules per class, m_words each; none when nothing is indexed
    Line<Decimal> m_numbers;
    Line<qint64> m_days; ///< dates, as days since 1970-01-01
    QHash<QString, size_t> m_texts;
};

} // namespace fw::feel
