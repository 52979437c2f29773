/* tras-vacancy-detail.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-candidate-forms.h"
#include "tras-choice-row.h"
#include "tras-entry-row.h"
#include "tras-hiring-words.h"
#include "tras-reference-row.h"
#include "tras-vacancy-candidates.h"
#include "tras-vacancy-detail.h"
#include "tras-window.h"

/**
 * TrasVacancyDetail:
 *
 * The card of a vacancy: how it stands, its facts, its action, and who asks for it.
 */
struct _TrasVacancyDetail
{
  TrasDetail parent_instance;

  /* template widgets */
  AdwActionRow *action_row;
  GtkImage *state_icon;
  GtkLabel *facts;
  GtkLabel *state;
  GtkWidget *close_button;
  GtkWidget *reopen_button;
};

G_DEFINE_FINAL_TYPE (TrasVacancyDetail, tras_vacancy_detail, TRAS_TYPE_DETAIL)

static TrasVacancy *
get_vacancy (TrasVacancyDetail *self)
{
  return tras_detail_get_record (TRAS_DETAIL (self));
}

static TrasStore *
get_store (TrasVacancyDetail *self)
{
  return tras_detail_get_store (TRAS_DETAIL (self));
}

static gboolean
can_write (TrasVacancyDetail *self)
{
  return get_store (self) != NULL && !tras_store_is_read_only (get_store (self));
}

/* ---- the object ---- */

static void
on_close (TrasVacancyDetail *self)
{
  if (get_vacancy (self) != NULL)
    tras_candidate_forms_close (GTK_WIDGET (self), get_store (self), get_vacancy (self));
}

static void
on_reopen (TrasVacancyDetail *self)
{
  g_autoptr (TrasEdit) edit = NULL;

  if (get_vacancy (self) == NULL)
    return;

  edit = tras_hiring_reopen (get_vacancy (self));
  tras_window_apply (GTK_WIDGET (self), edit, TRAS_APPLY_DEFAULT, NULL, NULL);
}

static void
on_action_activated (TrasVacancyDetail *self)
{
  TrasVacancy *vacancy = get_vacancy (self);

  if (vacancy != NULL && vacancy->action_id != 0)
    tras_window_show_record (GTK_WIDGET (self), TRAS_TYPE_ACTION, vacancy->action_id);
}

/* How many seats are filled, and for how long it has been open. */
static char *
dup_facts (TrasVacancy *vacancy,
           TrasDay      today)
{
  gboolean closed = vacancy->closed_on != TRAS_DAY_NONE;
  int n_days = tras_vacancy_get_days (vacancy, today);
  g_autofree char *days = NULL;
  g_autofree char *seats = NULL;

  seats = g_strdup_printf (ngettext ("%d of %d seat filled", "%d of %d seats filled",
                                     (gulong) vacancy->seats),
                           (int) vacancy->filled, (int) vacancy->seats);
  days = g_strdup_printf (closed ? ngettext ("was open for %d day", "was open for %d days",
                                             (gulong) n_days)
                                 : ngettext ("open for %d day", "open for %d days",
                                             (gulong) n_days), n_days);

  return g_strjoin (" · ", seats, days, NULL);
}

static void
show_vacancy (TrasVacancyDetail *self,
              TrasVacancy       *vacancy)
{
  TrasDay today = tras_day_today ();
  const char *classes[] = { tras_vacancy_words_get_class (vacancy, today), NULL };
  g_autofree char *state = tras_vacancy_words_dup_state (vacancy, today);
  g_autofree char *facts = dup_facts (vacancy, today);
  gboolean open = tras_vacancy_is_open (vacancy);

  gtk_label_set_label (self->state, state);
  gtk_label_set_label (self->facts, facts);
  gtk_image_set_from_icon_name (self->state_icon, tras_vacancy_words_get_icon (vacancy, today));
  gtk_widget_set_css_classes (GTK_WIDGET (self->state_icon), classes);
  gtk_widget_set_visible (GTK_WIDGET (self->action_row), vacancy->action_id != 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->action_row),
                                 vacancy->action_title != NULL ? vacancy->action_title : "");
  gtk_widget_set_visible (self->close_button, open && can_write (self));
  gtk_widget_set_visible (self->reopen_button,
                          can_write (self) &&
                          tras_vacancy_get_state (vacancy, today) == TRAS_VACANCY_UNFILLED);
}

static void
tras_vacancy_detail_record_changed (TrasDetail *detail,
                                    gpointer    record)
{
  TrasVacancyDetail *self = TRAS_VACANCY_DETAIL (detail);

  if (record != NULL)
    show_vacancy (self, record);
}

static void
tras_vacancy_detail_class_init (TrasVacancyDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  TRAS_DETAIL_CLASS (klass)->record_changed = tras_vacancy_detail_record_changed;

  g_type_ensure (TRAS_TYPE_CHOICE_ROW);
  g_type_ensure (TRAS_TYPE_ENTRY_ROW);
  g_type_ensure (TRAS_TYPE_REFERENCE_ROW);
  g_type_ensure (TRAS_TYPE_VACANCY_CANDIDATES);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/staff/tras-vacancy-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasVacancyDetail, action_row);
  gtk_widget_class_bind_template_child (widget_class, TrasVacancyDetail, close_button);
  gtk_widget_class_bind_template_child (widget_class, TrasVacancyDetail, facts);
  gtk_widget_class_bind_template_child (widget_class, TrasVacancyDetail, reopen_button);
  gtk_widget_class_bind_template_child (widget_class, TrasVacancyDetail, state);
  gtk_widget_class_bind_template_child (widget_class, TrasVacancyDetail, state_icon);
  gtk_widget_class_bind_template_callback (widget_class, on_action_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
  gtk_widget_class_bind_template_callback (widget_class, on_reopen);
}

static void
tras_vacancy_detail_init (TrasVacancyDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
