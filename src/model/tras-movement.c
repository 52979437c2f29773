/* tras-movement.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-movement.h"

static const TrasChoice location_kinds[] = {
  { "inside", N_("Inside") },
  { "supplier", N_("Supplier") },
  { "customer", N_("Customer") },
  { "use", N_("Own use") },
  { "adjust", N_("Adjustment") },
  { "scrap", N_("Scrap") },
  { "reject", N_("Rejected") },
  { NULL, NULL },
};

static const TrasChoice causes[] = {
  { "opening", N_("Opening stock") },
  { "purchase", N_("Purchase") },
  { "order", N_("Order") },
  { "count", N_("Count") },
  { "plan", N_("A plan") },
  { "use", N_("Own use") },
  { "scrap", N_("Scrap") },
  { "undo", N_("Reversal") },
  { "move", N_("Move") },
  { NULL, NULL },
};

static const TrasChoice ways[] = {
  { "in", N_("In") },
  { "out", N_("Out") },
  { "move", N_("Moved") },
  { NULL, NULL },
};

static const TrasField location_fields[] = {
  TRAS_FIELD (TrasLocation, name, TEXT, TRAS_FIELD_REQUIRED | TRAS_FIELD_NAME | TRAS_FIELD_FOLDED,
              N_("Name")),
  TRAS_FIELD (TrasLocation, kind, CHOICE, TRAS_FIELD_REQUIRED, N_("Kind"),
              .choices = location_kinds),
};

static const TrasTable location_table = {
  .name = "location",
  .kind = "locations",
  .singular = N_("Location"),
  .plural = N_("Locations"),
  .fields = location_fields,
  .n_fields = G_N_ELEMENTS (location_fields),
};

TRAS_DEFINE_RECORD (TrasLocation, tras_location, &location_table)

static const TrasField movement_fields[] = {
  TRAS_FIELD (TrasMovement, code, TEXT, TRAS_FIELD_NAME, N_("Code")),
  TRAS_FIELD (TrasMovement, item_id, REFERENCE, TRAS_FIELD_REQUIRED, N_("Item"), .target = "item"),
  TRAS_FIELD (TrasMovement, from_id, REFERENCE, TRAS_FIELD_REQUIRED, N_("From place"),
              .target = "location"),
  TRAS_FIELD (TrasMovement, to_id, REFERENCE, TRAS_FIELD_REQUIRED, N_("To place"),
              .target = "location"),
  TRAS_FIELD (TrasMovement, quantity, QUANTITY, TRAS_FIELD_REQUIRED, N_("Quantity")),
  TRAS_FIELD (TrasMovement, unit_cost, UNIT_COST, TRAS_FIELD_PLAIN, N_("Unit cost")),
  TRAS_FIELD (TrasMovement, moved_on, DATE, TRAS_FIELD_REQUIRED, N_("Day")),
  TRAS_FIELD (TrasMovement, cause, CHOICE, TRAS_FIELD_REQUIRED, N_("Cause"), .choices = causes),
  TRAS_FIELD (TrasMovement, cause_id, INTEGER, TRAS_FIELD_INTERNAL, NULL),
  TRAS_FIELD (TrasMovement, reverses_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Reverses"),
              .target = "movement"),
  TRAS_FIELD (TrasMovement, note, TEXT, TRAS_FIELD_MULTILINE, N_("Note")),
  TRAS_FIELD (TrasMovement, sku, TEXT, TRAS_FIELD_COMPUTED, N_("SKU")),
  TRAS_FIELD (TrasMovement, item_name, TEXT, TRAS_FIELD_COMPUTED, N_("Item")),
  TRAS_FIELD (TrasMovement, unit, TEXT, TRAS_FIELD_COMPUTED, N_("Unit")),
  TRAS_FIELD (TrasMovement, from_name, TEXT, TRAS_FIELD_COMPUTED, N_("From place")),
  TRAS_FIELD (TrasMovement, to_name, TEXT, TRAS_FIELD_COMPUTED, N_("To place")),
  TRAS_FIELD (TrasMovement, way, CHOICE, TRAS_FIELD_COMPUTED, N_("Way"), .choices = ways),
  TRAS_FIELD (TrasMovement, reversed, BOOLEAN, TRAS_FIELD_COMPUTED, N_("Reversed")),
};

static const TrasTable movement_table = {
  .name = "movement",
  .view = "movement_view",
  .kind = "movements",
  .singular = N_("Movement"),
  .plural = N_("Movements"),
  .fields = movement_fields,
  .n_fields = G_N_ELEMENTS (movement_fields),
  .flags = TRAS_TABLE_APPEND_ONLY,
  .code = "M",
};

TRAS_DEFINE_RECORD (TrasMovement, tras_movement, &movement_table)

static const TrasField closing_fields[] = {
  TRAS_FIELD (TrasClosing, closed_to, DATE, TRAS_FIELD_REQUIRED, N_("Closed up to")),
};

static const TrasTable closing_table = {
  .name = "closing",
  .singular = N_("Closing"),
  .plural = N_("Closings"),
  .fields = closing_fields,
  .n_fields = G_N_ELEMENTS (closing_fields),
};

TRAS_DEFINE_RECORD (TrasClosing, tras_closing, &closing_table)

/**
 * tras_movement_dup_reverse:
 * @self: a movement that is stored
 *
 * Returns: (transfer full): a new movement that takes @self back: the same quantity the other way
 *   on the same day
 */
TrasMovement *
tras_movement_dup_reverse (TrasMovement *self)
{
  TrasMovement *reverse = tras_movement_new ();

  g_return_val_if_fail (TRAS_IS_MOVEMENT (self), NULL);

  reverse->item_id = self->item_id;
  reverse->from_id = self->to_id;
  reverse->to_id = self->from_id;
  reverse->quantity = self->quantity;
  reverse->unit_cost = self->unit_cost;
  reverse->moved_on = self->moved_on;
  reverse->cause = "undo";
  reverse->reverses_id = TRAS_RECORD (self)->id;
  reverse->note = g_strdup (self->note);

  return reverse;
}
