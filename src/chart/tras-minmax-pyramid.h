/* tras-minmax-pyramid.h: the smallest and largest of any stretch of values, at once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TrasMinmaxPyramid TrasMinmaxPyramid;

TrasMinmaxPyramid *tras_minmax_pyramid_new   (const double            *values,
                                              gsize                    n_values);
void               tras_minmax_pyramid_free  (TrasMinmaxPyramid       *self);
gboolean           tras_minmax_pyramid_range (const TrasMinmaxPyramid *self,
                                              gsize                    from,
                                              gsize                    to,
                                              double                  *min,
                                              double                  *max);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasMinmaxPyramid, tras_minmax_pyramid_free)

G_END_DECLS
