/* tras-work-book.h: who works how much, and when
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-absence.h"
#include "tras-db.h"
#include "tras-work.h"

G_BEGIN_DECLS

/**
 * TrasWorkPost:
 * @from: the first day
 * @to: the last day, that of leaving where that is earlier; %TRAS_DAY_MAX for no end
 * @days: which days its area works
 *
 * A post as working time.
 */
typedef struct
{
  gint64 person_id;
  gint64 area_id;
  TrasDay from;
  TrasDay to;
  gint64 week_minutes;
  const TrasWorkDays *days;
} TrasWorkPost;

#define TRAS_TYPE_WORK_BOOK (tras_work_book_get_type ())

/**
 * TrasWorkBook:
 *
 * All posts and holidays of the firm, as they were read. It is not changed afterwards.
 */
typedef struct _TrasWorkBook TrasWorkBook;

GType               tras_work_book_get_type       (void) G_GNUC_CONST;
TrasWorkBook       *tras_work_book_load           (TrasDb              *db,
                                                   GError             **error);
TrasWorkBook       *tras_work_book_ref            (TrasWorkBook        *self);
void                tras_work_book_unref          (TrasWorkBook        *self);
const TrasWorkDays *tras_work_book_get_days       (TrasWorkBook        *self,
                                                   gint64               area_id);
const TrasWorkDays *tras_work_book_get_days_of    (TrasWorkBook        *self,
                                                   gint64               person_id,
                                                   TrasDay              day);
const TrasWorkPost *tras_work_book_get_posts      (TrasWorkBook        *self,
                                                   guint               *n);
const TrasWorkPost *tras_work_book_get_posts_of   (TrasWorkBook        *self,
                                                   gint64               person_id,
                                                   guint               *n);
gint64              tras_work_book_get_area       (TrasWorkBook        *self,
                                                   gint64               person_id,
                                                   TrasDay              day);
gint64              tras_work_book_get_contracted (TrasWorkBook        *self,
                                                   gint64               person_id,
                                                   TrasDay              from,
                                                   TrasDay              to);
gint64              tras_work_book_get_lost       (TrasWorkBook        *self,
                                                   TrasAbsence         *absence,
                                                   TrasDay              from,
                                                   TrasDay              to);

gint64              tras_work_post_get_contracted (const TrasWorkPost  *self,
                                                   TrasDay              from,
                                                   TrasDay              to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasWorkBook, tras_work_book_unref)

G_END_DECLS
