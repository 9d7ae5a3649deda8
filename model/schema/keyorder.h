#pragma once
#include "model/document/document.h"

namespace fw::schema
{

/// What a Document needs so that new keys are written where the schema has them. Pass it to Document::open and create.
DocumentOptions documentOptions();

} // namespace fw::schema
