/* tras-person-absences.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-absence-board.h"
#include "tras-absence-form.h"
#include "tras-departure.h"
#include "tras-detail.h"
#include "tras-load-board.h"
#include "tras-loader.h"
#include "tras-person-absences.h"
#include "tras-window.h"

#define MONTHS 12
#define MOST_ROWS 6

struct _TrasPersonAbsences
{
  AdwBin parent_instance;

  /* borrowed */
  AdwPreferencesGroup *group;
  GtkWidget *add_button;

  /* owned */
  TrasRecord *record;
  TrasLoader *loader;
  TrasDeparture *found;
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (TrasPersonAbsences, tras_person_absences, ADW_TYPE_BIN)

typedef enum
{
  PROP_RECORD = 1,
} TrasPersonAbsencesProperty;

static GParamSpec *properties[PROP_RECORD + 1];

/* ---- what is shown ---- */

static void
clear_rows (TrasPersonAbsences *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

static void
on_row_activated (GtkWidget          *row,
                  TrasPersonAbsences *self)
{
  TrasStore *store = tras_loader_get_store (self->loader);

  if (self->found != NULL && !tras_store_is_read_only (store))
    tras_absence_form_change (GTK_WIDGET (self), store, self->found->work,
                              g_object_get_data (G_OBJECT (row), "absence"));
}

static void
on_add_clicked (TrasPersonAbsences *self)
{
  TrasDay today = tras_day_today ();

  if (self->found != NULL && self->record != NULL)
    tras_absence_form_add (GTK_WIDGET (self), tras_loader_get_store (self->loader),
                           self->found->work, self->record->id, today, today);
}

static void
add_row (TrasPersonAbsences *self,
         TrasAbsence        *absence)
{
  g_autofree char *span = tras_absence_dup_span (absence, tras_number_format_get_default ());
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE,
                                 "title", absence->kind_name, "subtitle", span,
                                 "activatable", TRUE, NULL);

  g_object_set_data_full (G_OBJECT (row), "absence", g_object_ref (absence), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated), self, 0);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

/* Of the twelve months up to today: what counts in the rate, and the rest. */
static char *
dup_sum (TrasPersonAbsences *self)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  TrasDay today = tras_day_today ();
  TrasDay from = tras_day_add_months (today, -MONTHS) + 1;
  gint64 counted = 0, other = 0;
  g_autofree char *lost = NULL;
  g_autofree char *rest = NULL;

  for (guint i = 0; i < self->found->absences->len; i++)
    {
      TrasAbsence *absence = self->found->absences->pdata[i];
      gint64 minutes = tras_work_book_get_lost (self->found->work, absence, from, today);

      *(absence->counts ? &counted : &other) += minutes;
    }
  lost = tras_load_dup_hours (counted, format);
  rest = tras_load_dup_hours (other, format);

  /* Translators: two numbers of hours: absences that count in the absence rate, and others */
  return g_strdup_printf (_("In twelve months %s h that count in the absence rate, %s h of other "
                            "kinds."), lost, rest);
}

/* ---- reading ---- */

static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return tras_departure_load (db, *(gint64 *) data, error);
}

static gpointer
ask (gpointer owner)
{
  TrasPersonAbsences *self = owner;

  return self->record != NULL ? g_memdup2 (&self->record->id, sizeof (gint64)) : NULL;
}

static void
take (gpointer owner,
      gpointer found)
{
  TrasPersonAbsences *self = owner;
  TrasStore *store = tras_loader_get_store (self->loader);
  g_autofree char *sum = NULL;

  g_clear_pointer (&self->found, tras_departure_free);
  self->found = found;
  clear_rows (self);
  for (guint i = self->found->absences->len; i > 0 && self->rows->len < MOST_ROWS; i--)
    add_row (self, self->found->absences->pdata[i - 1]);
  sum = dup_sum (self);
  adw_preferences_group_set_description (self->group, sum);
  gtk_widget_set_visible (self->add_button, !tras_store_is_read_only (store) &&
                                              self->found->person->left_on == TRAS_DAY_NONE);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/* The pane says what is wrong where the person is gone. */
static void
fail (gpointer  owner,
      GError   *error)
{
  gtk_widget_set_visible (owner, FALSE);
}

static gboolean
is_touched (gpointer     owner,
            TrasChanges *changes)
{
  static const char *const tables[] = { "absence", "absence_kind", "area", "holiday", "person",
                                        "post", "role", NULL };

  return tras_changes_touch_any (changes, tables);
}

static const TrasLoading loading = {
  .is_touched = is_touched,
  .ask = ask,
  .free_wish = g_free,
  .job = load_job,
  .free_result = (GDestroyNotify) tras_departure_free,
  .take = take,
  .fail = fail,
};

/* ---- the object ---- */

/* The pane's record comes with its store. */
static void
set_record (TrasPersonAbsences *self,
            TrasRecord         *record)
{
  TrasDetail *detail = tras_detail_find (GTK_WIDGET (self));
  gboolean other = record == NULL || self->record == NULL || record->id != self->record->id;

  if (!g_set_object (&self->record, record))
    return;
  if (other)
    {
      tras_loader_stop (self->loader);
      clear_rows (self);
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
    }
  if (detail == NULL || record == NULL)
    return;
  if (tras_loader_set_store (self->loader, tras_detail_get_store (detail)) || other)
    tras_loader_load (self->loader);
}

static void
tras_person_absences_dispose (GObject *object)
{
  TrasPersonAbsences *self = TRAS_PERSON_ABSENCES (object);

  g_clear_pointer (&self->loader, tras_loader_free);
  g_clear_pointer (&self->found, tras_departure_free);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (tras_person_absences_parent_class)->dispose (object);
}

static void
tras_person_absences_finalize (GObject *object)
{
  g_ptr_array_unref (TRAS_PERSON_ABSENCES (object)->rows);

  G_OBJECT_CLASS (tras_person_absences_parent_class)->finalize (object);
}

static void
tras_person_absences_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  switch ((TrasPersonAbsencesProperty) prop_id)
    {
    case PROP_RECORD:
      set_record (TRAS_PERSON_ABSENCES (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_person_absences_class_init (TrasPersonAbsencesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tras_person_absences_dispose;
  object_class->finalize = tras_person_absences_finalize;
  object_class->set_property = tras_person_absences_set_property;

  /**
   * TrasPersonAbsences:record:
   *
   * The person of the pane that it stands in.
   */
  properties[PROP_RECORD] =
    g_param_spec_object ("record", NULL, NULL, TRAS_TYPE_RECORD,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tras_person_absences_init (TrasPersonAbsences *self)
{
  self->loader = tras_loader_new (&loading, self);
  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("Absence"));
  self->add_button = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_set_tooltip_text (self->add_button, _("New absence"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("New absence"), -1);
  gtk_widget_set_valign (self->add_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->add_button, "flat");
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (on_add_clicked), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (self->group, self->add_button);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
