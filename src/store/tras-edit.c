/* tras-edit.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-edit.h"

typedef enum
{
  OP_INSERT,
  OP_UPDATE,
  OP_DELETE,
} OpType;

/* A record, and what of it storing changes, as it was before. */
typedef struct
{
  OpType type;
  TrasRecord *record;
  gint64 id;
  gint64 version;
  gboolean codeless;
} Op;

typedef struct
{
  TrasRecord *record;
  const TrasField *reference;
  TrasRecord *target;
} Link;

struct _TrasEdit
{
  GObject parent_instance;

  char *label;
  GPtrArray *ops;
  GArray *links;
  TrasEditFunc check;
  TrasEditFunc follow_up;
  const char *refused;
};

G_DEFINE_TYPE (TrasEdit, tras_edit, G_TYPE_OBJECT)

static void
op_free (gpointer data)
{
  Op *op = data;

  g_object_unref (op->record);
  g_free (op);
}

static void
tras_edit_finalize (GObject *object)
{
  TrasEdit *self = TRAS_EDIT (object);

  g_free (self->label);
  g_ptr_array_unref (self->ops);
  g_array_unref (self->links);

  G_OBJECT_CLASS (tras_edit_parent_class)->finalize (object);
}

static void
tras_edit_class_init (TrasEditClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tras_edit_finalize;
}

static void
tras_edit_init (TrasEdit *self)
{
  self->ops = g_ptr_array_new_with_free_func (op_free);
  self->links = g_array_new (FALSE, FALSE, sizeof (Link));
}

/**
 * tras_edit_new:
 * @label: what the user does, in their language: "New goal", "Move date of “Paint shelves”"
 *
 * Returns: (transfer full): an edit that does nothing yet
 */
TrasEdit *
tras_edit_new (const char *label)
{
  TrasEdit *self = g_object_new (TRAS_TYPE_EDIT, NULL);

  self->label = g_strdup (label);

  return self;
}

const char *
tras_edit_get_label (TrasEdit *self)
{
  return self->label;
}

gboolean
tras_edit_is_empty (TrasEdit *self)
{
  return self->ops->len == 0;
}

guint
tras_edit_get_n_records (TrasEdit *self)
{
  return self->ops->len;
}

/**
 * tras_edit_get_record:
 * @self: an edit
 * @position: below tras_edit_get_n_records()
 * @deletes: (out): whether the edit deletes it
 *
 * Returns: (transfer none): a record that the edit writes or deletes
 */
gpointer
tras_edit_get_record (TrasEdit *self,
                      guint     position,
                      gboolean *deletes)
{
  Op *op;

  g_return_val_if_fail (TRAS_IS_EDIT (self), NULL);
  g_return_val_if_fail (position < self->ops->len, NULL);

  op = self->ops->pdata[position];
  *deletes = op->type == OP_DELETE;

  return op->record;
}

static void
add_op (TrasEdit   *self,
        OpType      type,
        TrasRecord *record)
{
  Op *op = g_new0 (Op, 1);

  g_return_if_fail (TRAS_IS_EDIT (self));
  g_return_if_fail (TRAS_IS_RECORD (record));

  op->type = type;
  op->record = g_object_ref (record);
  g_ptr_array_add (self->ops, op);
}

/**
 * tras_edit_insert:
 * @self: an edit
 * @record: (transfer none): a new record; has its id once the edit is applied. Until then nobody
 *   else touches it
 */
void
tras_edit_insert (TrasEdit *self,
                  gpointer  record)
{
  add_op (self, OP_INSERT, record);
}

/**
 * tras_edit_update:
 * @self: an edit
 * @record: (transfer none): the changed copy of a record
 */
void
tras_edit_update (TrasEdit *self,
                  gpointer  record)
{
  add_op (self, OP_UPDATE, record);
}

/**
 * tras_edit_delete:
 * @self: an edit
 * @record: (transfer none): a record as it was read
 */
void
tras_edit_delete (TrasEdit *self,
                  gpointer  record)
{
  add_op (self, OP_DELETE, record);
}

/**
 * tras_edit_link:
 * @self: an edit
 * @record: a record that this edit inserts or updates
 * @reference: one of its references
 * @target: a record that this edit inserts before it
 *
 * Lets the reference point to @target, whose id is not known before the edit is applied.
 */
void
tras_edit_link (TrasEdit   *self,
                gpointer    record,
                const char *reference,
                gpointer    target)
{
  Link link = {
    .record = record,
    .reference = tras_table_find_field (tras_record_get_table (record), reference),
    .target = target,
  };

  g_return_if_fail (TRAS_IS_EDIT (self));
  g_return_if_fail (link.reference != NULL && link.reference->type == TRAS_VALUE_REFERENCE);

  g_array_append_val (self->links, link);
}

/**
 * tras_edit_get_link:
 * @self: an edit
 * @record: one of its records
 * @reference: one of its references
 *
 * Returns: (transfer none) (nullable): the record of tras_edit_link() that the reference will point
 *   to
 */
gpointer
tras_edit_get_link (TrasEdit   *self,
                    gpointer    record,
                    const char *reference)
{
  g_return_val_if_fail (TRAS_IS_EDIT (self), NULL);
  g_return_val_if_fail (reference != NULL, NULL);

  for (guint i = 0; i < self->links->len; i++)
    {
      const Link *link = &g_array_index (self->links, Link, i);

      if (link->record == record && g_str_equal (link->reference->name, reference))
        return link->target;
    }

  return NULL;
}

/* The field that gets a code of the program's own where it is empty; NULL where there is none. */
static const TrasField *
get_code (TrasRecord *record)
{
  const TrasTable *table = tras_record_get_table (record);

  return table->code != NULL ? tras_table_find_field (table, "code") : NULL;
}

static void
remember (Op *op)
{
  const TrasField *code = get_code (op->record);

  op->id = op->record->id;
  op->version = op->record->version;
  op->codeless = code != NULL && tras_record_is_null (op->record, code);
}

static void
put_back (Op *op)
{
  op->record->id = op->id;
  op->record->version = op->version;
  if (op->codeless)
    tras_record_clear (op->record, get_code (op->record));
}

static gboolean
run_op (TrasEdit  *self,
        Op        *op,
        TrasDb    *db,
        GError   **error)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      Link *link = &g_array_index (self->links, Link, i);

      if (link->record == op->record)
        tras_record_set_int (op->record, link->reference, link->target->id);
    }

  switch (op->type)
    {
    case OP_INSERT:
      return tras_db_insert (db, op->record, error);
    case OP_UPDATE:
      return tras_db_update (db, op->record, error);
    case OP_DELETE:
      return tras_db_delete (db, op->record, error);
    default:
      g_assert_not_reached ();
    }
}

static gboolean
run_ops (TrasEdit  *self,
         TrasDb    *db,
         GError   **error)
{
  if (self->check != NULL && !self->check (self, db, error))
    return FALSE;

  for (guint i = 0; i < self->ops->len; i++)
    {
      if (!run_op (self, self->ops->pdata[i], db, error))
        return FALSE;
    }

  return self->follow_up == NULL || self->follow_up (self, db, error);
}

/**
 * tras_edit_set_check:
 * @self: an edit
 * @check: (nullable): called whenever the edit is applied, before its records are written
 */
void
tras_edit_set_check (TrasEdit     *self,
                     TrasEditFunc  check)
{
  g_return_if_fail (TRAS_IS_EDIT (self));

  self->check = check;
}

/**
 * tras_edit_set_follow_up:
 * @self: an edit
 * @follow_up: (nullable): called whenever the edit is applied, after its records are written
 */
void
tras_edit_set_follow_up (TrasEdit     *self,
                         TrasEditFunc  follow_up)
{
  g_return_if_fail (TRAS_IS_EDIT (self));

  self->follow_up = follow_up;
}

/**
 * tras_edit_set_refused:
 * @self: an edit that is being applied
 * @field: the name of a field of its records
 *
 * For whoever checks an edit: which field will not do, so that the refusal can be said beside it.
 */
void
tras_edit_set_refused (TrasEdit   *self,
                       const char *field)
{
  g_return_if_fail (TRAS_IS_EDIT (self));

  self->refused = g_intern_string (field);
}

/**
 * tras_edit_get_refused:
 * @self: an edit that could not be applied
 *
 * Returns: (nullable): the field for which it was refused, %NULL where no single one is wrong
 */
const char *
tras_edit_get_refused (TrasEdit *self)
{
  g_return_val_if_fail (TRAS_IS_EDIT (self), NULL);

  return self->refused;
}

/**
 * tras_edit_apply:
 * @self: an edit
 * @db: a connection outside of an edit
 * @edit: (out) (optional): its id in the log, 0 where it changed nothing
 * @error: where to put the error
 *
 * Does everything in the order it was added, or nothing. After a failure the records have the ids,
 * versions and codes that they had before, so that the edit can be applied again.
 */
gboolean
tras_edit_apply (TrasEdit  *self,
                 TrasDb    *db,
                 gint64    *edit,
                 GError   **error)
{
  gboolean applied;

  g_return_val_if_fail (TRAS_IS_EDIT (self), FALSE);

  if (!tras_db_begin (db, self->label, error))
    return FALSE;

  self->refused = NULL;
  for (guint i = 0; i < self->ops->len; i++)
    remember (self->ops->pdata[i]);
  applied = run_ops (self, db, error);
  if (!applied)
    tras_db_rollback (db);
  else
    applied = tras_db_commit (db, edit, error);
  for (guint i = 0; !applied && i < self->ops->len; i++)
    put_back (self->ops->pdata[i]);

  return applied;
}
