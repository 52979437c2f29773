/* tras-scorecard-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-feed.h"
#include "tras-firm.h"
#include "tras-help.h"
#include "tras-loader.h"
#include "tras-name-filter.h"
#include "tras-page-layout.h"
#include "tras-report-paper.h"
#include "tras-scorecard-page.h"
#include "tras-scorecard-report.h"
#include "tras-verdict-matrix.h"
#include "tras-window.h"

/* The choices of how many periods are seen; the preferences may hold another number. */
static const guint ranges[] = { 13, 26, 52 };

/* In characters: the number and what follows it. */
#define LEAST_RANGE 6

struct _TrasScorecardPage
{
  AdwBin parent_instance;

  /* template widgets */
  GtkDropDown *range;
  GtkLabel *missing_count;
  GtkLabel *signals_count;
  GtkLabel *words;
  GtkBox *chips;
  GtkMenuButton *matrix_button;
  GtkSearchEntry *search;
  GtkStack *stack;
  GtkToggleButton *levers;
  GtkToggleButton *mine;
  GtkToggleButton *missing;
  GtkToggleButton *retired;
  GtkToggleButton *signals;
  GtkWidget *new_button;
  GtkWidget *empty_button;
  AdwStatusPage *empty_page;
  AdwStatusPage *nothing_page;
  TrasScorecardView *view;
  TrasVerdictMatrix *matrix;

  /* borrowed */
  TrasNameFilter *areas;

  /* owned */
  GSettings *settings;
  TrasLoader *loader;
  TrasScorecard *scorecard;
  TrasCellWriter *writer;
  gboolean wants_focus;
};

G_DEFINE_FINAL_TYPE (TrasScorecardPage, tras_scorecard_page, ADW_TYPE_BIN)

typedef enum
{
  PROP_SCORECARD = 1,
} TrasScorecardPageProperty;

enum
{
  OPEN,
  NEW,
  N_SIGNALS,
};

static GParamSpec *properties[PROP_SCORECARD + 1];
static guint signals[N_SIGNALS];

/* ---- loading ---- */

/* What the store's thread needs to know. */
typedef struct
{
  TrasDay day;
  guint n_cells;
} Wish;

static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Wish *wish = data;

  return tras_scorecard_load (db, wish->day, wish->n_cells, error);
}

static void
set_count (GtkLabel *label,
           guint     count)
{
  g_autofree char *text = g_strdup_printf ("%u", count);

  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), count > 0);
}

static void
show_state (TrasScorecardPage *self)
{
  const char *name = "list";

  if (self->scorecard == NULL)
    name = "blank";
  else if (self->scorecard->rows->len == 0 && !gtk_toggle_button_get_active (self->retired))
    name = "empty";
  else if (tras_scorecard_view_get_n_rows (self->view) == 0)
    name = "nothing";

  /* An icon is drawn when it is set, seen or not; these large ones would weigh on every start. */
  if (g_str_equal (name, "empty"))
    adw_status_page_set_icon_name (self->empty_page, "tras-indicators-symbolic");
  else if (g_str_equal (name, "nothing"))
    adw_status_page_set_icon_name (self->nothing_page, "edit-find-symbolic");
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (GTK_WIDGET (self->words), g_str_equal (name, "list"));
  if (self->wants_focus && self->scorecard != NULL)
    tras_scorecard_page_focus (self);
}

static gboolean
has_mine (TrasScorecardPage *self,
          const char        *who)
{
  for (guint i = 0; self->scorecard != NULL && i < self->scorecard->rows->len; i++)
    {
      if (tras_scorecard_filter_is_mine (self->scorecard->rows->pdata[i], who))
        return TRUE;
    }

  return FALSE;
}

static char *
dup_who (TrasScorecardPage *self)
{
  g_autofree char *who = g_settings_get_string (self->settings, "who");

  return *who != '\0' ? g_steal_pointer (&who) : g_strdup (g_get_real_name ());
}

static void
show_counts (TrasScorecardPage *self)
{
  g_autofree char *who = dup_who (self);

  set_count (self->signals_count, self->scorecard->n_signals);
  set_count (self->missing_count, self->scorecard->n_missing);
  tras_verdict_matrix_set_counts (self->matrix, self->scorecard);
  gtk_widget_set_visible (GTK_WIDGET (self->retired),
                          self->scorecard->retired->len > 0 ||
                            gtk_toggle_button_get_active (self->retired));
  gtk_widget_set_visible (GTK_WIDGET (self->mine),
                          has_mine (self, who) || gtk_toggle_button_get_active (self->mine));
}

static gpointer
ask (gpointer owner)
{
  TrasScorecardPage *self = owner;
  Wish *wish = g_new0 (Wish, 1);

  wish->day = tras_day_today ();
  wish->n_cells = (guint) g_settings_get_int (self->settings, "week-range");

  return wish;
}

static void
take_scorecard (gpointer owner,
                gpointer scorecard)
{
  TrasScorecardPage *self = owner;

  g_clear_pointer (&self->scorecard, tras_scorecard_unref);
  self->scorecard = scorecard;
  tras_scorecard_view_set_scorecard (self->view, scorecard);
  show_counts (self);
  show_state (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCORECARD]);
}

static gboolean
is_touched (gpointer     owner,
            TrasChanges *changes)
{
  static const char *const tables[] = { "area", "firm", "indicator", "measurement", "person",
                                        "segment", "target", NULL };
  TrasScorecardPage *self = owner;
  gboolean touched = tras_changes_touch_any (changes, tables);

  for (guint i = 0; !touched && self->scorecard != NULL && i < tras_feed_get_n (); i++)
    touched = (self->scorecard->feeds >> i & 1) && tras_feed_touched (i, changes);

  return touched;
}

static const TrasLoading loading = {
  .is_touched = is_touched,
  .ask = ask,
  .free_wish = g_free,
  .job = load_job,
  .free_result = (GDestroyNotify) tras_scorecard_unref,
  .take = take_scorecard,
  .is_daily = TRUE,
};

/* ---- filters ---- */

/* What is asked for, to be cleared. */
static void
fill_filter (TrasScorecardPage   *self,
             TrasScorecardFilter *filter)
{
  filter->grouping = (TrasScorecardGrouping) g_settings_get_enum (self->settings,
                                                                 "scorecard-grouping");
  filter->search = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  filter->area_id = tras_name_filter_get_id (self->areas);
  filter->signals = gtk_toggle_button_get_active (self->signals);
  filter->levers = gtk_toggle_button_get_active (self->levers);
  filter->retired = gtk_toggle_button_get_active (self->retired);
  filter->missing = gtk_toggle_button_get_active (self->missing);
  if (gtk_toggle_button_get_active (self->mine))
    filter->mine = dup_who (self);
  filter->verdict = tras_verdict_matrix_get_chosen (self->matrix, &filter->variation,
                                                   &filter->assurance);
}

static void
refilter (TrasScorecardPage *self)
{
  TrasScorecardFilter filter = { 0 };

  fill_filter (self, &filter);
  if (filter.verdict)
    gtk_widget_add_css_class (GTK_WIDGET (self->matrix_button), "suggested-action");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->matrix_button), "suggested-action");

  tras_scorecard_view_set_filter (self->view, &filter);
  tras_scorecard_filter_clear (&filter);
  show_state (self);
}

static void
show_all (TrasScorecardPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_toggle_button_set_active (self->signals, FALSE);
  gtk_toggle_button_set_active (self->levers, FALSE);
  gtk_toggle_button_set_active (self->mine, FALSE);
  gtk_toggle_button_set_active (self->missing, FALSE);
  gtk_toggle_button_set_active (self->retired, FALSE);
  tras_name_filter_clear (self->areas);
  tras_verdict_matrix_clear (self->matrix);
  refilter (self);
}

static void
on_stop_search (TrasScorecardPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
on_search_activated (TrasScorecardPage *self)
{
  refilter (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
on_range_selected (TrasScorecardPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->range);

  if (selected < G_N_ELEMENTS (ranges))
    g_settings_set_int (self->settings, "week-range", (int) ranges[selected]);
}

static void
show_range (TrasScorecardPage *self)
{
  guint range = (guint) g_settings_get_int (self->settings, "week-range");
  guint selected = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      if (ranges[i] == range)
        selected = i;
    }
  g_signal_handlers_block_by_func (self->range, on_range_selected, self);
  gtk_drop_down_set_selected (self->range, selected);
  g_signal_handlers_unblock_by_func (self->range, on_range_selected, self);
  tras_loader_load (self->loader);
}

/* In a language of long words the button is cut, and the window can still be narrow. */
static void
on_range_setup (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);
  GtkExpression *range = gtk_property_expression_new (GTK_TYPE_LIST_ITEM, NULL, "item");
  GtkExpression *text = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, range, "string");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), LEAST_RANGE);
  gtk_list_item_set_child (item, label);
  gtk_expression_bind (text, label, "label", item);
}

static void
fill_ranges (TrasScorecardPage *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_autoptr (GtkListItemFactory) cut = gtk_signal_list_item_factory_new ();

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      g_autofree char *label = g_strdup_printf (ngettext ("%u week", "%u weeks", ranges[i]),
                                                ranges[i]);

      gtk_string_list_append (labels, label);
    }
  gtk_drop_down_set_model (self->range, G_LIST_MODEL (labels));
  gtk_drop_down_set_list_factory (self->range, gtk_drop_down_get_factory (self->range));
  g_signal_connect (cut, "setup", G_CALLBACK (on_range_setup), NULL);
  gtk_drop_down_set_factory (self->range, cut);
}

static void
on_open (TrasScorecardPage *self,
         gint64             id)
{
  g_signal_emit (self, signals[OPEN], 0, id);
}

static void
on_new_clicked (TrasScorecardPage *self)
{
  g_signal_emit (self, signals[NEW], 0);
}

/* ---- files and paper ---- */

static gpointer
load_firm_job (TrasDb        *db,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  return tras_firm_load (db, error);
}

/* The rows that are seen, as the settings put them together. */
static TrasReport *
make_report (TrasScorecardPage *self,
             TrasFirm          *firm)
{
  TrasScorecardFilter filter = { 0 };
  TrasReport *report;

  fill_filter (self, &filter);
  report = tras_scorecard_report_new (self->scorecard, &filter, firm->name,
                                      tras_number_format_get_default (), TRAS_A4_HEIGHT,
                                      TRAS_A4_WIDTH);
  tras_scorecard_filter_clear (&filter);

  return report;
}

static TrasReport *
finish_report (TrasStore         *store,
               GAsyncResult      *result,
               TrasScorecardPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasFirm) firm = tras_store_run_finish (store, result, &error);

  if (firm == NULL)
    tras_window_report_error (GTK_WIDGET (self), error);

  return firm != NULL && self->scorecard != NULL ? make_report (self, firm) : NULL;
}

static void
on_firm_to_print (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (TrasScorecardPage) self = user_data;
  g_autoptr (TrasReport) report = finish_report (TRAS_STORE (object), result, self);

  if (report != NULL)
    tras_report_paper_print (GTK_WIDGET (self), report);
}

static void
on_firm_to_save (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (TrasScorecardPage) self = user_data;
  g_autoptr (TrasReport) report = finish_report (TRAS_STORE (object), result, self);
  g_autofree char *name = NULL;
  int year, week;

  if (report == NULL)
    return;

  tras_day_iso_week (self->scorecard->day, &year, &week);
  /* Translators: the name of a file: Scorecard 2026-W47.pdf */
  name = g_strdup_printf (_("Scorecard %04d-W%02d.pdf"), year, week);
  tras_report_paper_save (GTK_WIDGET (self), report, _("Save the Scorecard"), name);
}

static void
paper_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TrasScorecardPage *self = TRAS_SCORECARD_PAGE (widget);
  TrasStore *store = tras_loader_get_store (self->loader);

  if (store == NULL || self->scorecard == NULL)
    return;

  tras_store_run_async (store, paper_action, load_firm_job, NULL, NULL, g_object_unref, NULL,
                        g_str_equal (action_name, "scorecard.print") ? on_firm_to_print
                                                                     : on_firm_to_save,
                        g_object_ref (self));
}

/* ---- the object ---- */

static void
tras_scorecard_page_dispose (GObject *object)
{
  TrasScorecardPage *self = TRAS_SCORECARD_PAGE (object);

  g_clear_pointer (&self->loader, tras_loader_free);
  g_clear_object (&self->writer);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->scorecard, tras_scorecard_unref);

  G_OBJECT_CLASS (tras_scorecard_page_parent_class)->dispose (object);
}

static void
tras_scorecard_page_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch ((TrasScorecardPageProperty) prop_id)
    {
    case PROP_SCORECARD:
      g_value_set_boxed (value, TRAS_SCORECARD_PAGE (object)->scorecard);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_scorecard_page_class_init (TrasScorecardPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tras_scorecard_page_dispose;
  object_class->get_property = tras_scorecard_page_get_property;

  /**
   * TrasScorecardPage:scorecard:
   *
   * What is in the file, as far as it is read; without filters.
   */
  properties[PROP_SCORECARD] =
    g_param_spec_boxed ("scorecard", NULL, NULL, TRAS_TYPE_SCORECARD,
                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * TrasScorecardPage::open:
   * @id: the indicator whose chart is wanted
   */
  signals[OPEN] = g_signal_new ("open", TRAS_TYPE_SCORECARD_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  /**
   * TrasScorecardPage::new:
   *
   * A new indicator is wanted.
   */
  signals[NEW] = g_signal_new ("new", TRAS_TYPE_SCORECARD_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "scorecard.print", NULL, paper_action);
  gtk_widget_class_install_action (widget_class, "scorecard.save", NULL, paper_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK,
                                       "scorecard.print", NULL);

  g_type_ensure (TRAS_TYPE_SCORECARD_VIEW);
  g_type_ensure (TRAS_TYPE_VERDICT_MATRIX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/trastienda/Trastienda/ui/indicators/"
                                               "tras-scorecard-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasScorecardPage, chips);
  gtk_widget_class_bind_template_child (widget_class, TrasScorecardPage, empty_button);
  gtk_widget_class_bind_template_child (widget_class, TrasScorecardPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, TrasScorecardPage, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, TrasScorecardPage, levers);
  gtk_widget_class_bind_template_child (widget_class, TrasScorecardPage, matrix);
  gtk_widget_class_bind_template_child (widget_class, TrasScorecardPage, matrix_button);
  gtk_widget_class_bind_template_child (widget_class, TrasScorecardPage, mine);
  gtk_widget_class_bind_template_child (widget_class, TrasScorecardPage, missing);
  gtk_widget_class_bind_template_child (widget_class, TrasScorecardPage, missing_count);
  gtk_widget_class_bind_template_child (widget_class, TrasScorecardPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, TrasScorecardPage, range);
  gtk_widget_class_bind_template_child (widget_class, TrasScorecardPage, retired);
  gtk_widget_class_bind_template_child (widget_class, TrasScorecardPage, search);
  gtk_widget_class_bind_template_child (widget_class, TrasScorecardPage, signals);
  gtk_widget_class_bind_template_child (widget_class, TrasScorecardPage, signals_count);
  gtk_widget_class_bind_template_child (widget_class, TrasScorecardPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrasScorecardPage, view);
  gtk_widget_class_bind_template_child (widget_class, TrasScorecardPage, words);
  gtk_widget_class_bind_template_callback (widget_class, on_new_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_open);
  gtk_widget_class_bind_template_callback (widget_class, on_range_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, refilter);
  gtk_widget_class_bind_template_callback (widget_class, show_all);
}

/* What the menu chooses is kept in the settings. */
static void
add_actions (TrasScorecardPage *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GAction) grouping = g_settings_create_action (self->settings, "scorecard-grouping");

  g_action_map_add_action (G_ACTION_MAP (group), grouping);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "scorecard-page", G_ACTION_GROUP (group));
}

static void
tras_scorecard_page_init (TrasScorecardPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tras_help_set_page (GTK_WIDGET (self), "read-the-scorecard");

  self->settings = g_settings_new (APP_ID);
  self->loader = tras_loader_new (&loading, self);
  self->areas = TRAS_NAME_FILTER (tras_name_filter_new ("area", _("All areas"), _("Area")));
  g_signal_connect_swapped (self->areas, "changed", G_CALLBACK (refilter), self);
  gtk_box_prepend (self->chips, GTK_WIDGET (self->areas));
  fill_ranges (self);
  show_range (self);
  g_signal_connect_object (self->settings, "changed::week-range", G_CALLBACK (show_range), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::scorecard-grouping", G_CALLBACK (refilter),
                           self, G_CONNECT_SWAPPED);
  add_actions (self);
  refilter (self);
}

/**
 * tras_scorecard_page_set_store:
 * @self: a page
 * @store: (nullable): where the indicators are read from and written to
 */
void
tras_scorecard_page_set_store (TrasScorecardPage *self,
                               TrasStore         *store)
{
  gboolean editable;

  g_return_if_fail (TRAS_IS_SCORECARD_PAGE (self));

  if (!tras_loader_set_store (self->loader, store))
    return;

  g_clear_pointer (&self->scorecard, tras_scorecard_unref);
  g_clear_object (&self->writer);
  editable = store != NULL && !tras_store_is_read_only (store);
  if (editable)
    self->writer = tras_cell_writer_new (store);
  tras_scorecard_view_set_writer (self->view, self->writer);
  tras_scorecard_view_set_scorecard (self->view, NULL);
  gtk_widget_set_sensitive (self->new_button, editable);
  gtk_widget_set_sensitive (self->empty_button, editable);
  tras_name_filter_set_store (self->areas, store);
  show_state (self);
  tras_loader_load (self->loader);
}

/**
 * tras_scorecard_page_get_scorecard:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): what is in the file, %NULL while it is being read
 */
TrasScorecard *
tras_scorecard_page_get_scorecard (TrasScorecardPage *self)
{
  g_return_val_if_fail (TRAS_IS_SCORECARD_PAGE (self), NULL);

  return self->scorecard;
}

TrasScorecardView *
tras_scorecard_page_get_view (TrasScorecardPage *self)
{
  g_return_val_if_fail (TRAS_IS_SCORECARD_PAGE (self), NULL);

  return self->view;
}

/**
 * tras_scorecard_page_focus:
 * @self: a page
 *
 * Puts the keyboard on the numbers as soon as they are there, or where there are none on what can
 * be done instead. Not before: keys for a widget that is not shown reach nobody.
 */
void
tras_scorecard_page_focus (TrasScorecardPage *self)
{
  g_return_if_fail (TRAS_IS_SCORECARD_PAGE (self));

  self->wants_focus = self->scorecard == NULL;
  if (self->wants_focus)
    return;

  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "list"))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

void
tras_scorecard_page_focus_search (TrasScorecardPage *self)
{
  g_return_if_fail (TRAS_IS_SCORECARD_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
