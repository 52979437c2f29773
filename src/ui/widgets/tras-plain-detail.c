/* tras-plain-detail.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-plain-detail.h"

struct _TrasPlainDetail
{
  TrasDetail parent_instance;
};

G_DEFINE_FINAL_TYPE (TrasPlainDetail, tras_plain_detail, TRAS_TYPE_DETAIL)

static void
tras_plain_detail_class_init (TrasPlainDetailClass *klass)
{
}

static void
tras_plain_detail_init (TrasPlainDetail *self)
{
}
