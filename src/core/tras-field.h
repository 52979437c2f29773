/* tras-field.h: what a record consists of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One table of fields a record type drives everything that treats all types alike: properties,
 * SQL, CSV columns, personal data, forms. Whoever adds a column adds one line here.
 */

#pragma once

#include <glib-object.h>

#include "tras-date.h"

G_BEGIN_DECLS

/* No value, in a field held as gint64 (integer, instant, money, quantity, unit cost). A reference
 * to nothing is 0, a real without value NAN, a date TRAS_DAY_NONE, a text or choice NULL. */
#define TRAS_NULL G_MININT64

/**
 * TrasValueType:
 * @TRAS_VALUE_TEXT: char *, UTF-8, owned by the record
 * @TRAS_VALUE_INTEGER: gint64
 * @TRAS_VALUE_BOOLEAN: gboolean
 * @TRAS_VALUE_REAL: double; for measurements only
 * @TRAS_VALUE_DATE: TrasDay; ISO text in the file
 * @TRAS_VALUE_INSTANT: gint64, UTC seconds since 1970
 * @TRAS_VALUE_MONEY: gint64, minor units of the firm's currency
 * @TRAS_VALUE_QUANTITY: gint64, thousandths of the item's unit
 * @TRAS_VALUE_UNIT_COST: gint64, hundredths of a minor unit
 * @TRAS_VALUE_CHOICE: const char *, one of the field's choices, interned
 * @TRAS_VALUE_REFERENCE: gint64, the id of a row of the table that the field names
 *
 * What a field holds, and the C type of its struct member.
 */
typedef enum
{
  TRAS_VALUE_TEXT,
  TRAS_VALUE_INTEGER,
  TRAS_VALUE_BOOLEAN,
  TRAS_VALUE_REAL,
  TRAS_VALUE_DATE,
  TRAS_VALUE_INSTANT,
  TRAS_VALUE_MONEY,
  TRAS_VALUE_QUANTITY,
  TRAS_VALUE_UNIT_COST,
  TRAS_VALUE_CHOICE,
  TRAS_VALUE_REFERENCE,
} TrasValueType;

/**
 * TrasFieldFlags:
 * @TRAS_FIELD_KEY: part of the primary key, where that is not the plain id
 * @TRAS_FIELD_REQUIRED: never without a value
 * @TRAS_FIELD_PERSONAL: says something about a person who can be told from it
 * @TRAS_FIELD_COMPUTED: a column of the table's view; read, never written
 * @TRAS_FIELD_NAME: what other records name this one by in CSV (name, code or sku); unique enough
 * @TRAS_FIELD_ALIAS: a second name that references may use
 * @TRAS_FIELD_FOLDED: also kept folded in the column name_key, for order and search
 * @TRAS_FIELD_MULTILINE: a text of several lines
 * @TRAS_FIELD_INTERNAL: kept by the program; not in forms, not a column of a CSV file
 * @TRAS_FIELD_HOURS: an integer of minutes, which people see and type as hours
 * @TRAS_FIELD_UNSIGNED: a number of 0 or more
 * @TRAS_FIELD_IDENTIFIES: a personal text that tells who it is, as a name or an address: looked for
 *   in other texts when the person is erased
 * @TRAS_FIELD_CHECKED: computed, and a column of a CSV file all the same: who reads the file sees
 *   it, and a row that says something else is refused
 */
typedef enum
{
  TRAS_FIELD_PLAIN = 0,
  TRAS_FIELD_KEY = 1 << 0,
  TRAS_FIELD_REQUIRED = 1 << 1,
  TRAS_FIELD_PERSONAL = 1 << 2,
  TRAS_FIELD_COMPUTED = 1 << 3,
  TRAS_FIELD_NAME = 1 << 4,
  TRAS_FIELD_ALIAS = 1 << 5,
  TRAS_FIELD_FOLDED = 1 << 6,
  TRAS_FIELD_MULTILINE = 1 << 7,
  TRAS_FIELD_INTERNAL = 1 << 8,
  TRAS_FIELD_HOURS = 1 << 9,
  TRAS_FIELD_UNSIGNED = 1 << 10,
  TRAS_FIELD_IDENTIFIES = 1 << 11,
  TRAS_FIELD_CHECKED = 1 << 12,
} TrasFieldFlags;

/**
 * TrasChoice:
 * @word: as in the file and in CSV
 * @label: as on screen, untranslated
 * @context: (nullable): the context of its translation, where the label alone means several things
 */
typedef struct
{
  const char *word;
  const char *label;
  const char *context;
} TrasChoice;

/**
 * TrasField:
 * @name: the column; a reference ends in _id
 * @label: as on screen, untranslated; %NULL for internal fields
 * @type: what it holds
 * @flags: what is special about it
 * @offset: where its member stands in the record's struct
 * @target: the table that a reference points to, or %NULL
 * @choices: (array zero-terminated=1): the words of a choice, or %NULL
 * @initial: the value of a new record in canonical text, or %NULL for none
 * @help: what it is, with an example, untranslated; %NULL where the label says it
 */
typedef struct
{
  const char *name;
  const char *label;
  TrasValueType type;
  TrasFieldFlags flags;
  gsize offset;
  const char *target;
  const TrasChoice *choices;
  const char *initial;
  const char *help;
} TrasField;

/**
 * TrasTableFlags:
 * @TRAS_TABLE_APPEND_ONLY: rows are never changed nor deleted; an undo adds a row that reverses
 */
typedef enum
{
  TRAS_TABLE_PLAIN = 0,
  TRAS_TABLE_APPEND_ONLY = 1 << 0,
} TrasTableFlags;

/**
 * TrasTable:
 * @name: the SQL table
 * @view: the SQL view that adds the computed fields, or %NULL
 * @kind: the word for it on the command line, plural
 * @singular: one of them, untranslated
 * @plural: many of them, untranslated
 * @fields: @n_fields fields
 * @flags: what is special about it
 * @code: the letters that begin the codes of its rows (D in D-31), or %NULL where the program gives
 *   them none
 */
typedef struct
{
  const char *name;
  const char *view;
  const char *kind;
  const char *singular;
  const char *plural;
  const TrasField *fields;
  guint n_fields;
  TrasTableFlags flags;
  const char *code;
} TrasTable;

/**
 * TRAS_FIELD:
 * @Type: the record's struct
 * @member: its member, named as the column
 * @VALUE: what it holds, a #TrasValueType without its prefix
 * @bits: #TrasFieldFlags
 * @text: as on screen, marked with N_(), or %NULL
 * @...: further members of #TrasField, as designated initializers
 *
 * One line of a table of fields.
 */
#define TRAS_FIELD(Type, member, VALUE, bits, text, ...)                                           \
  { .name = #member, .label = (text), .type = TRAS_VALUE_##VALUE, .flags = (bits),                 \
    .offset = G_STRUCT_OFFSET (Type, member), __VA_ARGS__ }

const TrasField *tras_table_find_field  (const TrasTable  *table,
                                         const char       *name);
const TrasField *tras_table_get_name    (const TrasTable  *table);
const TrasField *tras_table_get_title   (const TrasTable  *table);
gboolean         tras_table_has_flag    (const TrasTable  *table,
                                         TrasFieldFlags    flag);

char            *tras_field_dup_header  (const TrasField  *field);
gboolean         tras_field_is_integral (const TrasField  *field);
guint            tras_field_get_digits  (const TrasField  *field);
const char      *tras_field_get_label   (const TrasField  *field);
const char      *tras_field_intern_word (const TrasField  *field,
                                         const char       *word);
const char      *tras_choice_get_label  (const TrasChoice *choices,
                                         const char       *word);

G_END_DECLS
