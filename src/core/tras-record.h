/* tras-record.h: a row of the firm's file as an object
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-field.h"

G_BEGIN_DECLS

#define TRAS_TYPE_RECORD (tras_record_get_type ())
#define TRAS_RECORD(obj) (G_TYPE_CHECK_INSTANCE_CAST ((obj), TRAS_TYPE_RECORD, TrasRecord))
#define TRAS_IS_RECORD(obj) (G_TYPE_CHECK_INSTANCE_TYPE ((obj), TRAS_TYPE_RECORD))
#define TRAS_RECORD_CLASS(cls) (G_TYPE_CHECK_CLASS_CAST ((cls), TRAS_TYPE_RECORD, TrasRecordClass))
#define TRAS_RECORD_GET_CLASS(obj) \
  (G_TYPE_INSTANCE_GET_CLASS ((obj), TRAS_TYPE_RECORD, TrasRecordClass))

typedef struct _TrasRecord TrasRecord;
typedef struct _TrasRecordClass TrasRecordClass;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasRecord, g_object_unref)

/**
 * TrasRecord:
 * @id: the row's id; 0 before it is stored, and in tables whose key is not an id
 * @version: how often the row was written; an update of an older version is a conflict
 *
 * The members of a record are read and written directly. A record on show is not changed in place:
 * whoever edits takes tras_record_dup(), changes the copy and hands it to an edit.
 */
struct _TrasRecord
{
  GObject parent_instance;

  gint64 id;
  gint64 version;
};

struct _TrasRecordClass
{
  GObjectClass parent_class;

  const TrasTable *table;
};

GType            tras_record_get_type        (void) G_GNUC_CONST;
void             tras_record_class_set_table (TrasRecordClass  *klass,
                                              const TrasTable  *table);

const TrasTable *tras_record_get_table       (TrasRecord       *self);
const TrasTable *tras_record_type_get_table  (GType             type);
gpointer         tras_record_dup             (gpointer          record);
gboolean         tras_record_equal           (TrasRecord       *a,
                                              TrasRecord       *b);

gboolean         tras_record_is_null         (TrasRecord       *self,
                                              const TrasField  *field);
void             tras_record_clear           (TrasRecord       *self,
                                              const TrasField  *field);
gint64           tras_record_get_int         (TrasRecord       *self,
                                              const TrasField  *field);
void             tras_record_set_int         (TrasRecord       *self,
                                              const TrasField  *field,
                                              gint64            value);
double           tras_record_get_real        (TrasRecord       *self,
                                              const TrasField  *field);
void             tras_record_set_real        (TrasRecord       *self,
                                              const TrasField  *field,
                                              double            value);
const char      *tras_record_get_text        (TrasRecord       *self,
                                              const TrasField  *field);
void             tras_record_set_text        (TrasRecord       *self,
                                              const TrasField  *field,
                                              const char       *value);
void             tras_record_take_text       (TrasRecord       *self,
                                              const TrasField  *field,
                                              char             *value);

/**
 * TRAS_DECLARE_RECORD:
 *
 * Declares a record type. Its struct is public and begins with a TrasRecord.
 */
#define TRAS_DECLARE_RECORD(Type, type, NAME)                                                      \
  GType type##_get_type (void) G_GNUC_CONST;                                                       \
  typedef struct _##Type Type;                                                                     \
  typedef struct                                                                                   \
  {                                                                                                \
    TrasRecordClass parent_class;                                                                  \
  } Type##Class;                                                                                   \
  G_DEFINE_AUTOPTR_CLEANUP_FUNC (Type, g_object_unref)                                             \
  G_GNUC_UNUSED static inline Type *TRAS_##NAME (gpointer obj)                                     \
  {                                                                                                \
    return G_TYPE_CHECK_INSTANCE_CAST (obj, type##_get_type (), Type);                             \
  }                                                                                                \
  G_GNUC_UNUSED static inline gboolean TRAS_IS_##NAME (gpointer obj)                               \
  {                                                                                                \
    return G_TYPE_CHECK_INSTANCE_TYPE (obj, type##_get_type ());                                   \
  }                                                                                                \
  G_GNUC_UNUSED static inline Type *type##_new (void)                                              \
  {                                                                                                \
    return (Type *) g_object_new (type##_get_type (), NULL);                                       \
  }                                                                                                \

/**
 * TRAS_DEFINE_RECORD:
 *
 * Defines a record type from a static #TrasTable.
 */
#define TRAS_DEFINE_RECORD(Type, type, table)                                                      \
  G_DEFINE_TYPE (Type, type, TRAS_TYPE_RECORD)                                                     \
  static void type##_class_init (Type##Class *klass)                                               \
  {                                                                                                \
    tras_record_class_set_table (TRAS_RECORD_CLASS (klass), table);                                \
  }                                                                                                \
  static void type##_init (Type *self) {}

G_END_DECLS
