/* tras-firm.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-absence.h"
#include "tras-area.h"
#include "tras-error.h"
#include "tras-firm.h"
#include "tras-movement.h"

static const TrasChoice rule_sets[] = {
  { "default", N_("Default") },
  { "wheeler", N_("Wheeler") },
  { "western-electric", N_("Western Electric") },
  { "nelson", N_("Nelson") },
  { NULL, NULL },
};

static const TrasField firm_fields[] = {
  TRAS_FIELD (TrasFirm, name, TEXT, TRAS_FIELD_REQUIRED | TRAS_FIELD_NAME, N_("Name")),
  TRAS_FIELD (TrasFirm, currency, TEXT, TRAS_FIELD_REQUIRED, N_("Currency"), .initial = "EUR"),
  TRAS_FIELD (TrasFirm, week_minutes, INTEGER, TRAS_FIELD_REQUIRED | TRAS_FIELD_HOURS,
              N_("Working hours a week"), .initial = "2400"),
  TRAS_FIELD (TrasFirm, fiscal_month, INTEGER, TRAS_FIELD_REQUIRED,
              N_("First month of the fiscal year"), .initial = "1"),
  TRAS_FIELD (TrasFirm, rules, CHOICE, TRAS_FIELD_REQUIRED, N_("Rules of the charts"),
              .choices = rule_sets, .initial = "default"),
  TRAS_FIELD (TrasFirm, hour_cost_readers, TEXT, TRAS_FIELD_PERSONAL | TRAS_FIELD_MULTILINE,
              N_("Hour costs are seen by"),
              .help = N_("Names of users, one a line; empty: everybody. This is discretion on this "
                         "desk, not a lock: whoever has the file can read it.")),
  TRAS_FIELD (TrasFirm, officer_id, REFERENCE, TRAS_FIELD_PERSONAL,
              N_("Officer of confidential reports"), .target = "person"),
};

static const TrasTable firm_table = {
  .name = "firm",
  .kind = "firm",
  .singular = N_("Firm"),
  .plural = N_("Firm"),
  .fields = firm_fields,
  .n_fields = G_N_ELEMENTS (firm_fields),
};

TRAS_DEFINE_RECORD (TrasFirm, tras_firm, &firm_table)

/* Every ledger needs a place for each way that goods come and go. */
static const struct
{
  const char *kind;
  const char *name;
} places[] = {
  { "inside", NC_("place of stock", "Warehouse") },
  { "supplier", NC_("place of stock", "Suppliers") },
  { "customer", NC_("place of stock", "Customers") },
  { "use", NC_("place of stock", "Own use") },
  { "adjust", NC_("place of stock", "Adjustment") },
  { "scrap", NC_("place of stock", "Scrap") },
  { "reject", NC_("place of stock", "Rejected") },
};

static const struct
{
  const char *name;
  gboolean counts;
  gboolean planned;
} absences[] = {
  { NC_("absence", "Illness"), TRUE, FALSE },
  { NC_("absence", "Accident at work"), TRUE, FALSE },
  { NC_("absence", "Without notice"), TRUE, FALSE },
  { NC_("absence", "Holiday"), FALSE, TRUE },
  { NC_("absence", "Parental leave"), FALSE, TRUE },
  { NC_("absence", "Training"), FALSE, TRUE },
  { NC_("absence", "Other leave"), FALSE, TRUE },
};

static gboolean
insert_basics (TrasDb      *db,
               const char  *name,
               const char  *currency,
               GError     **error)
{
  g_autoptr (TrasFirm) firm = tras_firm_new ();
  g_autoptr (TrasArea) area = tras_area_new ();

  firm->name = g_strdup (name);
  if (currency != NULL)
    {
      g_free (firm->currency);
      firm->currency = g_strdup (currency);
    }
  area->name = g_strdup (name);
  if (!tras_db_insert (db, firm, error) || !tras_db_insert (db, area, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (TrasLocation) location = tras_location_new ();

      location->name = g_strdup (g_dpgettext2 (NULL, "place of stock", places[i].name));
      location->kind = places[i].kind;
      if (!tras_db_insert (db, location, error))
        return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (absences); i++)
    {
      g_autoptr (TrasAbsenceKind) kind = tras_absence_kind_new ();

      kind->name = g_strdup (g_dpgettext2 (NULL, "absence", absences[i].name));
      kind->counts = absences[i].counts;
      kind->planned = absences[i].planned;
      if (!tras_db_insert (db, kind, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * tras_firm_set_up:
 * @db: a connection to a file without a firm
 * @name: the firm's name
 * @currency: (nullable): the code of its currency, %NULL for EUR
 * @error: where to put the error
 *
 * Writes what every firm begins with: the firm, one area that stands for all of it, the places that
 * stock comes from and goes to, the kinds of absence, with names in the user's language. Within an
 * edit that is under way, or else as one of its own.
 *
 * Returns: whether it is stored
 */
gboolean
tras_firm_set_up (TrasDb      *db,
                  const char  *name,
                  const char  *currency,
                  GError     **error)
{
  g_return_val_if_fail (TRAS_IS_DB (db), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  if (tras_db_in_edit (db))
    return insert_basics (db, name, currency, error);

  if (!tras_db_begin_file (db, _("New firm"), error))
    return FALSE;
  if (!insert_basics (db, name, currency, error))
    {
      tras_db_rollback (db);
      return FALSE;
    }

  return tras_db_commit (db, NULL, error);
}

/**
 * tras_firm_load:
 * @db: a connection
 * @error: where to put the error
 *
 * Returns: (transfer full) (nullable): the firm; %NULL with %TRAS_ERROR_NOT_FOUND before it is set
 *   up
 */
TrasFirm *
tras_firm_load (TrasDb  *db,
                GError **error)
{
  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  return tras_db_load (db, TRAS_TYPE_FIRM, 1, error);
}

/**
 * tras_firm_load_or_new:
 * @db: a connection
 * @error: where to put the error
 *
 * Returns: (transfer full) (nullable): the firm; before it is set up one without a name, with what
 *   a firm begins with
 */
TrasFirm *
tras_firm_load_or_new (TrasDb  *db,
                       GError **error)
{
  g_autoptr (GError) local_error = NULL;
  TrasFirm *firm = tras_firm_load (db, &local_error);

  if (firm == NULL && g_error_matches (local_error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND))
    {
      firm = tras_firm_new ();
      if (firm->name == NULL)
        firm->name = g_strdup ("");
    }
  else if (firm == NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));

  return firm;
}

/* Names as people type them: one a line or with commas, spaces and case do not count. */
static gboolean
is_reader (const char *readers,
           const char *who)
{
  g_auto (GStrv) names = g_strsplit_set (readers != NULL ? readers : "", ",;\n", -1);
  g_autofree char *self = g_utf8_casefold (who, -1);
  gboolean anybody = FALSE;

  g_strstrip (self);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *name = g_utf8_casefold (g_strstrip (names[i]), -1);

      if (g_str_equal (name, ""))
        continue;
      anybody = TRUE;
      if (g_str_equal (name, self))
        return TRUE;
    }

  return !anybody;
}

/**
 * tras_firm_shows_hour_cost:
 * @self: a firm
 * @who: a user, as the log of edits names them
 *
 * Discretion and no lock: whoever has the file can read it.
 *
 * Returns: whether @who is shown what an hour of work costs, and what tells it
 */
gboolean
tras_firm_shows_hour_cost (TrasFirm   *self,
                           const char *who)
{
  g_return_val_if_fail (TRAS_IS_FIRM (self), FALSE);
  g_return_val_if_fail (who != NULL, FALSE);

  return is_reader (self->hour_cost_readers, who);
}

/**
 * tras_firm_shows_hour_cost_at:
 * @store: a firm's file at a desk
 *
 * Returns: as tras_firm_shows_hour_cost(), for whoever makes the edits there
 */
gboolean
tras_firm_shows_hour_cost_at (TrasStore *store)
{
  g_return_val_if_fail (TRAS_IS_STORE (store), FALSE);

  return is_reader (tras_store_get_hour_cost_readers (store), tras_store_get_author (store));
}

/**
 * tras_rule_set_get_label:
 * @set: a set of rules
 *
 * Returns: (transfer none): its name on screen, translated
 */
const char *
tras_rule_set_get_label (const TrasRuleSet *set)
{
  g_return_val_if_fail (set != NULL, "");

  for (const TrasChoice *choice = rule_sets; choice->word != NULL; choice++)
    {
      if (g_str_equal (choice->word, set->id))
        return tras_choice_get_label (choice, choice->word);
    }

  g_return_val_if_reached ("");
}

/**
 * tras_rule_set_dup_price:
 * @set: a set of rules
 *
 * Returns: (transfer full): what the set costs in false flags and what it buys for them, in a
 *   sentence
 */
char *
tras_rule_set_dup_price (const TrasRuleSet *set)
{
  g_return_val_if_fail (set != NULL, NULL);

  return g_strdup_printf (_("Flags about %.0f of 1,000 values where nothing has changed, and finds "
                            "about %.0f of 100 lasting changes within %d values."),
                          set->false_flags * 1000, set->found * 100, TRAS_RULES_FOUND_WITHIN);
}
