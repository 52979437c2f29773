/* tras-supplier-section.h: how a supplier delivers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-detail-section.h"

G_BEGIN_DECLS

#define TRAS_TYPE_SUPPLIER_SECTION (tras_supplier_section_get_type ())

/**
 * TrasSupplierSection:
 *
 * What the firm's own receipts say of a supplier: days to deliver, on time in full, rejected.
 */
G_DECLARE_FINAL_TYPE (TrasSupplierSection, tras_supplier_section, TRAS, SUPPLIER_SECTION,
                      TrasDetailSection)

G_END_DECLS
