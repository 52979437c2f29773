/* tras-org-page.h: the organisation as a picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRAS_TYPE_ORG_PAGE (tras_org_page_get_type ())

/**
 * TrasOrgPage:
 *
 * The areas of the firm as a tree, with their heads, people and open seats; on paper and as a
 * picture, too.
 */
G_DECLARE_FINAL_TYPE (TrasOrgPage, tras_org_page, TRAS, ORG_PAGE, AdwBin)

G_END_DECLS
