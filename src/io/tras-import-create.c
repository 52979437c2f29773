/* tras-import-create.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tras-area.h"
#include "tras-error.h"
#include "tras-firm.h"
#include "tras-import-create.h"
#include "tras-indicator.h"
#include "tras-item.h"
#include "tras-person.h"
#include "tras-sale.h"

/* Days between neighbouring dates from which on a series is weekly, and monthly. Weekdays alone are
 * one day apart but for the weekend, every other week is still weekly. */
#define WEEK_GAP 4
#define MONTH_GAP 20

#define DECIMALS_MAX 4

/* What the file says of an indicator that is not there yet. */
typedef struct
{
  GArray *days;
  guint decimals;
  double greatest;
  double least;
  gboolean percent;
} Profile;

struct _TrasCreator
{
  TrasDb *db;
  GHashTable *profiles;
  GPtrArray *sentences;
  TrasArea *area;
  TrasPerson *owner;
};

static void
profile_free (gpointer data)
{
  Profile *profile = data;

  g_array_unref (profile->days);
  g_free (profile);
}

/**
 * tras_creator_new:
 * @db: a connection
 *
 * Returns: (transfer full): a creator that has made nothing yet
 */
TrasCreator *
tras_creator_new (TrasDb *db)
{
  TrasCreator *self = g_new0 (TrasCreator, 1);

  self->db = g_object_ref (db);
  self->profiles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, profile_free);
  self->sentences = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
tras_creator_free (TrasCreator *self)
{
  g_clear_object (&self->area);
  g_clear_object (&self->owner);
  g_ptr_array_unref (self->sentences);
  g_hash_table_unref (self->profiles);
  g_object_unref (self->db);
  g_free (self);
}

/**
 * tras_creator_get_sentences:
 * @self: a creator
 *
 * Returns: (transfer none) (element-type utf8): what was made, a sentence each, without full stops
 */
GPtrArray *
tras_creator_get_sentences (TrasCreator *self)
{
  return self->sentences;
}

/**
 * tras_creator_see:
 * @self: a creator
 * @indicator: the name of an indicator that is not there
 * @day: the day of a measurement, or %TRAS_DAY_NONE
 * @value: its value, or NAN
 * @decimals: digits that the value needs behind the decimal mark
 * @percent: whether it has a percent sign
 *
 * Learns from a measurement what the indicator will have to be like.
 */
void
tras_creator_see (TrasCreator *self,
                  const char  *indicator,
                  TrasDay      day,
                  double       value,
                  guint        decimals,
                  gboolean     percent)
{
  Profile *profile = g_hash_table_lookup (self->profiles, indicator);

  if (profile == NULL)
    {
      profile = g_new0 (Profile, 1);
      profile->days = g_array_new (FALSE, FALSE, sizeof (TrasDay));
      g_hash_table_insert (self->profiles, g_strdup (indicator), profile);
    }

  if (day != TRAS_DAY_NONE)
    g_array_append_val (profile->days, day);
  if (!isnan (value))
    {
      profile->decimals = MAX (profile->decimals, decimals);
      profile->greatest = fmax (profile->greatest, fabs (value));
      profile->least = fmin (profile->least, value);
    }
  profile->percent |= percent;
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  return *(const TrasDay *) a - *(const TrasDay *) b;
}

/* Whether two different days lie in the same period. */
static gboolean
collides (GArray    *days,
          TrasEvery  every)
{
  for (guint i = 1; i < days->len; i++)
    {
      TrasDay before = g_array_index (days, TrasDay, i - 1);
      TrasDay day = g_array_index (days, TrasDay, i);

      if (day != before && tras_period_index (every, day) == tras_period_index (every, before))
        return TRUE;
    }

  return FALSE;
}

/* How often something was measured on these sorted days, by their median distance; of two days in
 * the same period only a shorter one can tell. */
static TrasEvery
guess_every (GArray *days)
{
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (TrasDay));
  TrasEvery every = TRAS_EVERY_WEEK;

  for (guint i = 1; i < days->len; i++)
    {
      TrasDay gap = g_array_index (days, TrasDay, i) - g_array_index (days, TrasDay, i - 1);

      if (gap > 0)
        g_array_append_val (gaps, gap);
    }

  if (gaps->len > 0)
    {
      TrasDay median;

      g_array_sort (gaps, compare_days);
      median = g_array_index (gaps, TrasDay, gaps->len / 2);
      every = median >= MONTH_GAP  ? TRAS_EVERY_MONTH
              : median >= WEEK_GAP ? TRAS_EVERY_WEEK
                                   : TRAS_EVERY_DAY;
    }
  if (every == TRAS_EVERY_MONTH && collides (days, every))
    every = TRAS_EVERY_WEEK;
  if (every == TRAS_EVERY_WEEK && collides (days, every))
    every = TRAS_EVERY_DAY;

  return every;
}

/* As many decimals as the values have, but not more than two where they reach one: the digits of a
 * quotient are no measurement. */
static guint
guess_decimals (const Profile *profile)
{
  guint enough = profile->greatest >= 1 ? 2 : profile->greatest >= 0.1 ? 3 : DECIMALS_MAX;

  return MIN (profile->decimals, enough);
}

static gboolean
keep (TrasCreator *self,
      gpointer     record,
      char        *sentence,
      GPtrArray   *records,
      GError     **error)
{
  g_ptr_array_add (self->sentences, sentence);
  if (!tras_db_insert (self->db, record, error))
    return FALSE;
  g_ptr_array_add (records, g_object_ref (record));

  return TRUE;
}

static gboolean
make_area (TrasCreator *self,
           const char  *name,
           GPtrArray   *records,
           GError     **error)
{
  g_autoptr (TrasArea) area = tras_area_new ();

  area->name = g_strdup (name);

  return keep (self, area, g_strdup_printf (_("New area “%s”"), name), records, error);
}

static gboolean
make_person (TrasCreator *self,
             const char  *name,
             GPtrArray   *records,
             GError     **error)
{
  g_autoptr (TrasPerson) person = tras_person_new ();

  person->name = g_strdup (name);
  person->hired_on = tras_day_today ();

  return keep (self, person, g_strdup_printf (_("New person “%s”"), name), records, error);
}

static gboolean
make_item (TrasCreator *self,
           const char  *name,
           GPtrArray   *records,
           GError     **error)
{
  g_autoptr (TrasItem) item = tras_item_new ();

  item->sku = g_strdup (name);
  item->name = g_strdup (name);

  return keep (self, item, g_strdup_printf (_("New item “%s”"), name), records, error);
}

static gboolean
make_customer (TrasCreator *self,
               const char  *name,
               GPtrArray   *records,
               GError     **error)
{
  g_autoptr (TrasCustomer) customer = tras_customer_new ();

  customer->name = g_strdup (name);

  return keep (self, customer, g_strdup_printf (_("New customer “%s”"), name), records, error);
}

/* The first record of the query; NULL without an error where there is none. */
static gpointer
find_first (TrasCreator *self,
            TrasQuery   *query,
            GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  gpointer record = tras_db_find (self->db, query, &local_error);

  if (record == NULL && !g_error_matches (local_error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&local_error));

  return record;
}

/* The firm's first area, made under the firm's own name where there is none. */
static gboolean
need_area (TrasCreator *self,
           GPtrArray   *records,
           GError     **error)
{
  g_autoptr (TrasQuery) areas = tras_query_new (TRAS_TYPE_AREA);
  g_autoptr (TrasQuery) firms = tras_query_new (TRAS_TYPE_FIRM);
  g_autoptr (TrasFirm) firm = NULL;
  g_autoptr (GError) local_error = NULL;

  if (self->area == NULL)
    self->area = find_first (self, areas, &local_error);
  if (self->area == NULL && local_error == NULL)
    {
      firm = find_first (self, firms, &local_error);
      if (local_error == NULL &&
          make_area (self, firm != NULL ? firm->name : _("Company"), records, &local_error))
        self->area = g_object_ref (records->pdata[records->len - 1]);
    }
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* The first person who works here, made under the name of whoever runs the program where there is
 * none. */
static gboolean
need_owner (TrasCreator *self,
            GPtrArray   *records,
            GError     **error)
{
  g_autoptr (TrasQuery) people = tras_query_new (TRAS_TYPE_PERSON);
  g_autoptr (GError) local_error = NULL;

  tras_query_where_null (people, "left_on", TRUE);
  if (self->owner == NULL)
    self->owner = find_first (self, people, &local_error);
  if (self->owner == NULL && local_error == NULL)
    {
      const char *name = g_get_real_name ();

      if (*name == '\0' || g_str_equal (name, "Unknown"))
        name = g_get_user_name ();
      if (make_person (self, name, records, &local_error))
        self->owner = g_object_ref (records->pdata[records->len - 1]);
    }
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static char *
dup_indicator_sentence (TrasCreator *self,
                        const char  *name,
                        TrasEvery    every)
{
  const char *area = self->area->name;
  const char *owner = self->owner->name;

  switch (every)
    {
    case TRAS_EVERY_DAY:
      return g_strdup_printf (_("New indicator “%s”: every day, no direction is better yet, "
                                "area “%s”, owner “%s”"), name, area, owner);
    case TRAS_EVERY_WEEK:
      return g_strdup_printf (_("New indicator “%s”: every week, no direction is better yet, "
                                "area “%s”, owner “%s”"), name, area, owner);
    case TRAS_EVERY_MONTH:
      return g_strdup_printf (_("New indicator “%s”: every month, no direction is better yet, "
                                "area “%s”, owner “%s”"), name, area, owner);
    default:
      g_return_val_if_reached (NULL);
    }
}

static gboolean
make_indicator (TrasCreator *self,
                const char  *name,
                GPtrArray   *records,
                GError     **error)
{
  static const char *const words[] = { "day", "week", "month" };
  Profile *profile = g_hash_table_lookup (self->profiles, name);
  g_autoptr (TrasIndicator) indicator = tras_indicator_new ();
  TrasEvery every = TRAS_EVERY_WEEK;

  if (!need_area (self, records, error) || !need_owner (self, records, error))
    return FALSE;

  indicator->starts_on = tras_day_today ();
  if (profile != NULL)
    {
      g_array_sort (profile->days, compare_days);
      every = guess_every (profile->days);
      if (profile->days->len > 0)
        indicator->starts_on = tras_period_first_day (every,
                                                      g_array_index (profile->days, TrasDay, 0));
      indicator->decimals = guess_decimals (profile);
      /* What was never below zero is taken to be a count, a share or an amount: nobody is told that
       * 14 less than nothing would be normal. */
      if (profile->least >= 0)
        indicator->floor = 0;
    }

  indicator->name = g_strdup (name);
  indicator->area_id = self->area->parent_instance.id;
  indicator->owner_id = self->owner->parent_instance.id;
  indicator->question = g_strdup ("");
  indicator->definition = g_strdup ("");
  indicator->unit = g_strdup (profile != NULL && profile->percent ? "%" : "");
  indicator->family = "productivity";
  /* Which way is better, nobody can read off numbers: to guess would call a fall in sales, or a
   * rise in late orders, an improvement. */
  indicator->better = "neither";
  indicator->every = words[every];
  indicator->roll = "mean";
  g_free (indicator->source);
  indicator->source = g_strdup ("import");

  return keep (self, indicator, dup_indicator_sentence (self, name, every), records, error);
}

static const struct
{
  const char *table;
  gboolean (*make) (TrasCreator *self, const char *name, GPtrArray *records, GError **error);
} makers[] = {
  { "indicator", make_indicator },
  { "area", make_area },
  { "person", make_person },
  { "item", make_item },
  { "customer", make_customer },
};

/**
 * tras_creator_can_make:
 * @table: a table's name
 *
 * Returns: whether its records can be made from nothing but a name
 */
gboolean
tras_creator_can_make (const char *table)
{
  for (gsize i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      if (g_str_equal (makers[i].table, table))
        return TRUE;
    }

  return FALSE;
}

/**
 * tras_creator_make:
 * @self: a creator whose connection is in an edit
 * @table: a table of which tras_creator_can_make() is true
 * @name: what to call the record
 * @records: (element-type TrasRecord): gets what was made, @name's record last
 * @error: where to put the error
 *
 * Makes a record, and before it an area and a person where an indicator needs them.
 */
gboolean
tras_creator_make (TrasCreator *self,
                   const char  *table,
                   const char  *name,
                   GPtrArray   *records,
                   GError     **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      if (g_str_equal (makers[i].table, table))
        return makers[i].make (self, name, records, error);
    }

  g_return_val_if_reached (FALSE);
}
