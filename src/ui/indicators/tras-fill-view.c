/* tras-fill-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tras-cell-writer.h"
#include "tras-fill-card.h"
#include "tras-fill.h"
#include "tras-fill-view.h"
#include "tras-help.h"
#include "tras-loader.h"
#include "tras-window.h"

/* How far back gaps are asked for: the periods that the scorecard shows. */
#define N_CELLS 13

/**
 * TrasFillView:
 *
 * Asks a collector for one number after the other. Each is stored when it is typed, so that the
 * round can be left at any time and goes on with what is still open. The page of people says who
 * has not typed theirs yet.
 */
struct _TrasFillView
{
  AdwBin parent_instance;

  /* template widgets */
  AdwStatusPage *done_page;
  GtkButton *done_button;
  GtkButton *look_button;
  GtkButton *who_button;
  GtkLabel *people_title;
  GtkLabel *people_words;
  GtkLabel *progress_label;
  GtkLabel *who_label;
  GtkListBox *people;
  GtkProgressBar *progress;
  GtkStack *stack;
  TrasFillCard *card;

  /* owned */
  GSettings *settings;
  TrasLoader *loader;
  TrasCellWriter *writer;
  TrasScorecard *scorecard;
  GPtrArray *items;
  char *who;

  gint64 indicator_id;
  gint32 period_index;
  guint n_open;
  guint n_writing;
  gboolean started;
  gboolean begun;
  gboolean preparing;
  gboolean looking;
};

G_DEFINE_FINAL_TYPE (TrasFillView, tras_fill_view, ADW_TYPE_BIN)

typedef enum
{
  PROP_OPEN = 1,
} TrasFillViewProperty;

enum
{
  LEAVE,
  N_SIGNALS,
};

static GParamSpec *properties[PROP_OPEN + 1];
static guint signals[N_SIGNALS];

/* ---- the round ---- */

static gint64
get_id (const TrasFillItem *item)
{
  return TRAS_RECORD (item->series->indicator)->id;
}

/* The number that is asked for, by what it is: a round that is read anew may have another order. */
static int
find_current (TrasFillView *self)
{
  for (guint i = 0; self->items != NULL && i < self->items->len; i++)
    {
      const TrasFillItem *item = self->items->pdata[i];

      if (get_id (item) == self->indicator_id && item->period == self->period_index)
        return (int) i;
    }

  return -1;
}

static TrasFillItem *
get_current (TrasFillView *self)
{
  int place = find_current (self);

  return place >= 0 ? self->items->pdata[place] : NULL;
}

static void
show_progress (TrasFillView *self)
{
  guint n = self->items != NULL ? self->items->len : 0;
  guint done = n - (n > 0 ? tras_fill_count_open (self->items) : 0);
  g_autofree char *label = NULL;
  gboolean round = self->who != NULL && n > 0;

  /* Translators: how many of the numbers are there: "3 of 15" */
  label = g_strdup_printf (C_("progress", "%u of %u"), done, n);
  gtk_label_set_label (self->progress_label, round ? label : "");
  gtk_progress_bar_set_fraction (self->progress, round ? (double) done / n : 0);
  gtk_widget_set_opacity (GTK_WIDGET (self->progress), round ? 1 : 0);
  gtk_label_set_label (self->who_label, self->who != NULL ? self->who : "");
  gtk_widget_set_visible (GTK_WIDGET (self->who_button), self->who != NULL);
  if (self->who != NULL)
    {
      g_autofree char *name = g_strdup_printf (_("Whose numbers are typed: %s"), self->who);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self->who_button),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, label, -1);
}

static void
show_card (TrasFillView *self,
           TrasFillItem *item)
{
  self->indicator_id = get_id (item);
  self->period_index = item->period;
  gtk_stack_set_visible_child_name (self->stack, "card");
  tras_fill_card_ask (self->card, item->series, item->period, find_current (self) == 0);
}

static void
show_done (TrasFillView *self)
{
  guint n = self->items->len;
  g_autofree char *words = NULL;

  self->indicator_id = 0;
  if (n == 0)
    words = g_strdup_printf (_("%s is not asked for any number."), self->who);
  else
    words = g_strdup_printf (ngettext ("%u number of %s. Thank you.",
                                       "%u numbers of %s. Thank you.", n), n, self->who);
  adw_status_page_set_description (self->done_page, words);
  adw_status_page_set_icon_name (self->done_page, "object-select-symbolic");
  gtk_widget_set_visible (GTK_WIDGET (self->look_button), n > 0);
  gtk_stack_set_visible_child_name (self->stack, "done");
  gtk_widget_grab_focus (GTK_WIDGET (self->done_button));
}

/* The next number that is asked for, from a place on and round to its beginning: an open one, or
 * while everything is looked through, any. */
static void
go_on (TrasFillView *self,
       int           from)
{
  int n = (int) self->items->len;

  for (int i = 0; i < n; i++)
    {
      int place = (from + i) % n;
      TrasFillItem *item = self->items->pdata[place];

      if (self->looking && from + i >= n)
        break;
      if (self->looking || item->state == TRAS_CELL_OPEN)
        {
          show_card (self, item);
          return;
        }
    }
  self->looking = FALSE;
  show_done (self);
}

/* ---- people ---- */

static GtkWidget *
make_person_row (const TrasFillPerson *person)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *words = NULL;
  g_autofree char *escaped = g_markup_escape_text (person->name, -1);

  if (person->n_open == 0)
    words = g_strdup (_("All numbers are there"));
  else
    words = g_strdup_printf (ngettext ("%u of %u number is missing", "%u of %u numbers are missing",
                                       person->n_open), person->n_open, person->n_items);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name (person->n_open == 0
                                                             ? "object-select-symbolic"
                                                             : "go-next-symbolic"));
  g_object_set_data_full (G_OBJECT (row), "name", g_strdup (person->name), g_free);

  return row;
}

static void
fill_people (TrasFillView *self)
{
  g_autoptr (GPtrArray) people = tras_fill_dup_people (self->scorecard);
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->people));
  g_autofree char *kept = focus != NULL ? g_strdup (g_object_get_data (G_OBJECT (focus), "name"))
                                        : NULL;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->people, 0)) != NULL)
    gtk_list_box_remove (self->people, GTK_WIDGET (row));
  for (guint i = 0; i < people->len; i++)
    {
      const TrasFillPerson *person = people->pdata[i];
      GtkWidget *made = make_person_row (person);

      gtk_list_box_append (self->people, made);
      if (g_strcmp0 (person->name, kept) == 0)
        gtk_widget_grab_focus (made);
    }
}

static void
show_people (TrasFillView *self)
{
  self->indicator_id = 0;
  g_clear_pointer (&self->who, g_free);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  if (self->preparing)
    {
      g_autofree char *words =
        self->n_open > 0
          ? g_strdup_printf (ngettext ("%u number is not there yet.",
                                       "%u numbers are not there yet.", self->n_open), self->n_open)
          : g_strdup (_("All numbers are there."));

      gtk_label_set_label (self->people_title, _("Who Has Not Typed Yet"));
      gtk_label_set_label (self->people_words, words);
    }
  else
    {
      gtk_label_set_label (self->people_title, _("Who Are You?"));
      gtk_label_set_label (self->people_words,
                           _("It is asked once. Your name stands beside what you type."));
    }
  show_progress (self);
  gtk_stack_set_visible_child_name (self->stack, "people");
  gtk_widget_child_focus (GTK_WIDGET (self->people), GTK_DIR_TAB_FORWARD);
}

static gboolean
brings_numbers (TrasFillView *self,
                const char   *who)
{
  g_autoptr (GPtrArray) items = tras_fill_dup_items (self->scorecard, who);

  return items->len > 0;
}

static void
begin_round (TrasFillView *self,
             const char   *who)
{
  g_autofree char *name = g_strdup (who);

  g_free (self->who);
  self->who = g_steal_pointer (&name);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = tras_fill_dup_items (self->scorecard, self->who);
  self->looking = FALSE;
  show_progress (self);
  go_on (self, 0);
}

static void
on_person_activated (TrasFillView  *self,
                     GtkListBoxRow *row)
{
  const char *name = g_object_get_data (G_OBJECT (row), "name");

  /* Whoever prepares a review types for others, and stays who they are. */
  if (!self->preparing)
    g_settings_set_string (self->settings, "who", name);
  begin_round (self, name);
}

static void
on_who_clicked (TrasFillView *self)
{
  if (self->scorecard != NULL)
    show_people (self);
}

/* Whoever is known and brings numbers begins; whoever is not is asked. */
static void
begin (TrasFillView *self)
{
  g_autofree char *who = g_settings_get_string (self->settings, "who");

  if (self->preparing)
    show_people (self);
  else if (*who != '\0' && brings_numbers (self, who))
    begin_round (self, who);
  else if (brings_numbers (self, g_get_real_name ()))
    begin_round (self, g_get_real_name ());
  else
    show_people (self);
}

/* ---- typing ---- */

static void
on_written (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TrasFillView) self = user_data;
  g_autoptr (GError) error = NULL;

  /* The window says what went wrong; what is in the file then says what is still open. */
  tras_cell_writer_finish (TRAS_CELL_WRITER (object), result, &error);
  self->n_writing--;
  if (self->n_writing == 0)
    tras_loader_load (self->loader);
}

static void
write_current (TrasFillView *self,
               TrasFillItem *item,
               TrasCellAct   act,
               double        value,
               const char   *text)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) tras_cell_change_free);
  g_autofree char *title = tras_fill_card_dup_title (item->series, item->period);
  g_autofree char *label = NULL;
  int place = find_current (self);

  if (act == TRAS_CELL_ACT_VALUE)
    /* Translators: an edit: an indicator with its period, and a value:
     * "Orders late, W46 2026: 8" */
    label = g_strdup_printf (C_("edit", "%s: %s"), title, text);
  else
    label = g_strdup_printf (_("%s: known to be missing"), title);
  g_ptr_array_add (changes,
                   tras_cell_change_new (get_id (item), tras_period_start (item->series->every,
                                                                           item->period),
                                         act, value, act == TRAS_CELL_ACT_VALUE ? NULL : text));
  self->n_writing++;
  tras_cell_writer_write (self->writer, GTK_WIDGET (self), label, changes, on_written,
                          g_object_ref (self));

  /* Who types fast does not wait for the disk. */
  item->state = act == TRAS_CELL_ACT_VALUE ? TRAS_CELL_MEASURED : TRAS_CELL_ABSENT;
  show_progress (self);
  go_on (self, place + 1);
}

static void
on_value (TrasFillView *self,
          double        value)
{
  TrasFillItem *item = get_current (self);
  g_autofree char *shown = NULL;

  if (item == NULL || self->writer == NULL)
    return;

  shown = tras_cell_format_value (item->series, value);
  write_current (self, item, TRAS_CELL_ACT_VALUE, value, shown);
}

static void
on_absent (TrasFillView *self,
           const char   *note)
{
  TrasFillItem *item = get_current (self);

  if (item != NULL && self->writer != NULL)
    write_current (self, item, TRAS_CELL_ACT_ABSENT, NAN, note);
}

static void
on_next (TrasFillView *self)
{
  int place = find_current (self);

  if (place >= 0)
    go_on (self, place + 1);
}

static void
on_previous (TrasFillView *self)
{
  int place = find_current (self);

  if (place > 0)
    show_card (self, self->items->pdata[place - 1]);
}

static void
on_look_again (TrasFillView *self)
{
  self->looking = TRUE;
  go_on (self, 0);
}

static void
on_leave (TrasFillView *self)
{
  g_signal_emit (self, signals[LEAVE], 0);
}

static gboolean
on_key_pressed (TrasFillView    *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if (keyval != GDK_KEY_Escape && keyval != GDK_KEY_Back)
    return GDK_EVENT_PROPAGATE;

  on_leave (self);

  return GDK_EVENT_STOP;
}

/* ---- loading ---- */

static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return tras_scorecard_load (db, *(TrasDay *) data, N_CELLS, error);
}

static void
count_open (TrasFillView *self)
{
  g_autoptr (GPtrArray) all = tras_fill_dup_items (self->scorecard, NULL);
  guint n_open = tras_fill_count_open (all);

  if (n_open == self->n_open)
    return;

  self->n_open = n_open;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}

/* The round goes on where it was, with what others have typed meanwhile. */
static void
refresh (TrasFillView *self)
{
  const TrasFillItem *item;

  /* What is on its way to the file is not in what was read from it. */
  if (self->n_writing > 0 || !self->begun)
    return;

  fill_people (self);
  if (self->who == NULL)
    {
      show_people (self);
      return;
    }

  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = tras_fill_dup_items (self->scorecard, self->who);
  item = get_current (self);
  show_progress (self);
  if (item != NULL)
    tras_fill_card_refresh (self->card, item->series);
  else if (self->indicator_id != 0 || tras_fill_count_open (self->items) > 0)
    go_on (self, 0);
}

static gpointer
ask (gpointer owner)
{
  TrasDay day = tras_day_today ();

  return g_memdup2 (&day, sizeof day);
}

static void
take_scorecard (gpointer owner,
                gpointer scorecard)
{
  TrasFillView *self = owner;

  g_clear_pointer (&self->scorecard, tras_scorecard_unref);
  self->scorecard = scorecard;
  count_open (self);
  /* What was typed after the question is not in the answer. */
  if (tras_loader_is_outdated (self->loader))
    return;

  if (self->started && !self->begun)
    {
      self->begun = TRUE;
      fill_people (self);
      begin (self);
    }
  else
    refresh (self);
}

static gboolean
is_touched (gpointer     owner,
            TrasChanges *changes)
{
  static const char *const tables[] = { "indicator", "measurement", "person", NULL };

  return TRAS_FILL_VIEW (owner)->started && gtk_widget_get_mapped (owner) &&
         tras_changes_touch_any (changes, tables);
}

static const TrasLoading loading = {
  .is_touched = is_touched,
  .ask = ask,
  .free_wish = g_free,
  .job = load_job,
  .free_result = (GDestroyNotify) tras_scorecard_unref,
  .take = take_scorecard,
};

/* ---- the object ---- */

static void
tras_fill_view_map (GtkWidget *widget)
{
  TrasFillView *self = TRAS_FILL_VIEW (widget);

  GTK_WIDGET_CLASS (tras_fill_view_parent_class)->map (widget);

  /* What changed while nobody looked. */
  if (self->started && self->scorecard != NULL)
    tras_loader_load (self->loader);
}

static void
tras_fill_view_dispose (GObject *object)
{
  TrasFillView *self = TRAS_FILL_VIEW (object);

  g_clear_pointer (&self->loader, tras_loader_free);
  g_clear_object (&self->writer);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->scorecard, tras_scorecard_unref);
  g_clear_pointer (&self->who, g_free);

  G_OBJECT_CLASS (tras_fill_view_parent_class)->dispose (object);
}

static void
tras_fill_view_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch ((TrasFillViewProperty) prop_id)
    {
    case PROP_OPEN:
      g_value_set_uint (value, TRAS_FILL_VIEW (object)->n_open);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_fill_view_class_init (TrasFillViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tras_fill_view_dispose;
  object_class->get_property = tras_fill_view_get_property;
  widget_class->map = tras_fill_view_map;

  /**
   * TrasFillView:open:
   *
   * How many numbers are not there yet, of everybody.
   */
  properties[PROP_OPEN] =
    g_param_spec_uint ("open", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * TrasFillView::leave:
   *
   * The user has done enough for now.
   */
  signals[LEAVE] = g_signal_new ("leave", TRAS_TYPE_FILL_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);

  g_type_ensure (TRAS_TYPE_FILL_CARD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/trastienda/Trastienda/ui/indicators/"
                                               "tras-fill-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasFillView, card);
  gtk_widget_class_bind_template_child (widget_class, TrasFillView, done_button);
  gtk_widget_class_bind_template_child (widget_class, TrasFillView, done_page);
  gtk_widget_class_bind_template_child (widget_class, TrasFillView, look_button);
  gtk_widget_class_bind_template_child (widget_class, TrasFillView, people);
  gtk_widget_class_bind_template_child (widget_class, TrasFillView, people_title);
  gtk_widget_class_bind_template_child (widget_class, TrasFillView, people_words);
  gtk_widget_class_bind_template_child (widget_class, TrasFillView, progress);
  gtk_widget_class_bind_template_child (widget_class, TrasFillView, progress_label);
  gtk_widget_class_bind_template_child (widget_class, TrasFillView, stack);
  gtk_widget_class_bind_template_child (widget_class, TrasFillView, who_button);
  gtk_widget_class_bind_template_child (widget_class, TrasFillView, who_label);
  gtk_widget_class_bind_template_callback (widget_class, on_absent);
  gtk_widget_class_bind_template_callback (widget_class, on_leave);
  gtk_widget_class_bind_template_callback (widget_class, on_look_again);
  gtk_widget_class_bind_template_callback (widget_class, on_next);
  gtk_widget_class_bind_template_callback (widget_class, on_person_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_previous);
  gtk_widget_class_bind_template_callback (widget_class, on_value);
  gtk_widget_class_bind_template_callback (widget_class, on_who_clicked);
}

static void
tras_fill_view_init (TrasFillView *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  tras_help_set_page (GTK_WIDGET (self), "type-numbers");

  self->settings = g_settings_new (APP_ID);
  self->loader = tras_loader_new (&loading, self);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  show_progress (self);
}

/**
 * tras_fill_view_set_store:
 * @self: a view
 * @store: (nullable): where the numbers are read from and written to
 */
void
tras_fill_view_set_store (TrasFillView *self,
                          TrasStore    *store)
{
  g_return_if_fail (TRAS_IS_FILL_VIEW (self));

  if (!tras_loader_set_store (self->loader, store))
    return;

  g_clear_object (&self->writer);
  if (store != NULL && !tras_store_is_read_only (store))
    self->writer = tras_cell_writer_new (store);
  g_clear_pointer (&self->scorecard, tras_scorecard_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->who, g_free);
  self->indicator_id = 0;
  self->started = FALSE;
  gtk_stack_set_visible_child_name (self->stack, "blank");
}

static void
start (TrasFillView *self,
       gboolean      preparing)
{
  self->preparing = preparing;
  self->started = TRUE;
  self->begun = FALSE;
  g_clear_pointer (&self->who, g_free);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->scorecard, tras_scorecard_unref);
  gtk_stack_set_visible_child_name (self->stack, "blank");
  tras_loader_load (self->loader);
}

/**
 * tras_fill_view_start:
 * @self: a view with a store
 *
 * Asks the user for their numbers, from the first that is still open on; and before that, where it
 * is not known yet, who they are.
 */
void
tras_fill_view_start (TrasFillView *self)
{
  g_return_if_fail (TRAS_IS_FILL_VIEW (self));

  start (self, FALSE);
}

/**
 * tras_fill_view_show_people:
 * @self: a view with a store
 *
 * Shows who has not typed their numbers yet; whoever is chosen has theirs typed by the user, who
 * stays who they are.
 */
void
tras_fill_view_show_people (TrasFillView *self)
{
  g_return_if_fail (TRAS_IS_FILL_VIEW (self));

  start (self, TRUE);
}

guint
tras_fill_view_get_open (TrasFillView *self)
{
  g_return_val_if_fail (TRAS_IS_FILL_VIEW (self), 0);

  return self->n_open;
}
