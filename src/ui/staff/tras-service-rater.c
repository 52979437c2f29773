/* tras-service-rater.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-mark-button.h"
#include "tras-service-rater.h"
#include "tras-service-words.h"
#include "tras-window.h"

/* This month, and the one before for whoever is late. */
#define N_MONTHS 2

/* A service in the list. */
typedef struct
{
  gint64 id;
  GtkWidget *row;
  GtkWidget *marks[TRAS_SERVICE_SCORE_MOST];
  GtkWidget *said;     /* what the score means, or that there is none */
  GtkWidget *words;    /* why; there once there is a score */
  gboolean is_writing;
  gint64 next;         /* the score that was wanted meanwhile, 0 for none */
} Line;

struct _TrasServiceRater
{
  AdwBin parent_instance;

  /* template widgets */
  GtkDropDown *areas;
  GtkDropDown *months;
  GtkLabel *state;
  GtkListBox *list;
  GtkStack *stack;

  /* owned */
  GSettings *settings;
  TrasStore *store;
  TrasServiceBoard *board;
  GArray *area_ids;
  GPtrArray *lines;

  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (TrasServiceRater, tras_service_rater, ADW_TYPE_BIN)

static gint64
get_area_id (TrasServiceRater *self)
{
  guint selected = gtk_drop_down_get_selected (self->areas);

  return selected < self->area_ids->len ? g_array_index (self->area_ids, gint64, selected) : 0;
}

static TrasDay
get_month (TrasServiceRater *self)
{
  guint selected = gtk_drop_down_get_selected (self->months);

  return tras_day_add_months (self->board->month, selected == 1 ? -1 : 0);
}

static TrasServiceRating *
get_rating (TrasServiceRater *self,
            Line             *line)
{
  const TrasServiceFacts *facts = tras_service_board_find (self->board, line->id);

  return facts != NULL ? tras_service_facts_get_rating (facts, get_month (self)) : NULL;
}

/* ---- rating ---- */

static void rate (TrasServiceRater *self,
                  Line             *line,
                  gint64            score,
                  const char       *words);

static Line *
find_line (TrasServiceRater *self,
           gint64            id)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = self->lines->pdata[i];

      if (line->id == id)
        return line;
    }

  return NULL;
}

static void
on_rated (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  TrasServiceRater *self = TRAS_SERVICE_RATER (object);
  gint64 *id = user_data;
  Line *line = find_line (self, *id);

  /* What was written is on its way here; what was not leaves things as they are. */
  if (!tras_window_apply_finish (GTK_WIDGET (self), result, NULL, NULL) && line != NULL)
    line->is_writing = FALSE;
  g_free (id);
}

static void
rate (TrasServiceRater *self,
      Line             *line,
      gint64            score,
      const char       *words)
{
  const TrasServiceFacts *facts = tras_service_board_find (self->board, line->id);
  TrasServiceRating *before = get_rating (self, line);
  g_autoptr (TrasEdit) edit = NULL;

  if (facts == NULL || tras_store_is_read_only (self->store) ||
      (before != NULL && before->score == score &&
       (words == NULL || g_strcmp0 (words, before->words != NULL ? before->words : "") == 0)))
    return;
  if (line->is_writing)
    {
      line->next = words == NULL ? score : line->next;
      return;
    }

  line->is_writing = TRUE;
  edit = tras_service_step_rate (facts->service, before, get_month (self), score, words);
  tras_window_apply (GTK_WIDGET (self), edit, TRAS_APPLY_DEFAULT, on_rated,
                     g_memdup2 (&line->id, sizeof line->id));
}

static Line *
get_line (GtkWidget *widget)
{
  GtkWidget *row = GTK_IS_LIST_BOX_ROW (widget)
                     ? widget : gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);

  return row != NULL ? g_object_get_data (G_OBJECT (row), "line") : NULL;
}

static void
on_clicked (GtkWidget        *button,
            TrasServiceRater *self)
{
  rate (self, get_line (button),
        GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "score")), NULL);
}

static gboolean
on_key (TrasServiceRater *self,
        guint             keyval,
        guint             keycode,
        GdkModifierType   state)
{
  int score = tras_mark_button_from_key (keyval, state);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  Line *line = focus != NULL ? get_line (focus) : NULL;

  if (score == 0 || line == NULL)
    return GDK_EVENT_PROPAGATE;

  rate (self, line, score, NULL);

  return GDK_EVENT_STOP;
}

static void
take_words (TrasServiceRater *self,
            GtkWidget        *entry)
{
  Line *line = get_line (entry);
  TrasServiceRating *rating = self->board != NULL && line != NULL ? get_rating (self, line) : NULL;

  if (rating != NULL && !self->is_filling)
    rate (self, line, rating->score, gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static void
on_words_left (GtkEventController *controller,
               TrasServiceRater   *self)
{
  take_words (self, gtk_event_controller_get_widget (controller));
}

static void
on_words_entered (GtkWidget        *entry,
                  TrasServiceRater *self)
{
  take_words (self, entry);
}

/* ---- lines ---- */

static GtkWidget *
make_label (const char *text,
            gboolean    is_dim)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0F, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  if (is_dim)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
    }

  return label;
}

static GtkWidget *
make_mark (TrasServiceRater *self,
           TrasService      *service,
           int               score)
{
  const char *meaning = tras_service_get_score_words (score);
  /* Translators: a service, a score from 1 to 5, and what the score means */
  g_autofree char *label = g_strdup_printf (_("%s: %d, %s"), service->what, score, meaning);
  GtkWidget *button = tras_mark_button_new (score, meaning, label);

  g_object_set_data (G_OBJECT (button), "score", GINT_TO_POINTER (score));
  g_signal_connect (button, "clicked", G_CALLBACK (on_clicked), self);

  return button;
}

static GtkWidget *
make_words (TrasServiceRater *self,
            TrasService      *service)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *entry = g_object_new (GTK_TYPE_ENTRY, "placeholder-text", _("Why? (if you like)"),
                                   NULL);
  /* Translators: why a service was rated as it was; %s is the service */
  g_autofree char *label = g_strdup_printf (_("Why, of %s"), service->what);

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect (entry, "activate", G_CALLBACK (on_words_entered), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_words_left), self);
  gtk_widget_add_controller (entry, focus);

  return entry;
}

static void
add_line (TrasServiceRater *self,
          TrasService      *service)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  Line *line = g_new0 (Line, 1);
  g_autofree char *from = NULL;

  /* Translators: the area that gives a service, and what it promises */
  from = service->promise != NULL && *service->promise != '\0'
           ? g_strdup_printf (_("From %s: %s"), service->giver_name, service->promise)
           : g_strdup_printf (_("From %s"), service->giver_name);
  line->id = TRAS_RECORD (service)->id;
  line->row = gtk_list_box_row_new ();
  line->said = make_label ("", TRUE);
  line->words = make_words (self, service);
  gtk_box_append (GTK_BOX (lines), make_label (service->what, FALSE));
  gtk_box_append (GTK_BOX (lines), make_label (from, TRUE));
  gtk_widget_add_css_class (buttons, "linked");
  gtk_box_set_homogeneous (GTK_BOX (buttons), TRUE);
  for (int score = 1; score <= TRAS_SERVICE_SCORE_MOST; score++)
    {
      line->marks[score - 1] = make_mark (self, service, score);
      gtk_box_append (GTK_BOX (buttons), line->marks[score - 1]);
    }
  gtk_box_append (GTK_BOX (box), lines);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_box_append (GTK_BOX (box), line->said);
  gtk_box_append (GTK_BOX (box), line->words);
  gtk_widget_add_css_class (box, "rating");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (line->row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line->row), FALSE);
  g_object_set_data (G_OBJECT (line->row), "line", line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line->row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  service->what, -1);
  g_ptr_array_add (self->lines, line);
  gtk_list_box_append (self->list, line->row);
}

static void
show_line (TrasServiceRater *self,
           Line             *line)
{
  TrasServiceRating *rating = get_rating (self, line);
  const char *words = rating != NULL && rating->words != NULL ? rating->words : "";
  g_autofree char *said = rating != NULL ? tras_service_words_dup_score (rating->score)
                                         : g_strdup (_("Not rated yet"));

  for (int score = 1; score <= TRAS_SERVICE_SCORE_MOST; score++)
    {
      GtkWidget *mark = line->marks[score - 1];

      if (rating != NULL && rating->score == score)
        gtk_widget_add_css_class (mark, "marked");
      else
        gtk_widget_remove_css_class (mark, "marked");
      gtk_widget_set_sensitive (mark, !tras_store_is_read_only (self->store));
    }
  gtk_label_set_label (GTK_LABEL (line->said), said);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line->row),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, said, -1);
  gtk_widget_set_visible (line->words, rating != NULL);
  /* Whoever is writing goes on. */
  if (gtk_widget_get_focus_child (line->words) == NULL &&
      g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (line->words)), words) != 0)
    gtk_editable_set_text (GTK_EDITABLE (line->words), words);
  line->is_writing = FALSE;
  if (line->next != 0)
    {
      gint64 score = line->next;

      line->next = 0;
      rate (self, line, score, NULL);
    }
}

/* The services that the area gets in the month, in the order of the board. */
static GArray *
list_wanted (TrasServiceRater *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 area_id = get_area_id (self);

  for (guint i = 0; i < self->board->facts->len; i++)
    {
      const TrasServiceFacts *facts = self->board->facts->pdata[i];

      if (facts->service->taker_id == area_id &&
          tras_service_is_running (facts->service, get_month (self)))
        g_array_append_val (ids, TRAS_RECORD (facts->service)->id);
    }

  return ids;
}

static gboolean
are_shown (TrasServiceRater *self,
           GArray           *ids)
{
  if (ids->len != self->lines->len)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      if (((Line *) self->lines->pdata[i])->id != g_array_index (ids, gint64, i))
        return FALSE;
    }

  return TRUE;
}

static void
clear_lines (TrasServiceRater *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  g_ptr_array_set_size (self->lines, 0);
}

static void
show_state (TrasServiceRater *self)
{
  guint n = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->lines->len; i++)
    n += get_rating (self, self->lines->pdata[i]) == NULL;
  text = self->lines->len == 0 ? g_strdup (_("It got nothing from others in that month."))
         : n > 0 ? g_strdup_printf (ngettext ("%u service is still to be rated",
                                            "%u services are still to be rated", n), n)
               : g_strdup (_("All are rated."));
  gtk_label_set_label (self->state, text);
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->lines->len > 0);
  gtk_stack_set_visible_child_name (self->stack, self->area_ids->len == 0 ? "empty" : "lines");
}

static void
show_lines (TrasServiceRater *self)
{
  g_autoptr (GArray) ids = NULL;

  if (self->board == NULL || self->is_filling)
    return;

  ids = list_wanted (self);
  if (!are_shown (self, ids))
    {
      self->is_filling = TRUE;
      clear_lines (self);
      for (guint i = 0; i < ids->len; i++)
        add_line (self,
                  tras_service_board_find (self->board, g_array_index (ids, gint64, i))->service);
      self->is_filling = FALSE;
    }
  for (guint i = 0; i < self->lines->len; i++)
    show_line (self, self->lines->pdata[i]);
  show_state (self);
}

/* ---- choosing ---- */

/* Another month has other words and scores in the same rows. */
static void
on_month_changed (TrasServiceRater *self)
{
  if (self->is_filling || self->board == NULL)
    return;

  self->is_filling = TRUE;
  clear_lines (self);
  self->is_filling = FALSE;
  show_lines (self);
}

static void
on_area_changed (TrasServiceRater *self)
{
  GtkStringObject *name = gtk_drop_down_get_selected_item (self->areas);

  if (self->is_filling || name == NULL)
    return;

  g_settings_set_string (self->settings, "rating-area", gtk_string_object_get_string (name));
  show_lines (self);
}

static gboolean
takes_any (TrasServiceBoard *board,
           gint64            area_id)
{
  for (guint i = 0; i < board->facts->len; i++)
    {
      const TrasServiceFacts *facts = board->facts->pdata[i];

      if (facts->service->taker_id == area_id &&
          (tras_service_is_running (facts->service, board->month) ||
           tras_service_is_running (facts->service, tras_day_add_months (board->month, -1))))
        return TRUE;
    }

  return FALSE;
}

/* The area that was chosen last, also when the program starts again. */
static void
fill_areas (TrasServiceRater *self)
{
  g_autofree char *wanted = g_settings_get_string (self->settings, "rating-area");
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_array_set_size (self->area_ids, 0);
  for (guint i = 0; i < self->board->areas->len; i++)
    {
      const TrasServiceArea *area = self->board->areas->pdata[i];

      if (!takes_any (self->board, area->id))
        continue;
      if (g_str_equal (area->name, wanted))
        selected = self->area_ids->len;
      g_array_append_val (self->area_ids, area->id);
      gtk_string_list_append (names, area->name);
    }
  gtk_drop_down_set_model (self->areas, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->areas, selected);
}

static void
fill_months (TrasServiceRater *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = gtk_drop_down_get_selected (self->months);

  for (int i = 0; i < N_MONTHS; i++)
    {
      g_autofree char *name =
        tras_service_words_dup_month (tras_day_add_months (self->board->month, -i));

      gtk_string_list_append (names, name);
    }
  gtk_drop_down_set_model (self->months, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->months, selected < N_MONTHS ? selected : 0);
}

/* ---- the object ---- */

static void
tras_service_rater_dispose (GObject *object)
{
  TrasServiceRater *self = TRAS_SERVICE_RATER (object);

  self->is_filling = TRUE;
  g_clear_object (&self->settings);
  g_clear_object (&self->store);
  g_clear_pointer (&self->board, tras_service_board_unref);

  G_OBJECT_CLASS (tras_service_rater_parent_class)->dispose (object);
}

static void
tras_service_rater_finalize (GObject *object)
{
  TrasServiceRater *self = TRAS_SERVICE_RATER (object);

  g_array_unref (self->area_ids);
  g_ptr_array_unref (self->lines);

  G_OBJECT_CLASS (tras_service_rater_parent_class)->finalize (object);
}

static void
tras_service_rater_class_init (TrasServiceRaterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tras_service_rater_dispose;
  object_class->finalize = tras_service_rater_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/staff/tras-service-rater.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasServiceRater, areas);
  gtk_widget_class_bind_template_child (widget_class, TrasServiceRater, list);
  gtk_widget_class_bind_template_child (widget_class, TrasServiceRater, months);
  gtk_widget_class_bind_template_child (widget_class, TrasServiceRater, stack);
  gtk_widget_class_bind_template_child (widget_class, TrasServiceRater, state);
  gtk_widget_class_bind_template_callback (widget_class, on_area_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_month_changed);
}

static void
tras_service_rater_init (TrasServiceRater *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  self->settings = g_settings_new (APP_ID);
  self->area_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->lines = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), key);
}

/**
 * tras_service_rater_show:
 * @self: a rater
 * @store: (nullable): where ratings are written
 * @board: (nullable): the services as they are there now
 */
void
tras_service_rater_show (TrasServiceRater *self,
                         TrasStore        *store,
                         TrasServiceBoard *board)
{
  g_return_if_fail (TRAS_IS_SERVICE_RATER (self));

  g_set_object (&self->store, store);
  if (board != NULL)
    tras_service_board_ref (board);
  g_clear_pointer (&self->board, tras_service_board_unref);
  self->board = board;
  if (board == NULL)
    {
      self->is_filling = TRUE;
      clear_lines (self);
      self->is_filling = FALSE;
      gtk_stack_set_visible_child_name (self->stack, "blank");
      return;
    }

  self->is_filling = TRUE;
  fill_areas (self);
  fill_months (self);
  self->is_filling = FALSE;
  show_lines (self);
}

/**
 * tras_service_rater_focus:
 * @self: a rater
 *
 * Puts the keyboard on the first service that is not rated.
 */
void
tras_service_rater_focus (TrasServiceRater *self)
{
  g_return_if_fail (TRAS_IS_SERVICE_RATER (self));

  for (guint i = 0; self->board != NULL && i < self->lines->len; i++)
    {
      Line *line = self->lines->pdata[i];

      if (get_rating (self, line) == NULL || i + 1 == self->lines->len)
        {
          gtk_widget_grab_focus (line->row);
          return;
        }
    }
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}
