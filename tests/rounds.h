#pragma once
#include <QRandomGenerator>
#include <QtGlobal>

/// How random tests are steered, the same everywhere: FORMWRIGHT_SEED repeats a run (the seed is always printed),
/// FORMWRIGHT_TEST_ALL=1 (./test --all) runs the whole instead of a slice, FORMWRIGHT_ROUNDS sets the number by hand.
namespace fw::tests
{

inline quint32 seed()
{
    const quint32 chosen = qEnvironmentVariableIsSet("FORMWRIGHT_SEED")
                               ? qEnvironmentVariable("FORMWRIGHT_SEED").toUInt()
                               : QRandomGenerator::system()->generate();
    qInfo("FORMWRIGHT_SEED=%u", chosen);
    return chosen;
}

inline int rounds(int slice, int whole)
{
    const int byHand = qEnvironmentVariableIntValue("FORMWRIGHT_ROUNDS");
    return byHand > 0 ? byHand : qEnvironmentVariableIntValue("FORMWRIGHT_TEST_ALL") ? whole : slice;
}

} // namespace fw::tests
