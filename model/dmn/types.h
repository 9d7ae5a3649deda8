#pragma once
#include "model.h"

namespace fw::dmn
{

/// The types of a compiled model: what expressions see of them (the shape) and what values must meet besides (constraints).
/// Immutable once built.
class DataTypes
{
public:
    static constexpr int any = -1;

    /// The type of that name in a model; `any`, with false in `known`, when there is none.
    int find(int model, const QString& typeRef, bool* known = nullptr) const;
    const feel::Type& shape(int type) const;
    /// Of a function type; `any` for every other.
    int result(int type) const { return type < 0 ? any : m_types[static_cast<size_t>(type)].result; }
    /// The item of a collection; `any` for every other.
    int item(int type) const { return type < 0 ? any : m_types[static_cast<size_t>(type)].item; }
    /// The value as a variable of that type takes it (DMN 1.5, 10.3.2.9.4): converted, or null with the cause when it neither
    /// conforms nor is allowed.
    feel::Value conform(const feel::Value& value, int type) const;
    /// What a type and the member of its name a model brings; all names that `instance of` may use there.
    const QHash<QString, int>& names(int model) const { return m_names[static_cast<size_t>(model)]; }

private:
    friend class TypeBuilder;
    struct Entry {
        QString name;
        feel::Type shape;
        int base = any; ///< whose constraints hold too
        int item = any;
        int result = any;
        std::vector<std::pair<QString, int>> members;
        std::vector<feel::Program> tests; ///< unary tests with the value in slot 0
    };
    bool allows(const feel::Value& value, int type, const Entry** broken) const;

    std::vector<Entry> m_types;
    std::vector<QHash<QString, int>> m_names; ///< per model, those of imports with their prefix
};

/// Builds the types of all models of a compilation.
class TypeBuilder
{
public:
    struct Source {
        const Model* model;
        QHash<QString, int> imports; ///< prefix → index of the model
    };
    TypeBuilder(std::vector<Source> sources, const feel::CompileOptions& options, QList<Problem>* problems);
    DataTypes build();

private:
    int add(int model, const ItemDefinition& definition, const QString& path, int at = DataTypes::any);
    int reserve(const QString& name);
    int refer(int model, const QString& typeRef, const ItemDefinition& user, const QString& path);
    void addTests(int type, const QString& tests, int model, const ItemDefinition& definition, const QString& path);

    std::vector<Source> m_sources;
    feel::CompileOptions m_options;
    QList<Problem>* m_problems;
    DataTypes m_out;
    std::vector<QHash<QString, const ItemDefinition*>> m_definitions;
};

} // namespace fw::dmn
