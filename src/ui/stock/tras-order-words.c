/* tras-order-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-number.h"
#include "tras-order-words.h"

static gboolean
is_at (TrasSale   *sale,
       const char *stage)
{
  return g_strcmp0 (sale->stage, stage) == 0;
}

static gboolean
is_behind (TrasSale *sale,
           TrasDay   today)
{
  return tras_sale_is_late (sale, today) || tras_sale_is_overdue (sale, today);
}

static gboolean
is_open (TrasRecord *record)
{
  TrasSaleStep step;

  return tras_sale_get_next (TRAS_SALE (record), &step);
}

/**
 * tras_order_words_get_icon:
 * @sale: an order as it was read
 * @today: today
 *
 * Returns: (transfer none): the name of the icon of its state
 */
const char *
tras_order_words_get_icon (TrasSale *sale,
                           TrasDay   today)
{
  g_return_val_if_fail (TRAS_IS_SALE (sale), NULL);

  if (is_behind (sale, today))
    return "tras-late-symbolic";
  if (is_at (sale, "cancelled"))
    return "tras-misses-symbolic";

  return is_open (TRAS_RECORD (sale)) ? "tras-open-symbolic" : "tras-meets-symbolic";
}

/**
 * tras_order_words_get_class:
 * @sale: an order
 * @today: today
 *
 * Returns: (transfer none): the style class of its state
 */
const char *
tras_order_words_get_class (TrasSale *sale,
                            TrasDay   today)
{
  g_return_val_if_fail (TRAS_IS_SALE (sale), NULL);

  return is_behind (sale, today) ? "tras-worse" : "tras-usual";
}

static char *
dup_stage (TrasSale *sale)
{
  const TrasField *field =
    tras_table_find_field (tras_record_get_table (TRAS_RECORD (sale)), "stage");

  return g_strdup (tras_choice_get_label (field->choices, sale->stage));
}

/**
 * tras_order_words_dup_state:
 * @sale: an order
 * @today: today
 *
 * Returns: (transfer full): what comes next, by when, or how late it is
 */
char *
tras_order_words_dup_state (TrasSale *sale,
                            TrasDay   today)
{
  g_autofree char *stage = NULL;
  g_autofree char *day = NULL;
  int days;

  g_return_val_if_fail (TRAS_IS_SALE (sale), NULL);

  stage = dup_stage (sale);
  if (tras_sale_is_late (sale, today))
    {
      days = today - sale->promised_on;
      /* Translators: what is to be done with an order, and for how long it has been late */
      return g_strdup_printf (ngettext ("%s, %d day late", "%s, %d days late", (gulong) days),
                              stage, days);
    }
  if (tras_sale_is_overdue (sale, today))
    {
      days = today - sale->due_on;
      return g_strdup_printf (ngettext ("Payment overdue for %d day",
                                        "Payment overdue for %d days", (gulong) days), days);
    }
  if (tras_sale_reserves (sale) && sale->promised_on != TRAS_DAY_NONE)
    {
      day = tras_number_format_date_medium (tras_number_format_get_default (), sale->promised_on);
      /* Translators: what is to be done with an order, and the day it is promised for */
      return g_strdup_printf (C_("order", "%s, promised for %s"), stage, day);
    }

  return g_steal_pointer (&stage);
}

/**
 * tras_order_words_get_step:
 * @step: what can be done with an order
 *
 * Returns: (transfer none): the label of the button that does it, with a mnemonic
 */
const char *
tras_order_words_get_step (TrasSaleStep step)
{
  switch (step)
    {
    case TRAS_SALE_TAKE:
      return C_("order", "_Take the Order");
    case TRAS_SALE_PICK:
      return C_("order", "It Is _Picked");
    case TRAS_SALE_SHIP:
      return C_("order", "_Ship");
    case TRAS_SALE_BILL:
      return C_("order", "_Bill");
    case TRAS_SALE_PAY:
      return C_("order", "It Is _Paid");
    case TRAS_SALE_CANCEL:
      return C_("order", "_Cancel Order");
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * tras_order_words_get_headline:
 *
 * Returns: (transfer none): what lists say first of orders
 */
const TrasHeadline *
tras_order_words_get_headline (void)
{
  static const TrasHeadline headline = {
    .get_icon = (const char *(*) (TrasRecord *, TrasDay)) tras_order_words_get_icon,
    .get_class = (const char *(*) (TrasRecord *, TrasDay)) tras_order_words_get_class,
    .dup_below = (char *(*) (TrasRecord *, TrasDay)) tras_order_words_dup_state,
    .is_open = is_open,
  };

  return &headline;
}
