/* tras-skill-forms.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "tras-form-dialog.h"
#include "tras-skill-forms.h"

/* ---- a skill ---- */

static TrasEdit *
skill_make_edit (TrasFormDialog *dialog,
                 gpointer        draft,
                 gpointer        data)
{
  TrasSkill *skill = draft;
  TrasEdit *edit;

  if (skill->name == NULL || *skill->name == '\0')
    {
      tras_form_dialog_refuse (dialog, "name", _("What is it called?"));
      return NULL;
    }
  if (skill->valid_months == 0)
    {
      tras_form_dialog_refuse (dialog, "valid_months",
                               _("Leave it empty where the skill never expires"));
      return NULL;
    }

  if (TRAS_RECORD (skill)->id != 0)
    {
      edit = tras_edit_new (_("Change skill"));
      tras_edit_update (edit, skill);
    }
  else
    {
      edit = tras_edit_new (_("New skill"));
      tras_edit_insert (edit, skill);
    }

  return edit;
}

static const TrasFormFuncs skill_funcs = {
  .make_edit = skill_make_edit,
};

/**
 * tras_skill_forms_skill:
 * @owner: who asks
 * @store: the file
 * @skill: (nullable): a skill as it was read, %NULL for a new one
 *
 * Asks what it is called, how long it is valid, and when to warn before it expires.
 */
void
tras_skill_forms_skill (GtkWidget *owner,
                        TrasStore *store,
                        TrasSkill *skill)
{
  static const char *const fields[] = { "valid_months", "warn_days" };
  g_autoptr (TrasSkill) draft = skill != NULL ? tras_record_dup (skill) : tras_skill_new ();
  TrasFormDialog *dialog =
    tras_form_dialog_new (owner, store, skill != NULL ? _("Change Skill") : _("New Skill"),
                          skill != NULL ? _("_Save") : _("_Add"), &skill_funcs, NULL, NULL);

  tras_form_dialog_add_field (dialog, TRAS_TYPE_SKILL, "name", NULL);
  tras_form_dialog_add_group (dialog,
                              _("For a certificate: how long it is valid, and how many days "
                                "before its end it is time to renew it."));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    tras_form_dialog_add_field (dialog, TRAS_TYPE_SKILL, fields[i], NULL);
  if (skill != NULL)
    tras_form_dialog_add_delete (dialog, _("_Delete Skill"), draft, _("Delete skill"));
  tras_form_dialog_present (dialog, draft);
}

/* ---- levels ---- */

/* “3 · Alone”, from the lowest to the highest. */
static AdwComboRow *
make_levels (const char *title,
             gint64      first,
             gint64      chosen)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (gint64 i = first; i <= TRAS_SKILL_LEVEL_MAX; i++)
    {
      /* Translators: a level from 0 to 4, and what somebody of that level can do */
      g_autofree char *name = g_strdup_printf (C_("skill level", "%d · %s"), (int) i,
                                               tras_skill_get_level_name (i));

      gtk_string_list_append (names, name);
    }

  return g_object_new (ADW_TYPE_COMBO_ROW, "title", title, "model", names, "selected",
                       (guint) (chosen - first), NULL);
}

/* ---- a mark ---- */

typedef struct
{
  AdwComboRow *level;
  GPtrArray *skills;
  /* What the expiry was worked out from. */
  gint64 skill_id;
  TrasDay marked_on;
} MarkForm;

static void
mark_form_free (gpointer data)
{
  MarkForm *form = data;

  g_ptr_array_unref (form->skills);
  g_free (form);
}

static TrasSkill *
find_skill (MarkForm *form,
            gint64    id)
{
  for (guint i = 0; i < form->skills->len; i++)
    {
      if (TRAS_RECORD (form->skills->pdata[i])->id == id)
        return form->skills->pdata[i];
    }

  return NULL;
}

static TrasDay
propose_expiry (MarkForm      *form,
                TrasSkillMark *mark)
{
  TrasSkill *skill = find_skill (form, mark->skill_id);

  return skill != NULL && mark->marked_on != TRAS_DAY_NONE
           ? tras_skill_get_expiry (skill, mark->marked_on) : TRAS_DAY_NONE;
}

/* The expiry follows the skill and the day, until somebody writes another one. */
static void
mark_changed (TrasFormDialog *dialog,
              gpointer        draft,
              gpointer        data)
{
  MarkForm *form = data;
  TrasSkillMark *mark = draft;

  if (mark->skill_id != form->skill_id || mark->marked_on != form->marked_on)
    {
      g_autoptr (TrasSkillMark) follows = tras_record_dup (mark);

      form->skill_id = mark->skill_id;
      form->marked_on = mark->marked_on;
      follows->expires_on = propose_expiry (form, mark);
      tras_form_dialog_set_draft (dialog, follows);
    }
}

static TrasEdit *
mark_make_edit (TrasFormDialog *dialog,
                gpointer        draft,
                gpointer        data)
{
  MarkForm *form = data;
  g_autoptr (TrasSkillMark) mark = tras_record_dup (draft);
  g_autoptr (GError) error = NULL;
  const char *field = NULL;
  TrasEdit *edit;

  if (mark->skill_id == 0)
    {
      tras_form_dialog_refuse (dialog, "skill_id", _("Choose a skill."));
      return NULL;
    }
  mark->level = adw_combo_row_get_selected (form->level);
  if (!tras_skill_mark_check (mark, &field, &error))
    {
      tras_form_dialog_refuse (dialog, field, error->message);
      return NULL;
    }

  edit = tras_edit_new (_("Skill mark"));
  tras_edit_insert (edit, mark);

  return edit;
}

static const TrasFormFuncs mark_funcs = {
  .make_edit = mark_make_edit,
  .changed = mark_changed,
};

/**
 * tras_skill_forms_mark:
 * @owner: who asks
 * @store: the file
 * @skills: (element-type TrasSkill): all skills
 * @person_id: whose mark
 * @skill: (nullable): in which skill, %NULL to ask
 * @level: what to begin with, 0 to 4
 *
 * Asks what somebody can do, how that is known and until when it counts.
 */
void
tras_skill_forms_mark (GtkWidget *owner,
                       TrasStore *store,
                       GPtrArray *skills,
                       gint64     person_id,
                       TrasSkill *skill,
                       gint64     level)
{
  static const char *const fields[] = { "how", "marked_on", "expires_on", "document" };
  MarkForm *form = g_new0 (MarkForm, 1);
  g_autoptr (TrasSkillMark) draft = tras_skill_mark_new ();
  TrasFormDialog *dialog = tras_form_dialog_new (owner, store, _("New Mark"), _("_Add"),
                                                 &mark_funcs, form, mark_form_free);

  form->skills = g_ptr_array_ref (skills);
  form->level = make_levels (_("Level"), 0, level);
  draft->person_id = person_id;
  draft->skill_id = skill != NULL ? TRAS_RECORD (skill)->id : 0;
  draft->level = level;
  draft->marked_on = tras_day_today ();
  draft->expires_on = propose_expiry (form, draft);
  draft->how = skill != NULL && skill->valid_months != TRAS_NULL
                 ? g_intern_static_string ("certificate") : g_intern_static_string ("manager");
  form->skill_id = draft->skill_id;
  form->marked_on = draft->marked_on;

  tras_form_dialog_add_group (dialog, skill != NULL ? skill->name : NULL);
  if (skill == NULL)
    tras_form_dialog_add_field (dialog, TRAS_TYPE_SKILL_MARK, "skill_id", NULL);
  tras_form_dialog_add_row (dialog, GTK_WIDGET (form->level));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    tras_form_dialog_add_field (dialog, TRAS_TYPE_SKILL_MARK, fields[i], NULL);
  tras_form_dialog_present (dialog, draft);
}

/* ---- what a role needs ---- */

typedef struct
{
  AdwComboRow *level;
  gboolean is_new;
} NeedForm;

static TrasEdit *
need_make_edit (TrasFormDialog *dialog,
                gpointer        draft,
                gpointer        data)
{
  NeedForm *form = data;
  g_autoptr (TrasRoleSkill) need = tras_record_dup (draft);
  TrasEdit *edit;

  if (need->skill_id == 0)
    {
      tras_form_dialog_refuse (dialog, "skill_id", _("Choose a skill."));
      return NULL;
    }

  need->level = adw_combo_row_get_selected (form->level) + 1;
  edit = tras_edit_new (_("Skill that a role needs"));
  if (form->is_new)
    tras_edit_insert (edit, need);
  else
    tras_edit_update (edit, need);

  return edit;
}

static char *
explain_need (const GError *error,
              gpointer      data)
{
  return ((NeedForm *) data)->is_new ? g_strdup (_("The role needs that skill already.")) : NULL;
}

static const TrasFormFuncs need_funcs = {
  .make_edit = need_make_edit,
  .explain = explain_need,
};

/**
 * tras_skill_forms_need:
 * @owner: who asks
 * @store: the file
 * @role_id: a role
 * @need: (nullable): what it needs, as it was read; %NULL for one more skill
 *
 * Asks which level of which skill the role needs.
 */
void
tras_skill_forms_need (GtkWidget     *owner,
                       TrasStore     *store,
                       gint64         role_id,
                       TrasRoleSkill *need)
{
  NeedForm *form = g_new0 (NeedForm, 1);
  g_autoptr (TrasRoleSkill) draft = need != NULL ? tras_record_dup (need)
                                                 : tras_role_skill_new ();
  TrasFormDialog *dialog =
    tras_form_dialog_new (owner, store,
                          need != NULL ? _("Change Level") : _("New Skill of the Role"),
                          need != NULL ? _("_Save") : _("_Add"), &need_funcs, form, g_free);

  form->is_new = need == NULL;
  if (form->is_new)
    {
      draft->role_id = role_id;
      draft->level = 2;
    }
  form->level = make_levels (_("Level needed"), 1, draft->level);
  if (form->is_new)
    tras_form_dialog_add_field (dialog, TRAS_TYPE_ROLE_SKILL, "skill_id", NULL);
  tras_form_dialog_add_row (dialog, GTK_WIDGET (form->level));
  tras_form_dialog_add_field (dialog, TRAS_TYPE_ROLE_SKILL, "must", NULL);
  if (!form->is_new)
    tras_form_dialog_add_delete (dialog, _("_Not Needed Any More"), draft,
                                 _("Skill that a role needs"));
  tras_form_dialog_present (dialog, draft);
}
