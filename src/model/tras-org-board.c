/* tras-org-board.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-area.h"
#include "tras-org-board.h"
#include "tras-person.h"

static void
area_free (gpointer data)
{
  TrasOrgArea *self = data;

  g_free (self->name);
  g_ptr_array_unref (self->heads);
  g_free (self);
}

typedef struct
{
  TrasDay day;
  GPtrArray *areas;     /* in the file's order */
  GHashTable *by_id;    /* of area → TrasOrgArea */
  GHashTable *roles;    /* of role → TrasRole */
  GHashTable *taken;    /* of role → seats that are taken */
  GHashTable *here;     /* of people who work here on the day */
  GHashTable *counted;  /* of area and person as text */
} Loader;

static gboolean
take_role (gpointer   record,
           gpointer   user_data,
           GError   **error)
{
  Loader *self = user_data;
  TrasRole *role = tras_record_dup (record);

  g_hash_table_insert (self->roles, &TRAS_RECORD (role)->id, role);

  return TRUE;
}

static gboolean
take_person (gpointer   record,
             gpointer   user_data,
             GError   **error)
{
  Loader *self = user_data;
  TrasPerson *person = record;

  if (person->hired_on <= self->day &&
      (person->left_on == TRAS_DAY_NONE || person->left_on >= self->day))
    g_hash_table_add (self->here, g_memdup2 (&TRAS_RECORD (person)->id, sizeof (gint64)));

  return TRUE;
}

static gboolean
take_post (gpointer   record,
           gpointer   user_data,
           GError   **error)
{
  Loader *self = user_data;
  TrasPost *post = record;
  TrasRole *role = g_hash_table_lookup (self->roles, &post->role_id);
  TrasOrgArea *area = role != NULL ? g_hash_table_lookup (self->by_id, &role->area_id) : NULL;
  guint n_taken;

  if (area == NULL || post->from_on > self->day ||
      (post->to_on != TRAS_DAY_NONE && post->to_on < self->day) ||
      !g_hash_table_contains (self->here, &post->person_id))
    return TRUE;

  n_taken = GPOINTER_TO_UINT (g_hash_table_lookup (self->taken, role));
  g_hash_table_insert (self->taken, role, GUINT_TO_POINTER (n_taken + 1));
  if (role->leads)
    g_ptr_array_add (area->heads, g_strdup (post->person_name));
  /* Whoever has two posts in an area is one person in it. */
  if (g_hash_table_add (self->counted,
                        g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, area->id,
                                         post->person_id)))
    area->n_people++;

  return TRUE;
}

static void
count_open (Loader *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->roles);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      TrasRole *role = value;
      TrasOrgArea *area = g_hash_table_lookup (self->by_id, &role->area_id);
      gint64 taken = GPOINTER_TO_UINT (g_hash_table_lookup (self->taken, role));

      if (area != NULL)
        area->n_open += (guint) MAX (role->seats - taken, 0);
    }
}

/* Each area with its parts behind it. */
static void
add_parts (GPtrArray *rows,
           gint64     parent_id,
           int        parent,
           GPtrArray *ordered)
{
  for (guint i = 0; i < rows->len; i++)
    {
      TrasArea *row = rows->pdata[i];
      TrasOrgArea *area;

      if (row->parent_id != parent_id)
        continue;
      area = g_new0 (TrasOrgArea, 1);
      area->id = TRAS_RECORD (row)->id;
      area->name = g_strdup (row->name);
      area->parent = parent;
      area->heads = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (ordered, area);
      add_parts (rows, area->id, (int) ordered->len - 1, ordered);
    }
}

static gboolean
read_rows (Loader  *self,
           TrasDb  *db,
           GError **error)
{
  g_autoptr (TrasQuery) areas = tras_query_new (TRAS_TYPE_AREA);
  g_autoptr (TrasQuery) roles = tras_query_new (TRAS_TYPE_ROLE);
  g_autoptr (TrasQuery) people = tras_query_new (TRAS_TYPE_PERSON);
  g_autoptr (TrasQuery) posts = tras_query_new (TRAS_TYPE_POST);
  g_autoptr (GPtrArray) rows = NULL;

  tras_query_order (areas, "name", FALSE);
  tras_query_order (posts, "from_on", FALSE);
  rows = tras_db_select (db, areas, error);
  if (rows == NULL)
    return FALSE;

  add_parts (rows, 0, -1, self->areas);
  for (guint i = 0; i < self->areas->len; i++)
    {
      TrasOrgArea *area = self->areas->pdata[i];

      g_hash_table_insert (self->by_id, &area->id, area);
    }

  return tras_db_foreach (db, roles, take_role, self, error) &&
         tras_db_foreach (db, people, take_person, self, error) &&
         tras_db_foreach (db, posts, take_post, self, error);
}

/**
 * tras_org_board_load:
 * @db: a connection
 * @day: the day it is seen from
 * @error: where to put the error
 *
 * Returns: (transfer full) (element-type TrasOrgArea) (nullable): all areas by name, each with its
 *   parts behind it
 */
GPtrArray *
tras_org_board_load (TrasDb   *db,
                     TrasDay   day,
                     GError  **error)
{
  g_autoptr (GPtrArray) areas = g_ptr_array_new_with_free_func (area_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) roles = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                                        g_object_unref);
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) here = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) counted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Loader loader = { day, areas, by_id, roles, taken, here, counted };

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  if (!read_rows (&loader, db, error))
    return NULL;
  count_open (&loader);

  return g_steal_pointer (&areas);
}

/**
 * tras_org_area_dup_heads:
 * @self: an area
 *
 * Returns: (transfer full): who leads it, or that nobody does
 */
char *
tras_org_area_dup_heads (const TrasOrgArea *self)
{
  g_autofree char **names = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->heads->len == 0)
    return g_strdup (_("no head"));

  names = g_new0 (char *, self->heads->len + 1);
  for (guint i = 0; i < self->heads->len; i++)
    names[i] = self->heads->pdata[i];

  return g_strjoinv (", ", names);
}

/**
 * tras_org_area_dup_words:
 * @self: an area
 *
 * Returns: (transfer full): how many people there are, and open seats
 */
char *
tras_org_area_dup_words (const TrasOrgArea *self)
{
  g_autofree char *people = NULL;
  g_autofree char *open = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  people = g_strdup_printf (ngettext ("%u person", "%u people", self->n_people), self->n_people);
  if (self->n_open == 0)
    return g_steal_pointer (&people);

  open = g_strdup_printf (ngettext ("%u open seat", "%u open seats", self->n_open), self->n_open);

  /* Translators: people and open seats of an area: “6 people · 1 open seat” */
  return g_strdup_printf (C_("area", "%s · %s"), people, open);
}
