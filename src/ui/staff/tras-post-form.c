/* tras-post-form.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "tras-form-dialog.h"
#include "tras-number.h"
#include "tras-post-form.h"

#define WEEK_HOURS 168

/* Hours are what people speak of; the file has minutes. */
typedef struct
{
  AdwEntryRow *hours;
  TrasPost *before;
} PostForm;

static void
post_form_free (gpointer data)
{
  PostForm *form = data;

  g_clear_object (&form->before);
  g_free (form);
}

static gboolean
read_hours (TrasFormDialog *dialog,
            PostForm       *form,
            gint64         *minutes)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (form->hours));
  g_autoptr (GError) error = NULL;
  gint64 hours;

  if (!tras_number_format_parse_quantity (tras_number_format_get_default (), text, &hours, &error))
    {
      tras_form_dialog_refuse (dialog, NULL, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (form->hours));
      return FALSE;
    }
  if (hours < 0 || hours > WEEK_HOURS * 1000)
    {
      tras_form_dialog_refuse (dialog, NULL, _("A week has between 0 and 168 hours"));
      gtk_widget_grab_focus (GTK_WIDGET (form->hours));
      return FALSE;
    }
  *minutes = (hours * 60 + 500) / 1000;

  return TRUE;
}

static TrasEdit *
make_edit (TrasFormDialog *dialog,
           gpointer        draft,
           gpointer        data)
{
  PostForm *form = data;
  g_autoptr (TrasPost) post = tras_record_dup (draft);
  gboolean is_new = TRAS_RECORD (post)->id == 0;
  TrasEdit *edit;

  if (post->role_id == 0)
    {
      tras_form_dialog_refuse (dialog, "role_id", _("Choose a role."));
      return NULL;
    }
  if (post->to_on != TRAS_DAY_NONE && post->to_on < post->from_on)
    {
      tras_form_dialog_refuse (dialog, "to_on", _("It must end after it begins"));
      return NULL;
    }
  if (form->before != NULL && post->from_on <= form->before->from_on)
    {
      tras_form_dialog_refuse (dialog, "from_on", _("The post before begins on that day or later"));
      return NULL;
    }
  if (!read_hours (dialog, form, &post->week_minutes))
    return NULL;

  edit = tras_edit_new (is_new ? _("New post") : _("Change post"));
  if (!is_new)
    {
      tras_edit_update (edit, post);
      return edit;
    }

  /* Whoever takes up a post leaves the one before. */
  if (form->before != NULL && form->before->to_on == TRAS_DAY_NONE)
    {
      g_autoptr (TrasPost) before = tras_record_dup (form->before);

      before->to_on = post->from_on - 1;
      tras_edit_update (edit, before);
    }
  tras_edit_insert (edit, post);

  return edit;
}

static const TrasFormFuncs funcs = { .make_edit = make_edit };

static void
show_hours (PostForm *form,
            gint64    minutes)
{
  g_autofree char *text =
    tras_number_format_quantity (tras_number_format_get_default (), minutes * 1000 / 60);

  gtk_editable_set_text (GTK_EDITABLE (form->hours), text);
}

static void
present (GtkWidget  *owner,
         TrasStore  *store,
         TrasPost   *draft,
         TrasPost   *before)
{
  gboolean is_new = TRAS_RECORD (draft)->id == 0;
  PostForm *form = g_new0 (PostForm, 1);
  TrasFormDialog *dialog;

  g_set_object (&form->before, before);
  form->hours = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (form->hours), _("Hours a week"));
  adw_entry_row_set_activates_default (form->hours, TRUE);
  show_hours (form, draft->week_minutes);
  dialog = tras_form_dialog_new (owner, store, is_new ? _("New Post") : _("Change Post"),
                                 is_new ? _("_Add") : _("_Save"), &funcs, form, post_form_free);
  tras_form_dialog_add_field (dialog, TRAS_TYPE_POST, "role_id", NULL);
  tras_form_dialog_add_field (dialog, TRAS_TYPE_POST, "from_on", NULL);
  if (!is_new)
    tras_form_dialog_add_field (dialog, TRAS_TYPE_POST, "to_on", NULL);
  tras_form_dialog_add_row (dialog, GTK_WIDGET (form->hours));
  tras_form_dialog_add_field (dialog, TRAS_TYPE_POST, "hour_cost", NULL);
  if (!is_new)
    tras_form_dialog_add_delete (dialog, _("_Delete Post"), draft, _("Delete post"));
  tras_form_dialog_present (dialog, draft);
}

/**
 * tras_post_form_add:
 * @owner: who asks
 * @store: the file
 * @person_id: a person
 * @before: (nullable): the person's newest post, which ends when the new one begins
 */
void
tras_post_form_add (GtkWidget *owner,
                    TrasStore *store,
                    gint64     person_id,
                    TrasPost  *before)
{
  g_autoptr (TrasPost) post = tras_post_new ();

  post->person_id = person_id;
  post->from_on = tras_day_today ();
  if (before != NULL)
    {
      post->week_minutes = before->week_minutes;
      post->hour_cost = before->hour_cost;
    }
  present (owner, store, post, before);
}

/**
 * tras_post_form_change:
 * @owner: who asks
 * @store: the file
 * @post: a post as it was read
 */
void
tras_post_form_change (GtkWidget *owner,
                       TrasStore *store,
                       TrasPost  *post)
{
  present (owner, store, post, NULL);
}
