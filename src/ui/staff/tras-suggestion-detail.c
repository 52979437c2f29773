/* tras-suggestion-detail.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-action-forms.h"
#include "tras-entry-row.h"
#include "tras-plan-forms.h"
#include "tras-reference-row.h"
#include "tras-suggestion-detail.h"
#include "tras-suggestion-forms.h"
#include "tras-suggestion-words.h"
#include "tras-text-row.h"
#include "tras-thanks.h"
#include "tras-window.h"

/**
 * TrasSuggestionDetail:
 *
 * What somebody suggests, what they are answered, what it led to, and thanks for it.
 */
struct _TrasSuggestionDetail
{
  TrasDetail parent_instance;

  /* template widgets */
  AdwActionRow *became_row;
  GtkImage *state_icon;
  GtkLabel *origin;
  GtkLabel *state;
  GtkWidget *again_button;
  GtkWidget *buttons;
  GtkWidget *done_button;
};

G_DEFINE_FINAL_TYPE (TrasSuggestionDetail, tras_suggestion_detail, TRAS_TYPE_DETAIL)

static TrasSuggestion *
get_suggestion (TrasSuggestionDetail *self)
{
  return tras_detail_get_record (TRAS_DETAIL (self));
}

static TrasStore *
get_store (TrasSuggestionDetail *self)
{
  return tras_detail_get_store (TRAS_DETAIL (self));
}

/* ---- what becomes of it ---- */

static void
on_take (TrasSuggestionDetail *self)
{
  if (get_suggestion (self) != NULL)
    tras_action_forms_take (GTK_WIDGET (self), get_store (self), get_suggestion (self));
}

static void
on_try (TrasSuggestionDetail *self)
{
  if (get_suggestion (self) != NULL)
    tras_plan_forms_try_suggestion (GTK_WIDGET (self), get_store (self), get_suggestion (self));
}

static void
on_decline (TrasSuggestionDetail *self)
{
  if (get_suggestion (self) != NULL)
    tras_suggestion_forms_decline (GTK_WIDGET (self), get_store (self), get_suggestion (self));
}

static void
set_state (TrasSuggestionDetail *self,
           const char           *state,
           const char           *label)
{
  g_autoptr (TrasSuggestion) copy = NULL;

  if (get_suggestion (self) == NULL)
    return;

  copy = tras_record_dup (get_suggestion (self));
  copy->state = g_intern_static_string (state);
  tras_detail_change (TRAS_DETAIL (self), g_steal_pointer (&copy), label);
}

static void
on_done (TrasSuggestionDetail *self)
{
  set_state (self, "done", _("Suggestion done"));
}

static void
on_again (TrasSuggestionDetail *self)
{
  set_state (self, "new", _("Look at suggestion again"));
}

static void
on_became_activated (TrasSuggestionDetail *self)
{
  TrasSuggestion *suggestion = get_suggestion (self);

  if (suggestion == NULL)
    return;
  if (suggestion->action_id != 0)
    tras_window_show_record (GTK_WIDGET (self), TRAS_TYPE_ACTION, suggestion->action_id);
  else if (suggestion->experiment_id != 0)
    tras_window_show_record (GTK_WIDGET (self), TRAS_TYPE_EXPERIMENT, suggestion->experiment_id);
}

/* ---- the object ---- */

static void
tras_suggestion_detail_record_changed (TrasDetail *detail,
                                       gpointer    record)
{
  TrasSuggestionDetail *self = TRAS_SUGGESTION_DETAIL (detail);
  TrasSuggestion *suggestion = record;
  TrasDay today = tras_day_today ();
  const char *classes[2] = { NULL };
  g_autofree char *state = NULL;
  g_autofree char *origin = NULL;
  gboolean writable, led;

  if (record == NULL)
    return;

  writable = !tras_store_is_read_only (get_store (self));
  led = suggestion->action_id != 0 || suggestion->experiment_id != 0;
  state = tras_suggestion_words_dup_state (suggestion, today);
  origin = tras_suggestion_words_dup_origin (suggestion);
  classes[0] = tras_suggestion_words_get_class (suggestion, today);
  gtk_label_set_label (self->state, state);
  gtk_label_set_label (self->origin, origin);
  gtk_image_set_from_icon_name (self->state_icon,
                                tras_suggestion_words_get_icon (suggestion, today));
  gtk_widget_set_css_classes (GTK_WIDGET (self->state_icon), classes);

  gtk_widget_set_visible (GTK_WIDGET (self->became_row), led);
  if (led)
    g_object_set (self->became_row, "title",
                  suggestion->became != NULL ? suggestion->became : "", "subtitle",
                  suggestion->action_id != 0 ? _("Action") : _("Experiment"), NULL);
  gtk_widget_set_visible (self->buttons, writable && g_str_equal (suggestion->state, "new"));
  gtk_widget_set_visible (self->done_button,
                          writable && g_strcmp0 (suggestion->stands, "taken") == 0);
  gtk_widget_set_visible (self->again_button, writable && !tras_suggestion_is_open (suggestion));
}

static void
tras_suggestion_detail_class_init (TrasSuggestionDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  TRAS_DETAIL_CLASS (klass)->record_changed = tras_suggestion_detail_record_changed;

  g_type_ensure (TRAS_TYPE_ENTRY_ROW);
  g_type_ensure (TRAS_TYPE_REFERENCE_ROW);
  g_type_ensure (TRAS_TYPE_SUGGESTION_THANKS);
  g_type_ensure (TRAS_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/staff/tras-suggestion-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasSuggestionDetail, again_button);
  gtk_widget_class_bind_template_child (widget_class, TrasSuggestionDetail, became_row);
  gtk_widget_class_bind_template_child (widget_class, TrasSuggestionDetail, buttons);
  gtk_widget_class_bind_template_child (widget_class, TrasSuggestionDetail, done_button);
  gtk_widget_class_bind_template_child (widget_class, TrasSuggestionDetail, origin);
  gtk_widget_class_bind_template_child (widget_class, TrasSuggestionDetail, state);
  gtk_widget_class_bind_template_child (widget_class, TrasSuggestionDetail, state_icon);
  gtk_widget_class_bind_template_callback (widget_class, on_again);
  gtk_widget_class_bind_template_callback (widget_class, on_became_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_decline);
  gtk_widget_class_bind_template_callback (widget_class, on_done);
  gtk_widget_class_bind_template_callback (widget_class, on_take);
  gtk_widget_class_bind_template_callback (widget_class, on_try);
}

static void
tras_suggestion_detail_init (TrasSuggestionDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
