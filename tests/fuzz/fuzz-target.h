/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* What libFuzzer calls for each input, and the driver for each that was saved. Gives 0. */
int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);
