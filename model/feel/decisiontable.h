#pragma once
#include "tableindex.h"

#include <QVarLengthArray>

namespace fw::feel
{

/// A decision table as it is written (DMN 1.5, chapter 8): inputs are expressions, cells are unary tests, outputs expressions.
struct DecisionTable {
    enum class HitPolicy { Unique, Any, Priority, First, RuleOrder, OutputOrder, Collect };
    enum class Aggregation { None, Sum, Count, Min, Max };
    struct Input {
        QString expression;
        QString allowed; ///< unary tests the value must meet; "" for any
    };
    struct Output {
        QString name;   ///< the entry of the result; may be empty when there is one output only
        QString values; ///< the possible values, best first, separated by commas: what Priority and OutputOrder sort by
        QString defaultValue; ///< what comes out when no rule hits; "" for null
    };
    struct Rule {
        QStringList when; ///< one cell per input; "-" or "" for anything
        QStringList then; ///< one expression per output
    };
    HitPolicy hitPolicy = HitPolicy::Unique;
    Aggregation aggregation = Aggregation::None; ///< of Collect
    QList<Input> inputs;
    QList<Output> outputs;
    QList<Rule> rules;

    /// "U", "UNIQUE", "RULE ORDER", "C+", "COLLECT/SUM" …; nothing for a policy nobody knows.
    static std::optional<std::pair<HitPolicy, Aggregation>> policyNamed(const QString& text);
};

/// A mistake in a table: where it stands and what is wrong there.
struct TableDiagnostic {
    enum class Part { Input, Allowed, Cell, Output, Values, Default };
    Part part = Part::Cell;
    int row = -1; ///< of a Cell or Output
    int column = 0;
    Diagnostic diagnostic;
};

/// A table ready to run: immutable, usable from several threads at once.
class CompiledTable
{
public:
    /// Invalid when there is an error; `diagnostics` then says where.
    static CompiledTable compile(const DecisionTable& table, const Scope& scope, const CompileOptions& options,
                                 QList<TableDiagnostic>* diagnostics);
    bool isValid() const { return m_valid; }
    /// The result by the hit policy: a value, or a context for several outputs; a list for the policies that collect.
    Value evaluate(const Frame& frame) const;
    /// The rules that hit, from 0 in the order of the table: what a trace shows, whatever the policy.
    std::vector<int> hits(const Frame& frame) const;
    /// … with what each of them gives, not put together by the policy.
    std::vector<std::pair<int, Value>> results(const Frame& frame) const;
    /// Every expression of the table: for who has to know what it depends on.
    std::vector<Program> programs() const;
    /// Whether a cell holds for a value of its input; the frame has the parameters.
    bool cellHolds(size_t rule, size_t input, const Frame& frame, const Value& value) const;
    /// Whether the input may have that value at all.
    bool allows(size_t input, const Frame& frame, const Value& value) const;
    const Program& cell(size_t rule, size_t input) const { return m_rules[rule].when[input]; } ///< may be invalid
    const Program& input(size_t column) const { return m_inputs[column]; }
    const Program& outputCell(size_t rule, size_t column) const { return m_rules[rule].then[column]; }
    size_t ruleCount() const { return m_rules.size(); }
    size_t inputCount() const { return m_inputs.size(); }
    size_t outputCount() const { return static_cast<size_t>(m_names.size()); }

private:
    struct Rule {
        std::vector<Program> when; ///< an invalid program accepts anything
        std::vector<Program> then;
    };
    using Slots = QVarLengthArray<Value, 16>;
    using Hits = QVarLengthArray<int, 16>;
    void indexColumns();
    /// The caller's slots, and behind them the values of the inputs.
    Slots slotsFor(const Frame& frame) const;
    Hits hitsAmong(const Frame& extended) const;
    bool testHolds(const Program& test, size_t input, const Frame& frame, const Value& value) const;
    Value output(const Rule& rule, const Frame& extended) const;
    Value defaults(const Frame& extended) const;
    Value collected(std::vector<Value> results) const;
    bool isBetter(const Value& result, const Value& other) const;

    DecisionTable::HitPolicy m_policy = DecisionTable::HitPolicy::Unique;
    DecisionTable::Aggregation m_aggregation = DecisionTable::Aggregation::None;
    size_t m_scopeSize = 0;
    std::vector<Program> m_inputs;
    std::vector<Program> m_allowed; ///< per input; may be invalid
    QStringList m_names;
    std::vector<std::vector<Value>> m_values; ///< per output, best first
    std::vector<Program> m_defaults;          ///< per output; may be invalid
    std::vector<Rule> m_rules;
    std::vector<ColumnIndex> m_columns; ///< per input
    bool m_valid = false;
};

} // namespace fw::feel
