/* tras-cell-block.h: cells that were copied from a spreadsheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GPtrArray *tras_cell_block_parse (const char *text);

G_END_DECLS
