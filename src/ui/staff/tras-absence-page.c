/* tras-absence-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-absence-chart.h"
#include "tras-absence-form.h"
#include "tras-absence-page.h"
#include "tras-absence-setup.h"
#include "tras-absence-view.h"
#include "tras-feed.h"
#include "tras-help.h"
#include "tras-inner-page.h"
#include "tras-loader.h"
#include "tras-look.h"
#include "tras-name-filter.h"
#include "tras-window.h"
#include "tras-wrap-layout.h"

#define SWATCH_WIDTH 26
#define SWATCH_HEIGHT 14

struct _TrasAbsencePage
{
  AdwBin parent_instance;

  /* template widgets */
  GtkBox *filters;
  GtkLabel *definition;
  GtkLabel *month_label;
  GtkLabel *rate;
  GtkLabel *words;
  GtkListBox *absences;
  GtkStack *stack;
  GtkWidget *legend;
  TrasAbsenceView *view;

  /* borrowed */
  TrasNameFilter *areas;

  /* owned */
  TrasAbsenceBoard *board;
  TrasLoader *loader;
  TrasDay month;        /* its first day */
  TrasDay wanted;       /* the day to go to once its month is there */
};

static void inner_page_init (TrasInnerPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrasAbsencePage, tras_absence_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TRAS_TYPE_INNER_PAGE, inner_page_init))

/* ---- kinds, as they look ---- */

static void
draw_swatch (GtkDrawingArea *area,
             cairo_t        *cr,
             int             width,
             int             height,
             gpointer        kind)
{
  TrasRect rect = { 1, 1, width - 2, height - 2 };

  tras_absence_chart_draw_kind (GPOINTER_TO_UINT (kind), &rect, cr, tras_look_get_palette ());
}

static GtkWidget *
make_swatch (guint kind)
{
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_widget_set_size_request (area, SWATCH_WIDTH, SWATCH_HEIGHT);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_swatch, GUINT_TO_POINTER (kind),
                                  NULL);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), area, G_CONNECT_SWAPPED);

  return area;
}

static void
show_legend (TrasAbsencePage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->legend)) != NULL)
    gtk_box_remove (GTK_BOX (self->legend), child);
  for (guint i = 0; i < self->board->kinds->len; i++)
    {
      TrasAbsenceKind *kind = self->board->kinds->pdata[i];
      g_autofree char *letters = tras_absence_board_dup_letters (self->board, i);
      /* Translators: the letters that stand for a kind of absence, and its name: “I Illness” */
      g_autofree char *text = g_strdup_printf (C_("legend", "%s %s"), letters, kind->name);
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *label = gtk_label_new (text);

      gtk_widget_add_css_class (label, "caption");
      gtk_box_append (GTK_BOX (box), make_swatch (i));
      gtk_box_append (GTK_BOX (box), label);
      gtk_box_append (GTK_BOX (self->legend), box);
    }
}

/* ---- the list ---- */

static gboolean
is_wanted (TrasAbsencePage *self,
           TrasAbsenceRow  *row)
{
  gint64 area_id = tras_name_filter_get_id (self->areas);

  return area_id == 0 ||
         ((TrasAbsenceGroup *) self->board->groups->pdata[row->group])->area_id == area_id;
}

static GtkWidget *
make_absence_row (TrasAbsencePage *self,
                  TrasAbsence     *absence)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  g_autofree char *span = tras_absence_dup_span (absence, format);
  /* Translators: a kind of absence, and its days: “Holiday · 3 – 7 Aug · 40 h” */
  g_autofree char *words = g_strdup_printf (C_("absence", "%s · %s"), absence->kind_name, span);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE,
                                 "title", absence->person_name, "subtitle", words,
                                 "activatable", TRUE, NULL);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             make_swatch (tras_absence_board_find_kind (self->board,
                                                                        absence->kind_id)));
  g_object_set_data_full (G_OBJECT (row), "absence", g_object_ref (absence), g_object_unref);

  return row;
}

static int
compare_absences (gconstpointer a,
                  gconstpointer b)
{
  const TrasAbsence *x = *(TrasAbsence *const *) a;
  const TrasAbsence *y = *(TrasAbsence *const *) b;

  return x->from_on - y->from_on;
}

static void
show_list (TrasAbsencePage *self)
{
  g_autoptr (GPtrArray) absences = g_ptr_array_new ();
  GtkListBoxRow *old;

  while ((old = gtk_list_box_get_row_at_index (self->absences, 0)) != NULL)
    gtk_list_box_remove (self->absences, GTK_WIDGET (old));
  for (guint i = 0; i < self->board->rows->len; i++)
    {
      TrasAbsenceRow *row = self->board->rows->pdata[i];

      if (is_wanted (self, row))
        g_ptr_array_extend (absences, row->absences, NULL, NULL);
    }
  g_ptr_array_sort (absences, compare_absences);
  for (guint i = 0; i < absences->len; i++)
    gtk_list_box_append (self->absences, make_absence_row (self, absences->pdata[i]));
}

/* ---- the month ---- */

static void
show_month (TrasAbsencePage *self)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  g_autofree char *text = NULL;
  int year, month;

  tras_day_split (self->month, &year, &month, NULL);
  /* Translators: a month and its year: “Nov 2026” */
  text = g_strdup_printf (C_("month", "%s %d"), format->months[month - 1], year);
  gtk_label_set_label (self->month_label, text);
}

static void
refilter (TrasAbsencePage *self)
{
  g_autofree char *rate = NULL;

  if (self->board == NULL)
    return;

  tras_absence_view_show (self->view, self->board, tras_name_filter_get_id (self->areas));
  if (self->wanted != TRAS_DAY_NONE)
    tras_absence_view_set_day (self->view, self->wanted);
  self->wanted = TRAS_DAY_NONE;
  show_legend (self);
  show_list (self);
  rate = tras_absence_board_dup_rate (self->board, tras_number_format_get_default ());
  gtk_label_set_label (self->rate, rate);
  gtk_stack_set_visible_child_name (self->stack, self->board->rows->len == 0 ? "empty" : "month");
}

static void
go_to (TrasAbsencePage *self,
       TrasDay          day)
{
  int year, month;

  tras_day_split (day, &year, &month, NULL);
  self->month = tras_day_new (year, month, 1);
  self->wanted = day;
  show_month (self);
  tras_loader_load (self->loader);
}

static void
month_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TrasAbsencePage *self = TRAS_ABSENCE_PAGE (widget);
  TrasDay today = tras_day_today ();
  TrasDay month;

  if (g_str_equal (name, "absence.today"))
    {
      go_to (self, today);
      return;
    }

  month = tras_day_add_months (self->month, g_str_equal (name, "absence.before") ? -1 : 1);
  if (month < TRAS_DAY_MIN || tras_day_add_months (month, 1) > TRAS_DAY_MAX)
    return;
  go_to (self, today >= month && today < tras_day_add_months (month, 1) ? today : month);
}

/* ---- writing ---- */

static TrasStore *
get_store (TrasAbsencePage *self)
{
  return tras_loader_get_store (self->loader);
}

static gboolean
may_write (TrasAbsencePage *self)
{
  TrasStore *store = get_store (self);

  return self->board != NULL && store != NULL && !tras_store_is_read_only (store);
}

static void
on_view_activated (TrasAbsencePage *self)
{
  TrasAbsenceRow *row = tras_absence_view_get_row (self->view);
  TrasAbsence *absence;
  TrasDay from, to;

  if (row == NULL)
    return;
  if (!tras_absence_view_get_days (self->view, &from, &to))
    {
      tras_window_show_record (GTK_WIDGET (self), TRAS_TYPE_PERSON, TRAS_RECORD (row->person)->id);
      return;
    }
  if (!may_write (self))
    return;

  absence = tras_absence_row_find (row, from, to);
  if (absence != NULL)
    tras_absence_form_change (GTK_WIDGET (self), get_store (self), self->board->work, absence);
  else
    tras_absence_form_add (GTK_WIDGET (self), get_store (self), self->board->work,
                           TRAS_RECORD (row->person)->id, from, to);
}

static void
on_view_removed (TrasAbsencePage *self)
{
  TrasAbsenceRow *row = tras_absence_view_get_row (self->view);
  g_autoptr (TrasEdit) edit = NULL;
  TrasAbsence *absence;
  TrasDay from, to;

  if (row == NULL || !may_write (self) || !tras_absence_view_get_days (self->view, &from, &to))
    return;
  absence = tras_absence_row_find (row, from, to);
  if (absence == NULL)
    return;

  edit = tras_edit_new (_("Delete absence"));
  tras_edit_delete (edit, absence);
  tras_window_apply (GTK_WIDGET (self), edit, TRAS_APPLY_DEFAULT, NULL, NULL);
}

static void
on_absence_activated (TrasAbsencePage *self,
                      GtkListBoxRow   *row)
{
  if (may_write (self))
    tras_absence_form_change (GTK_WIDGET (self), get_store (self), self->board->work,
                              g_object_get_data (G_OBJECT (row), "absence"));
}

/* What is new is about the person and days under the cursor, where these are free. */
static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  TrasAbsencePage *self = TRAS_ABSENCE_PAGE (widget);
  TrasAbsenceRow *row = tras_absence_view_get_row (self->view);
  TrasDay from, to;

  if (!may_write (self))
    return;

  if (row == NULL || !tras_absence_view_get_days (self->view, &from, &to) ||
      tras_absence_row_find (row, from, to) != NULL)
    {
      from = to = tras_day_today ();
      row = NULL;
    }
  tras_absence_form_add (widget, get_store (self), self->board->work,
                         row != NULL ? TRAS_RECORD (row->person)->id : 0, from, to);
}

static void
setup_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  gtk_window_present (GTK_WINDOW (tras_absence_setup_new (tras_window_find (widget))));
}

static void
on_words_changed (TrasAbsencePage *self)
{
  gtk_label_set_label (self->words, tras_grid_view_get_words (TRAS_GRID_VIEW (self->view)));
}

/* ---- loading ---- */

typedef struct
{
  TrasDay from;
  TrasDay to;
  TrasDay day;
} Wish;

static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Wish *wish = data;

  return tras_absence_board_load (db, wish->from, wish->to, wish->day, error);
}

/* What nobody looks at is not read. */
static gpointer
ask (gpointer owner)
{
  TrasAbsencePage *self = owner;
  Wish *wish;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return NULL;

  wish = g_new0 (Wish, 1);
  wish->from = self->month;
  wish->to = tras_day_add_months (self->month, 1) - 1;
  wish->day = tras_day_today ();

  return wish;
}

static void
take_board (gpointer owner,
            gpointer board)
{
  TrasAbsencePage *self = owner;

  g_clear_pointer (&self->board, tras_absence_board_unref);
  self->board = board;
  refilter (self);
}

static const char *const tables[] = { "absence", "absence_kind", "area", "holiday", "person",
                                      "post", "role", NULL };

static const TrasLoading loading = {
  .tables = tables,
  .ask = ask,
  .free_wish = g_free,
  .job = load_job,
  .free_result = (GDestroyNotify) tras_absence_board_unref,
  .take = take_board,
};

/* ---- the page among others ---- */

static void
set_store (TrasInnerPage *page,
           TrasStore     *store)
{
  TrasAbsencePage *self = TRAS_ABSENCE_PAGE (page);

  if (!tras_loader_set_store (self->loader, store))
    return;

  g_clear_pointer (&self->board, tras_absence_board_unref);
  tras_name_filter_set_store (self->areas, store);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "absence.add",
                                 store != NULL && !tras_store_is_read_only (store));
  go_to (self, tras_day_today ());
}

static void
tras_absence_page_map (GtkWidget *widget)
{
  TrasAbsencePage *self = TRAS_ABSENCE_PAGE (widget);

  GTK_WIDGET_CLASS (tras_absence_page_parent_class)->map (widget);
  tras_loader_load (self->loader);
}

static void
focus (TrasInnerPage *page)
{
  TrasAbsencePage *self = TRAS_ABSENCE_PAGE (page);

  if (!gtk_widget_grab_focus (GTK_WIDGET (self->view)))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
activate_new (TrasInnerPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "absence.add", NULL);
}

static void
inner_page_init (TrasInnerPageInterface *iface)
{
  iface->set_store = set_store;
  iface->focus = focus;
  iface->activate_new = activate_new;
}

/* ---- the object ---- */

static void
tras_absence_page_dispose (GObject *object)
{
  TrasAbsencePage *self = TRAS_ABSENCE_PAGE (object);

  g_clear_pointer (&self->loader, tras_loader_free);
  g_clear_pointer (&self->board, tras_absence_board_unref);

  G_OBJECT_CLASS (tras_absence_page_parent_class)->dispose (object);
}

static void
tras_absence_page_class_init (TrasAbsencePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tras_absence_page_dispose;
  widget_class->map = tras_absence_page_map;
  g_type_ensure (TRAS_TYPE_ABSENCE_VIEW);
  g_type_ensure (TRAS_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/staff/tras-absence-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasAbsencePage, absences);
  gtk_widget_class_bind_template_child (widget_class, TrasAbsencePage, definition);
  gtk_widget_class_bind_template_child (widget_class, TrasAbsencePage, filters);
  gtk_widget_class_bind_template_child (widget_class, TrasAbsencePage, legend);
  gtk_widget_class_bind_template_child (widget_class, TrasAbsencePage, month_label);
  gtk_widget_class_bind_template_child (widget_class, TrasAbsencePage, rate);
  gtk_widget_class_bind_template_child (widget_class, TrasAbsencePage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrasAbsencePage, view);
  gtk_widget_class_bind_template_child (widget_class, TrasAbsencePage, words);
  gtk_widget_class_bind_template_callback (widget_class, on_absence_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_view_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_view_removed);
  gtk_widget_class_bind_template_callback (widget_class, on_words_changed);
  gtk_widget_class_install_action (widget_class, "absence.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "absence.after", NULL, month_action);
  gtk_widget_class_install_action (widget_class, "absence.before", NULL, month_action);
  gtk_widget_class_install_action (widget_class, "absence.setup", NULL, setup_action);
  gtk_widget_class_install_action (widget_class, "absence.today", NULL, month_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_ALT_MASK,
                                       "absence.before", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_ALT_MASK,
                                       "absence.after", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, GDK_ALT_MASK, "absence.today",
                                       NULL);
}

static void
tras_absence_page_init (TrasAbsencePage *self)
{
  self->loader = tras_loader_new (&loading, self);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->legend, tras_wrap_layout_new (14));
  self->areas = TRAS_NAME_FILTER (tras_name_filter_new ("area", _("All areas"), _("Area")));
  g_signal_connect_swapped (self->areas, "changed", G_CALLBACK (refilter), self);
  gtk_box_append (self->filters, GTK_WIDGET (self->areas));
  gtk_label_set_label (self->definition, _(tras_feed_find ("staff.absence", NULL)->definition));
  self->month = tras_period_first_day (TRAS_EVERY_MONTH, tras_day_today ());
  self->wanted = TRAS_DAY_NONE;
  show_month (self);
  tras_help_set_page (GTK_WIDGET (self), "know-who-is-away");
}
