/* test-training-report.c: a session on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "fixtures.h"
#include "report-text.h"
#include "tras-certificate-block.h"
#include "tras-model-fixture.h"
#include "tras-training-report.h"

#define N_PEOPLE 45
#define N_PASSED 3

/* Ten in the morning of 10 November 2026 in UTC. */
#define STARTS_AT 1794304800

static gint64
add_session (Fixture *fixture)
{
  TrasSkill *skill = tras_skill_new ();
  TrasTraining *training = tras_training_new ();
  TrasTrainingSession *session = tras_training_session_new ();
  gint64 id;

  skill->name = g_strdup ("First aid");
  skill->valid_months = 24;
  training->title = g_strdup ("First aid at work");
  training->skill_id = insert (fixture, skill);
  training->level_given = 2;
  session->training_id = insert (fixture, training);
  session->starts_at = STARTS_AT;
  session->minutes = 450;
  session->place = g_strdup ("Back room");
  session->state = g_intern_static_string ("held");
  id = insert (fixture, session);
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      TrasPerson *person = tras_person_new ();
      TrasTrainingSeat *seat = tras_training_seat_new ();

      person->name = g_strdup_printf ("Person number %02u", i);
      person->hired_on = day ("2020-01-01");
      seat->session_id = id;
      seat->person_id = insert (fixture, person);
      seat->state = g_intern_static_string (i < 2 * N_PASSED ? "present" : "absent");
      if (i < 2 * N_PASSED)
        {
          seat->minutes = 450;
          seat->passed = i % 2 == 0;
        }
      insert (fixture, seat);
    }

  return id;
}

static TrasAttendance *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  TrasAttendance *attendance = tras_attendance_load (fixture->db, add_session (fixture), &error);

  g_assert_no_error (error);

  return attendance;
}

static void
assert_proper (TrasReport *report)
{
  const TrasPlace *places;
  TrasRect content;
  guint n;

  tras_page_layout_get_content (tras_report_get_pages (report), &content);
  places = tras_report_get_places (report, &n);
  assert_pages (places, n, &content);
}

static char *
dup_text (TrasReport *report,
          Fixture    *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "report.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (tras_report_write (report, path, &error));
  g_assert_no_error (error);

  return take_pdf_text (path);
}

/* Everybody with a seat has a line, and three more come without one; Ana has no seat. */
static void
test_sheet (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TrasAttendance) attendance = load (fixture);
  g_autoptr (TrasReport) report = NULL;
  g_autofree char *text = NULL;

  report = tras_training_report_of_sheet (attendance, "Firm",
                                          tras_number_format_for_language ("en"));
  g_assert_cmpuint (tras_report_get_n_pages (report), >, 1);
  assert_proper (report);

  text = dup_text (report, fixture);
  if (text == NULL)
    return;
  assert_says (text, "First aid at work");
  assert_says (text, "7.5 h · Back room");
  assert_says (text, "Person number 00");
  assert_says (text, "Person number 44");
  assert_says (text, "48");
  assert_says (text, "Signature");
  g_assert_null (strstr (text, "Ana"));
}

/* One page each, for those who passed alone, and nothing on it that is not theirs. */
static void
test_certificates (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (TrasAttendance) attendance = load (fixture);
  g_autoptr (TrasReport) report = NULL;
  g_autofree char *text = NULL;

  report = tras_training_report_of_certificates (attendance, "Firm",
                                                 tras_number_format_for_language ("en"));
  g_assert_cmpuint (tras_report_get_n_pages (report), ==, N_PASSED);
  assert_proper (report);

  text = dup_text (report, fixture);
  if (text == NULL)
    return;
  assert_says (text, "Person number 04");
  assert_says (text, "has completed the training “First aid at work”");
  assert_says (text, "First aid, level 2 of 4");
  assert_says (text, "Valid until 10 Nov 2028");
  g_assert_null (strstr (text, "Person number 01"));
  g_assert_null (strstr (text, "1 of 3"));
}

static void
test_nobody (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TrasAttendance) attendance = load (fixture);

  for (guint i = 0; i < attendance->people->len; i++)
    ((TrasAttendant *) attendance->people->pdata[i])->passed = FALSE;
  g_assert_null (tras_training_report_of_certificates (attendance, "Firm",
                                                       tras_number_format_for_language ("en")));
}

/* The longest words stay on their page, in either direction. */
static void
test_long (Fixture       *fixture,
           gconstpointer  data)
{
  static const PangoDirection directions[] = { PANGO_DIRECTION_LTR, PANGO_DIRECTION_RTL };
  g_autofree char *name = g_strnfill (300, 'W');
  const TrasCertificateText words = {
    .firm = "Firm", .title = "Certificate", .name = name, .what = name, .where = name,
    .gives = name, .valid = name, .signatures = { name, name, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      g_autoptr (TrasReportStyle) style = tras_report_style_new (directions[i]);
      g_autoptr (TrasBlock) block = tras_certificate_block_new (style, &words, 480);
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);
      const TrasRect rect = { 40, 40, 740, 480 };
      double x, y, width, height;

      g_assert_cmpfloat (tras_block_measure (block, rect.width), ==, 480);
      tras_block_draw (block, cr, &rect);
      cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
      g_assert_cmpfloat (x, >=, rect.x - 0.5);
      g_assert_cmpfloat (x + width, <=, rect.x + rect.width + 0.5);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

#define ADD(name, func) \
  g_test_add ("/training-report/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("sheet", test_sheet);
  ADD ("certificates", test_certificates);
  ADD ("nobody", test_nobody);
  ADD ("long", test_long);

  return g_test_run ();
}
