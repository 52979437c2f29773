/* tras-post-form.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-firm.h"
#include "tras-form-dialog.h"
#include "tras-post-form.h"

#define WEEK_HOURS 168

typedef struct
{
  TrasPost *before;
} PostForm;

static void
post_form_free (gpointer data)
{
  PostForm *form = data;

  g_clear_object (&form->before);
  g_free (form);
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
  if (post->week_minutes > WEEK_HOURS * 60)
    {
      tras_form_dialog_refuse (dialog, "week_minutes", _("A week has between 0 and 168 hours"));
      return NULL;
    }

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

/* Whom the firm does not show the cost sees that there is one to be known: it stays as it is. */
static void
add_hour_cost (TrasFormDialog *dialog,
               TrasStore      *store)
{
  const TrasField *field = tras_table_find_field (tras_record_type_get_table (TRAS_TYPE_POST),
                                                  "hour_cost");

  if (tras_firm_shows_hour_cost_at (store))
    tras_form_dialog_add_field (dialog, TRAS_TYPE_POST, field->name, NULL);
  else
    tras_form_dialog_add_row (dialog, g_object_new (ADW_TYPE_ACTION_ROW,
                                                    "title", tras_field_get_label (field),
                                                    "subtitle", "–", NULL));
}

static const TrasFormFuncs funcs = { .make_edit = make_edit };

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
  dialog = tras_form_dialog_new (owner, store, is_new ? _("New Post") : _("Change Post"),
                                 is_new ? _("_Add") : _("_Save"), &funcs, form, post_form_free);
  tras_form_dialog_add_field (dialog, TRAS_TYPE_POST, "role_id", NULL);
  tras_form_dialog_add_field (dialog, TRAS_TYPE_POST, "from_on", NULL);
  if (!is_new)
    tras_form_dialog_add_field (dialog, TRAS_TYPE_POST, "to_on", NULL);
  tras_form_dialog_add_field (dialog, TRAS_TYPE_POST, "week_minutes", NULL);
  add_hour_cost (dialog, store);
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
