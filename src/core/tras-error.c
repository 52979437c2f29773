/* tras-error.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-error.h"

G_DEFINE_QUARK (tras-error-quark, tras_error)
