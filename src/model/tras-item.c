/* tras-item.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-item.h"
#include "tras-number.h"

static const TrasChoice item_states[] = {
  { "ok", N_("In stock") },
  { "due", N_("Low, on its way") },
  { "low", N_("Low, order now") },
  { "reserved", N_("All of it reserved") },
  { "short", N_("Running out") },
  { "out", N_("Out of stock") },
  { "not-stocked", N_("Not kept in stock") },
  { "inactive", N_("No longer used") },
  { NULL, NULL },
};

static const TrasField supplier_fields[] = {
  TRAS_FIELD (TrasSupplier, name, TEXT, TRAS_FIELD_REQUIRED | TRAS_FIELD_NAME | TRAS_FIELD_FOLDED,
              N_("Name")),
  TRAS_FIELD (TrasSupplier, contact, TEXT, TRAS_FIELD_PERSONAL | TRAS_FIELD_MULTILINE,
              N_("Contact")),
  TRAS_FIELD (TrasSupplier, lead_days, INTEGER, TRAS_FIELD_REQUIRED, N_("Days to deliver"),
              .initial = "7"),
};

static const TrasTable supplier_table = {
  .name = "supplier",
  .kind = "suppliers",
  .singular = N_("Supplier"),
  .plural = N_("Suppliers"),
  .fields = supplier_fields,
  .n_fields = G_N_ELEMENTS (supplier_fields),
};

TRAS_DEFINE_RECORD (TrasSupplier, tras_supplier, &supplier_table)

static const TrasField item_fields[] = {
  TRAS_FIELD (TrasItem, sku, TEXT, TRAS_FIELD_REQUIRED | TRAS_FIELD_NAME, N_("SKU")),
  TRAS_FIELD (TrasItem, name, TEXT, TRAS_FIELD_REQUIRED | TRAS_FIELD_ALIAS | TRAS_FIELD_FOLDED,
              N_("Name")),
  TRAS_FIELD (TrasItem, unit, TEXT, TRAS_FIELD_REQUIRED, N_("Unit"), .initial = "u"),
  TRAS_FIELD (TrasItem, stocked, BOOLEAN, TRAS_FIELD_REQUIRED, N_("Kept in stock"), .initial = "1"),
  TRAS_FIELD (TrasItem, reorder_at, QUANTITY, TRAS_FIELD_UNSIGNED, N_("Reorder at")),
  TRAS_FIELD (TrasItem, reorder_to, QUANTITY, TRAS_FIELD_UNSIGNED, N_("Reorder up to")),
  TRAS_FIELD (TrasItem, pack, QUANTITY, TRAS_FIELD_REQUIRED, N_("Pack"), .initial = "1000"),
  TRAS_FIELD (TrasItem, lead_days, INTEGER, TRAS_FIELD_PLAIN, N_("Days to deliver")),
  TRAS_FIELD (TrasItem, supplier_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Supplier"),
              .target = "supplier"),
  TRAS_FIELD (TrasItem, price, MONEY, TRAS_FIELD_UNSIGNED, N_("Price")),
  TRAS_FIELD (TrasItem, barcode, TEXT, TRAS_FIELD_PLAIN, N_("Barcode")),
  TRAS_FIELD (TrasItem, active, BOOLEAN, TRAS_FIELD_REQUIRED, N_("In use"), .initial = "1"),
  TRAS_FIELD (TrasItem, on_hand, QUANTITY, TRAS_FIELD_COMPUTED, N_("On hand")),
  TRAS_FIELD (TrasItem, reserved, QUANTITY, TRAS_FIELD_COMPUTED, N_("Reserved")),
  TRAS_FIELD (TrasItem, available, QUANTITY, TRAS_FIELD_COMPUTED, N_("Available")),
  TRAS_FIELD (TrasItem, due_in, QUANTITY, TRAS_FIELD_COMPUTED, N_("Due in")),
  TRAS_FIELD (TrasItem, projected, QUANTITY, TRAS_FIELD_COMPUTED, N_("Projected")),
  TRAS_FIELD (TrasItem, supplier_name, TEXT, TRAS_FIELD_COMPUTED, N_("Supplier")),
  TRAS_FIELD (TrasItem, state, CHOICE, TRAS_FIELD_COMPUTED, N_("State"), .choices = item_states),
};

static const TrasTable item_table = {
  .name = "item",
  .view = "item_view",
  .kind = "items",
  .singular = N_("Item"),
  .plural = N_("Items"),
  .fields = item_fields,
  .n_fields = G_N_ELEMENTS (item_fields),
};

TRAS_DEFINE_RECORD (TrasItem, tras_item, &item_table)

/**
 * tras_item_dup_amount:
 * @unit: an item's unit
 * @quantity: thousandths of it
 *
 * Returns: (transfer full): the quantity with its unit, for people
 */
char *
tras_item_dup_amount (const char *unit,
                      gint64      quantity)
{
  g_autofree char *number =
    tras_number_format_quantity (tras_number_format_get_default (), quantity);

  /* Translators: a quantity and its unit: 12 kg */
  return g_strdup_printf (C_("quantity", "%s %s"), number, unit);
}

/**
 * tras_item_dup_free_sku:
 * @db: a connection
 * @error: where to put the error
 *
 * Returns: (transfer full) (nullable): a SKU to begin a new item with, that no item has; nor does
 *   one that was deleted come back by it, for it follows the id
 */
char *
tras_item_dup_free_sku (TrasDb  *db,
                        GError **error)
{
  gint64 number = tras_db_get_next_id (db, TRAS_TYPE_ITEM, error);
  gint64 n_taken = number > 0 ? 1 : -1;
  g_autofree char *sku = NULL;

  for (; n_taken > 0; number++)
    {
      g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ITEM);

      g_free (sku);
      sku = g_strdup_printf ("%04" G_GINT64_FORMAT, number);
      tras_query_where_text (query, "sku", TRAS_QUERY_EQ, sku);
      n_taken = tras_db_count (db, query, error);
    }

  return n_taken == 0 ? g_steal_pointer (&sku) : NULL;
}
