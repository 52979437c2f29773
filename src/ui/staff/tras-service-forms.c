/* tras-service-forms.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-form-dialog.h"
#include "tras-service-forms.h"
#include "tras-service-score.h"
#include "tras-service-words.h"

/* ---- a new service ---- */

typedef struct
{
  TrasServiceMade made;
} NewForm;

static TrasEdit *
new_make_edit (TrasFormDialog *dialog,
               gpointer        draft,
               gpointer        data)
{
  TrasService *service = draft;
  TrasEdit *edit;

  if (service->giver_id == 0)
    tras_form_dialog_refuse (dialog, "giver_id", _("Choose the area that gives it."));
  else if (service->taker_id == 0)
    tras_form_dialog_refuse (dialog, "taker_id", _("Choose the area that takes it."));
  else if (service->taker_id == service->giver_id)
    tras_form_dialog_refuse (dialog, "taker_id",
                             _("An area promises nothing to itself: choose another one."));
  else if (service->what == NULL || *service->what == '\0')
    tras_form_dialog_refuse (dialog, "what", _("What is given?"));
  else
    {
      edit = tras_edit_new (_("New service"));
      tras_edit_insert (edit, service);
      return edit;
    }

  return NULL;
}

static void
new_saved (GtkWidget *owner,
           gpointer   draft,
           gpointer   data)
{
  ((NewForm *) data)->made (owner, TRAS_RECORD (draft)->id);
}

static const TrasFormFuncs new_funcs = {
  .make_edit = new_make_edit,
  .saved = new_saved,
};

/**
 * tras_service_forms_new:
 * @owner: who asks
 * @store: the file
 * @made: called once it is written
 *
 * Asks which area promises what to which.
 */
void
tras_service_forms_new (GtkWidget       *owner,
                        TrasStore       *store,
                        TrasServiceMade  made)
{
  static const char *const fields[] = { "what", "giver_id", "taker_id", "promise", "target",
                                        "from_on" };
  NewForm *form = g_new0 (NewForm, 1);
  g_autoptr (TrasService) draft = tras_service_new ();
  TrasFormDialog *dialog = tras_form_dialog_new (owner, store, _("New Service"), _("_Add"),
                                                 &new_funcs, form, g_free);

  form->made = made;
  draft->from_on = tras_period_first_day (TRAS_EVERY_MONTH, tras_day_today ());
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    tras_form_dialog_add_field (dialog, TRAS_TYPE_SERVICE, fields[i], NULL);
  tras_form_dialog_present (dialog, draft);
}

/* ---- what was said of a month ---- */

typedef struct
{
  TrasService *service;
  TrasServiceRating *rating;
  AdwComboRow *score;
} RateForm;

static void
rate_form_free (gpointer data)
{
  RateForm *self = data;

  g_object_unref (self->service);
  g_object_unref (self->rating);
  g_free (self);
}

static TrasEdit *
rate_make_edit (TrasFormDialog *dialog,
                gpointer        draft,
                gpointer        data)
{
  RateForm *form = data;
  TrasServiceRating *rating = draft;

  return tras_service_step_rate (form->service, form->rating, rating->period_on,
                                 adw_combo_row_get_selected (form->score) + 1,
                                 rating->words != NULL ? rating->words : "");
}

static const TrasFormFuncs rate_funcs = {
  .make_edit = rate_make_edit,
};

static AdwComboRow *
make_scores (gint64 score)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (int i = 1; i <= TRAS_SERVICE_SCORE_MOST; i++)
    {
      g_autofree char *name = tras_service_words_dup_score (i);

      gtk_string_list_append (names, name);
    }

  return g_object_new (ADW_TYPE_COMBO_ROW, "title", _("Score"), "model", names, "selected",
                       (guint) score - 1, NULL);
}

/**
 * tras_service_forms_rate:
 * @owner: who asks
 * @store: the file
 * @service: a service
 * @rating: what was said of a month of it
 *
 * Asks for another score or other words, or takes the rating away.
 */
void
tras_service_forms_rate (GtkWidget         *owner,
                         TrasStore         *store,
                         TrasService       *service,
                         TrasServiceRating *rating)
{
  RateForm *form = g_new0 (RateForm, 1);
  g_autofree char *month = tras_service_words_dup_month (rating->period_on);
  TrasFormDialog *dialog = tras_form_dialog_new (owner, store, _("Change Rating"), _("_Save"),
                                                 &rate_funcs, form, rate_form_free);

  form->service = g_object_ref (service);
  form->rating = g_object_ref (rating);
  form->score = make_scores (rating->score);
  tras_form_dialog_add_group (dialog, month);
  tras_form_dialog_add_row (dialog, GTK_WIDGET (form->score));
  tras_form_dialog_add_field (dialog, TRAS_TYPE_SERVICE_RATING, "words", NULL);
  tras_form_dialog_add_delete (dialog, _("_Delete Rating"), rating, _("Delete rating"));
  tras_form_dialog_present (dialog, rating);
}
