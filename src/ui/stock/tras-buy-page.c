/* tras-buy-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-buy-page.h"
#include "tras-help.h"
#include "tras-inner-page.h"
#include "tras-loader.h"
#include "tras-number.h"
#include "tras-to-buy.h"
#include "tras-window.h"

/* A line of the list: a supplier, or what is to be bought there. */
#define TRAS_TYPE_BUY_ENTRY (tras_buy_entry_get_type ())
G_DECLARE_FINAL_TYPE (TrasBuyEntry, tras_buy_entry, TRAS, BUY_ENTRY, GObject)

struct _TrasBuyEntry
{
  GObject parent_instance;

  gint64 item_id;  /* 0 for a supplier */
  char *title;
  char *words;
  char *amount;
};

G_DEFINE_FINAL_TYPE (TrasBuyEntry, tras_buy_entry, G_TYPE_OBJECT)

static void
tras_buy_entry_finalize (GObject *object)
{
  TrasBuyEntry *self = TRAS_BUY_ENTRY (object);

  g_free (self->title);
  g_free (self->words);
  g_free (self->amount);

  G_OBJECT_CLASS (tras_buy_entry_parent_class)->finalize (object);
}

static void
tras_buy_entry_class_init (TrasBuyEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tras_buy_entry_finalize;
}

static void
tras_buy_entry_init (TrasBuyEntry *self)
{
}

struct _TrasBuyPage
{
  AdwBin parent_instance;

  /* template widgets */
  GtkButton *draft_button;
  GtkLabel *summary;
  GtkListView *list;
  GtkStack *stack;

  /* owned */
  GListStore *entries;
  TrasLoader *loader;
  TrasToBuy *to_buy;
};

static void page_init (TrasInnerPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrasBuyPage, tras_buy_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TRAS_TYPE_INNER_PAGE, page_init))

/* ---- entries ---- */

static TrasBuyEntry *
make_heading (const TrasBuyLine *line,
              guint              n)
{
  TrasBuyEntry *entry = g_object_new (TRAS_TYPE_BUY_ENTRY, NULL);

  entry->title = g_strdup (line->supplier_id != 0 ? line->supplier_name : _("No supplier yet"));
  entry->words = line->supplier_id != 0
    ? g_strdup_printf (ngettext ("%u line", "%u lines", n), n)
    : g_strdup (_("Say at the item who sells it, so that it can be ordered"));

  return entry;
}

static TrasBuyEntry *
make_entry (const TrasBuyLine *line,
            const char        *currency)
{
  TrasBuyEntry *entry = g_object_new (TRAS_TYPE_BUY_ENTRY, NULL);
  g_autofree char *reason = tras_to_buy_dup_reason (line);
  g_autofree char *price = NULL;
  g_autoptr (GString) words = g_string_new (reason);

  if (line->unit_price != TRAS_NULL)
    {
      price = tras_number_format_money (tras_number_format_get_default (), line->unit_price,
                                        currency);
      g_string_append (words, " · ");
      /* Translators: %s is what a unit cost last */
      g_string_append_printf (words, _("last at %s"), price);
    }
  if (line->draft != NULL && line->draft->purchase_code != NULL)
    {
      g_string_append (words, " · ");
      /* Translators: %s is the number of an order that was not sent yet */
      g_string_append_printf (words, _("in draft %s"), line->draft->purchase_code);
    }
  entry->item_id = TRAS_RECORD (line->item)->id;
  entry->title = g_strdup (line->item->name);
  entry->words = g_string_free (g_steal_pointer (&words), FALSE);
  entry->amount = tras_item_dup_amount (line->item->unit, line->quantity);

  return entry;
}

/* How many lines from there on are of the same supplier. */
static guint
count_same (GPtrArray *lines,
            guint      first)
{
  gint64 supplier_id = ((TrasBuyLine *) lines->pdata[first])->supplier_id;
  guint n = 0;

  while (first + n < lines->len &&
         ((TrasBuyLine *) lines->pdata[first + n])->supplier_id == supplier_id)
    n++;

  return n;
}

static void
show_lines (TrasBuyPage *self)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  const char *currency = tras_store_get_currency (tras_loader_get_store (self->loader));
  GPtrArray *lines = self->to_buy->lines;
  g_autofree char *summary = NULL;
  guint next = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      if (i == next)
        {
          guint n = count_same (lines, i);

          g_ptr_array_add (entries, make_heading (lines->pdata[i], n));
          next += n;
        }
      g_ptr_array_add (entries, make_entry (lines->pdata[i], currency));
    }
  g_list_store_splice (self->entries, 0, g_list_model_get_n_items (G_LIST_MODEL (self->entries)),
                       entries->pdata, entries->len);
  summary = g_strdup_printf (ngettext ("%u line to buy", "%u lines to buy", lines->len),
                             lines->len);
  gtk_label_set_label (self->summary, summary);
  gtk_stack_set_visible_child_name (self->stack, lines->len > 0 ? "lines" : "empty");
}

/* ---- rows ---- */

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0,
                                   "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *words = make_label ("dim-label");
  GtkWidget *amount = make_label ("numeric");

  gtk_widget_add_css_class (words, "caption");
  gtk_box_append (GTK_BOX (texts), make_label (NULL));
  gtk_box_append (GTK_BOX (texts), words);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (amount), PANGO_ELLIPSIZE_NONE);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (row), amount);
  gtk_widget_add_css_class (row, "buy-line");
  gtk_list_item_set_child (item, row);
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item)
{
  TrasBuyEntry *entry = gtk_list_item_get_item (list_item);
  GtkWidget *row = gtk_list_item_get_child (list_item);
  GtkWidget *texts = gtk_widget_get_first_child (row);
  GtkWidget *title = gtk_widget_get_first_child (texts);
  gboolean heading = entry->item_id == 0;
  /* What is cut off is told by the tooltip. */
  g_autofree char *whole = g_strdup_printf ("%s\n%s", entry->title, entry->words);

  gtk_label_set_label (GTK_LABEL (title), entry->title);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (texts)), entry->words);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (row)),
                       entry->amount != NULL ? entry->amount : "");
  gtk_widget_set_tooltip_text (row, whole);
  if (heading)
    gtk_widget_add_css_class (title, "heading");
  else
    gtk_widget_remove_css_class (title, "heading");
  gtk_widget_set_margin_start (row, heading ? 0 : 18);
  gtk_widget_set_margin_top (row, heading ? 12 : 0);
  gtk_list_item_set_activatable (list_item, !heading);
}

static void
on_activated (TrasBuyPage *self,
              guint        position)
{
  g_autoptr (TrasBuyEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->entries), position);

  if (entry != NULL && entry->item_id != 0)
    tras_window_show_record (GTK_WIDGET (self), TRAS_TYPE_ITEM, entry->item_id);
}

/* ---- drafts ---- */

static void
on_make_drafts (TrasBuyPage *self)
{
  g_autoptr (TrasEdit) edit = NULL;

  if (self->to_buy == NULL || tras_loader_is_outdated (self->loader))
    return;

  edit = tras_to_buy_make_drafts (self->to_buy, tras_day_today ());
  if (edit != NULL)
    tras_window_apply (GTK_WIDGET (self), edit, TRAS_APPLY_DEFAULT, NULL, NULL);
  else
    tras_window_toast (GTK_WIDGET (self),
                       _("The drafts say so already: send them under Purchases"));
}

/* ---- loading ---- */

static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return tras_to_buy_load (db, error);
}

static void
take (gpointer owner,
      gpointer result)
{
  TrasBuyPage *self = owner;

  g_clear_pointer (&self->to_buy, tras_to_buy_free);
  self->to_buy = result;
  show_lines (self);
}

static const char *const tables[] = { "action", "item", "location", "movement", "purchase",
                                      "purchase_line", "receipt", "reservation", "sale",
                                      "sale_line", "supplier", NULL };

static const TrasLoading loading = {
  .tables = tables,
  .job = load_job,
  .free_result = (GDestroyNotify) tras_to_buy_free,
  .take = take,
};

/* ---- a page of the tab ---- */

static void
tras_buy_page_set_store (TrasInnerPage *page,
                         TrasStore     *store)
{
  TrasBuyPage *self = TRAS_BUY_PAGE (page);

  if (!tras_loader_set_store (self->loader, store))
    return;

  g_clear_pointer (&self->to_buy, tras_to_buy_free);
  gtk_stack_set_visible_child_name (self->stack, "blank");
  gtk_widget_set_sensitive (GTK_WIDGET (self->draft_button),
                            store != NULL && !tras_store_is_read_only (store));
  tras_loader_load (self->loader);
}

static void
tras_buy_page_focus_page (TrasInnerPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (TRAS_BUY_PAGE (page)->list));
}

static void
page_init (TrasInnerPageInterface *iface)
{
  iface->set_store = tras_buy_page_set_store;
  iface->focus = tras_buy_page_focus_page;
}

/* ---- the object ---- */

static void
tras_buy_page_dispose (GObject *object)
{
  TrasBuyPage *self = TRAS_BUY_PAGE (object);

  g_clear_pointer (&self->loader, tras_loader_free);
  g_clear_pointer (&self->to_buy, tras_to_buy_free);
  g_clear_object (&self->entries);

  G_OBJECT_CLASS (tras_buy_page_parent_class)->dispose (object);
}

static void
tras_buy_page_class_init (TrasBuyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tras_buy_page_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/stock/tras-buy-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasBuyPage, draft_button);
  gtk_widget_class_bind_template_child (widget_class, TrasBuyPage, list);
  gtk_widget_class_bind_template_child (widget_class, TrasBuyPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrasBuyPage, summary);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_make_drafts);
}

static void
tras_buy_page_init (TrasBuyPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) model = NULL;

  self->loader = tras_loader_new (&loading, self);
  self->entries = g_list_store_new (TRAS_TYPE_BUY_ENTRY);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->entries))));
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, model);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("To buy"), -1);
  tras_help_set_page (GTK_WIDGET (self), "buy-stock");
}
