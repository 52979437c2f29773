/* tras-deviations-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-column.h"
#include "tras-deviation-detail.h"
#include "tras-deviation-forms.h"
#include "tras-deviation-words.h"
#include "tras-deviations-page.h"
#include "tras-help.h"
#include "tras-inner-page.h"
#include "tras-record-page.h"

/**
 * TrasDeviationsPage:
 *
 * A page of records has one store all its life: with another store comes another page.
 */
struct _TrasDeviationsPage
{
  AdwBin parent_instance;

  TrasStore *store;
};

G_DEFINE_FINAL_TYPE (TrasDeviationsPage, tras_deviations_page, ADW_TYPE_BIN)

static gboolean
is_open (TrasRecord *deviation)
{
  return !tras_deviation_is_closed (TRAS_DEVIATION (deviation));
}

static const TrasHeadline headline = {
  .get_icon = (const char *(*) (TrasRecord *, TrasDay)) tras_deviation_words_get_icon,
  .get_class = (const char *(*) (TrasRecord *, TrasDay)) tras_deviation_words_get_class,
  .dup_below = (char *(*) (TrasRecord *, TrasDay)) tras_deviation_words_dup_next,
  .is_open = is_open,
};

static void
narrow_to_open (TrasQuery *query,
                gpointer   user_data)
{
  tras_query_where_text (query, "state", TRAS_QUERY_NE, "closed");
}

/**
 * tras_deviations_narrow_to_due:
 * @query: a selection of deviations
 * @user_data: not used
 *
 * Narrows it to those whose check has come.
 */
void
tras_deviations_narrow_to_due (TrasQuery *query,
                               gpointer   user_data)
{
  narrow_to_open (query, user_data);
  tras_query_where_date (query, "check_on", TRAS_QUERY_LE, tras_day_today ());
}

static void
narrow_to_risks (TrasQuery *query,
                 gpointer   user_data)
{
  tras_query_where_text (query, "origin", TRAS_QUERY_EQ, "risk");
}

static TrasRecordPage *
get_list (TrasDeviationsPage *self)
{
  return TRAS_RECORD_PAGE (adw_bin_get_child (ADW_BIN (self)));
}

static void
on_new (TrasDeviationsPage *self)
{
  tras_deviation_forms_new (GTK_WIDGET (self), self->store);
}

static void
tras_deviations_page_dispose (GObject *object)
{
  g_clear_object (&TRAS_DEVIATIONS_PAGE (object)->store);

  G_OBJECT_CLASS (tras_deviations_page_parent_class)->dispose (object);
}

static void
tras_deviations_page_class_init (TrasDeviationsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tras_deviations_page_dispose;

  g_type_ensure (TRAS_TYPE_COLUMN);
  g_type_ensure (TRAS_TYPE_DEVIATION);
  g_type_ensure (TRAS_TYPE_DEVIATION_DETAIL);
  g_type_ensure (TRAS_TYPE_RECORD_PAGE);
}

static void
tras_deviations_page_init (TrasDeviationsPage *self)
{
  tras_help_set_page (GTK_WIDGET (self), "deviation-to-action");
}

/**
 * tras_deviations_page_set_store:
 * @self: a page
 * @store: (nullable): where the deviations are
 */
void
tras_deviations_page_set_store (TrasDeviationsPage *self,
                                TrasStore          *store)
{
  g_autoptr (GtkBuilder) builder = NULL;
  TrasRecordPage *list;

  g_return_if_fail (TRAS_IS_DEVIATIONS_PAGE (self));

  if (!g_set_object (&self->store, store))
    return;

  adw_bin_set_child (ADW_BIN (self), NULL);
  if (store == NULL)
    return;

  builder = gtk_builder_new_from_resource ("/org/trastienda/Trastienda/ui/indicators/"
                                           "deviations.ui");
  list = TRAS_RECORD_PAGE (gtk_builder_get_object (builder, "deviations"));
  tras_column_set_headline (tras_record_page_get_column (list, "fact"), &headline);
  tras_record_page_add_reference_filter (list, "area_id", _("All areas"));
  /* Translators: deviations that are open, with their count; plural, as all filters are */
  tras_record_page_add_chip (list, C_("deviations", "Open"), narrow_to_open, NULL);
  tras_record_page_add_chip (list, _("To check"), tras_deviations_narrow_to_due, NULL);
  tras_record_page_add_chip (list, _("Risks"), narrow_to_risks, NULL);
  tras_inner_page_set_store (TRAS_INNER_PAGE (list), store);
  g_signal_connect_object (list, "new", G_CALLBACK (on_new), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (list));
}

/**
 * tras_deviations_page_show_record:
 * @self: a page with a store
 * @id: a deviation
 */
void
tras_deviations_page_show_record (TrasDeviationsPage *self,
                                  gint64              id)
{
  g_return_if_fail (TRAS_IS_DEVIATIONS_PAGE (self));
  g_return_if_fail (self->store != NULL);

  tras_record_page_show_record (get_list (self), id);
}

/**
 * tras_deviations_page_show_new:
 * @self: a page with a store
 * @id: a deviation that was just made and says its fact already
 */
void
tras_deviations_page_show_new (TrasDeviationsPage *self,
                               gint64              id)
{
  g_return_if_fail (TRAS_IS_DEVIATIONS_PAGE (self));
  g_return_if_fail (self->store != NULL);

  tras_record_page_show_new (get_list (self), id, 0);
}

void
tras_deviations_page_focus_list (TrasDeviationsPage *self)
{
  g_return_if_fail (TRAS_IS_DEVIATIONS_PAGE (self));

  if (self->store != NULL)
    tras_inner_page_focus (TRAS_INNER_PAGE (get_list (self)));
}

void
tras_deviations_page_activate_new (TrasDeviationsPage *self)
{
  g_return_if_fail (TRAS_IS_DEVIATIONS_PAGE (self));

  if (self->store != NULL)
    tras_inner_page_activate_new (TRAS_INNER_PAGE (get_list (self)));
}

void
tras_deviations_page_focus_search (TrasDeviationsPage *self)
{
  g_return_if_fail (TRAS_IS_DEVIATIONS_PAGE (self));

  if (self->store != NULL)
    tras_inner_page_focus_search (TRAS_INNER_PAGE (get_list (self)));
}
