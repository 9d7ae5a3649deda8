#pragma once
#include <QByteArrayView>

#include <vector>

/// What is fuzzed: each target takes any bytes, and whatever they are it returns within its limits, without a fault, and
/// with what it promises (spans lie in the text; a value written down reads back as itself). A broken promise aborts.
namespace fw::fuzz
{

struct Target {
    const char* name;
    void (*run)(QByteArrayView bytes);
};

/// parser, tests, evaluator, template, temporal, line
const std::vector<Target>& targets();

} // namespace fw::fuzz
