// One program for each target: FORMWRIGHT_FUZZ_TARGET names it.
#include "targets.h"

#include <cstring>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    static const fw::fuzz::Target* target = [] {
        for (const auto& t : fw::fuzz::targets())
            if (std::strcmp(t.name, FORMWRIGHT_FUZZ_TARGET) == 0)
                return &t;
        std::abort();
    }();
    target->run(QByteArrayView(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)));
    return 0;
}
