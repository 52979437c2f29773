/* tras-count-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-count-view.h"
#include "tras-count-words.h"
#include "tras-number.h"
#include "tras-window.h"
#include "tras-wrap-layout.h"

struct _TrasCountView
{
  AdwBin parent_instance;

  /* template widgets */
  GtkButton *drop_button;
  GtkButton *post_button;
  GtkEntry *code;
  GtkLabel *message;
  GtkLabel *result;
  GtkLabel *title;
  GtkListBox *list;
  GtkToggleButton *review_button;
  GtkWidget *buttons;

  /* owned */
  TrasStore *store;
  TrasCountSheet *sheet;
  GHashTable *written;  /* item: Written, of the count on show */

  guint n_written;
};

/* A number that was written, until it is read: a reading that was asked for before does not know of
 * it, and must not take it away. */
typedef struct
{
  guint place;          /* among all that were written */
  gboolean is_stored;
  TrasCountLine *line;
} Written;

G_DEFINE_FINAL_TYPE (TrasCountView, tras_count_view, ADW_TYPE_BIN)

static gboolean
is_reviewed (TrasCountView *self)
{
  return tras_count_sheet_is_posted (self->sheet) ||
         gtk_toggle_button_get_active (self->review_button);
}

static void
say (TrasCountView *self,
     const char    *words)
{
  gtk_label_set_label (self->message, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), words != NULL);
}

/* ---- numbers ---- */

static TrasCountEntry *
get_entry (TrasCountView *self,
           GtkWidget     *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);
  guint place = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "place"));

  return self->sheet->entries->pdata[place];
}

static char *
dup_number (const TrasCountEntry *entry)
{
  return entry->line->counted != TRAS_NULL
           ? tras_number_format_quantity (tras_number_format_get_default (), entry->line->counted)
           : g_strdup ("");
}

static void
written_free (gpointer data)
{
  Written *written = data;

  g_object_unref (written->line);
  g_free (written);
}

static GtkWidget *
get_field (GtkWidget *row)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), "field") : NULL;
}

static GtkWidget *
find_field (TrasCountView *self,
            gint64         item_id)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *field = get_field (row);

      if (field != NULL && get_entry (self, field)->line->item_id == item_id)
        return field;
    }

  return NULL;
}

static gboolean take_number (TrasCountView *self,
                             GtkWidget     *field);

/* What was typed over it while it was being stored goes behind it; what could not be stored is not
 * shown as if it were. */
static void
on_stored (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  TrasCountView *self = TRAS_COUNT_VIEW (object);
  g_autoptr (TrasCountLine) line = user_data;
  gboolean stored = tras_window_apply_finish (GTK_WIDGET (self), result, NULL, NULL);
  Written *written;
  GtkWidget *field;

  /* The window may be gone, or another count on show. */
  if (self->sheet == NULL)
    return;
  written = g_hash_table_lookup (self->written, &line->item_id);
  if (written == NULL || written->line != line)
    return;

  field = find_field (self, line->item_id);
  if (stored)
    {
      written->is_stored = TRUE;
      tras_count_sheet_keep (self->sheet, line);
      if (field != NULL && gtk_widget_get_focus_child (field) == NULL)
        take_number (self, field);
    }
  else
    {
      g_hash_table_remove (self->written, &line->item_id);
      if (field != NULL)
        {
          g_autofree char *number = dup_number (get_entry (self, field));

          gtk_editable_set_text (GTK_EDITABLE (field), number);
        }
    }
}

static void
write_number (TrasCountView  *self,
              TrasCountEntry *entry,
              gint64          counted)
{
  g_autoptr (TrasEdit) edit = tras_count_sheet_enter (entry, counted);
  Written *written = g_new0 (Written, 1);
  gboolean deletes;

  written->place = ++self->n_written;
  written->line = g_object_ref (TRAS_COUNT_LINE (tras_edit_get_record (edit, 0, &deletes)));
  g_hash_table_replace (self->written, g_memdup2 (&written->line->item_id, sizeof (gint64)),
                        written);
  tras_window_apply (GTK_WIDGET (self), edit, TRAS_APPLY_NO_TOAST, on_stored,
                     g_object_ref (written->line));
}

/* Whether what stands in a field is a number or nothing; says what is wrong with it. */
static gboolean
read_number (TrasCountView *self,
             GtkWidget     *field,
             gint64        *counted)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (field));
  g_autoptr (GError) error = NULL;

  *counted = TRAS_NULL;
  if (*text != '\0' &&
      (!tras_number_format_parse_quantity (tras_number_format_get_default (), text, counted,
                                           &error) || *counted < 0))
    {
      say (self, error != NULL ? error->message : _("A count cannot be less than nothing."));
      gtk_widget_add_css_class (field, "error");
      return FALSE;
    }

  say (self, NULL);
  gtk_widget_remove_css_class (field, "error");

  return TRUE;
}

/* Whether the number was fine; it is written, once, unless it stands there already. */
static gboolean
take_number (TrasCountView *self,
             GtkWidget     *field)
{
  TrasCountEntry *entry = get_entry (self, field);
  const Written *written = g_hash_table_lookup (self->written, &entry->line->item_id);
  g_autofree char *before = dup_number (entry);
  gint64 counted;

  if (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (field)), before))
    return TRUE;
  if (!read_number (self, field, &counted))
    return FALSE;
  /* One after the other: a second edit would find that the first has changed the line. on_stored()
   * looks again. */
  if (counted != entry->line->counted && (written == NULL || written->is_stored))
    write_number (self, entry, counted);

  return TRUE;
}

/* On to the next row, or to the next scan behind the last one. */
static void
on_entered (GtkWidget     *field,
            TrasCountView *self)
{
  GtkWidget *next;

  if (!take_number (self, field))
    return;
  next = gtk_widget_get_next_sibling (gtk_widget_get_ancestor (field, GTK_TYPE_LIST_BOX_ROW));
  next = get_field (next);
  gtk_widget_grab_focus (next != NULL ? next : GTK_WIDGET (self->code));
}

static void
on_left (GtkEventController *controller,
         TrasCountView      *self)
{
  if (self->sheet != NULL && !is_reviewed (self))
    take_number (self, gtk_event_controller_get_widget (controller));
}

static void
on_code_entered (TrasCountView *self)
{
  const char *code = gtk_editable_get_text (GTK_EDITABLE (self->code));
  TrasCountEntry *entry = tras_count_sheet_find (self->sheet, code);
  g_autofree char *words = NULL;
  GtkWidget *field;

  if (*code == '\0')
    return;
  if (entry == NULL)
    {
      words = g_strdup_printf (_("“%s” is not on this count."), code);
      say (self, words);
      gtk_editable_select_region (GTK_EDITABLE (self->code), 0, -1);
      return;
    }

  say (self, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->code), "");
  field = find_field (self, entry->line->item_id);
  if (field != NULL)
    gtk_widget_grab_focus (field);
}

/* ---- rows ---- */

static GtkWidget *
make_field (TrasCountView        *self,
            const TrasCountEntry *entry)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autofree char *number = dup_number (entry);
  /* Translators: %s is an item */
  g_autofree char *label = g_strdup_printf (_("Counted of %s"), entry->item->name);
  GtkWidget *field = g_object_new (GTK_TYPE_ENTRY, "text", number, "width-chars", 7,
                                   "max-width-chars", 9, "xalign", 1.0F, "valign",
                                   GTK_ALIGN_CENTER, "input-purpose", GTK_INPUT_PURPOSE_NUMBER,
                                   NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_add_css_class (field, "numeric");
  g_signal_connect (field, "activate", G_CALLBACK (on_entered), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_left), self);
  gtk_widget_add_controller (field, focus);

  return field;
}

static void
add_row (TrasCountView        *self,
         const TrasCountEntry *entry,
         guint                 place)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *words = NULL;

  g_object_set (row, "use-markup", FALSE, "title", entry->item->name, "subtitle",
                entry->item->sku, "activatable", FALSE, NULL);
  g_object_set_data (G_OBJECT (row), "place", GUINT_TO_POINTER (place));
  if (is_reviewed (self))
    {
      g_autofree char *counted = tras_item_dup_amount (entry->item->unit, entry->line->counted);

      words = tras_count_words_dup_difference (entry, self->store);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_label_new (counted));
    }
  else
    {
      GtkWidget *field = make_field (self, entry);

      gtk_widget_set_sensitive (field, !tras_store_is_read_only (self->store));
      g_object_set_data (G_OBJECT (row), "field", field);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), field);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_label_new (entry->item->unit));
    }
  gtk_list_box_append (self->list, row);
}

/* What is shown again keeps the keyboard where it was, with what is being typed. */
static gboolean
update_rows (TrasCountView  *self,
             TrasCountSheet *before)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  if (before == NULL || is_reviewed (self) || row == NULL ||
      before->entries->len != self->sheet->entries->len ||
      TRAS_RECORD (before->count)->id != TRAS_RECORD (self->sheet->count)->id)
    return FALSE;

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *field = get_field (row);
      g_autofree char *number = NULL;

      if (field == NULL)
        return FALSE;
      number = dup_number (get_entry (self, field));
      if (gtk_widget_get_focus_child (field) == NULL &&
          g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (field)), number) != 0)
        gtk_editable_set_text (GTK_EDITABLE (field), number);
    }

  return TRUE;
}

static void
fill (TrasCountView *self)
{
  gboolean reviewed = is_reviewed (self);
  GtkWidget *child;
  guint n = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < self->sheet->entries->len; i++)
    {
      const TrasCountEntry *entry = self->sheet->entries->pdata[i];

      if (reviewed && tras_count_entry_get_difference (entry) == 0)
        continue;
      add_row (self, entry, i);
      n++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
}

static void
show_state (TrasCountView *self)
{
  gboolean posted = tras_count_sheet_is_posted (self->sheet), reviewed = is_reviewed (self);
  gboolean writable = !tras_store_is_read_only (self->store);
  g_autofree char *result = reviewed ? tras_count_words_dup_result (self->sheet, self->store)
                                     : tras_count_words_dup_progress (self->sheet);

  gtk_label_set_label (self->title, self->sheet->place->name);
  gtk_label_set_label (self->result, result);
  gtk_widget_set_visible (GTK_WIDGET (self->code), !reviewed);
  gtk_widget_set_visible (GTK_WIDGET (self->review_button), !posted);
  gtk_widget_set_visible (GTK_WIDGET (self->drop_button), !posted && !reviewed && writable);
  gtk_widget_set_visible (GTK_WIDGET (self->post_button), !posted && reviewed && writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->post_button),
                            self->sheet->adjust != NULL &&
                              tras_count_sheet_get_n_counted (self->sheet) > 0);
}

static void
on_review_toggled (TrasCountView *self)
{
  if (self->sheet == NULL)
    return;

  fill (self);
  show_state (self);
  gtk_widget_grab_focus (is_reviewed (self) ? GTK_WIDGET (self->review_button)
                                            : GTK_WIDGET (self->code));
}

static void
on_post (TrasCountView *self)
{
  g_autoptr (TrasEdit) edit =
    tras_count_sheet_post (self->sheet, g_get_real_time () / G_USEC_PER_SEC);

  tras_window_apply (GTK_WIDGET (self), edit, TRAS_APPLY_DEFAULT, NULL, NULL);
}

static void
on_drop (TrasCountView *self)
{
  g_autoptr (TrasEdit) edit = tras_count_sheet_drop (self->sheet);

  tras_window_apply (GTK_WIDGET (self), edit, TRAS_APPLY_DEFAULT, NULL, NULL);
}

/* ---- the object ---- */

static void
tras_count_view_dispose (GObject *object)
{
  TrasCountView *self = TRAS_COUNT_VIEW (object);

  g_clear_pointer (&self->sheet, tras_count_sheet_unref);
  g_clear_pointer (&self->written, g_hash_table_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (tras_count_view_parent_class)->dispose (object);
}

static void
tras_count_view_class_init (TrasCountViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tras_count_view_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/stock/tras-count-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasCountView, buttons);
  gtk_widget_class_bind_template_child (widget_class, TrasCountView, code);
  gtk_widget_class_bind_template_child (widget_class, TrasCountView, drop_button);
  gtk_widget_class_bind_template_child (widget_class, TrasCountView, list);
  gtk_widget_class_bind_template_child (widget_class, TrasCountView, message);
  gtk_widget_class_bind_template_child (widget_class, TrasCountView, post_button);
  gtk_widget_class_bind_template_child (widget_class, TrasCountView, result);
  gtk_widget_class_bind_template_child (widget_class, TrasCountView, review_button);
  gtk_widget_class_bind_template_child (widget_class, TrasCountView, title);
  gtk_widget_class_bind_template_callback (widget_class, on_code_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_drop);
  gtk_widget_class_bind_template_callback (widget_class, on_post);
  gtk_widget_class_bind_template_callback (widget_class, on_review_toggled);
}

static void
tras_count_view_init (TrasCountView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->buttons, tras_wrap_layout_new (6));
  self->written = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, written_free);
}

/* Whatever was written behind this reading is not in it. */
static void
keep_written (TrasCountView *self,
              guint          n_written)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->written);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Written *written = value;

      if (written->place <= n_written)
        g_hash_table_iter_remove (&iter);
      else
        tras_count_sheet_keep (self->sheet, written->line);
    }
}

/**
 * tras_count_view_get_n_written:
 * @self: a view
 *
 * Returns: how many numbers were written from it until now
 */
guint
tras_count_view_get_n_written (TrasCountView *self)
{
  g_return_val_if_fail (TRAS_IS_COUNT_VIEW (self), 0);

  return self->n_written;
}

/**
 * tras_count_view_dup_sheet:
 * @self: a view
 *
 * Returns: (transfer full) (nullable): the count on show
 */
TrasCountSheet *
tras_count_view_dup_sheet (TrasCountView *self)
{
  g_return_val_if_fail (TRAS_IS_COUNT_VIEW (self), NULL);

  return self->sheet != NULL ? tras_count_sheet_ref (self->sheet) : NULL;
}

/**
 * tras_count_view_review:
 * @self: a view of a count
 *
 * Shows all differences; where they are on show, goes to what posts them.
 */
void
tras_count_view_review (TrasCountView *self)
{
  g_return_if_fail (TRAS_IS_COUNT_VIEW (self));

  if (self->sheet == NULL || tras_count_sheet_is_posted (self->sheet))
    return;
  if (is_reviewed (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->post_button));
  else
    gtk_toggle_button_set_active (self->review_button, TRUE);
}

/**
 * tras_count_view_show:
 * @self: a view
 * @store: (nullable): where numbers are written
 * @sheet: (nullable) (transfer full): the count as it was read
 * @n_written: what tras_count_view_get_n_written() said before it was read; what was written since
 *   stays on show
 */
void
tras_count_view_show (TrasCountView  *self,
                      TrasStore      *store,
                      TrasCountSheet *sheet,
                      guint           n_written)
{
  TrasCountSheet *before;
  gboolean is_other;

  g_return_if_fail (TRAS_IS_COUNT_VIEW (self));

  before = g_steal_pointer (&self->sheet);
  is_other = before == NULL || sheet == NULL ||
             TRAS_RECORD (before->count)->id != TRAS_RECORD (sheet->count)->id;
  g_set_object (&self->store, store);
  if (is_other)
    {
      gtk_toggle_button_set_active (self->review_button, FALSE);
      gtk_editable_set_text (GTK_EDITABLE (self->code), "");
      say (self, NULL);
      g_hash_table_remove_all (self->written);
    }
  self->sheet = sheet;
  if (sheet != NULL)
    {
      keep_written (self, n_written);
      if (!update_rows (self, before))
        fill (self);
      show_state (self);
    }
  g_clear_pointer (&before, tras_count_sheet_unref);
}

/**
 * tras_count_view_focus:
 * @self: a view
 *
 * Gives the keyboard to the field for barcodes.
 */
void
tras_count_view_focus (TrasCountView *self)
{
  g_return_if_fail (TRAS_IS_COUNT_VIEW (self));

  gtk_widget_grab_focus (gtk_widget_get_visible (GTK_WIDGET (self->code))
                           ? GTK_WIDGET (self->code) : GTK_WIDGET (self->review_button));
}
