/* tras-movement-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-day-button.h"
#include "tras-error-words.h"
#include "tras-field-text.h"
#include "tras-item-stock.h"
#include "tras-movement-dialog.h"
#include "tras-number.h"
#include "tras-refusal.h"
#include "tras-window.h"

struct _TrasMovementDialog
{
  AdwWindow parent_instance;

  /* template widgets */
  AdwComboRow *from;
  AdwComboRow *to;
  AdwEntryRow *cost;
  AdwEntryRow *day;
  AdwEntryRow *note;
  AdwEntryRow *quantity;
  AdwWindowTitle *title;
  GtkButton *confirm;
  GtkLabel *message;
  GtkWidget *form;

  /* borrowed */
  TrasDayButton *day_button;

  /* owned */
  TrasStore *store;
  TrasItemStock *stock;
  GPtrArray *from_places;
  GPtrArray *to_places;
  GCancellable *cancellable;
  TrasMovementKind kind;
  gint64 item_id;
  gboolean busy;
};

G_DEFINE_FINAL_TYPE (TrasMovementDialog, tras_movement_dialog, ADW_TYPE_WINDOW)

/* What tells the kinds apart. A count has one place: the other is where differences are booked. */
static const struct
{
  const char *title;
  const char *confirm;
  const char *quantity;
  const char *from[3];
  const char *to[3];
} kinds[] = {
  [TRAS_MOVEMENT_RECEIVE] = { NC_("movement", "Receive"), NC_("movement", "_Receive"),
                              N_("Quantity"), { "supplier" }, { "inside" } },
  [TRAS_MOVEMENT_ISSUE] = { NC_("movement", "Issue"), NC_("movement", "_Issue"), N_("Quantity"),
                            { "inside" }, { "customer", "use" } },
  [TRAS_MOVEMENT_MOVE] = { NC_("movement", "Move"), NC_("movement", "_Move"), N_("Quantity"),
                           { "inside" }, { "inside" } },
  [TRAS_MOVEMENT_COUNT] = { NC_("movement", "Count"), NC_("movement", "_Adjust"), N_("Counted"),
                            { "inside" }, { "adjust" } },
  [TRAS_MOVEMENT_SCRAP] = { NC_("movement", "Scrap"), NC_("movement", "_Scrap"), N_("Quantity"),
                            { "inside" }, { "scrap" } },
};

/* ---- what was entered ---- */

static TrasLocation *
get_place (AdwComboRow *row,
           GPtrArray   *places)
{
  guint selected = adw_combo_row_get_selected (row);

  return selected < places->len ? places->pdata[selected] : NULL;
}

static gint64
place_id (TrasLocation *place)
{
  return TRAS_RECORD (place)->id;
}

static const char *
get_cause (TrasMovementDialog *self,
           TrasLocation       *to)
{
  switch (self->kind)
    {
    case TRAS_MOVEMENT_RECEIVE:
      return "purchase";
    case TRAS_MOVEMENT_ISSUE:
      return g_str_equal (to->kind, "use") ? "use" : "order";
    case TRAS_MOVEMENT_MOVE:
      return "move";
    case TRAS_MOVEMENT_COUNT:
      return "count";
    case TRAS_MOVEMENT_SCRAP:
      return "scrap";
    default:
      g_return_val_if_reached (NULL);
    }
}

static const char *
get_text (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static gboolean
is_blank (AdwEntryRow *row)
{
  g_autofree char *text = g_strstrip (g_strdup (get_text (row)));

  return *text == '\0';
}

static void
mark_wrong (AdwEntryRow *row,
            gboolean     wrong)
{
  if (wrong)
    {
      gtk_widget_add_css_class (GTK_WIDGET (row), "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                                   GTK_ACCESSIBLE_INVALID_TRUE, -1);
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID);
    }
}

static void
say (TrasMovementDialog *self,
     const char         *text,
     gboolean            wrong)
{
  gtk_label_set_label (self->message, text);
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->message), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->message), "error");
}

static char *
dup_amount (TrasMovementDialog *self,
            gint64              quantity)
{
  return tras_item_dup_amount (self->stock->level->item->unit, quantity);
}

static char *
dup_day (TrasDay day)
{
  return tras_number_format_date_medium (tras_number_format_get_default (), day);
}

/* Whether so much may leave the place on that day; else says why not. */
static gboolean
check_enough (TrasMovementDialog  *self,
              TrasMovement        *movement,
              TrasLocation        *from,
              char               **reason)
{
  TrasItem *item = self->stock->level->item;
  char *words = NULL;

  if (item->stocked)
    words = tras_refusal_dup_shortage (self->stock->ledger, movement, item->unit, from->name);
  if (words == NULL)
    return TRUE;

  g_free (*reason);
  *reason = words;

  return FALSE;
}

/* What will be there afterwards. */
static char *
dup_outlook (TrasMovementDialog *self,
             TrasMovement       *movement,
             TrasLocation       *from,
             TrasLocation       *to)
{
  gint64 from_there = tras_item_stock_get_balance (self->stock, place_id (from), TRAS_DAY_MAX);
  gint64 to_there = tras_item_stock_get_balance (self->stock, place_id (to), TRAS_DAY_MAX);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (g_str_equal (from->kind, "inside"))
    {
      before = dup_amount (self, from_there);
      after = dup_amount (self, from_there - movement->quantity);
      /* Translators: a place, the quantity there before and after */
      return g_strdup_printf (_("%s: %s → %s"), from->name, before, after);
    }

  before = dup_amount (self, to_there);
  after = dup_amount (self, to_there + movement->quantity);

  return g_strdup_printf (_("%s: %s → %s"), to->name, before, after);
}

/* A count books the difference; none is fine too, and books nothing. */
static gboolean
book_difference (TrasMovementDialog  *self,
                 TrasMovement        *movement,
                 TrasLocation        *place,
                 TrasLocation        *adjust,
                 char               **outlook)
{
  gint64 there = tras_item_stock_get_balance (self->stock, place_id (place), movement->moved_on);
  gint64 difference = movement->quantity - there;
  g_autofree char *before = dup_amount (self, there);
  g_autofree char *amount = dup_amount (self, ABS (difference));

  movement->quantity = ABS (difference);
  movement->from_id = difference < 0 ? place_id (place) : place_id (adjust);
  movement->to_id = difference < 0 ? place_id (adjust) : place_id (place);
  if (difference == 0)
    *outlook = g_strdup_printf (_("%s, as in the books."), before);
  else if (difference < 0)
    *outlook = g_strdup_printf (_("The books say %s: %s are missing."), before, amount);
  else
    *outlook = g_strdup_printf (_("The books say %s: %s more were found."), before, amount);

  return difference != 0;
}

/**
 * read_form:
 *
 * Returns: (nullable): the movement, or %NULL with what is wrong, which is nothing where something
 *   has yet to be typed
 */
static TrasMovement *
read_form (TrasMovementDialog  *self,
           char               **words,
           AdwEntryRow        **wrong)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  g_autoptr (TrasMovement) movement = tras_movement_new ();
  TrasLocation *from = get_place (self->from, self->from_places);
  TrasLocation *to = get_place (self->to, self->to_places);
  g_autoptr (GError) error = NULL;

  *wrong = self->day;
  movement->item_id = self->item_id;
  movement->moved_on = tras_number_format_parse_date (format, get_text (self->day));
  if (movement->moved_on == TRAS_DAY_NONE)
    {
      *words = g_strdup_printf (_("“%s” is not a date."), get_text (self->day));
      return NULL;
    }

  *wrong = NULL;
  if (!self->stock->level->item->stocked)
    {
      *words = g_strdup_printf (_("“%s” is not kept in stock: switch that on first."),
                                self->stock->level->item->name);
      return NULL;
    }
  if (from == NULL || to == NULL)
    {
      *words = g_strdup (_("There is no place for this yet: add one under Places."));
      return NULL;
    }
  if (place_id (from) == place_id (to))
    {
      *words = g_strdup (_("It is there already: choose another place."));
      return NULL;
    }
  movement->from_id = place_id (from);
  movement->to_id = place_id (to);
  movement->cause = get_cause (self, to);
  movement->note = is_blank (self->note) ? NULL : g_strdup (get_text (self->note));

  if (is_blank (self->quantity))
    return NULL;
  *wrong = self->quantity;
  if (!tras_number_format_parse_quantity (format, get_text (self->quantity), &movement->quantity,
                                          &error))
    {
      *words = g_strdup (error->message);
      return NULL;
    }
  if (movement->quantity < (self->kind == TRAS_MOVEMENT_COUNT ? 0 : 1))
    {
      *words = g_strdup (_("The quantity must be more than nothing."));
      return NULL;
    }

  if (self->kind == TRAS_MOVEMENT_COUNT)
    {
      if (!book_difference (self, movement, from, to, words))
        {
          *wrong = NULL;
          return NULL;
        }
      if (movement->from_id == place_id (from) && !check_enough (self, movement, from, words))
        return NULL;
    }
  else if (g_str_equal (from->kind, "inside") && !check_enough (self, movement, from, words))
    {
      return NULL;
    }

  if (self->kind == TRAS_MOVEMENT_RECEIVE && !is_blank (self->cost))
    {
      *wrong = self->cost;
      if (!tras_field_set_typed (TRAS_RECORD (movement),
                                 tras_table_find_field (tras_record_type_get_table (
                                                          TRAS_TYPE_MOVEMENT), "unit_cost"),
                                 get_text (self->cost), format,
                                 tras_store_get_currency (self->store), &error) ||
          movement->unit_cost < 0)
        {
          *words = error != NULL ? g_strdup (error->message)
                                 : g_strdup (_("A cost cannot be less than nothing."));
          return NULL;
        }
    }

  *wrong = NULL;
  if (*words == NULL)
    *words = dup_outlook (self, movement, from, to);

  return g_steal_pointer (&movement);
}

static void
on_changed (TrasMovementDialog *self)
{
  g_autoptr (TrasMovement) movement = NULL;
  g_autofree char *words = NULL;
  AdwEntryRow *wrong = NULL;

  if (self->stock == NULL)
    return;

  movement = read_form (self, &words, &wrong);
  mark_wrong (self->quantity, wrong == self->quantity);
  mark_wrong (self->day, wrong == self->day);
  mark_wrong (self->cost, wrong == self->cost);
  say (self, words != NULL ? words : "", wrong != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "movement.confirm",
                                 movement != NULL && !self->busy);
  gtk_widget_set_sensitive (self->form, !self->busy);
}

static void
on_day_picked (TrasMovementDialog *self,
               int                 day)
{
  g_autofree char *text = dup_day (day);

  gtk_editable_set_text (GTK_EDITABLE (self->day), text);
}

/* ---- storing ---- */

static char *
dup_label (TrasMovementDialog *self,
           TrasMovement       *movement)
{
  const char *name = self->stock->level->item->name;
  g_autofree char *amount = dup_amount (self, movement->quantity);

  switch (self->kind)
    {
    case TRAS_MOVEMENT_RECEIVE:
      /* Translators: %s is a quantity with its unit, then an item */
      return g_strdup_printf (_("Receive %s of %s"), amount, name);
    case TRAS_MOVEMENT_ISSUE:
      return g_strdup_printf (_("Issue %s of %s"), amount, name);
    case TRAS_MOVEMENT_MOVE:
      return g_strdup_printf (_("Move %s of %s"), amount, name);
    case TRAS_MOVEMENT_COUNT:
      return g_strdup_printf (_("Count %s"), name);
    case TRAS_MOVEMENT_SCRAP:
      return g_strdup_printf (_("Scrap %s of %s"), amount, name);
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
on_applied (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  TrasMovementDialog *self = TRAS_MOVEMENT_DIALOG (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasErrorWords) words = NULL;

  self->busy = FALSE;
  if (tras_window_apply_finish (GTK_WIDGET (self), result, NULL, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  on_changed (self);
  words = tras_error_words_new (error, NULL);
  say (self, words->body, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->quantity));
}

static void
confirm_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TrasMovementDialog *self = TRAS_MOVEMENT_DIALOG (widget);
  g_autoptr (TrasMovement) movement = NULL;
  g_autoptr (TrasEdit) edit = NULL;
  g_autofree char *words = NULL;
  g_autofree char *label = NULL;
  AdwEntryRow *wrong;

  movement = self->stock != NULL && !self->busy ? read_form (self, &words, &wrong) : NULL;
  if (movement == NULL)
    return;

  label = dup_label (self, movement);
  edit = tras_edit_new (label);
  tras_edit_insert (edit, movement);
  self->busy = TRUE;
  on_changed (self);
  tras_window_apply (widget, edit, TRAS_APPLY_OWN_ERRORS, on_applied, NULL);
}

static void
on_entry_activated (TrasMovementDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "movement.confirm", NULL);
}

/* ---- filling the form ---- */

/* Where most of the item lies. */
static guint
find_fullest (TrasMovementDialog *self,
              GPtrArray          *places,
              gint64              but)
{
  guint best = 0;
  gint64 most = G_MININT64;

  for (guint i = 0; i < places->len; i++)
    {
      gint64 id = place_id (places->pdata[i]);
      gint64 there = tras_item_stock_get_balance (self->stock, id, TRAS_DAY_MAX);

      if (id != but && there > most)
        {
          most = there;
          best = i;
        }
    }

  return best;
}

static void
fill_places (TrasMovementDialog *self,
             AdwComboRow        *row,
             GPtrArray          *places,
             const char *const  *wanted)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->stock->places->len; i++)
    {
      TrasLocation *place = self->stock->places->pdata[i];

      for (guint k = 0; wanted[k] != NULL; k++)
        {
          if (g_str_equal (place->kind, wanted[k]))
            {
              g_ptr_array_add (places, g_object_ref (place));
              gtk_string_list_append (names, place->name);
            }
        }
    }
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
}

static gboolean
is_kind (GPtrArray  *places,
         const char *kind)
{
  return places->len > 0 && g_str_equal (((TrasLocation *) places->pdata[0])->kind, kind);
}

/* The usual place to take the item from: nothing can be taken from where nothing is. */
static guint
find_source (TrasMovementDialog *self)
{
  guint last = tras_item_stock_find_last_used (self->stock, self->from_places, FALSE);

  if (!is_kind (self->from_places, "inside") || self->from_places->len == 0 ||
      tras_item_stock_get_balance (self->stock, place_id (self->from_places->pdata[last]),
                                   TRAS_DAY_MAX) > 0)
    return last;

  return find_fullest (self, self->from_places, 0);
}

static void
choose_places (TrasMovementDialog *self)
{
  TrasLocation *from;

  adw_combo_row_set_selected (self->from, find_source (self));
  from = get_place (self->from, self->from_places);
  if (self->kind == TRAS_MOVEMENT_MOVE)
    adw_combo_row_set_selected (self->to, find_fullest (self, self->to_places,
                                                        from != NULL ? place_id (from) : 0));
  else
    adw_combo_row_set_selected (self->to,
                                tras_item_stock_find_last_used (self->stock, self->to_places,
                                                                TRUE));

  /* What there is no choice in is not asked. */
  gtk_widget_set_visible (GTK_WIDGET (self->from), self->from_places->len > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->to),
                          self->to_places->len > 1 && self->kind != TRAS_MOVEMENT_COUNT);
}

/* What was paid last is the likeliest price. */
static void
propose_cost (TrasMovementDialog *self)
{
  const TrasField *field =
    tras_table_find_field (tras_record_type_get_table (TRAS_TYPE_MOVEMENT), "unit_cost");

  for (guint i = self->stock->ledger->len; i > 0; i--)
    {
      TrasMovement *movement = ((TrasLedgerRow *) self->stock->ledger->pdata[i - 1])->movement;

      if (movement->unit_cost != TRAS_NULL && movement->reverses_id == 0 && !movement->reversed)
        {
          g_autofree char *text =
            tras_field_dup_shown (TRAS_RECORD (movement), field, tras_number_format_get_default (),
                                  tras_store_get_currency (self->store));

          gtk_editable_set_text (GTK_EDITABLE (self->cost), text);
          return;
        }
    }
}

static void
on_loaded (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TrasMovementDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  TrasItemStock *stock = tras_item_stock_load_finish (TRAS_STORE (object), result, &error);
  g_autofree char *quantity = NULL;
  TrasItem *item;

  if (stock == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          tras_window_report_error (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))),
                                    error);
          gtk_window_destroy (GTK_WINDOW (self));
        }
      return;
    }

  self->stock = stock;
  item = stock->level->item;
  adw_window_title_set_subtitle (self->title, item->name);
  /* Translators: of a quantity to enter: what it counts, and the unit */
  quantity = g_strdup_printf (C_("entry", "%s (%s)"), _(kinds[self->kind].quantity), item->unit);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->quantity), quantity);
  fill_places (self, self->from, self->from_places, kinds[self->kind].from);
  fill_places (self, self->to, self->to_places, kinds[self->kind].to);
  choose_places (self);
  if (self->kind == TRAS_MOVEMENT_RECEIVE)
    propose_cost (self);
  on_changed (self);
}

/* ---- the class ---- */

static void
tras_movement_dialog_dispose (GObject *object)
{
  TrasMovementDialog *self = TRAS_MOVEMENT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->stock, tras_item_stock_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (tras_movement_dialog_parent_class)->dispose (object);
}

static void
tras_movement_dialog_finalize (GObject *object)
{
  TrasMovementDialog *self = TRAS_MOVEMENT_DIALOG (object);

  g_ptr_array_unref (self->from_places);
  g_ptr_array_unref (self->to_places);

  G_OBJECT_CLASS (tras_movement_dialog_parent_class)->finalize (object);
}

static void
tras_movement_dialog_class_init (TrasMovementDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tras_movement_dialog_dispose;
  object_class->finalize = tras_movement_dialog_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/stock/tras-movement-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasMovementDialog, confirm);
  gtk_widget_class_bind_template_child (widget_class, TrasMovementDialog, cost);
  gtk_widget_class_bind_template_child (widget_class, TrasMovementDialog, day);
  gtk_widget_class_bind_template_child (widget_class, TrasMovementDialog, form);
  gtk_widget_class_bind_template_child (widget_class, TrasMovementDialog, from);
  gtk_widget_class_bind_template_child (widget_class, TrasMovementDialog, message);
  gtk_widget_class_bind_template_child (widget_class, TrasMovementDialog, note);
  gtk_widget_class_bind_template_child (widget_class, TrasMovementDialog, quantity);
  gtk_widget_class_bind_template_child (widget_class, TrasMovementDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TrasMovementDialog, to);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_install_action (widget_class, "movement.confirm", NULL, confirm_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tras_movement_dialog_init (TrasMovementDialog *self)
{
  g_autofree char *today = dup_day (tras_day_today ());

  self->from_places = g_ptr_array_new_with_free_func (g_object_unref);
  self->to_places = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_editable_set_text (GTK_EDITABLE (self->day), today);
  self->day_button = TRAS_DAY_BUTTON (tras_day_button_new ());
  tras_day_button_set_day (self->day_button, tras_day_today ());
  adw_entry_row_add_suffix (self->day, GTK_WIDGET (self->day_button));
  g_signal_connect_object (self->day_button, "picked", G_CALLBACK (on_day_picked), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "movement.confirm", FALSE);
}

/**
 * tras_movement_dialog_present:
 * @widget: any widget of the window
 * @store: the firm's file
 * @item_id: an item
 * @kind: what is done with it
 */
void
tras_movement_dialog_present (GtkWidget        *widget,
                              TrasStore        *store,
                              gint64            item_id,
                              TrasMovementKind  kind)
{
  TrasMovementDialog *self;
  const char *title = g_dpgettext2 (NULL, "movement", kinds[kind].title);
  g_autofree char *cost = NULL;

  g_return_if_fail (TRAS_IS_STORE (store));

  self = g_object_new (TRAS_TYPE_MOVEMENT_DIALOG,
                       "transient-for", gtk_widget_get_root (widget),
                       "title", title,
                       NULL);
  self->store = g_object_ref (store);
  self->item_id = item_id;
  self->kind = kind;
  adw_window_title_set_title (self->title, title);
  gtk_button_set_label (self->confirm, g_dpgettext2 (NULL, "movement", kinds[kind].confirm));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->quantity), _(kinds[kind].quantity));
  /* Translators: an amount of money to enter: what it is, and the currency */
  cost = g_strdup_printf (C_("entry", "%s (%s)"), _("Cost of one unit"),
                          tras_currency_get_symbol (tras_store_get_currency (store)));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->cost), cost);
  gtk_widget_set_visible (GTK_WIDGET (self->cost), kind == TRAS_MOVEMENT_RECEIVE);
  if (kind == TRAS_MOVEMENT_COUNT)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->from), _("Place"));
  gtk_widget_grab_focus (GTK_WIDGET (self->quantity));
  tras_item_stock_load_async (store, item_id, self->cancellable, on_loaded, g_object_ref (self));
  gtk_window_present (GTK_WINDOW (self));
}
