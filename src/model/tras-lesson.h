/* tras-lesson.h: what was tried before, and what was learned from it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db.h"

G_BEGIN_DECLS

/**
 * TrasLessonKind:
 * @TRAS_LESSON_GOAL: a goal that was closed with a lesson
 * @TRAS_LESSON_DEVIATION: a deviation with its cause and whether the remedy was effective
 * @TRAS_LESSON_EXPERIMENT: an experiment with what was learned
 * @TRAS_LESSON_STOCKOUT: an item that ran out, with what people wrote about it
 */
typedef enum
{
  TRAS_LESSON_GOAL,
  TRAS_LESSON_DEVIATION,
  TRAS_LESSON_EXPERIMENT,
  TRAS_LESSON_STOCKOUT,
  TRAS_LESSON_N_KINDS,
} TrasLessonKind;

#define TRAS_TYPE_LESSON (tras_lesson_get_type ())

G_DECLARE_FINAL_TYPE (TrasLesson, tras_lesson, TRAS, LESSON, GObject)

/**
 * TrasLesson:
 * @kind: what it comes from
 * @type: the record's type
 * @id: the record's id
 * @code: (nullable): the record's code
 * @about: what it was about: a goal, a fact, what was believed, an item
 * @cause: (nullable): why it was so
 * @learned: (nullable): what was learned; %NULL of what is not closed
 * @outcome: (nullable): how it ended, a choice of the record: reached, effective, adopt …
 * @open: whether somebody is still at it
 * @on: the day on which it was closed; of what is open, on which it began
 * @indicator_id: its indicator, 0 for none
 *
 * A page of the book of lessons. Not changed once it is loaded.
 */
struct _TrasLesson
{
  GObject parent_instance;

  TrasLessonKind kind;
  GType type;
  gint64 id;
  char *code;
  char *about;
  char *cause;
  char *learned;
  const char *outcome;
  gboolean open;
  TrasDay on;
  gint64 indicator_id;

  /*< private >*/
  char *key;
};

/**
 * TrasLessonFlags:
 * @TRAS_LESSON_LEARNED: what is closed and has taught something
 * @TRAS_LESSON_WITH_OPEN: also the deviations and experiments that somebody is still at
 */
typedef enum
{
  TRAS_LESSON_LEARNED = 0,
  TRAS_LESSON_WITH_OPEN = 1 << 0,
} TrasLessonFlags;

GPtrArray  *tras_lesson_load_all     (TrasDb           *db,
                                      TrasLessonFlags   flags,
                                      GError          **error);
GPtrArray  *tras_lesson_find_similar (GPtrArray        *lessons,
                                      const char       *text,
                                      gint64            indicator_id,
                                      GType             type,
                                      gint64            id,
                                      guint             most);
gboolean    tras_lesson_matches      (TrasLesson       *self,
                                      const char       *words);
char       *tras_lesson_dup_outcome  (TrasLesson       *self);
const char *tras_lesson_kind_get_label
                                     (TrasLessonKind    kind);

G_END_DECLS
