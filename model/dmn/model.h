#pragma once
#include "model/feel/decisiontable.h"

#include <memory>
#include <vector>

namespace fw::dmn
{

/// A name with the type it is declared to have; "" for any. Parameters, columns, entries, bindings.
struct Item {
    QString name;
    QString typeRef;
};

/// A decision table with what DMN adds to the rules: types, labels, annotations.
struct Table {
    feel::DecisionTable rules;
    QStringList inputTypes; ///< per input; "" for any
    QStringList outputTypes;
    QStringList inputLabels;
    QString outputLabel;
    QStringList annotations;    ///< names of the annotation columns
    QList<QStringList> remarks; ///< per rule, one text per annotation column
};

/// A boxed expression (DMN 1.5, 7.2 and 10.2.1). Which members mean what is said by the kind.
struct Expression {
    enum class Kind {
        Literal,     ///< `text`
        Context,     ///< items[i] : parts[i]; an entry without a name is the result
        List,        ///< parts
        Relation,    ///< items are the columns, parts the rows (each a List)
        Conditional, ///< if parts[0] then parts[1] else parts[2]
        Filter,      ///< parts[0] [ parts[1] ]
        For,         ///< for `text` in parts[0] return parts[1]
        Some,
        Every,      ///< … `text` in parts[0] satisfies parts[1]
        Invocation, ///< parts[0] ( items[i] : parts[i + 1] )
        Function,   ///< items are the parameters, parts[0] the body; `text` is FEEL, Java or PMML
        Table       ///< `table`
    };
    Kind kind = Kind::Literal;
    QString typeRef;
    QString text;
    QList<Item> items;
    std::vector<Expression> parts;
    std::shared_ptr<const Table> table;
    int line = 0; ///< in the file it was read from; 0 when there is none
};

/// A type of the model (DMN 1.5, 7.3.3).
struct ItemDefinition {
    QString name;
    QString typeRef;        ///< the base type; "" when it is composed or a function
    QString allowedValues;  ///< unary tests; of a collection they apply to its items
    QString typeConstraint; ///< unary tests over the value itself (DMN 1.5)
    bool isCollection = false;
    std::vector<ItemDefinition> components;
    bool isFunction = false;
    QList<Item> parameters; ///< of a function
    QString resultType;     ///< of a function
    int line = 0;
};

/// What all elements of a decision requirements graph share.
struct Element {
    QString id;
    QString name;
    QString typeRef; ///< of its variable
    int line = 0;
};

struct InputData : Element {
};

/// References are "#id", or "namespace#id" for elements of imported models.
struct Decision : Element {
    QStringList requiredDecisions;
    QStringList requiredInputs;
    QStringList requiredKnowledge;
    std::optional<Expression> logic;
    QString question;
    QString allowedAnswers;
    QString description;
};

struct KnowledgeModel : Element {
    QStringList requiredKnowledge;
    std::optional<Expression> logic; ///< a Function
};

struct DecisionService : Element {
    QStringList outputDecisions;
    QStringList encapsulatedDecisions;
    QStringList inputDecisions;
    QStringList inputData;
};

struct Import {
    QString name; ///< the prefix its elements have here
    QString nameSpace;
    QString location; ///< where its file may be, as written; never opened without being asked for
};

/// A decision model as it is written: what is read from DMN XML or JSON, and written back.
struct Model {
    QString id; ///< how others name it: a path or an address; may be empty
    QString name;
    QString nameSpace;
    QList<Import> imports;
    std::vector<ItemDefinition> types;
    std::vector<InputData> inputs;
    std::vector<Decision> decisions;
    std::vector<KnowledgeModel> knowledge;
    std::vector<DecisionService> services;
};

} // namespace fw::dmn
