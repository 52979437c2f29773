/* tras-count-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-closing-dialog.h"
#include "tras-count-form.h"
#include "tras-count-page.h"
#include "tras-count-view.h"
#include "tras-count-words.h"
#include "tras-help.h"
#include "tras-inner-page.h"
#include "tras-loader.h"
#include "tras-wrap-layout.h"

/* Older counts are in the file; nobody reads them from a page. */
#define MOST_POSTED 24

/**
 * TrasCountPage:
 *
 * All counts, or one of them.
 */
struct _TrasCountPage
{
  AdwBin parent_instance;

  /* template widgets */
  GtkButton *close_button;
  GtkButton *start_button;
  GtkListBox *due;
  GtkListBox *open;
  GtkListBox *posted;
  GtkStack *stack;
  GtkWidget *buttons;
  GtkWidget *open_part;
  GtkWidget *posted_part;
  TrasCountView *view;

  /* owned */
  TrasLoader *loader;
  TrasCounting *counting;

  gint64 count_id;     /* the one on show, 0 for none */
  gboolean is_entered;
};

static void inner_page_init (TrasInnerPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrasCountPage, tras_count_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TRAS_TYPE_INNER_PAGE, inner_page_init))

typedef enum
{
  PROP_ATTENTION = 1,
} TrasCountPageProperty;

static GParamSpec *properties[PROP_ATTENTION + 1];

/* ---- the lists ---- */

static void
empty (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

static GtkWidget *
add_row (GtkListBox *list,
         const char *title,
         const char *words)
{
  GtkWidget *row = adw_action_row_new ();

  g_object_set (row, "use-markup", FALSE, "title", title, "subtitle", words, NULL);
  gtk_list_box_append (list, row);

  return row;
}

static void
show_count (TrasCountPage *self,
            gint64         id)
{
  self->count_id = id;
  self->is_entered = FALSE;
  tras_loader_load (self->loader);
}

static void
on_row_activated (TrasCountPage *self,
                  GtkListBoxRow *row)
{
  gint64 *id = g_object_get_data (G_OBJECT (row), "count");

  if (id != NULL)
    show_count (self, *id);
}

static void
add_counts (GtkListBox *list,
            GPtrArray  *counts,
            guint       most)
{
  empty (list);
  for (guint i = 0; i < MIN (counts->len, most); i++)
    {
      const TrasCountFacts *facts = counts->pdata[i];
      g_autofree char *words = tras_count_words_dup_facts (facts);
      GtkWidget *row = add_row (list, facts->place_name, words);
      GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                       "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

      g_object_set (row, "activatable", TRUE, NULL);
      g_object_set_data_full (G_OBJECT (row), "count",
                              g_memdup2 (&TRAS_RECORD (facts->count)->id, sizeof (gint64)),
                              g_free);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
    }
}

static void
show_lists (TrasCountPage *self)
{
  static const char *const rules[TRAS_STOCK_N_CLASSES] = {
    N_("Counted four times a year, right within 1 %"),
    N_("Counted twice a year, right within 3 %"),
    N_("Counted once a year, right within 5 %"),
  };
  TrasCounting *counting = self->counting;
  guint n_items = 0;

  empty (self->due);
  for (guint i = 0; i < TRAS_STOCK_N_CLASSES; i++)
    {
      g_autofree char *title = tras_count_words_dup_class (counting, (TrasStockClass) i);

      add_row (self->due, title, _(rules[i]));
      n_items += counting->n_items[i];
    }
  add_counts (self->open, counting->open, G_MAXUINT);
  add_counts (self->posted, counting->posted, MOST_POSTED);
  gtk_widget_set_visible (self->open_part, counting->open->len > 0);
  gtk_widget_set_visible (self->posted_part, counting->posted->len > 0);
  /* Who is typing into a count must not lose the keyboard, not even for a moment. */
  if (self->count_id != 0)
    return;
  gtk_stack_set_visible_child_name (self->stack, n_items == 0 && counting->open->len == 0 &&
                                                   counting->posted->len == 0
                                                     ? "empty" : "lists");
}

/* ---- loading ---- */

typedef struct
{
  TrasDay day;
  gint64 count_id;
  guint n_written;         /* how many numbers had been written when it was asked for */
  TrasCounting *counting;  /* what was read before; NULL for nothing that still holds */
  TrasCountSheet *sheet;
} Wish;

typedef struct
{
  TrasCounting *counting;
  TrasCountSheet *sheet;
  guint n_written;
} Found;

static void
found_free (gpointer data)
{
  Found *found = data;

  g_clear_pointer (&found->counting, tras_counting_unref);
  g_clear_pointer (&found->sheet, tras_count_sheet_unref);
  g_free (found);
}

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_clear_pointer (&wish->counting, tras_counting_unref);
  g_clear_pointer (&wish->sheet, tras_count_sheet_unref);
  g_free (wish);
}

static gpointer
ask (gpointer owner)
{
  TrasCountPage *self = owner;
  Wish *wish = g_new0 (Wish, 1);

  wish->day = tras_day_today ();
  wish->count_id = self->count_id;
  wish->n_written = tras_count_view_get_n_written (self->view);
  if (self->counting != NULL)
    {
      wish->counting = tras_counting_ref (self->counting);
      wish->sheet = tras_count_view_dup_sheet (self->view);
    }

  return wish;
}

/* A count that was deleted meanwhile is not shown. */
static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Wish *wish = data;
  Found *found = g_new0 (Found, 1);

  found->n_written = wish->n_written;
  found->counting = tras_counting_load (db, wish->day, wish->counting, error);
  if (found->counting == NULL)
    {
      found_free (found);
      return NULL;
    }
  if (wish->count_id != 0)
    found->sheet = tras_count_sheet_load (db, wish->count_id, wish->sheet, NULL);

  return found;
}

static void
take (gpointer owner,
      gpointer result)
{
  TrasCountPage *self = owner;
  Found *found = result;

  g_clear_pointer (&self->counting, tras_counting_unref);
  self->counting = g_steal_pointer (&found->counting);
  if (found->sheet == NULL)
    self->count_id = 0;
  show_lists (self);
  if (self->count_id != 0 && TRAS_RECORD (found->sheet->count)->id == self->count_id)
    {
      tras_count_view_show (self->view, tras_loader_get_store (self->loader),
                            g_steal_pointer (&found->sheet), found->n_written);
      gtk_stack_set_visible_child_name (self->stack, "count");
      if (!self->is_entered)
        tras_count_view_focus (self->view);
      self->is_entered = TRUE;
    }
  found_free (found);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ATTENTION]);
}

static gboolean
is_touched (gpointer     owner,
            TrasChanges *changes)
{
  static const char *const tables[] = { "count_line", "item", "location", "movement", "person",
                                        "stock_count", NULL };
  TrasCountPage *self = owner;

  /* What is inside and what is not decides about all classes and costs. */
  if (tras_changes_touch (changes, "location"))
    g_clear_pointer (&self->counting, tras_counting_unref);

  return tras_changes_touch_any (changes, tables);
}

static const TrasLoading loading = {
  .is_touched = is_touched,
  .ask = ask,
  .free_wish = wish_free,
  .job = load_job,
  .free_result = found_free,
  .take = take,
  .is_daily = TRUE,
};

/* ---- what is begun here ---- */

static void
on_begun (GtkWidget *owner,
          gint64     count_id)
{
  show_count (TRAS_COUNT_PAGE (owner), count_id);
}

static void
on_start (TrasCountPage *self)
{
  TrasStore *store = tras_loader_get_store (self->loader);

  if (store != NULL && self->counting != NULL && !tras_store_is_read_only (store))
    tras_count_form_present (GTK_WIDGET (self), store, self->counting, on_begun);
}

static void
on_close_books (TrasCountPage *self)
{
  TrasStore *store = tras_loader_get_store (self->loader);

  if (store != NULL && !tras_store_is_read_only (store))
    tras_closing_dialog_present (GTK_WIDGET (self), store);
}

static void
on_back (TrasCountPage *self)
{
  self->count_id = 0;
  if (self->counting != NULL)
    show_lists (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->start_button));
}

/* Out of a count, as its button does. */
static void
leave_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  if (TRAS_COUNT_PAGE (widget)->count_id != 0)
    on_back (TRAS_COUNT_PAGE (widget));
}

static void
review_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  if (TRAS_COUNT_PAGE (widget)->count_id != 0)
    tras_count_view_review (TRAS_COUNT_PAGE (widget)->view);
}

/* ---- a page of the tab ---- */

static void
set_store (TrasInnerPage *page,
           TrasStore     *store)
{
  TrasCountPage *self = TRAS_COUNT_PAGE (page);
  gboolean writable = store != NULL && !tras_store_is_read_only (store);

  if (!tras_loader_set_store (self->loader, store))
    return;

  self->count_id = 0;
  g_clear_pointer (&self->counting, tras_counting_unref);
  tras_count_view_show (self->view, NULL, NULL, 0);
  gtk_stack_set_visible_child_name (self->stack, "blank");
  gtk_widget_set_sensitive (GTK_WIDGET (self->start_button), writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->close_button), writable);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ATTENTION]);
  tras_loader_load (self->loader);
}

static void
focus_page (TrasInnerPage *page)
{
  TrasCountPage *self = TRAS_COUNT_PAGE (page);

  if (self->count_id != 0)
    tras_count_view_focus (self->view);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
activate_new (TrasInnerPage *page)
{
  on_start (TRAS_COUNT_PAGE (page));
}

static void
inner_page_init (TrasInnerPageInterface *iface)
{
  iface->set_store = set_store;
  iface->focus = focus_page;
  iface->activate_new = activate_new;
}

/* ---- the object ---- */

static void
tras_count_page_dispose (GObject *object)
{
  TrasCountPage *self = TRAS_COUNT_PAGE (object);

  g_clear_pointer (&self->loader, tras_loader_free);
  g_clear_pointer (&self->counting, tras_counting_unref);

  G_OBJECT_CLASS (tras_count_page_parent_class)->dispose (object);
}

static void
tras_count_page_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TrasCountPage *self = TRAS_COUNT_PAGE (object);

  switch ((TrasCountPageProperty) prop_id)
    {
    case PROP_ATTENTION:
      g_value_set_uint (value, self->counting != NULL ? self->counting->open->len : 0);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_count_page_class_init (TrasCountPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tras_count_page_dispose;
  object_class->get_property = tras_count_page_get_property;

  /**
   * TrasCountPage:attention:
   *
   * How many counts wait to be posted.
   */
  properties[PROP_ATTENTION] =
    g_param_spec_uint ("attention", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (TRAS_TYPE_COUNT_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/stock/tras-count-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasCountPage, buttons);
  gtk_widget_class_bind_template_child (widget_class, TrasCountPage, close_button);
  gtk_widget_class_bind_template_child (widget_class, TrasCountPage, due);
  gtk_widget_class_bind_template_child (widget_class, TrasCountPage, open);
  gtk_widget_class_bind_template_child (widget_class, TrasCountPage, open_part);
  gtk_widget_class_bind_template_child (widget_class, TrasCountPage, posted);
  gtk_widget_class_bind_template_child (widget_class, TrasCountPage, posted_part);
  gtk_widget_class_bind_template_child (widget_class, TrasCountPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrasCountPage, start_button);
  gtk_widget_class_bind_template_child (widget_class, TrasCountPage, view);
  gtk_widget_class_install_action (widget_class, "counts.leave", NULL, leave_action);
  gtk_widget_class_install_action (widget_class, "counts.review", NULL, review_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "counts.leave", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "counts.review", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK,
                                       "counts.review", NULL);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, on_close_books);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_start);
}

static void
tras_count_page_init (TrasCountPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->buttons, tras_wrap_layout_new (6));
  self->loader = tras_loader_new (&loading, self);
  tras_help_set_page (GTK_WIDGET (self), "count-stock");
}
