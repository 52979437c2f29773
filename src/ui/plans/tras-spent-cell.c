/* tras-spent-cell.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-action-words.h"
#include "tras-number.h"
#include "tras-page.h"
#include "tras-spent-cell.h"

#define NATURAL_CHARS 14
#define ICON_SIZE 16

struct _TrasSpentCell
{
  GtkWidget parent_instance;

  /* owned */
  GtkWidget *text;
  GtkWidget *icon;
  TrasRecord *record;
};

G_DEFINE_FINAL_TYPE (TrasSpentCell, tras_spent_cell, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_RECORD = 1,
} TrasSpentCellProperty;

static GParamSpec *properties[PROP_RECORD + 1];

static gint64
get_money (TrasRecord *record,
           const char *field)
{
  const TrasTable *table = tras_record_get_table (record);

  return tras_record_get_int (record, tras_table_find_field (table, field));
}

/* Nothing where no money is needed: a column of noughts hides the others. */
static char *
dup_text (gint64      planned,
          gint64      spent,
          const char *currency)
{
  g_autofree char *planned_text = NULL;
  g_autofree char *spent_text = NULL;

  if (planned == 0 && spent == 0)
    return NULL;

  planned_text = tras_action_words_dup_money (planned, currency);
  spent_text = tras_action_words_dup_money (spent, currency);

  /* Translators: money spent of money planned: “120 of 200” */
  return g_strdup_printf (_("%s of %s"), spent_text, planned_text);
}

static char *
dup_excess (gint64      planned,
            gint64      committed,
            gint64      spent,
            const char *currency)
{
  g_autofree char *excess = NULL;

  if (spent <= planned && spent + committed > planned)
    {
      excess = tras_number_format_money (tras_number_format_get_default (),
                                         spent + committed - planned, currency);
      /* Translators: %s is an amount of money; what is committed was ordered or agreed */
      return g_strdup_printf (_("With what is committed, %s more than planned"), excess);
    }
  if (spent <= planned)
    return NULL;

  excess = tras_number_format_money (tras_number_format_get_default (), spent - planned, currency);

  /* Translators: %s is an amount of money: “€66.00 more was spent than planned” */
  return g_strdup_printf (_("%s more was spent than planned"), excess);
}

/* The currency is known to the page alone. */
static void
update (TrasSpentCell *self)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), TRAS_TYPE_PAGE);
  TrasStore *store = page != NULL ? tras_page_get_store (TRAS_PAGE (page)) : NULL;
  g_autofree char *text = NULL;
  g_autofree char *excess = NULL;

  if (self->record != NULL && store != NULL)
    {
      gint64 planned = get_money (self->record, "planned_money");
      gint64 spent = get_money (self->record, "spent_money");

      text = dup_text (planned, spent, tras_store_get_currency (store));
      excess = dup_excess (planned, get_money (self->record, "committed_money"), spent,
                           tras_store_get_currency (store));
    }

  gtk_inscription_set_text (GTK_INSCRIPTION (self->text), text);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon),
                                excess != NULL ? "tras-worse-up-symbolic" : NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), excess);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  excess != NULL ? excess : "", -1);
  if (excess != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "tras-worse");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "tras-worse");
}

static void
tras_spent_cell_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tras_spent_cell_parent_class)->root (widget);
  update (TRAS_SPENT_CELL (widget));
}

static void
tras_spent_cell_dispose (GObject *object)
{
  TrasSpentCell *self = TRAS_SPENT_CELL (object);

  g_clear_pointer (&self->text, gtk_widget_unparent);
  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (tras_spent_cell_parent_class)->dispose (object);
}

static void
tras_spent_cell_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch ((TrasSpentCellProperty) prop_id)
    {
    case PROP_RECORD:
      tras_spent_cell_set_record (TRAS_SPENT_CELL (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_spent_cell_class_init (TrasSpentCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tras_spent_cell_dispose;
  object_class->set_property = tras_spent_cell_set_property;
  widget_class->root = tras_spent_cell_root;

  /**
   * TrasSpentCell:record:
   *
   * The #TrasAction or #TrasGoal to show, for bindings.
   */
  properties[PROP_RECORD] =
    g_param_spec_object ("record", NULL, NULL, TRAS_TYPE_RECORD,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "spentcell");
}

static void
tras_spent_cell_init (TrasSpentCell *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_box_layout_set_spacing (layout, 6);
  self->text = g_object_new (GTK_TYPE_INSCRIPTION,
                             "hexpand", TRUE,
                             "nat-chars", NATURAL_CHARS,
                             "text-overflow", GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END,
                             "valign", GTK_ALIGN_CENTER,
                             "xalign", 1.0F,
                             NULL);
  gtk_widget_add_css_class (self->text, "numeric");
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  /* The tooltip says what it shows. Its room is kept: figures stand below figures. */
  self->icon = g_object_new (GTK_TYPE_IMAGE,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                             "width-request", ICON_SIZE,
                             NULL);
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
}

/**
 * tras_spent_cell_set_record:
 * @self: a cell
 * @record: (nullable): a #TrasAction or a #TrasGoal; %NULL shows nothing
 *
 * Shows what was spent on it.
 */
void
tras_spent_cell_set_record (TrasSpentCell *self,
                            TrasRecord    *record)
{
  g_return_if_fail (TRAS_IS_SPENT_CELL (self));

  /* A record that was changed in place comes again. */
  g_set_object (&self->record, record);
  update (self);
}
