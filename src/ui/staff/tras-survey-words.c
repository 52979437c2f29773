/* tras-survey-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tras-number.h"
#include "tras-survey-words.h"

/**
 * tras_survey_words_dup_answered:
 * @survey: a survey as it was read
 *
 * Returns: (transfer full): how many of those invited have answered
 */
char *
tras_survey_words_dup_answered (TrasSurvey *survey)
{
  const TrasSurveyForm *form;

  g_return_val_if_fail (TRAS_IS_SURVEY (survey), NULL);

  form = tras_survey_form_get (survey->kind);
  if (form != NULL && !form->invites)
    return g_strdup (_("Answered by customers, without a name"));

  return g_strdup_printf (ngettext ("%d of %d person invited has answered",
                                    "%d of %d people invited have answered",
                                    (gulong) survey->invited),
                          (int) survey->answered, (int) survey->invited);
}

/**
 * tras_survey_words_dup_figure:
 * @survey: a survey
 * @figure: its figure, or that of an area; not NAN
 *
 * Returns: (transfer full): the figure as it is written
 */
char *
tras_survey_words_dup_figure (TrasSurvey *survey,
                              double      figure)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  g_autofree char *number = NULL;

  g_return_val_if_fail (TRAS_IS_SURVEY (survey), NULL);

  if (g_str_equal (survey->kind, "enps"))
    {
      number = tras_number_format_real (format, fabs (figure), 0);
      return g_strconcat (figure >= 0.5 ? "+" : figure <= -0.5 ? "−" : "", number, NULL);
    }
  if (g_str_equal (survey->kind, "csat"))
    {
      number = tras_number_format_real (format, figure, 0);
      /* Translators: a percentage */
      return g_strdup_printf (C_("survey", "%s %%"), number);
    }
  number = tras_number_format_real (format, figure, 1);

  /* Translators: a mean of marks from 1 to 5 */
  return g_strdup_printf (C_("survey", "%s of 5"), number);
}

/**
 * tras_survey_words_dup_state:
 * @survey: a survey
 * @result: (nullable): what may be seen of it
 *
 * Returns: (transfer full): why nothing is shown, or how many answers its result is of
 */
char *
tras_survey_words_dup_state (TrasSurvey       *survey,
                             TrasSurveyResult *result)
{
  g_return_val_if_fail (TRAS_IS_SURVEY (survey), NULL);

  if (tras_survey_is_open (survey))
    return g_strdup (_("The result is shown once the survey is closed."));
  if (result != NULL && result->state == TRAS_SURVEY_FEW)
    return g_strdup_printf (ngettext ("Nothing is shown of fewer than %d answer.",
                                      "Nothing is shown of fewer than %d answers.",
                                      (gulong) survey->least), (int) survey->least);
  if (result != NULL)
    return g_strdup_printf (ngettext ("Of %u answer.", "Of %u answers.", result->n), result->n);

  return g_strdup ("");
}

/* ---- lists ---- */

static const char *
headline_icon (TrasRecord *record,
               TrasDay     day)
{
  return tras_survey_is_open (TRAS_SURVEY (record)) ? "tras-open-symbolic"
                                                    : "tras-meets-symbolic";
}

static const char *
headline_class (TrasRecord *record,
                TrasDay     day)
{
  return "tras-usual";
}

static char *
headline_below (TrasRecord *record,
                TrasDay     day)
{
  TrasSurvey *survey = TRAS_SURVEY (record);
  g_autofree char *answered = tras_survey_words_dup_answered (survey);

  return tras_survey_is_open (survey)
           /* Translators: of a survey: it is open, and how many have answered */
           ? g_strdup_printf (_("Open · %s"), answered)
           /* Translators: of a survey: it is closed, and how many have answered */
           : g_strdup_printf (_("Closed · %s"), answered);
}

static gboolean
is_open (TrasRecord *record)
{
  return tras_survey_is_open (TRAS_SURVEY (record));
}

/**
 * tras_survey_words_get_headline:
 *
 * Returns: (transfer none): what lists say first of surveys
 */
const TrasHeadline *
tras_survey_words_get_headline (void)
{
  static const TrasHeadline headline = {
    .get_icon = headline_icon,
    .get_class = headline_class,
    .dup_below = headline_below,
    .is_open = is_open,
  };

  return &headline;
}
