/* tras-stockout-detail.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-form-dialog.h"
#include "tras-help.h"
#include "tras-item.h"
#include "tras-number.h"
#include "tras-record-deviations.h"
#include "tras-stockout-detail.h"
#include "tras-stockout.h"
#include "tras-window.h"

/**
 * TrasStockoutDetail:
 *
 * When an item was out and for how long, why, and what is done about it.
 */
struct _TrasStockoutDetail
{
  TrasDetail parent_instance;

  /* template widgets */
  AdwActionRow *item_row;
  GtkButton *lesson_button;
  GtkLabel *cause;
  GtkLabel *lesson;
  GtkLabel *state;
  TrasRecordDeviations *deviations;
};

G_DEFINE_FINAL_TYPE (TrasStockoutDetail, tras_stockout_detail, TRAS_TYPE_DETAIL)

static TrasStockout *
get_stockout (TrasStockoutDetail *self)
{
  return tras_detail_get_record (TRAS_DETAIL (self));
}

/* ---- cause and lesson ---- */

static TrasEdit *
lesson_make_edit (TrasFormDialog *dialog,
                  gpointer        draft,
                  gpointer        data)
{
  TrasStockoutLesson *lesson = draft;
  TrasEdit *edit;

  if (lesson->cause == NULL && lesson->lesson == NULL)
    {
      tras_form_dialog_refuse (dialog, "cause", _("Why did it run out?"));
      return NULL;
    }

  edit = tras_edit_new (_("Lesson of a stock-out"));
  if (GPOINTER_TO_INT (data))
    tras_edit_update (edit, lesson);
  else
    tras_edit_insert (edit, lesson);

  return edit;
}

static const TrasFormFuncs lesson_funcs = {
  .make_edit = lesson_make_edit,
};

static void
on_lesson_found (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (TrasStockoutDetail) self = user_data;
  TrasStore *store = TRAS_STORE (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = tras_store_select_finish (store, result, &error);
  g_autoptr (TrasStockoutLesson) draft = NULL;
  TrasFormDialog *dialog;

  if (found == NULL)
    {
      tras_window_report_error (GTK_WIDGET (self), error);
      return;
    }
  if (get_stockout (self) == NULL)
    return;

  if (found->len > 0)
    draft = tras_record_dup (found->pdata[0]);
  else
    {
      draft = tras_stockout_lesson_new ();
      draft->stockout_id = TRAS_RECORD (get_stockout (self))->id;
    }
  dialog = tras_form_dialog_new (GTK_WIDGET (self), store, _("Cause and Lesson"), _("_Save"),
                                 &lesson_funcs, GINT_TO_POINTER (found->len > 0), NULL);
  tras_form_dialog_add_group (dialog, get_stockout (self)->item_name);
  tras_form_dialog_add_field (dialog, TRAS_TYPE_STOCKOUT_LESSON, "cause", NULL);
  tras_form_dialog_add_field (dialog, TRAS_TYPE_STOCKOUT_LESSON, "lesson", NULL);
  tras_form_dialog_present (dialog, draft);
}

static void
on_lesson_clicked (TrasStockoutDetail *self)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_STOCKOUT_LESSON);

  if (get_stockout (self) == NULL)
    return;

  tras_query_where_int (query, "stockout_id", TRAS_QUERY_EQ,
                        TRAS_RECORD (get_stockout (self))->id);
  tras_store_select_async (tras_detail_get_store (TRAS_DETAIL (self)), query, NULL,
                           on_lesson_found, g_object_ref (self));
}

static void
on_item_activated (TrasStockoutDetail *self)
{
  if (get_stockout (self) != NULL)
    tras_window_show_record (GTK_WIDGET (self), TRAS_TYPE_ITEM, get_stockout (self)->item_id);
}

/**
 * tras_stockout_detail_open_deviation:
 * @self: a pane
 *
 * Asks for the deviation that is made of the stock-out on show, or shows the one that is under way.
 */
void
tras_stockout_detail_open_deviation (TrasStockoutDetail *self)
{
  g_return_if_fail (TRAS_IS_STOCKOUT_DETAIL (self));

  if (get_stockout (self) != NULL)
    tras_record_deviations_open (self->deviations);
}

/* ---- the object ---- */

static char *
dup_state (TrasStockout *stockout)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  int days = tras_stockout_get_days (stockout, tras_day_today ());
  g_autofree char *from =
    tras_number_format_date_medium (format, stockout->from_on);

  if (stockout->to_at == TRAS_NULL)
    /* Translators: how many days, and a day */
    return g_strdup_printf (ngettext ("Out for %d day, since %s", "Out for %d days, since %s",
                                      days), days, from);

  /* Translators: how many days, and a day */
  return g_strdup_printf (ngettext ("Was out for %d day, from %s", "Was out for %d days, from %s",
                                    days), days, from);
}

static void
tras_stockout_detail_record_changed (TrasDetail *detail,
                                     gpointer    record)
{
  TrasStockoutDetail *self = TRAS_STOCKOUT_DETAIL (detail);
  TrasStockout *stockout = record;
  g_autofree char *state = NULL;

  if (record == NULL)
    return;

  state = dup_state (stockout);
  gtk_label_set_label (self->state, state);
  g_object_set (self->item_row, "use-markup", FALSE, "title", stockout->item_name, "subtitle",
                stockout->sku, NULL);
  gtk_label_set_label (self->cause, stockout->cause != NULL ? stockout->cause
                                                            : _("Nobody has said it yet."));
  gtk_label_set_label (self->lesson, stockout->lesson != NULL ? stockout->lesson
                                                              : _("Nothing yet."));
  gtk_widget_set_visible (GTK_WIDGET (self->lesson_button),
                          !tras_store_is_read_only (tras_detail_get_store (detail)));
}

static void
tras_stockout_detail_class_init (TrasStockoutDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  TRAS_DETAIL_CLASS (klass)->record_changed = tras_stockout_detail_record_changed;

  g_type_ensure (TRAS_TYPE_STOCKOUT_DEVIATIONS);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/stock/tras-stockout-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasStockoutDetail, cause);
  gtk_widget_class_bind_template_child (widget_class, TrasStockoutDetail, deviations);
  gtk_widget_class_bind_template_child (widget_class, TrasStockoutDetail, item_row);
  gtk_widget_class_bind_template_child (widget_class, TrasStockoutDetail, lesson);
  gtk_widget_class_bind_template_child (widget_class, TrasStockoutDetail, lesson_button);
  gtk_widget_class_bind_template_child (widget_class, TrasStockoutDetail, state);
  gtk_widget_class_bind_template_callback (widget_class, on_item_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_lesson_clicked);
}

static void
tras_stockout_detail_init (TrasStockoutDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tras_help_set_page (GTK_WIDGET (self), "book-stock");
}
