/* tras-indicator-form.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-form-dialog.h"
#include "tras-indicator-form.h"
#include "tras-indicator.h"
#include "tras-source-row.h"
#include "tras-window.h"

/* What must be said of an indicator so that two people count the same. */
static gboolean
check (TrasFormDialog *dialog,
       TrasIndicator  *indicator)
{
  if (indicator->name == NULL)
    tras_form_dialog_refuse (dialog, "name", _("What is it called?"));
  else if (indicator->question == NULL)
    tras_form_dialog_refuse (dialog, "question", _("Which question does it answer?"));
  else if (indicator->definition == NULL)
    tras_form_dialog_refuse (dialog, "definition", _("What is counted, and what is left out?"));
  else if (indicator->unit == NULL)
    tras_form_dialog_refuse (dialog, "unit", _("What is it counted in?"));
  else if (indicator->area_id == 0)
    tras_form_dialog_refuse (dialog, "area_id", _("Which area does it belong to?"));
  else if (indicator->owner_id == 0)
    tras_form_dialog_refuse (dialog, "owner_id", _("Who looks after it?"));
  else
    return TRUE;

  return FALSE;
}

static TrasEdit *
make_edit (TrasFormDialog *dialog,
           gpointer        draft,
           gpointer        data)
{
  TrasIndicator *indicator = draft;
  g_autofree char *label = NULL;
  TrasEdit *edit;

  if (!check (dialog, indicator))
    return NULL;

  /* Translators: an edit; %s is an indicator */
  label = g_strdup_printf (_("New indicator “%s”"), indicator->name);
  edit = tras_edit_new (label);
  tras_edit_insert (edit, indicator);

  return edit;
}

static void
saved (GtkWidget *owner,
       gpointer   draft,
       gpointer   data)
{
  tras_window_show_record (owner, TRAS_TYPE_INDICATOR, TRAS_RECORD (draft)->id);
}

static const TrasFormFuncs funcs = {
  .make_edit = make_edit,
  .saved = saved,
};

/* The first number is expected for the week that is over. */
static TrasDay
find_start (void)
{
  return tras_period_first_day (TRAS_EVERY_WEEK, tras_day_today () - 7);
}

/**
 * tras_indicator_form_present:
 * @owner: a widget of the window
 * @store: where it is written to
 * @owner_id: a person who may look after it, 0 for nobody yet
 * @area_id: an area that it may belong to, 0 for none yet
 *
 * Asks for an indicator and, once it is stored, shows it.
 */
void
tras_indicator_form_present (GtkWidget *owner,
                             TrasStore *store,
                             gint64     owner_id,
                             gint64     area_id)
{
  static const char *const what[] = { "name", "question", "definition", "area_id", "owner_id" };
  static const char *const how[] = { "unit", "decimals", "better", "every", "roll", "lever" };
  g_autoptr (TrasIndicator) draft = tras_indicator_new ();
  TrasFormDialog *dialog;

  g_return_if_fail (GTK_IS_WIDGET (owner));
  g_return_if_fail (TRAS_IS_STORE (store));

  draft->better = g_intern_string ("up");
  draft->family = g_intern_string ("productivity");
  draft->roll = g_intern_string ("sum");
  draft->owner_id = owner_id;
  draft->area_id = area_id;
  draft->starts_on = find_start ();

  dialog = tras_form_dialog_new (owner, store, _("New Indicator"), _("_Add"), &funcs, NULL, NULL);
  tras_form_dialog_add_group (dialog, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (what); i++)
    tras_form_dialog_add_field (dialog, TRAS_TYPE_INDICATOR, what[i], NULL);
  tras_form_dialog_add_group (dialog, _("How it is measured"));
  tras_form_dialog_add_row (dialog, tras_source_row_new ());
  for (guint i = 0; i < G_N_ELEMENTS (how); i++)
    tras_form_dialog_add_field (dialog, TRAS_TYPE_INDICATOR, how[i], NULL);
  tras_form_dialog_present (dialog, draft);
}
