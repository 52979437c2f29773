/* tras-certificate-page.h: what expires, and when
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRAS_TYPE_CERTIFICATE_PAGE (tras_certificate_page_get_type ())

G_DECLARE_FINAL_TYPE (TrasCertificatePage, tras_certificate_page, TRAS, CERTIFICATE_PAGE, AdwBin)

G_END_DECLS
