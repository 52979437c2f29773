/* tras-record-create.c: a new record in a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-record-page.h"
#include "tras-window.h"

static void
on_created (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TrasRecord) record = user_data;
  gint64 edit;

  if (tras_window_apply_finish (GTK_WIDGET (object), result, &edit, NULL))
    tras_record_page_show_new (TRAS_RECORD_PAGE (object), record->id, edit);
}

/**
 * tras_record_page_create:
 * @self: a page
 * @record: (transfer none): a new record
 * @label: the edit, in the user's language: "New goal"
 *
 * Stores the record, and opens it for the rest to be filled in.
 */
void
tras_record_page_create (TrasRecordPage *self,
                         gpointer        record,
                         const char     *label)
{
  g_autoptr (TrasEdit) edit = tras_edit_new (label);

  g_return_if_fail (TRAS_IS_RECORD_PAGE (self));

  tras_edit_insert (edit, record);
  tras_window_apply (GTK_WIDGET (self), edit, TRAS_APPLY_DEFAULT, on_created,
                     g_object_ref (record));
}
