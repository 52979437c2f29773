/* tras-ticket-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-decimal.h"
#include "tras-number.h"
#include "tras-ticket-words.h"

#define MINUTE_SECONDS 60
#define HOUR_SECONDS (60 * MINUTE_SECONDS)
#define DAY_SECONDS (24 * HOUR_SECONDS)

static char *
dup_day (gint64 instant)
{
  return tras_number_format_date_medium (tras_number_format_get_default (),
                                         tras_day_from_instant (instant));
}

static char *
dup_tenths (gint64 tenths)
{
  return tras_decimal_format (tenths, 1, &tras_number_format_get_default ()->marks);
}

static gboolean
is_open (TrasRecord *record)
{
  return tras_ticket_is_open (TRAS_TICKET (record));
}

/**
 * tras_ticket_words_get_icon:
 * @ticket: a ticket as it was read
 * @today: today
 *
 * Returns: (transfer none): the name of the icon of its state
 */
const char *
tras_ticket_words_get_icon (TrasTicket *ticket,
                            TrasDay     today)
{
  g_return_val_if_fail (TRAS_IS_TICKET (ticket), NULL);

  if (tras_ticket_is_late (ticket, today))
    return "tras-late-symbolic";
  if (tras_ticket_is_waiting (ticket))
    return "tras-blocked-symbolic";

  return tras_ticket_is_open (ticket) ? "tras-open-symbolic" : "tras-meets-symbolic";
}

/**
 * tras_ticket_words_get_class:
 * @ticket: a ticket as it was read
 * @today: today
 *
 * Returns: (transfer none): the style class of its state
 */
const char *
tras_ticket_words_get_class (TrasTicket *ticket,
                             TrasDay     today)
{
  g_return_val_if_fail (TRAS_IS_TICKET (ticket), NULL);

  return tras_ticket_is_late (ticket, today) ? "tras-worse" : "tras-usual";
}

/* ---- times ---- */

/**
 * tras_ticket_words_dup_duration:
 * @seconds: 0 or more
 *
 * Returns: (transfer full): that time in minutes, in hours, or in days and tenths of them
 */
char *
tras_ticket_words_dup_duration (gint64 seconds)
{
  gint64 tenths = (seconds * 10 + DAY_SECONDS / 2) / DAY_SECONDS;
  g_autofree char *days = NULL;
  int n;

  if (seconds < HOUR_SECONDS)
    {
      n = (int) (seconds / MINUTE_SECONDS);
      return g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) n), n);
    }
  if (seconds < DAY_SECONDS)
    {
      n = (int) (seconds / HOUR_SECONDS);
      return g_strdup_printf (ngettext ("%d hour", "%d hours", (gulong) n), n);
    }

  days = dup_tenths (tenths);

  /* Translators: %s is a number with a decimal, as 1.5 */
  return g_strdup_printf (ngettext ("%s day", "%s days", tenths == 10 ? 1 : 2), days);
}

/**
 * tras_ticket_words_dup_minutes:
 * @minutes: 0 or more
 *
 * Returns: (transfer full): how long somebody worked
 */
char *
tras_ticket_words_dup_minutes (gint64 minutes)
{
  return g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) minutes), (int) minutes);
}

/**
 * tras_ticket_words_dup_times:
 * @ticket: a ticket as it was read
 * @now: the present instant
 *
 * Returns: (transfer full): how long it took to resolve it, or how old it is, and how long it was
 *   the customer's turn besides
 */
char *
tras_ticket_words_dup_times (TrasTicket *ticket,
                             gint64      now)
{
  gint64 waited;
  g_autofree char *own = NULL;
  g_autofree char *words = NULL;
  g_autofree char *others = NULL;

  g_return_val_if_fail (TRAS_IS_TICKET (ticket), NULL);

  waited = tras_ticket_get_waited (ticket, now);
  own = tras_ticket_words_dup_duration (tras_ticket_get_seconds (ticket, now));
  words = tras_ticket_is_open (ticket)
    /* Translators: %s is how old a ticket is: “Open for 3.5 days” */
    ? g_strdup_printf (C_("ticket", "Open for %s"), own)
    /* Translators: %s is how long it took: “Resolved in 3.5 days” */
    : g_strdup_printf (C_("ticket", "Resolved in %s"), own);
  if (waited == 0)
    return g_steal_pointer (&words);

  others = tras_ticket_words_dup_duration (waited);

  return g_strdup_printf (tras_ticket_is_internal (ticket)
    /* Translators: “Open for 3.5 days”, and how long that was not the firm's turn */
    ? _("%s, without %s that were the asking area’s")
    /* Translators: “Open for 3.5 days”, and how long that was not the firm's turn */
    : _("%s, without %s that were the customer’s"), words, others);
}

/* ---- state ---- */

static char *
dup_stage (TrasTicket *ticket)
{
  const TrasField *field =
    tras_table_find_field (tras_record_get_table (TRAS_RECORD (ticket)), "stage");

  return g_strdup (tras_choice_get_label (field->choices, ticket->stage));
}

/**
 * tras_ticket_words_dup_state:
 * @ticket: a ticket as it was read
 * @today: today
 *
 * Returns: (transfer full): what comes next, by when, or how late it is
 */
char *
tras_ticket_words_dup_state (TrasTicket *ticket,
                             TrasDay     today)
{
  g_autofree char *stage = NULL;
  g_autofree char *day = NULL;
  int days;

  g_return_val_if_fail (TRAS_IS_TICKET (ticket), NULL);

  if (!tras_ticket_is_open (ticket))
    {
      day = dup_day (ticket->closed_at);
      return g_strdup_printf (C_("ticket", "Closed on %s"), day);
    }
  if (tras_ticket_is_waiting (ticket))
    {
      day = dup_day (ticket->waits_from);
      return g_strdup_printf (tras_ticket_is_internal (ticket)
                                ? _("Waiting for the asking area since %s")
                                : _("Waiting for the customer since %s"), day);
    }

  stage = dup_stage (ticket);
  if (tras_ticket_is_late (ticket, today))
    {
      days = today - tras_day_from_instant (ticket->due_at);
      /* Translators: what is to be done with a ticket, and for how long it has been late */
      return g_strdup_printf (ngettext ("%s, %d day late", "%s, %d days late", (gulong) days),
                              stage, days);
    }
  if (ticket->due_at == TRAS_NULL)
    return g_steal_pointer (&stage);
  day = dup_day (ticket->due_at);

  /* Translators: what is to be done with a ticket, and by which day */
  return g_strdup_printf (C_("ticket", "%s, due on %s"), stage, day);
}

/* In a list the risk stands behind the state. */
static char *
dup_below (TrasTicket *ticket,
           TrasDay     today)
{
  g_autofree char *state = tras_ticket_words_dup_state (ticket, today);

  if (!ticket->at_risk || !tras_ticket_is_open (ticket))
    return g_steal_pointer (&state);

  /* Translators: how a ticket stands */
  return g_strdup_printf (_("%s · customer at risk"), state);
}

/**
 * tras_ticket_words_dup_origin:
 * @ticket: a ticket as it was read
 *
 * Returns: (transfer full): its kind and who asks
 */
char *
tras_ticket_words_dup_origin (TrasTicket *ticket)
{
  const TrasField *field;
  const char *kind;

  g_return_val_if_fail (TRAS_IS_TICKET (ticket), NULL);

  field = tras_table_find_field (tras_record_get_table (TRAS_RECORD (ticket)), "kind");
  kind = tras_choice_get_label (field->choices, ticket->kind);

  /* Translators: of which kind a ticket is, and who asks */
  return ticket->asked_by != NULL
           ? g_strdup_printf (C_("ticket", "%s · %s"), kind, ticket->asked_by)
           : g_strdup (kind);
}

/* ---- figures ---- */

/**
 * tras_ticket_words_dup_areas:
 * @areas: (element-type TrasTicketArea): what areas did, who took longest first
 *
 * Returns: (transfer full) (nullable): how long that was together and of each area, %NULL of none
 */
char *
tras_ticket_words_dup_areas (GPtrArray *areas)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *together = NULL;
  gint64 sum = 0;

  for (guint i = 0; i < areas->len; i++)
    {
      const TrasTicketArea *area = areas->pdata[i];

      if (area->minutes == 0)
        continue;
      sum += area->minutes;
      if (list->len > 0)
        g_string_append (list, " · ");
      /* Translators: an area, and how many minutes it worked */
      g_string_append_printf (list, C_("minutes of an area", "%s %d"),
                              area->name != NULL ? area->name : _("No area"),
                              (int) area->minutes);
    }
  if (sum == 0)
    return NULL;
  together = tras_ticket_words_dup_minutes (sum);

  /* Translators: how many minutes together, and how many of each area: “65 minutes: Shop 45 ·
   * Store 20” */
  return g_strdup_printf (C_("minutes of areas", "%s: %s"), together, list->str);
}

static void
add_times (GPtrArray             *parts,
           const TrasTicketTimes *times)
{
  g_autofree char *median = NULL;
  g_autofree char *most = NULL;

  if (times->n == 0)
    return;

  median = tras_ticket_words_dup_duration (times->median);
  most = tras_ticket_words_dup_duration (times->most);
  /* Translators: within which time half of the tickets and nine of ten of them were resolved */
  g_ptr_array_add (parts, g_strdup_printf (_("half resolved within %s, nine of ten within %s"),
                                           median, most));
}

/**
 * tras_ticket_words_dup_figures:
 * @board: the figures of all tickets
 * @currency: the firm's currency
 *
 * Returns: (transfer full): how many are open, and how those of the last months went, in one line
 */
char *
tras_ticket_words_dup_figures (TrasTicketBoard *board,
                               const char      *currency)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  gint64 complaints, cost;

  g_return_val_if_fail (board != NULL, NULL);

  complaints = tras_ticket_board_get_complaints (board);
  cost = tras_ticket_board_get_mean_cost (board);
  /* Translators: how many tickets are not closed */
  g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u ticket open", "%u tickets open",
                                                     board->n_open), board->n_open));
  if (board->n_late > 0)
    /* Translators: how many of the tickets */
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u late", "%u late", board->n_late),
                                             board->n_late));
  add_times (parts, &board->times);
  if (complaints >= 0)
    {
      g_autofree char *rate = dup_tenths (complaints);

      g_ptr_array_add (parts, g_strdup_printf (_("%s complaints per hundred orders"), rate));
    }
  if (cost >= 0)
    {
      g_autofree char *money =
        tras_number_format_money (tras_number_format_get_default (), cost, currency);

      /* Translators: %s is money */
      g_ptr_array_add (parts, g_strdup_printf (_("%s a ticket"), money));
    }
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}

/**
 * tras_ticket_words_get_headline:
 *
 * Returns: (transfer none): what lists say first of tickets
 */
const TrasHeadline *
tras_ticket_words_get_headline (void)
{
  static const TrasHeadline headline = {
    .get_icon = (const char *(*) (TrasRecord *, TrasDay)) tras_ticket_words_get_icon,
    .get_class = (const char *(*) (TrasRecord *, TrasDay)) tras_ticket_words_get_class,
    .dup_below = (char *(*) (TrasRecord *, TrasDay)) dup_below,
    .is_open = is_open,
  };

  return &headline;
}
