/* tras-person-voice.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-person-voice.h"
#include "tras-suggestion-forms.h"
#include "tras-suggestion-words.h"
#include "tras-thanks.h"
#include "tras-window.h"

struct _TrasPersonVoice
{
  TrasDetailSection parent_instance;
};

G_DEFINE_FINAL_TYPE (TrasPersonVoice, tras_person_voice, TRAS_TYPE_DETAIL_SECTION)

typedef struct
{
  GPtrArray *suggestions;
  GPtrArray *thanks;
} Voice;

static void
voice_free (gpointer data)
{
  Voice *voice = data;

  g_clear_pointer (&voice->suggestions, g_ptr_array_unref);
  g_clear_pointer (&voice->thanks, g_ptr_array_unref);
  g_free (voice);
}

static GPtrArray *
select_of (TrasDb      *db,
           GType        type,
           gint64       person_id,
           const char  *day,
           GError     **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (type);

  tras_query_where_int (query, "person_id", TRAS_QUERY_EQ, person_id);
  tras_query_order (query, day, TRUE);

  return tras_db_select (db, query, error);
}

static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  gint64 person_id = *(gint64 *) data;
  Voice *voice = g_new0 (Voice, 1);

  voice->suggestions = select_of (db, TRAS_TYPE_SUGGESTION, person_id, "said_on", error);
  if (voice->suggestions != NULL)
    voice->thanks = select_of (db, TRAS_TYPE_RECOGNITION, person_id, "given_on", error);
  if (voice->thanks == NULL)
    g_clear_pointer (&voice, voice_free);

  return voice;
}

static void
on_suggestion_activated (GtkWidget  *row,
                         TrasRecord *suggestion)
{
  tras_window_show_record (row, TRAS_TYPE_SUGGESTION, suggestion->id);
}

static void
add_suggestion (TrasDetailSection *section,
                TrasSuggestion    *suggestion)
{
  TrasDay today = tras_day_today ();
  g_autofree char *state = tras_suggestion_words_dup_state (suggestion, today);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title",
                                 suggestion->what, "title-lines", 2, "subtitle", state,
                                 "activatable", TRUE, NULL);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name",
                                  tras_suggestion_words_get_icon (suggestion, today),
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (icon, tras_suggestion_words_get_class (suggestion, today));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  g_signal_connect_data (row, "activated", G_CALLBACK (on_suggestion_activated),
                         g_object_ref (suggestion), (GClosureNotify) (void *) g_object_unref, 0);
  tras_detail_section_add_row (section, row);
}

static gboolean
show (TrasDetailSection *section,
      gpointer           found)
{
  Voice *voice = found;

  for (guint i = 0; i < voice->suggestions->len; i++)
    add_suggestion (section, voice->suggestions->pdata[i]);
  for (guint i = 0; i < voice->thanks->len; i++)
    {
      TrasRecognition *thanks = voice->thanks->pdata[i];

      tras_thanks_add_row (section, thanks,
                           thanks->thanked_for != NULL ? thanks->thanked_for : _("Thanks"));
    }
  tras_detail_section_set_can_add (section, TRUE);

  return TRUE;
}

static void
add (TrasDetailSection *section)
{
  tras_suggestion_forms_new (GTK_WIDGET (section), tras_detail_section_get_store (section),
                             tras_detail_section_get_record (section)->id);
}

static void
tras_person_voice_class_init (TrasPersonVoiceClass *klass)
{
  static const char *const tables[] = { "action", "area", "deviation", "experiment", "recognition",
                                        "suggestion", NULL };
  TrasDetailSectionClass *section_class = TRAS_DETAIL_SECTION_CLASS (klass);

  section_class->loading.tables = tables;
  section_class->loading.job = load_job;
  section_class->loading.free_result = voice_free;
  section_class->loading.is_daily = TRUE;
  section_class->show = show;
  section_class->add = add;
}

static void
tras_person_voice_init (TrasPersonVoice *self)
{
  tras_detail_section_set_title (TRAS_DETAIL_SECTION (self), _("Suggestions and Thanks"),
                                 _("New suggestion"));
}
