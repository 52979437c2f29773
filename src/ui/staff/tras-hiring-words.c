/* tras-hiring-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tras-hiring-words.h"
#include "tras-number.h"

static char *
dup_day (TrasDay day)
{
  return tras_number_format_date_medium (tras_number_format_get_default (), day);
}

static const char *
get_choice (GType       type,
            const char *field,
            const char *word)
{
  const TrasTable *table = tras_record_type_get_table (type);

  return tras_choice_get_label (tras_table_find_field (table, field)->choices, word);
}

/* ---- vacancies ---- */

const char *
tras_vacancy_words_get_icon (TrasVacancy *vacancy,
                             TrasDay      today)
{
  static const char *const icons[] = {
    [TRAS_VACANCY_OPEN] = "tras-open-symbolic",
    [TRAS_VACANCY_LATE] = "tras-late-symbolic",
    [TRAS_VACANCY_FILLED] = "tras-meets-symbolic",
    [TRAS_VACANCY_UNFILLED] = "tras-misses-symbolic",
  };

  return icons[tras_vacancy_get_state (vacancy, today)];
}

const char *
tras_vacancy_words_get_class (TrasVacancy *vacancy,
                              TrasDay      today)
{
  return tras_vacancy_get_state (vacancy, today) == TRAS_VACANCY_LATE ? "tras-worse" : "tras-usual";
}

/**
 * tras_vacancy_words_dup_state:
 * @vacancy: a vacancy as it was read
 * @today: a day
 *
 * Returns: (transfer full): how it stands, in words
 */
char *
tras_vacancy_words_dup_state (TrasVacancy *vacancy,
                              TrasDay      today)
{
  g_autofree char *needed = NULL;
  g_autofree char *closed = NULL;

  g_return_val_if_fail (TRAS_IS_VACANCY (vacancy), NULL);

  if (vacancy->needed_by != TRAS_DAY_NONE)
    needed = dup_day (vacancy->needed_by);
  if (vacancy->closed_on != TRAS_DAY_NONE)
    closed = dup_day (vacancy->closed_on);
  switch (tras_vacancy_get_state (vacancy, today))
    {
    case TRAS_VACANCY_LATE:
      /* Translators: a vacancy; %s is a date */
      return g_strdup_printf (_("Late, needed by %s"), needed);
    case TRAS_VACANCY_FILLED:
      /* Translators: a vacancy; %s is a date */
      return closed != NULL ? g_strdup_printf (_("Filled on %s"), closed)
                            : g_strdup (C_("vacancy", "Filled"));
    case TRAS_VACANCY_UNFILLED:
      if (vacancy->closed_why != NULL)
        /* Translators: a vacancy; a date, and why: “Nobody suitable” */
        return g_strdup_printf (_("Closed unfilled on %s: %s"), closed,
                                get_choice (TRAS_TYPE_VACANCY, "closed_why", vacancy->closed_why));
      /* Translators: a vacancy; %s is a date */
      return g_strdup_printf (_("Closed unfilled on %s"), closed);
    case TRAS_VACANCY_OPEN:
      break;
    }

  /* Translators: a vacancy; %s is a date */
  return needed != NULL ? g_strdup_printf (_("Open, needed by %s"), needed)
                        : g_strdup (C_("vacancy", "Open"));
}

/**
 * tras_vacancy_words_dup_seats:
 * @vacancy: a vacancy as it was read
 *
 * Returns: (transfer full): how many seats are filled, of how many
 */
char *
tras_vacancy_words_dup_seats (TrasVacancy *vacancy)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  g_autofree char *filled = NULL;
  g_autofree char *seats = NULL;

  g_return_val_if_fail (TRAS_IS_VACANCY (vacancy), NULL);

  filled = tras_number_format_real (format, (double) vacancy->filled, 0);
  seats = tras_number_format_real (format, (double) vacancy->seats, 0);

  /* Translators: seats of a vacancy: how many are filled, of how many: “1 of 2” */
  return g_strdup_printf (C_("seats", "%s of %s"), filled, seats);
}

static const char *
headline_icon (TrasRecord *record,
               TrasDay     day)
{
  return tras_vacancy_words_get_icon (TRAS_VACANCY (record), day);
}

static const char *
headline_class (TrasRecord *record,
                TrasDay     day)
{
  return tras_vacancy_words_get_class (TRAS_VACANCY (record), day);
}

static char *
headline_below (TrasRecord *record,
                TrasDay     day)
{
  return tras_vacancy_words_dup_state (TRAS_VACANCY (record), day);
}

static gboolean
headline_is_open (TrasRecord *record)
{
  return tras_vacancy_is_open (TRAS_VACANCY (record));
}

/**
 * tras_vacancy_words_get_headline:
 *
 * Returns: (transfer none): what a list says first of each vacancy
 */
const TrasHeadline *
tras_vacancy_words_get_headline (void)
{
  static const TrasHeadline headline = {
    headline_icon, headline_class, headline_below, headline_is_open,
  };

  return &headline;
}

/* ---- candidates ---- */

/**
 * tras_candidate_words_get_state:
 * @state: a word of the field state
 *
 * Returns: (transfer none): what it is called
 */
const char *
tras_candidate_words_get_state (const char *state)
{
  return get_choice (TRAS_TYPE_CANDIDATE, "state", state);
}

const char *
tras_candidate_words_get_icon (TrasCandidate *candidate)
{
  g_return_val_if_fail (TRAS_IS_CANDIDATE (candidate), NULL);

  if (tras_candidate_is_hired (candidate))
    return "tras-meets-symbolic";
  if (!tras_candidate_is_known (candidate))
    return "tras-person-erased-symbolic";

  return tras_candidate_is_open (candidate) ? "tras-open-symbolic" : "tras-misses-symbolic";
}

const char *
tras_candidate_words_get_class (TrasCandidate *candidate,
                                TrasDay        today)
{
  g_return_val_if_fail (TRAS_IS_CANDIDATE (candidate), NULL);

  return tras_candidate_is_due (candidate, today) ? "tras-worse" : "tras-usual";
}

/* When what is known of somebody goes, or went. */
static char *
dup_erasing (TrasCandidate *candidate,
             TrasDay        today)
{
  g_autofree char *day = dup_day (candidate->erase_on);

  if (tras_candidate_is_due (candidate, today))
    /* Translators: a candidate; %s is a date */
    return g_strdup_printf (_("to be erased since %s"), day);

  return tras_candidate_is_known (candidate)
           /* Translators: a candidate; %s is a date */
           ? g_strdup_printf (_("erased on %s"), day)
           : NULL;
}

/**
 * tras_candidate_words_dup:
 * @candidate: a candidate
 * @today: a day
 *
 * Returns: (transfer full): how it stands with them since when; how they are reached and where they
 *   heard of the vacancy; when they are erased: each on a line of its own
 */
char *
tras_candidate_words_dup (TrasCandidate *candidate,
                          TrasDay        today)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;
  g_autofree char *since = NULL;
  g_autofree char *state = NULL;
  g_autofree char *reached = NULL;
  g_autofree char *erasing = NULL;

  g_return_val_if_fail (TRAS_IS_CANDIDATE (candidate), NULL);

  since = dup_day (candidate->state_on);
  /* Translators: a candidate's state and its date: “Interview, 20 Nov 2026” */
  state = g_strdup_printf (C_("candidate", "%s, %s"),
                           tras_candidate_words_get_state (candidate->state), since);
  g_strv_builder_add (builder, state);
  if (candidate->contact != NULL && candidate->origin != NULL)
    reached = g_strdup_printf ("%s · %s", candidate->contact, candidate->origin);
  else
    reached = g_strdup (candidate->contact != NULL ? candidate->contact : candidate->origin);
  if (reached != NULL)
    g_strv_builder_add (builder, reached);
  if (!tras_candidate_is_hired (candidate))
    erasing = dup_erasing (candidate, today);
  if (erasing != NULL)
    g_strv_builder_add (builder, erasing);
  lines = g_strv_builder_end (builder);

  return g_strjoinv ("\n", lines);
}

/* ---- figures ---- */

static void
take_part (GStrvBuilder *parts,
           char         *part)
{
  g_strv_builder_add (parts, part);
  g_free (part);
}

static void
add_lost (GStrvBuilder           *parts,
          const TrasHiringFigure *figure,
          const char             *currency)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  g_autofree char *money = NULL;

  if (figure->closed == 0)
    return;
  if (figure->lost == 0)
    {
      take_part (parts, g_strdup_printf (ngettext ("%u vacancy closed unfilled",
                                                   "%u vacancies closed unfilled",
                                                   figure->closed), figure->closed));
      return;
    }

  money = tras_number_format_money (format, figure->lost, currency);
  take_part (parts, g_strdup_printf (ngettext ("%u vacancy closed unfilled, for %s",
                                               "%u vacancies closed unfilled, for %s",
                                               figure->closed), figure->closed, money));
}

/**
 * tras_hiring_words_dup_figure:
 * @figure: an area in a period
 * @currency: the firm's
 *
 * Returns: (transfer full): seats, days and money of it in words
 */
char *
tras_hiring_words_dup_figure (const TrasHiringFigure *figure,
                              const char             *currency)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  int n;

  g_return_val_if_fail (figure != NULL, NULL);

  n = (int) figure->sum.n;
  if (n > 0)
    {
      int days = (int) lrint (tras_hire_sum_get_days (&figure->sum));
      g_autofree char *cost =
        tras_number_format_money (format, tras_hire_sum_get_cost (&figure->sum), currency);

      take_part (builder, g_strdup_printf (ngettext ("%d seat filled", "%d seats filled",
                                                     (gulong) n), n));
      take_part (builder, g_strdup_printf (ngettext ("%d day to fill", "%d days to fill",
                                                     (gulong) days), days));
      /* Translators: %s is an amount of money */
      take_part (builder, g_strdup_printf (_("%s a seat"), cost));
    }
  else
    {
      g_strv_builder_add (builder, _("No seat filled"));
    }
  add_lost (builder, figure, currency);
  parts = g_strv_builder_end (builder);

  return g_strjoinv (" · ", parts);
}
