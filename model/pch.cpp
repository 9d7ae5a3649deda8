#include "model/base/pch.h"
