/* tras-service-ratings.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-score-marks.h"
#include "tras-service-forms.h"
#include "tras-service-ratings.h"
#include "tras-service-words.h"

/* As far back as is shown. */
#define MOST_MONTHS 24

/**
 * TrasServiceRatings:
 *
 * Part of a service's pane: the score of each month with its words, the newest first.
 */
struct _TrasServiceRatings
{
  TrasDetailSection parent_instance;
};

G_DEFINE_FINAL_TYPE (TrasServiceRatings, tras_service_ratings, TRAS_TYPE_DETAIL_SECTION)

static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_SERVICE_RATING);

  tras_query_where_int (query, "service_id", TRAS_QUERY_EQ, *(gint64 *) data);
  tras_query_order (query, "period_on", TRUE);

  return tras_db_select (db, query, error);
}

static void
on_activated (GtkWidget         *row,
              TrasDetailSection *section)
{
  if (tras_detail_section_is_editable (section))
    tras_service_forms_rate (GTK_WIDGET (section), tras_detail_section_get_store (section),
                             TRAS_SERVICE (tras_detail_section_get_record (section)),
                             g_object_get_data (G_OBJECT (row), "rating"));
}

static void
add_row (TrasDetailSection *section,
         TrasServiceRating *rating)
{
  g_autofree char *month = tras_service_words_dup_month (rating->period_on);
  g_autofree char *score = tras_service_words_dup_score (rating->score);
  const char marks[] = { (char) ('0' + rating->score), '\0' };
  g_autofree char *below = NULL;
  GtkWidget *row;

  /* Translators: a score with its meaning, and why it was given */
  below = rating->words != NULL
            ? g_strdup_printf (C_("score of a service", "%s: %s"), score, rating->words)
            : g_strdup (score);
  row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", month, "subtitle", below,
                      "subtitle-lines", 0, "activatable", TRUE, NULL);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             g_object_new (TRAS_TYPE_SCORE_MARKS, "scores", marks, "valign",
                                           GTK_ALIGN_CENTER, NULL));
  g_object_set_data_full (G_OBJECT (row), "rating", g_object_ref (rating), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_activated), section, 0);
  tras_detail_section_add_row (section, row);
}

static gboolean
show (TrasDetailSection *section,
      gpointer           data)
{
  GPtrArray *ratings = data;

  for (guint i = 0; i < MIN (ratings->len, MOST_MONTHS); i++)
    add_row (section, ratings->pdata[i]);
  tras_detail_section_set_description (section,
                                       ratings->len > 0 ? NULL : _("Nobody has rated it yet."));

  return TRUE;
}

static void
tras_service_ratings_class_init (TrasServiceRatingsClass *klass)
{
  static const char *const tables[] = { "service_rating", NULL };
  TrasDetailSectionClass *section_class = TRAS_DETAIL_SECTION_CLASS (klass);

  section_class->loading.tables = tables;
  section_class->loading.job = load_job;
  section_class->loading.free_result = (GDestroyNotify) g_ptr_array_unref;
  section_class->show = show;
}

static void
tras_service_ratings_init (TrasServiceRatings *self)
{
  tras_detail_section_set_title (TRAS_DETAIL_SECTION (self), _("Ratings"), NULL);
}
