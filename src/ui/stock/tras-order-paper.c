/* tras-order-paper.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-firm.h"
#include "tras-number.h"
#include "tras-order-paper.h"
#include "tras-picking-report.h"
#include "tras-report-paper.h"
#include "tras-window.h"

typedef struct
{
  GtkWidget *owner;
  gint64 sale_id;

  GPtrArray *pickings;
  TrasFirm *firm;
} Paper;

static void
paper_free (Paper *paper)
{
  g_clear_object (&paper->owner);
  g_clear_pointer (&paper->pickings, g_ptr_array_unref);
  g_clear_object (&paper->firm);
  g_free (paper);
}

static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Paper *paper = data;

  paper->pickings = tras_picking_load (db, paper->sale_id, error);
  if (paper->pickings == NULL)
    return NULL;
  paper->firm = tras_firm_load_or_new (db, error);

  return paper->firm != NULL ? paper : NULL;
}

static void
on_loaded (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Paper *paper = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasReport) report = NULL;

  if (tras_store_run_finish (TRAS_STORE (object), result, &error) == NULL)
    {
      tras_window_report_error (paper->owner, error);
    }
  else if (paper->pickings->len == 0)
    {
      tras_window_toast (paper->owner, _("No order is to be picked"));
    }
  else
    {
      report = tras_picking_report_new (paper->pickings, paper->firm->name,
                                        tras_number_format_get_default ());
      tras_report_paper_save (paper->owner, report, _("Save the Picking List"),
                              _("Picking list.pdf"));
    }
  paper_free (paper);
}

/**
 * tras_order_paper_save:
 * @owner: who asks
 * @store: the file
 * @sale_id: an order, 0 for all that are to be picked
 *
 * Asks where the picking list is written to.
 */
void
tras_order_paper_save (GtkWidget *owner,
                       TrasStore *store,
                       gint64     sale_id)
{
  Paper *paper = g_new0 (Paper, 1);

  g_return_if_fail (GTK_IS_WIDGET (owner));

  paper->owner = g_object_ref (owner);
  paper->sale_id = sale_id;
  tras_store_run_async (store, tras_order_paper_save, load_job, paper, NULL, NULL, NULL, on_loaded,
                        paper);
}
