/* tras-scorecard-entry.c: typing into a scorecard
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tras-cell-block.h"
#include "tras-scorecard-view-private.h"
#include "tras-sentence.h"
#include "tras-window.h"

/* ---- drafts ---- */

static guint
draft_hash (gconstpointer data)
{
  const TrasCellDraft *draft = data;

  return g_int64_hash (&draft->indicator_id) * 31 + (guint) draft->period;
}

static gboolean
draft_equal (gconstpointer a,
             gconstpointer b)
{
  const TrasCellDraft *x = a, *y = b;

  return x->indicator_id == y->indicator_id && x->period == y->period;
}

static void
draft_free (gpointer data)
{
  TrasCellDraft *draft = data;

  g_free (draft->text);
  g_free (draft->error);
  g_free (draft);
}

static gint64
get_id (const TrasScorecardLine *line)
{
  return ((TrasRecord *) line->row->series->indicator)->id;
}

TrasCellDraft *
tras_scorecard_entry_find_draft (TrasScorecardView *self,
                                 int                line,
                                 int                column)
{
  const TrasCell *cell = tras_scorecard_view_get_cell (self, line, column);
  TrasCellDraft key;

  if (cell == NULL)
    return NULL;

  key.indicator_id = get_id (tras_scorecard_view_get_line (self, line));
  key.period = cell->period;

  return g_hash_table_lookup (self->drafts, &key);
}

static void
keep_draft (TrasScorecardView *self,
            int                line,
            int                column,
            const char        *text,
            const char        *error)
{
  TrasCellDraft *draft = g_new0 (TrasCellDraft, 1);

  draft->indicator_id = get_id (tras_scorecard_view_get_line (self, line));
  draft->period = tras_scorecard_view_get_cell (self, line, column)->period;
  draft->text = g_strdup (text);
  draft->error = g_strdup (error);
  g_hash_table_replace (self->drafts, draft, draft);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
is_done (gpointer key,
         gpointer value,
         gpointer user_data)
{
  return ((TrasCellDraft *) value)->done;
}

/* A new scorecard has what was stored before it was asked for. */
void
tras_scorecard_entry_settle (TrasScorecardView *self)
{
  g_hash_table_foreach_remove (self->drafts, is_done, NULL);
}

/* Lets go of what cannot be stored. */
gboolean
tras_scorecard_entry_forget (TrasScorecardView *self)
{
  TrasCellDraft *draft = tras_scorecard_entry_find_draft (self, self->cursor_line,
                                                          self->cursor_column);

  if (draft == NULL || draft->error == NULL)
    return GDK_EVENT_PROPAGATE;

  g_hash_table_remove (self->drafts, draft);
  tras_scorecard_view_say (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return GDK_EVENT_STOP;
}

/* ---- writing ---- */

typedef struct
{
  TrasScorecardView *view;
  GPtrArray *changes;
} Writing;

static void
on_written (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  Writing *writing = user_data;
  TrasScorecardView *self = writing->view;
  g_autoptr (GError) error = NULL;
  gboolean stored = tras_cell_writer_finish (TRAS_CELL_WRITER (object), result, &error);

  for (guint i = 0; self->scorecard != NULL && i < writing->changes->len; i++)
    {
      TrasCellDraft *draft = g_hash_table_lookup (self->drafts, writing->changes->pdata[i]);

      if (draft == NULL || draft->error != NULL)
        continue;
      draft->done = stored;
      if (!stored)
        draft->error = g_strdup (_("Not stored. Type it again, or press Escape."));
    }
  tras_scorecard_view_say (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  g_ptr_array_unref (writing->changes);
  g_object_unref (self);
  g_free (writing);
}

/* Writes changes whose drafts are kept under the same keys. */
static void
write_changes (TrasScorecardView *self,
               const char        *label,
               GPtrArray         *changes,
               GPtrArray         *keys)
{
  Writing *writing = g_new0 (Writing, 1);

  writing->view = g_object_ref (self);
  writing->changes = keys;
  tras_cell_writer_write (self->writer, GTK_WIDGET (self), label, changes, on_written, writing);
}

static TrasCellDraft *
make_key (TrasScorecardView *self,
          int                line,
          int                column)
{
  TrasCellDraft *key = g_new0 (TrasCellDraft, 1);

  key->indicator_id = get_id (tras_scorecard_view_get_line (self, line));
  key->period = tras_scorecard_view_get_cell (self, line, column)->period;

  return key;
}

static void
add_change (TrasScorecardView *self,
            GPtrArray         *changes,
            GPtrArray         *keys,
            int                line,
            int                column,
            TrasCellAct        act,
            double             value,
            const char        *note)
{
  const TrasScorecardLine *found = tras_scorecard_view_get_line (self, line);
  const TrasCell *cell = tras_scorecard_view_get_cell (self, line, column);

  g_ptr_array_add (changes, tras_cell_change_new (get_id (found),
                                                  tras_period_start (found->every, cell->period),
                                                  act, value, note));
  g_ptr_array_add (keys, make_key (self, line, column));
}

static void
write_one (TrasScorecardView *self,
           int                line,
           int                column,
           TrasCellAct        act,
           double             value,
           const char        *text)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) tras_cell_change_free);
  GPtrArray *keys = g_ptr_array_new_with_free_func (draft_free);
  g_autofree char *title = tras_scorecard_view_dup_title (self, line, column);
  g_autofree char *label = NULL;

  if (act == TRAS_CELL_ACT_VALUE)
    /* Translators: an edit: an indicator with its period, and a value:
     * "Orders late, W46 2026: 8" */
    label = g_strdup_printf (C_("edit", "%s: %s"), title, text);
  else
    label = g_strdup_printf (_("%s: known to be missing"), title);
  add_change (self, changes, keys, line, column, act, value,
              act == TRAS_CELL_ACT_VALUE ? NULL : text);
  write_changes (self, label, changes, keys);
}

/* ---- what is typed ---- */

/* Nobody types what is computed; whoever tries is told why. */
static gboolean
tell_computed (TrasScorecardView *self)
{
  const TrasScorecardLine *line = tras_scorecard_view_get_line (self, self->cursor_line);
  g_autofree char *why = NULL;

  if (line == NULL || line->row == NULL || !line->row->series->computed)
    return FALSE;

  why = tras_sentence_read_only (line->row->series);
  tras_window_toast (GTK_WIDGET (self), why);

  return TRUE;
}

static void
set_error (TrasScorecardView *self,
           const char        *error)
{
  g_free (self->entry_error);
  self->entry_error = g_strdup (error);
  if (error != NULL)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                                 GTK_ACCESSIBLE_INVALID_TRUE, -1);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID);
  tras_scorecard_view_say (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
end (TrasScorecardView *self)
{
  gboolean focused = gtk_widget_has_focus (self->entry);

  self->editing = FALSE;
  set_error (self, NULL);
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_set_child_visible (self->entry, FALSE);
  gtk_widget_set_visible (self->entry, FALSE);
}

/**
 * tras_scorecard_entry_begin:
 * @self: a view
 * @text: (nullable): what replaces the value, %NULL to change it
 */
void
tras_scorecard_entry_begin (TrasScorecardView *self,
                            const char        *text)
{
  const TrasScorecardLine *line = tras_scorecard_view_get_line (self, self->cursor_line);
  const TrasCell *cell = tras_scorecard_view_get_cell (self, self->cursor_line,
                                                       self->cursor_column);
  TrasCellDraft *draft = tras_scorecard_entry_find_draft (self, self->cursor_line,
                                                          self->cursor_column);
  g_autofree char *title = NULL;

  if (cell == NULL || self->writer == NULL || tell_computed (self))
    return;

  g_free (self->entry_start);
  self->entry_start = cell->state == TRAS_CELL_MEASURED
                        ? tras_cell_format_value (line->row->series, cell->value)
                        : g_strdup ("");
  if (draft != NULL && draft->error == NULL)
    {
      g_free (self->entry_start);
      self->entry_start = g_strdup (draft->text);
    }
  if (text == NULL)
    text = draft != NULL ? draft->text : self->entry_start;

  tras_scorecard_view_move (self, self->cursor_line, self->cursor_column);
  title = tras_scorecard_view_dup_title (self, self->cursor_line, self->cursor_column);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  self->editing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_widget_set_visible (self->entry, TRUE);
  gtk_widget_set_child_visible (self->entry, TRUE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_text_grab_focus_without_selecting (GTK_TEXT (self->entry));
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

static void
ask (TrasScorecardView *self,
     const char        *heading,
     const char        *note,
     GCallback          on_answered)
{
  graphene_rect_t rect;
  TrasNotePopover *popover;

  tras_scorecard_view_get_place (self, self->cursor_line, self->cursor_column, &rect);
  popover = tras_note_popover_new (GTK_WIDGET (self),
                                   &(GdkRectangle) { (int) rect.origin.x, (int) rect.origin.y,
                                                     (int) rect.size.width,
                                                     (int) rect.size.height },
                                   heading, note, _("_Save Note"));
  g_set_weak_pointer (&self->note, GTK_WIDGET (popover));
  g_signal_connect_object (popover, "answered", on_answered, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "closed", G_CALLBACK (gtk_widget_grab_focus), self,
                           G_CONNECT_SWAPPED);
}

static void
on_missing_answered (TrasScorecardView *self,
                     const char        *note)
{
  TrasCellDraft *draft = tras_scorecard_entry_find_draft (self, self->cursor_line,
                                                          self->cursor_column);

  if (tras_scorecard_view_get_cell (self, self->cursor_line, self->cursor_column) == NULL)
    return;

  if (draft != NULL)
    g_hash_table_remove (self->drafts, draft);
  write_one (self, self->cursor_line, self->cursor_column, TRAS_CELL_ACT_ABSENT, NAN, note);
}

/**
 * tras_scorecard_entry_ask_missing:
 * @self: a view
 *
 * Asks why there is no value: nothing is emptied without a word.
 */
void
tras_scorecard_entry_ask_missing (TrasScorecardView *self)
{
  const TrasCell *cell = tras_scorecard_view_get_cell (self, self->cursor_line,
                                                       self->cursor_column);
  g_autofree char *title = NULL;
  g_autofree char *heading = NULL;

  if (cell == NULL || self->writer == NULL || tell_computed (self))
    return;

  title = tras_scorecard_view_dup_title (self, self->cursor_line, self->cursor_column);
  /* Translators: an indicator with its period: "Why is “Orders late, W46 2026” missing?" */
  heading = g_strdup_printf (_("Why is “%s” missing?"), title);
  ask (self, heading, cell->note, G_CALLBACK (on_missing_answered));
}

/**
 * tras_scorecard_entry_commit:
 * @self: a view that is typed into
 *
 * Stores what was typed, or says why that cannot be.
 *
 * Returns: whether typing has ended
 */
gboolean
tras_scorecard_entry_commit (TrasScorecardView *self)
{
  const TrasScorecardLine *line = tras_scorecard_view_get_line (self, self->cursor_line);
  g_autofree char *text =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = NULL;
  double value;

  if (!self->editing)
    return TRUE;

  if (g_str_equal (text, self->entry_start))
    {
      tras_scorecard_entry_forget (self);
      end (self);
      return TRUE;
    }
  if (!tras_cell_parse_value (line->row->series, text, &value, &error))
    {
      set_error (self, error->message);
      return FALSE;
    }

  end (self);
  if (isnan (value))
    {
      tras_scorecard_entry_ask_missing (self);
      return FALSE;
    }

  shown = tras_cell_format_value (line->row->series, value);
  keep_draft (self, self->cursor_line, self->cursor_column, shown, NULL);
  write_one (self, self->cursor_line, self->cursor_column, TRAS_CELL_ACT_VALUE, value, shown);

  return TRUE;
}

void
tras_scorecard_entry_cancel (TrasScorecardView *self)
{
  if (self->editing)
    end (self);
}

static void
commit_and_move (TrasScorecardView *self,
                 int                down,
                 int                across)
{
  int line = self->cursor_line, column = self->cursor_column;

  if (!tras_scorecard_entry_commit (self))
    return;

  if (down != 0)
    line = tras_scorecard_view_find_row (self, line + down, down);
  if (line >= 0)
    tras_scorecard_view_move (self, line, MAX (column + across, 0));
}

static void
on_activate (TrasScorecardView *self)
{
  commit_and_move (self, 1, 0);
}

static gboolean
on_entry_key (TrasScorecardView *self,
              guint              keyval,
              guint              keycode,
              GdkModifierType    state)
{
  switch (keyval)
    {
    case GDK_KEY_Escape:
      tras_scorecard_entry_cancel (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      if (state & GDK_CONTROL_MASK)
        return GDK_EVENT_PROPAGATE;
      commit_and_move (self, 0, state & GDK_SHIFT_MASK ? -1 : 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_ISO_Left_Tab:
      commit_and_move (self, 0, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      commit_and_move (self, -1, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      commit_and_move (self, 1, 0);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
on_focus_left (TrasScorecardView *self)
{
  g_autofree char *text = NULL;

  if (!self->editing || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  /* What is wrong stays in its cell, to be seen and put right. */
  text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  if (!tras_scorecard_entry_commit (self) && self->editing)
    {
      g_autofree char *error = g_steal_pointer (&self->entry_error);

      end (self);
      keep_draft (self, self->cursor_line, self->cursor_column, text, error);
      tras_scorecard_view_say (self);
    }
}

static void
on_entry_changed (TrasScorecardView *self)
{
  if (self->entry_error != NULL)
    set_error (self, NULL);
}

/* ---- pasting ---- */

static gboolean
paste_cell (TrasScorecardView *self,
            int                line,
            int                column,
            const char        *text,
            GPtrArray         *changes,
            GPtrArray         *keys)
{
  TrasIndicatorSeries *series = tras_scorecard_view_get_line (self, line)->row->series;
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *shown = NULL;
  g_autoptr (GError) error = NULL;
  double value;

  if (*stripped == '\0')
    return TRUE;

  if (series->computed)
    {
      g_autofree char *why = tras_sentence_read_only (series);

      keep_draft (self, line, column, stripped, why);
      return FALSE;
    }
  if (!tras_cell_parse_value (series, stripped, &value, &error))
    {
      keep_draft (self, line, column, stripped, error->message);
      return FALSE;
    }

  shown = tras_cell_format_value (series, value);
  keep_draft (self, line, column, shown, NULL);
  add_change (self, changes, keys, line, column, TRAS_CELL_ACT_VALUE, value, NULL);

  return TRUE;
}

/* What a block of cells comes to. */
typedef struct
{
  GPtrArray *changes;
  GPtrArray *keys;
  guint n_right;
  guint n_below;
  int wrong_line;
  int wrong_column;
} Paste;

static void
paste_row (TrasScorecardView *self,
           int                line,
           char             **cells,
           Paste             *paste)
{
  for (int i = 0; cells[i] != NULL; i++)
    {
      int column = self->cursor_column + i;
      gboolean empty = *g_strchug (cells[i]) == '\0';

      if (line < 0)
        paste->n_below += !empty;
      else if (column >= (int) self->scorecard->n_cells)
        paste->n_right += !empty;
      else if (!paste_cell (self, line, column, cells[i], paste->changes, paste->keys) &&
               paste->wrong_line < 0)
        {
          paste->wrong_line = line;
          paste->wrong_column = column;
        }
    }
}

/* What has no cell here is not lost, and whoever pasted it is told. */
static char *
dup_notice (const Paste *paste)
{
  guint n = paste->n_right + paste->n_below;

  if (n == 0)
    return NULL;
  if (paste->n_below == 0)
    return g_strdup_printf (ngettext ("%u value lies beyond the newest period; it was not stored "
                                      "and is still on the clipboard",
                                      "%u values lie beyond the newest period; they were not "
                                      "stored and are still on the clipboard", n), n);
  if (paste->n_right == 0)
    return g_strdup_printf (ngettext ("%u value lies below the last row; it was not stored and is "
                                      "still on the clipboard",
                                      "%u values lie below the last row; they were not stored and "
                                      "are still on the clipboard", n), n);

  return g_strdup_printf (ngettext ("%u value lies beyond the newest period or below the last "
                                    "row; it was not stored and is still on the clipboard",
                                    "%u values lie beyond the newest period or below the last "
                                    "row; they were not stored and are still on the clipboard", n),
                          n);
}

/**
 * tras_scorecard_view_paste:
 * @self: a view with its cursor on a cell
 * @text: cells from a spreadsheet, see tras_cell_block_parse()
 *
 * Stores the numbers of a block as one edit; empty cells change nothing. What is no number is
 * marked where it stands, and the cursor goes to the first of these. How much falls beside the
 * scorecard is said.
 */
void
tras_scorecard_view_paste (TrasScorecardView *self,
                           const char        *text)
{
  g_autoptr (GPtrArray) rows = NULL;
  Paste paste = { .wrong_line = -1 };
  int line;

  g_return_if_fail (TRAS_IS_SCORECARD_VIEW (self));
  g_return_if_fail (text != NULL);

  if (self->writer == NULL || self->scorecard == NULL)
    return;
  if (self->cursor_column < 0)
    {
      tras_window_toast (GTK_WIDGET (self), _("Go to the cell of the first value, then paste"));
      return;
    }

  paste.changes = g_ptr_array_new_with_free_func ((GDestroyNotify) tras_cell_change_free);
  paste.keys = g_ptr_array_new_with_free_func (draft_free);
  rows = tras_cell_block_parse (text);
  line = self->cursor_line;
  for (guint i = 0; i < rows->len; i++)
    {
      paste_row (self, line, rows->pdata[i], &paste);
      if (line >= 0)
        line = tras_scorecard_view_find_row (self, line + 1, 1);
    }

  if (paste.changes->len > 0)
    {
      g_autofree char *label =
        g_strdup_printf (ngettext ("Paste %u value", "Paste %u values", paste.changes->len),
                         paste.changes->len);

      write_changes (self, label, paste.changes, paste.keys);
    }
  else
    {
      g_ptr_array_unref (paste.changes);
      g_ptr_array_unref (paste.keys);
    }

  tras_scorecard_view_move (self, paste.wrong_line >= 0 ? paste.wrong_line : self->cursor_line,
                            paste.wrong_line >= 0 ? paste.wrong_column : self->cursor_column);
  self->notice = dup_notice (&paste);
  if (self->notice != NULL)
    tras_window_toast (GTK_WIDGET (self), self->notice);
  tras_scorecard_view_say (self);
}

static void
on_clipboard_read (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (TrasScorecardView) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);

  /* A clipboard without text is nobody's mistake. */
  if (text != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    tras_scorecard_view_paste (self, text);
}

void
tras_scorecard_entry_read (TrasScorecardView *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL,
                                 on_clipboard_read, g_object_ref (self));
}

/* ---- the text ---- */

void
tras_scorecard_entry_init (TrasScorecardView *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->drafts = g_hash_table_new_full (draft_hash, draft_equal, NULL, draft_free);
  self->entry = gtk_text_new ();
  gtk_editable_set_alignment (GTK_EDITABLE (self->entry), 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 1);
  gtk_widget_add_css_class (self->entry, "numeric");
  gtk_text_set_input_purpose (GTK_TEXT (self->entry), GTK_INPUT_PURPOSE_NUMBER);
  gtk_text_set_activates_default (GTK_TEXT (self->entry), FALSE);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  gtk_widget_set_visible (self->entry, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Value"), -1);

  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_entry_key), self);
  gtk_widget_add_controller (self->entry, key);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_left), self);
  gtk_widget_add_controller (self->entry, focus);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (on_entry_changed), self);
}
