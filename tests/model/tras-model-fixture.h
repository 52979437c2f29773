/* tras-model-fixture.h: a small firm in a file of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib/gstdio.h>

#include "tras-area.h"
#include "tras-db.h"
#include "tras-firm.h"
#include "tras-goal.h"
#include "tras-indicator.h"
#include "tras-person.h"

/* The firm, its root area (1) and one person (1) are there; an edit is under way all the time. */
typedef struct
{
  char *folder;
  char *path;
  TrasDb *db;
} Fixture;

/* Inserts and lets go of a record; returns its id. */
static inline gint64
insert (Fixture *fixture,
        gpointer record)
{
  g_autoptr (TrasRecord) row = record;
  g_autoptr (GError) error = NULL;

  tras_db_insert (fixture->db, row, &error);
  g_assert_no_error (error);

  return row->id;
}

static inline TrasDay
day (const char *iso)
{
  TrasDay result = tras_day_from_iso (iso);

  g_assert_cmpint (result, !=, TRAS_DAY_NONE);

  return result;
}

static inline void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  TrasPerson *person = tras_person_new ();

  fixture->folder = g_dir_make_tmp ("tras-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "firm.trastienda", NULL);
  fixture->db = tras_db_create (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_true (tras_db_begin (fixture->db, "test", &error));
  g_assert_true (tras_firm_set_up (fixture->db, "Firm", "EUR", &error));

  person->name = g_strdup ("Ana");
  person->hired_on = day ("1990-01-01");
  g_assert_cmpint (insert (fixture, person), ==, 1);
}

static inline void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  tras_db_rollback (fixture->db);
  g_clear_object (&fixture->db);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* A weekly indicator that begins in W01 of 1998. */
static inline TrasIndicator *
make_indicator (const char *name,
                const char *better,
                const char *roll)
{
  TrasIndicator *indicator = tras_indicator_new ();

  indicator->area_id = 1;
  indicator->owner_id = 1;
  indicator->name = g_strdup (name);
  indicator->question = g_strdup ("?");
  indicator->definition = g_strdup ("");
  indicator->unit = g_strdup ("u");
  indicator->family = "quality";
  indicator->better = g_intern_string (better);
  indicator->roll = g_intern_string (roll);
  indicator->starts_on = day ("1997-12-29");

  return indicator;
}

/* A value for the week that is @week weeks after the first. */
static inline void
measure (Fixture *fixture,
         gint64   indicator,
         int      week,
         double   value)
{
  TrasMeasurement *row = tras_measurement_new ();

  row->indicator_id = indicator;
  row->period_on = day ("1997-12-29") + 7 * week;
  row->value = value;
  insert (fixture, row);
}
