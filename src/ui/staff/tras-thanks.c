/* tras-thanks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-deviation.h"
#include "tras-number.h"
#include "tras-suggestion-forms.h"
#include "tras-thanks.h"

struct _TrasSuggestionThanks
{
  TrasDetailSection parent_instance;
};

G_DEFINE_FINAL_TYPE (TrasSuggestionThanks, tras_suggestion_thanks, TRAS_TYPE_DETAIL_SECTION)

struct _TrasDeviationThanks
{
  TrasDetailSection parent_instance;
};

G_DEFINE_FINAL_TYPE (TrasDeviationThanks, tras_deviation_thanks, TRAS_TYPE_DETAIL_SECTION)

static const char *const tables[] = { "deviation", "person", "recognition", "suggestion", NULL };

/* ---- rows ---- */

static void
on_row_activated (GtkWidget         *row,
                  TrasDetailSection *section)
{
  if (tras_detail_section_is_editable (section))
    tras_suggestion_forms_change_thanks (GTK_WIDGET (section),
                                         tras_detail_section_get_store (section),
                                         g_object_get_data (G_OBJECT (row), "thanks"));
}

/**
 * tras_thanks_add_row:
 * @section: where it is shown
 * @recognition: thanks as they were read
 * @title: who is thanked, or what for
 *
 * Adds a row with its words and its day, which can be opened to change them.
 */
void
tras_thanks_add_row (TrasDetailSection *section,
                     TrasRecognition   *recognition,
                     const char        *title)
{
  g_autofree char *day = tras_number_format_date_medium (tras_number_format_get_default (),
                                                         recognition->given_on);
  /* Translators: what somebody was thanked for, and the day */
  g_autofree char *words = g_strdup_printf (C_("thanks", "%s · %s"), recognition->words, day);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title,
                                 "title-lines", 2, "subtitle", words, "subtitle-lines", 4,
                                 "activatable", TRUE, NULL);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "emblem-favorite-symbolic",
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  g_object_set_data_full (G_OBJECT (row), "thanks", g_object_ref (recognition), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated), section, 0);
  tras_detail_section_add_row (section, row);
}

static void
add_rows (TrasDetailSection *section,
          GPtrArray         *thanks)
{
  for (guint i = 0; i < thanks->len; i++)
    tras_thanks_add_row (section, thanks->pdata[i],
                         TRAS_RECOGNITION (thanks->pdata[i])->person_name);
}

static GPtrArray *
select_thanks (TrasDb      *db,
               const char  *reference,
               gint64       id,
               GError     **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_RECOGNITION);

  tras_query_where_int (query, reference, TRAS_QUERY_EQ, id);
  tras_query_order (query, "given_on", FALSE);

  return tras_db_select (db, query, error);
}

/* ---- for a suggestion ---- */

static gpointer
suggestion_job (TrasDb        *db,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  return select_thanks (db, "suggestion_id", *(gint64 *) data, error);
}

static gboolean
suggestion_show (TrasDetailSection *section,
                 gpointer           found)
{
  add_rows (section, found);
  tras_detail_section_set_can_add (section, TRUE);

  return TRUE;
}

static void
suggestion_add (TrasDetailSection *section)
{
  TrasSuggestion *suggestion = TRAS_SUGGESTION (tras_detail_section_get_record (section));
  g_autoptr (TrasRecognition) draft = tras_recognition_new ();

  draft->person_id = suggestion->person_id;
  draft->suggestion_id = TRAS_RECORD (suggestion)->id;
  tras_suggestion_forms_thank (GTK_WIDGET (section), tras_detail_section_get_store (section),
                               draft, suggestion->what);
}

static void
tras_suggestion_thanks_class_init (TrasSuggestionThanksClass *klass)
{
  TrasDetailSectionClass *section_class = TRAS_DETAIL_SECTION_CLASS (klass);

  section_class->loading.tables = tables;
  section_class->loading.job = suggestion_job;
  section_class->loading.free_result = (GDestroyNotify) g_ptr_array_unref;
  section_class->show = suggestion_show;
  section_class->add = suggestion_add;
}

static void
tras_suggestion_thanks_init (TrasSuggestionThanks *self)
{
  tras_detail_section_set_title (TRAS_DETAIL_SECTION (self), _("Thanks"), _("Thank somebody"));
}

/* ---- for a deviation ---- */

static gpointer
deviation_job (TrasDb        *db,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  return select_thanks (db, "deviation_id", *(gint64 *) data, error);
}

static gboolean
deviation_show (TrasDetailSection *section,
                gpointer           found)
{
  TrasDeviation *deviation = TRAS_DEVIATION (tras_detail_section_get_record (section));
  gboolean closed = tras_deviation_is_closed (deviation);

  add_rows (section, found);
  tras_detail_section_set_can_add (section, closed);

  return closed || ((GPtrArray *) found)->len > 0;
}

static void
deviation_add (TrasDetailSection *section)
{
  TrasDeviation *deviation = TRAS_DEVIATION (tras_detail_section_get_record (section));
  g_autoptr (TrasRecognition) draft = tras_recognition_new ();

  draft->person_id = deviation->owner_id;
  draft->deviation_id = TRAS_RECORD (deviation)->id;
  tras_suggestion_forms_thank (GTK_WIDGET (section), tras_detail_section_get_store (section),
                               draft, deviation->fact);
}

static void
tras_deviation_thanks_class_init (TrasDeviationThanksClass *klass)
{
  TrasDetailSectionClass *section_class = TRAS_DETAIL_SECTION_CLASS (klass);

  section_class->loading.tables = tables;
  section_class->loading.job = deviation_job;
  section_class->loading.free_result = (GDestroyNotify) g_ptr_array_unref;
  section_class->show = deviation_show;
  section_class->add = deviation_add;
}

static void
tras_deviation_thanks_init (TrasDeviationThanks *self)
{
  tras_detail_section_set_title (TRAS_DETAIL_SECTION (self), _("Thanks"), _("Thank somebody"));
}
