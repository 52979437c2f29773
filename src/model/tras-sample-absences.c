/* tras-sample-absences.c: the sample's holidays, and who was away in the last two years
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdio.h>
#include <string.h>

#include "tras-holiday.h"
#include "tras-sample-private.h"
#include "tras-work-book.h"

#define YEAR 365
#define WEEK 7
#define MONDAY_TO_FRIDAY 4

/* Easter Sunday of a Gregorian year (Meeus, Jones and Butcher). */
static TrasDay
get_easter (int year)
{
  int a = year % 19, b = year / 100, c = year % 100;
  int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  int h = (19 * a + b - d - g + 15) % 30;
  int l = (32 + 2 * e + 2 * (c / 4) - h - c % 4) % 7;
  int m = (a + 11 * h + 22 * l) / 451;

  return tras_day_new (year, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
}

/* “12-25 Christmas”, or “E-2 Good Friday” for two days before Easter Sunday. */
static TrasDay
get_holiday (const char *text,
             int         year)
{
  int month, day;

  if (*text == 'E')
    return get_easter (year) + (TrasDay) g_ascii_strtoll (text + 1, NULL, 10);
  if (sscanf (text, "%d-%d", &month, &day) != 2)
    return TRAS_DAY_NONE;

  return tras_day_new (year, month, day);
}

static gboolean
add_holidays (TrasSample  *self,
              const char  *key,
              gint64       area_id,
              GError     **error)
{
  g_auto (GStrv) list = tras_sample_dup_list (self, "holidays", key);
  int before = (int) tras_sample_get_int (self, "holidays", "before");
  int after = (int) tras_sample_get_int (self, "holidays", "after");
  int today;

  tras_day_split (self->today, &today, NULL, NULL);
  for (int year = today - before; year <= today + after; year++)
    for (guint i = 0; list[i] != NULL; i++)
      {
        g_autoptr (TrasHoliday) holiday = tras_holiday_new ();
        const char *name = strchr (list[i], ' ');

        g_return_val_if_fail (name != NULL, FALSE);
        holiday->day = get_holiday (list[i], year);
        holiday->name = g_strdup (name + 1);
        holiday->area_id = area_id;
        if (!tras_db_insert (self->db, holiday, error))
          return FALSE;
      }

  return TRUE;
}

/* ---- absences ---- */

typedef struct
{
  const char *kind;
  TrasDay from;
  TrasDay to;
} Spell;

static int
compare_spells (gconstpointer a,
                gconstpointer b)
{
  const Spell *x = a, *y = b;

  return x->from - y->from;
}

static TrasDay
get_monday (TrasDay day)
{
  return tras_period_first_day (TRAS_EVERY_WEEK, day);
}

/* So many weeks off from about a day of the year. */
static void
plan_weeks (GArray           *spells,
            TrasSampleRandom *random,
            TrasDay           about,
            guint             spread,
            guint             n_weeks)
{
  TrasDay from = get_monday (about + (TrasDay) (tras_sample_random_next (random) * spread));
  Spell spell = { "holiday", from, from + (TrasDay) (n_weeks - 1) * WEEK + MONDAY_TO_FRIDAY };

  g_array_append_val (spells, spell);
}

/* Winter has twice as many. */
static void
fall_ill (GArray           *spells,
          TrasSampleRandom *random,
          TrasDay           first,
          TrasDay           last)
{
  for (TrasDay week = get_monday (first); week < last; week += WEEK)
    {
      double chance = tras_sample_random_next (random), length = tras_sample_random_next (random);
      TrasDay from = week + (TrasDay) (tras_sample_random_next (random) * 5);
      int month;
      Spell spell = { "illness", from, from };

      tras_day_split (week, NULL, &month, NULL);
      if (chance > (month <= 3 || month >= 11 ? 0.05 : 0.025))
        {
          if (chance < 0.995)
            continue;
          spell.kind = "care";
        }
      else
        {
          spell.to += (TrasDay) (length * length * (length > 0.93 ? 24 : 6));
        }
      g_array_append_val (spells, spell);
    }
}

static GArray *
plan (TrasSampleRandom *random,
      TrasDay           today)
{
  GArray *spells = g_array_new (FALSE, FALSE, sizeof (Spell));
  int this_year;

  tras_day_split (today, &this_year, NULL, NULL);
  for (int year = this_year - 2; year <= this_year; year++)
    {
      TrasDay january = tras_day_new (year, 1, 1);

      plan_weeks (spells, random, january + 90, 45, 1);
      plan_weeks (spells, random, january + 196, 40, 2);
      plan_weeks (spells, random, january + 280, 60, 1);
    }
  fall_ill (spells, random, today - 2 * YEAR, today);
  g_array_sort (spells, compare_spells);

  return spells;
}

/* What is over; whoever is ill on their holiday is on holiday. */
static gboolean
add_spells (TrasSample    *self,
            TrasWorkBook  *work,
            const char    *person,
            GError       **error)
{
  g_autofree char *seed = g_strconcat ("absence.", person, NULL);
  TrasDay hired = tras_sample_get_day (self, person, "hired");
  TrasDay left = tras_sample_get_day (self, person, "left");
  g_autoptr (GArray) spells = NULL;
  TrasDay end = TRAS_DAY_MIN;
  TrasSampleRandom random;
  gint64 id;

  if (!tras_sample_find (self, "person", tras_sample_get_key (person), &id, error))
    return FALSE;

  tras_sample_random_init (&random, seed);
  spells = plan (&random, self->today);
  for (guint i = 0; i < spells->len; i++)
    {
      const Spell *spell = &g_array_index (spells, Spell, i);
      g_autoptr (TrasAbsence) absence = tras_absence_new ();

      if (spell->from < self->today - 2 * YEAR || spell->to >= self->today || spell->from <= end ||
          spell->from < hired || (left != TRAS_DAY_NONE && spell->to > left))
        continue;
      end = spell->to;
      absence->person_id = id;
      absence->from_on = spell->from;
      absence->to_on = spell->to;
      absence->minutes = tras_work_book_get_contracted (work, id, spell->from, spell->to);
      if (!tras_sample_find (self, "absence_kind", spell->kind, &absence->kind_id, error) ||
          (absence->minutes > 0 && !tras_db_insert (self->db, absence, error)))
        return FALSE;
    }

  return TRUE;
}

/**
 * tras_sample_fill_absences:
 * @self: a sample with people and kinds of absence
 * @error: where to put the error
 *
 * Stores the holidays of the language's country, one of the warehouse's town, and the absences of
 * two years. Those that come are written in the sample.
 */
gboolean
tras_sample_fill_absences (TrasSample  *self,
                           GError     **error)
{
  g_autoptr (GPtrArray) people = tras_sample_list_groups (self, "person");
  g_autoptr (TrasWorkBook) work = NULL;
  gint64 warehouse;

  if (!tras_sample_find (self, "area", "warehouse", &warehouse, error) ||
      !add_holidays (self, "firm", 0, error) ||
      !add_holidays (self, "warehouse", warehouse, error))
    return FALSE;

  work = tras_work_book_load (self->db, error);
  if (work == NULL)
    return FALSE;
  for (guint i = 0; i < people->len; i++)
    {
      if (!add_spells (self, work, people->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}
