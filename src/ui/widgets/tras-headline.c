/* tras-headline.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-headline.h"
#include "tras-row-bind.h"

/* A text that is longer than its column goes on in a second line before it is cut. */
#define TITLE_LINES 2
#define TITLE_CHARS 12

typedef struct
{
  const TrasHeadline *headline;
  const TrasField *field;
} HeadlineData;

static char *
headline_icon (gpointer      item,
               TrasRecord   *record,
               HeadlineData *data)
{
  return record != NULL ? g_strdup (data->headline->get_icon (record, tras_day_today ())) : NULL;
}

static GStrv
headline_classes (gpointer      item,
                  TrasRecord   *record,
                  HeadlineData *data)
{
  const char *classes[] = {
    record != NULL ? data->headline->get_class (record, tras_day_today ()) : NULL, NULL
  };

  return g_strdupv ((GStrv) classes);
}

static char *
headline_title (gpointer      item,
                TrasRecord   *record,
                HeadlineData *data)
{
  return record != NULL ? g_strdup (tras_record_get_text (record, data->field)) : g_strdup ("");
}

static char *
headline_below (gpointer      item,
                TrasRecord   *record,
                HeadlineData *data)
{
  return record != NULL ? data->headline->dup_below (record, tras_day_today ()) : g_strdup ("");
}

static GStrv
headline_openness (gpointer      item,
                   TrasRecord   *record,
                   HeadlineData *data)
{
  const char *classes[] = {
    record != NULL && !data->headline->is_open (record) ? "tras-closed" : NULL, NULL
  };

  return g_strdupv ((GStrv) classes);
}

static void
bind (gpointer            widget,
      const char         *property,
      GType               type,
      GCallback           callback,
      const HeadlineData *data,
      GtkListItem        *item)
{
  tras_row_bind (widget, property, type, callback, g_memdup2 (data, sizeof *data),
                 (GClosureNotify) (void (*) (void)) g_free, item);
}

static GtkWidget *
make_label (void)
{
  return g_object_new (GTK_TYPE_LABEL,
                       "xalign", 0.0F,
                       "ellipsize", PANGO_ELLIPSIZE_END,
                       "width-chars", TITLE_CHARS,
                       NULL);
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          const HeadlineData       *data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  /* The words say what it shows. */
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *title = make_label ();
  GtkWidget *below = make_label ();

  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_lines (GTK_LABEL (title), TITLE_LINES);
  gtk_widget_add_css_class (below, "caption");
  gtk_widget_add_css_class (below, "dim-label");
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (lines), title);
  gtk_box_append (GTK_BOX (lines), below);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), lines);

  bind (icon, "icon-name", G_TYPE_STRING, G_CALLBACK (headline_icon), data, item);
  bind (icon, "css-classes", G_TYPE_STRV, G_CALLBACK (headline_classes), data, item);
  bind (title, "css-classes", G_TYPE_STRV, G_CALLBACK (headline_openness), data, item);
  bind (title, "label", G_TYPE_STRING, G_CALLBACK (headline_title), data, item);
  bind (title, "tooltip-text", G_TYPE_STRING, G_CALLBACK (headline_title), data, item);
  bind (below, "label", G_TYPE_STRING, G_CALLBACK (headline_below), data, item);
  gtk_list_item_set_child (item, box);
}

/**
 * tras_headline_make_factory:
 * @headline: (transfer none): what is said of each record, static
 * @field: the text that a record is known by
 *
 * Returns: (transfer full): a factory of cells over the rows of a list: the state's icon, the text
 *   in up to two lines, and what stands below it
 */
GtkListItemFactory *
tras_headline_make_factory (const TrasHeadline *headline,
                            const TrasField    *field)
{
  GtkListItemFactory *factory;
  HeadlineData *data;

  g_return_val_if_fail (headline != NULL, NULL);
  g_return_val_if_fail (field != NULL && field->type == TRAS_VALUE_TEXT, NULL);

  factory = gtk_signal_list_item_factory_new ();
  data = g_new0 (HeadlineData, 1);
  data->headline = headline;
  data->field = field;
  g_signal_connect_data (factory, "setup", G_CALLBACK (on_setup), data,
                         (GClosureNotify) (void (*) (void)) g_free, 0);

  return factory;
}
