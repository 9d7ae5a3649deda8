#pragma once
#include "problem.h"

#include <optional>
#include <variant>

namespace fw
{

/// The failure of an operation: one or more problems, the first being the headline.
class Error
{
public:
    Error() = default;
    Error(QString code, Message what, Message remedy = {}, Place place = {})
        : m_problems{
              Problem{Severity::Error, std::move(code), std::move(what), std::move(remedy), std::move(place), {}}}
    {
    }
    explicit Error(Problem problem) : m_problems{std::move(problem)} {}
    explicit Error(QList<Problem> problems) : m_problems(std::move(problems)) {}

    const QList<Problem>& problems() const { return m_problems; }
    QString code() const { return m_problems.isEmpty() ? QString() : m_problems.first().code; }
    QString text() const;

private:
    QList<Problem> m_problems;
};

/// A value or the reason why there is none. For everything that can fail by input; exceptions cross no module border.
template <class T> class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::move(value)) {}
    Result(Error error) : m_state(std::move(error)) {}

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }
    T& value() & { return std::get<0>(m_state); }
    const T& value() const& { return std::get<0>(m_state); }
    T&& value() && { return std::get<0>(std::move(m_state)); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }
    const Error& error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

template <> class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}
    bool ok() const { return !m_error; }
    explicit operator bool() const { return ok(); }
    const Error& error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

} // namespace fw
