/* tras-csv-guess.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tras-csv-guess.h"
#include "tras-error.h"

/* How much of a file shows which character separates its cells. Unlike dates and numbers, rows do
 * not change their shape further down. */
#define DELIMITER_SAMPLE (1024 * 1024)

/* A column is of a type when at least nine of ten values are; the others are misfits. */
#define FITS(n, total) ((n) > 0 && (guint64) (n) * 10 >= (guint64) (total) * 9)

/* A separator that is nearly as good as the best, and rarer within cells, is the better guess. */
#define GOOD_AS_BEST 0.9

/* The shortest date is 1/1/26; no date is longer than with the time of day behind it. */
#define DATE_TEXT_MIN 6
#define DATE_TEXT_MAX 40

/* The ways to write a number. Of those that fit equally well the first is taken. */
static const TrasDecimalMarks ways[] =
{
  { ".", ",", "-", 3, 3, 4 },
  { ",", ".", "-", 3, 3, 4 },
  { ".", " ", "-", 3, 3, 4 },
  { ",", " ", "-", 3, 3, 4 },
  { ".", "'", "-", 3, 3, 4 },
};

#define N_WAYS G_N_ELEMENTS (ways)

/* Of orders that fit equally well the first is taken: two digits for the year are rarely written
 * first, and more people write the day first than the month. */
static const TrasDateOrder orders[] =
{
  TRAS_DATE_ORDER_DMY, TRAS_DATE_ORDER_MDY, TRAS_DATE_ORDER_YMD,
};

#define N_ORDERS G_N_ELEMENTS (orders)

/* Which character separates cells. A comma comes last: it also stands within numbers, and then all
 * rows may happen to have as many commas as separators. */
static const char delimiters[] = { '\t', ';', '|', ',' };

/* A shorter cell's shape is remembered. */
#define SHAPE_MAX 16

/* What a cell is, as far as it is a number: the ways that read it, as bits, and what else is seen
 * with each of them. */
typedef struct
{
  guint    ways;
  guint    n_fraction[N_WAYS];
  guint    decimals[N_WAYS];
  gboolean percent;
} Reading;

/* A text in which every digit is a 1, but for a 0 in front: what decides how a number reads; and
 * how many cells had it that were not tallied yet. */
typedef struct
{
  char    text[SHAPE_MAX];
  Reading reading;
  guint   n;
} Shape;

/* What was found in the cells of a column. Plain numbers are those that all ways read alike;
 * @n_only counts the others that are numbers with only one decimal mark, point or comma. A conflict
 * is a number that two ways read as two values. */
typedef struct
{
  guint    n_values;
  guint    n_plain;
  guint    n_way[N_WAYS];
  guint    n_only[2];
  guint    decimals[N_WAYS];
  gboolean conflict;
  gboolean percent;
  guint    n_year_first;
  guint    n_order[N_ORDERS];
  Shape    shapes[SHAPE_MAX];  /* the last one of each length */
} Tally;

typedef struct
{
  TrasDecimalMarks ways[N_WAYS];
  gsize            n_ways;
  TrasDateOrder    orders[N_ORDERS];
  gsize            n_orders;
  GArray          *tallies;
} Guess;

static gboolean
has_comma (const TrasDecimalMarks *way)
{
  return *way->decimal == ',';
}

/* Numbers and dates begin with a digit, a sign, a mark or a space. */
static gboolean
is_word (const char *text)
{
  return g_ascii_isalpha (*text);
}

/* Nothing but digits and an ASCII sign, which is most cells and needs no further look. */
static gboolean
is_plain_number (const char *text,
                 gsize       length)
{
  gsize i = *text == '-' || *text == '+';

  if (i == length || length > 18)
    return FALSE;
  for (; i < length; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;

  return TRUE;
}

static TrasDay
parse_day (const char    *text,
           gsize          length,
           TrasDateOrder  order)
{
  char copy[DATE_TEXT_MAX];
  TrasDay day;

  if (length >= sizeof copy)
    return TRAS_DAY_NONE;

  memcpy (copy, text, length);
  copy[length] = '\0';
  day = length == TRAS_DAY_ISO_SIZE - 1 ? tras_day_from_iso (copy) : TRAS_DAY_NONE;
  if (day != TRAS_DAY_NONE)
    return day;
  g_strstrip (copy);
  day = tras_day_parse (copy, order);

  return day != TRAS_DAY_NONE ? day : tras_day_parse_iso_week (copy);
}

/**
 * tras_csv_column_parse_day:
 * @column: a column
 * @text: a cell's text
 * @length: its bytes
 *
 * Returns: the day that a cell names in the column's order, or the Monday of the ISO week that it
 *   names; %TRAS_DAY_NONE for anything else
 */
TrasDay
tras_csv_column_parse_day (const TrasCsvColumn *column,
                           const char          *text,
                           gsize                length)
{
  g_return_val_if_fail (column != NULL, TRAS_DAY_NONE);
  g_return_val_if_fail (text != NULL || length == 0, TRAS_DAY_NONE);

  return length > 0 ? parse_day (text, length, column->date_order) : TRAS_DAY_NONE;
}

/* YYYY-MM-DD as to its shape, which most dates in files have. */
static gboolean
is_iso_date (const char *text,
             gsize       length)
{
  if (length != 10 || text[4] != '-' || text[7] != '-')
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (i != 4 && i != 7 && !g_ascii_isdigit (text[i]))
      return FALSE;

  return TRUE;
}

static void
tally_date (const Guess *guess,
            Tally       *tally,
            const char  *text,
            gsize        length)
{
  gsize n_digits = 0;

  for (; length > 0 && *text == ' '; length--)
    text++;
  while (n_digits < length && g_ascii_isdigit (text[n_digits]))
    n_digits++;
  if (length < DATE_TEXT_MIN || length >= DATE_TEXT_MAX || n_digits == 0 || n_digits > 4 ||
      strchr ("/.- ", text[n_digits]) == NULL)
    return;

  if (n_digits < 4)
    for (gsize i = 0; i < guess->n_orders; i++)
      tally->n_order[i] += parse_day (text, length, guess->orders[i]) != TRAS_DAY_NONE;
  else if (parse_day (text, length, TRAS_DATE_ORDER_YMD) != TRAS_DAY_NONE)
    tally->n_year_first++;
}

static void
read_number (const Guess       *guess,
             const TrasCsvCell *cell,
             Reading           *reading)
{
  *reading = (Reading) { 0 };
  for (gsize i = 0; i < guess->n_ways; i++)
    {
      TrasDecimalScan scan;

      if (!tras_decimal_scan (cell->text, (gssize) cell->length, &guess->ways[i], &scan))
        continue;

      reading->ways |= 1u << i;
      reading->n_fraction[i] = scan.n_fraction;
      reading->decimals[i] = scan.exponent == 0 ? scan.n_fraction : 0;
      reading->percent |= scan.percent;
    }
}

/* FALSE for a text with a letter, which may be an exponent, and for one that is too long. */
static gboolean
find_shape (const TrasCsvCell *cell,
            char              *shape)
{
  gboolean first = TRUE;

  if (cell->length >= SHAPE_MAX)
    return FALSE;

  for (gsize i = 0; i < cell->length; i++)
    {
      char c = cell->text[i];

      if (g_ascii_isalpha (c))
        return FALSE;
      if (g_ascii_isdigit (c))
        {
          shape[i] = first && c == '0' ? '0' : '1';
          first = FALSE;
        }
      else
        shape[i] = c;
    }

  return TRUE;
}

/* Adds up what @n cells come to that read alike. */
static void
tally_reading (const Guess   *guess,
               Tally         *tally,
               const Reading *reading,
               guint          n)
{
  gboolean fits[2] = { FALSE, FALSE };
  guint n_fraction = 0;
  guint n_fits = 0;

  for (gsize i = 0; reading->ways != 0 && i < guess->n_ways; i++)
    {
      if ((reading->ways & 1u << i) == 0)
        continue;

      tally->n_way[i] += n;
      tally->decimals[i] = MAX (tally->decimals[i], reading->decimals[i]);
      tally->conflict |= n_fits > 0 && reading->n_fraction[i] != n_fraction;
      n_fraction = reading->n_fraction[i];
      n_fits++;
      fits[has_comma (&guess->ways[i])] = TRUE;
    }
  tally->percent |= reading->percent;

  if (fits[FALSE] != fits[TRUE])
    tally->n_only[fits[TRUE]] += n;
}

static void
tally_shape (const Guess *guess,
             Tally       *tally,
             Shape       *shape)
{
  if (shape->n > 0)
    tally_reading (guess, tally, &shape->reading, shape->n);
  shape->n = 0;
}

static void
tally_shapes (const Guess *guess,
              Tally       *tally)
{
  for (gsize i = 0; i < SHAPE_MAX; i++)
    tally_shape (guess, tally, &tally->shapes[i]);
}

/* A column has few shapes of numbers, and to scan one in all ways takes as long as all the rest:
 * they are counted. FALSE where the cell is no number in any way. */
static gboolean
tally_number (const Guess       *guess,
              Tally             *tally,
              const TrasCsvCell *cell)
{
  char text[SHAPE_MAX] = { 0 };
  Shape *shape;

  if (!find_shape (cell, text))
    {
      Reading reading;

      read_number (guess, cell, &reading);
      tally_reading (guess, tally, &reading, 1);
      return reading.ways != 0;
    }

  shape = &tally->shapes[cell->length];
  if (memcmp (shape->text, text, SHAPE_MAX) != 0)
    {
      tally_shape (guess, tally, shape);
      memcpy (shape->text, text, SHAPE_MAX);
      read_number (guess, cell, &shape->reading);
    }
  shape->n++;

  return shape->reading.ways != 0;
}

/* Numbers come in with tally_shapes(). */
static void
tally_cell (const Guess       *guess,
            Tally             *tally,
            const TrasCsvCell *cell)
{
  if (cell->length == 0)
    return;

  tally->n_values++;
  if (is_word (cell->text))
    return;
  if (is_iso_date (cell->text, cell->length))
    tally->n_year_first++;
  else if (is_plain_number (cell->text, cell->length))
    tally->n_plain++;
  else if (!tally_number (guess, tally, cell))
    tally_date (guess, tally, cell->text, cell->length);
}

/* The place of the largest; the first of several. */
static gsize
most (const guint *n,
      gsize        length)
{
  gsize best = 0;

  for (gsize i = 1; i < length; i++)
    if (n[i] > n[best])
      best = i;

  return best;
}

/* How well @delimiter splits a text: the part of its rows that are as wide as the first. */
static double
rate_delimiter (GBytes   *text,
                char      delimiter,
                gboolean  cut)
{
  g_autoptr (TrasCsvReader) reader = tras_csv_reader_new (text, delimiter, TRAS_CSV_READER_RAW);
  g_autoptr (GError) error = NULL;
  const TrasCsvRow *row;
  guint n_first = 0, n_rows = 0, n_same = 0;

  while ((row = tras_csv_reader_next (reader, &error)) != NULL)
    {
      if (n_rows++ == 0)
        n_first = row->n_cells;
      n_same += row->n_cells == n_first;
    }

  if (n_first < 2)
    return 0;

  return (error != NULL && !cut ? 0.5 : 1.0) * n_same / n_rows;
}

static char
guess_delimiter (GBytes *text)
{
  const char *data;
  gsize length;
  g_autoptr (GBytes) sample = NULL;
  double rates[G_N_ELEMENTS (delimiters)];
  double best = 0;
  gboolean cut;

  data = g_bytes_get_data (text, &length);
  cut = length > DELIMITER_SAMPLE;
  if (cut)
    for (length = DELIMITER_SAMPLE; length > DELIMITER_SAMPLE / 2; length--)
      if (data[length - 1] == '\n' || data[length - 1] == '\r')
        break;
  sample = g_bytes_new_from_bytes (text, 0, length);

  for (gsize i = 0; i < G_N_ELEMENTS (delimiters); i++)
    {
      rates[i] = rate_delimiter (sample, delimiters[i], cut);
      best = MAX (best, rates[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (delimiters); i++)
    if (best > 0 && rates[i] >= best * GOOD_AS_BEST)
      return delimiters[i];

  return ',';
}

static void
take_overrides (Guess                  *guess,
                const TrasCsvOverrides *overrides)
{
  const char *decimal = g_intern_string (overrides->decimal);
  const char *group = g_intern_string (overrides->group);

  for (gsize i = 0; i < N_WAYS; i++)
    {
      TrasDecimalMarks way = ways[i];

      /* A given group mark leaves one way for each decimal mark, and the first two have them. */
      if (group != NULL)
        {
          if (i > 1 || strcmp (group, way.decimal) == 0)
            continue;
          way.group = group;
        }
      if (decimal == NULL || strcmp (decimal, way.decimal) == 0)
        guess->ways[guess->n_ways++] = way;
    }

  if (guess->n_ways == 0)
    {
      guess->ways[0] = tras_decimal_plain;
      guess->ways[0].decimal = decimal;
      if (group != NULL && strcmp (group, decimal) != 0)
        guess->ways[0].group = group;
      guess->n_ways = 1;
    }

  for (gsize i = 0; i < N_ORDERS; i++)
    if (overrides->date_order < 0 || overrides->date_order == (int) orders[i])
      guess->orders[guess->n_orders++] = orders[i];
}

static gboolean
is_header (const Guess      *guess,
           const TrasCsvRow *row)
{
  guint n_values = 0;

  for (guint i = 0; i < row->n_cells; i++)
    {
      Tally tally = { 0 };

      tally_cell (guess, &tally, &row->cells[i]);
      tally_shapes (guess, &tally);
      n_values += tally.n_values;
      if (tally.n_plain > 0 || tally.n_way[most (tally.n_way, N_WAYS)] > 0 ||
          tally.n_year_first > 0 || tally.n_order[most (tally.n_order, N_ORDERS)] > 0)
        return FALSE;
    }

  return n_values > 0;
}

static gboolean
ends_empty (const TrasCsvRow *row)
{
  const TrasCsvCell *last = &row->cells[row->n_cells - 1];

  return row->n_cells > 1 && last->length == 0 && !last->quoted;
}

static void
tally_row (const Guess      *guess,
           const TrasCsvRow *row)
{
  for (guint i = 0; i < row->n_cells && i < guess->tallies->len; i++)
    tally_cell (guess, &g_array_index (guess->tallies, Tally, i), &row->cells[i]);
}

/* Reads all rows once. */
static gboolean
tally_rows (TrasCsvDialect  *self,
            const Guess     *guess,
            int              header,
            GError         **error)
{
  g_autoptr (TrasCsvReader) reader = tras_csv_reader_new (self->text, self->delimiter,
                                                          TRAS_CSV_READER_NONE);
  g_autoptr (GError) local_error = NULL;
  const TrasCsvRow *row;
  guint n_trailing = 0, n_same = 0;
  gboolean first_ends_empty = FALSE;

  while ((row = tras_csv_reader_next (reader, &local_error)) != NULL)
    {
      if (tras_csv_row_is_empty (row))
        continue;

      if (self->columns == NULL)
        {
          self->n_columns = row->n_cells;
          self->columns = g_new0 (TrasCsvColumn, row->n_cells);
          g_array_set_size (guess->tallies, row->n_cells);
          first_ends_empty = ends_empty (row);
          self->header = header >= 0 ? header : is_header (guess, row);
          if (self->header)
            {
              for (guint i = 0; i < row->n_cells; i++)
                self->columns[i].name = g_strstrip (tras_csv_cell_dup_text (&row->cells[i]));
              continue;
            }
        }

      self->n_rows++;
      n_same += row->n_cells == self->n_columns;
      n_trailing += ends_empty (row) &&
                    row->n_cells == self->n_columns + (first_ends_empty ? 0 : 1);
      tally_row (guess, row);
    }

  for (guint i = 0; i < guess->tallies->len; i++)
    tally_shapes (guess, &g_array_index (guess->tallies, Tally, i));

  if (local_error == NULL && self->columns == NULL)
    g_set_error (&local_error, TRAS_ERROR, TRAS_ERROR_INVALID, _("There is nothing in the file"));
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  self->trailing = n_trailing == self->n_rows && (self->n_rows > 0 || first_ends_empty);
  self->n_ragged = self->n_rows - (self->trailing ? n_trailing : n_same);
  if (self->trailing && first_ends_empty)
    {
      self->n_columns--;
      g_free (self->columns[self->n_columns].name);
    }

  return TRUE;
}

static void
decide_column (TrasCsvColumn *column,
               const Guess   *guess,
               const Tally   *tally,
               gboolean       comma,
               gboolean       comma_known,
               TrasDateOrder  order,
               gboolean       order_known)
{
  gsize way = 0, best_order = 0;
  guint n_numbers, n_dates, n_other;

  /* What the whole file speaks for decides where the column itself does not. */
  for (gsize i = 1; i < guess->n_ways; i++)
    if (tally->n_way[i] > tally->n_way[way] ||
        (tally->n_way[i] == tally->n_way[way] && has_comma (&guess->ways[i]) == comma &&
         has_comma (&guess->ways[way]) != comma))
      way = i;
  for (gsize i = 1; i < guess->n_orders; i++)
    if (tally->n_order[i] > tally->n_order[best_order] ||
        (tally->n_order[i] == tally->n_order[best_order] && guess->orders[i] == order &&
         guess->orders[best_order] != order))
      best_order = i;

  n_numbers = tally->n_plain + tally->n_way[way];
  n_dates = tally->n_year_first + tally->n_order[best_order];
  column->n_values = tally->n_values;
  column->marks = guess->ways[way];
  column->date_order = tally->n_order[best_order] == 0 && tally->n_year_first > 0
                       ? TRAS_DATE_ORDER_YMD : guess->orders[best_order];

  if (tally->n_values == 0)
    column->type = TRAS_CSV_EMPTY;
  else if (FITS (n_numbers, tally->n_values))
    {
      column->type = TRAS_CSV_NUMBER;
      column->n_misfits = tally->n_values - n_numbers;
      column->decimals = tally->decimals[way];
      column->percent = tally->percent;
      for (gsize i = 0; i < guess->n_ways; i++)
        column->marks_ambiguous |= !comma_known && tally->conflict &&
                                   tally->n_way[i] == tally->n_way[way] &&
                                   has_comma (&guess->ways[i]) != has_comma (&guess->ways[way]);
    }
  else if (FITS (n_dates, tally->n_values))
    {
      column->type = TRAS_CSV_DATE;
      column->n_misfits = tally->n_values - n_dates;
      n_other = 0;
      for (gsize i = 0; i < guess->n_orders; i++)
        if (i != best_order && guess->orders[i] != TRAS_DATE_ORDER_YMD)
          n_other = MAX (n_other, tally->n_order[i]);
      column->order_ambiguous = !order_known && n_other > 0 &&
                                n_other == tally->n_order[best_order];
    }
  else
    column->type = TRAS_CSV_TEXT;
}

static void
decide (TrasCsvDialect *self,
        const Guess    *guess)
{
  guint n_only[2] = { 0, 0 };
  guint n_order[N_ORDERS] = { 0 };
  gboolean comma, comma_known, order_known;
  gsize order;

  for (guint i = 0; i < self->n_columns; i++)
    {
      const Tally *tally = &g_array_index (guess->tallies, Tally, i);

      /* Times and codes in a column of text say nothing of its numbers. */
      if (!FITS (tally->n_plain + tally->n_way[most (tally->n_way, N_WAYS)], tally->n_values) &&
          !FITS (tally->n_year_first + tally->n_order[most (tally->n_order, N_ORDERS)],
                 tally->n_values))
        continue;
      n_only[FALSE] += tally->n_only[FALSE];
      n_only[TRUE] += tally->n_only[TRUE];
      for (gsize j = 0; j < guess->n_orders; j++)
        n_order[j] += tally->n_order[j];
    }

  comma_known = n_only[FALSE] != n_only[TRUE];
  comma = comma_known ? n_only[TRUE] > n_only[FALSE] : self->delimiter == ';';
  order = most (n_order, guess->n_orders);
  order_known = TRUE;
  for (gsize i = 0; i < guess->n_orders; i++)
    order_known &= i == order || guess->orders[i] == TRAS_DATE_ORDER_YMD ||
                   n_order[i] < n_order[order];

  for (guint i = 0; i < self->n_columns; i++)
    decide_column (&self->columns[i], guess, &g_array_index (guess->tallies, Tally, i),
                   comma, comma_known, guess->orders[order], order_known);
}

/**
 * tras_csv_dialect_guess:
 * @bytes: a file's content
 * @overrides: (nullable): what is known already
 * @error: %TRAS_ERROR_INVALID: an unknown encoding or delimiter, what tras_csv_decode() and
 *   tras_csv_reader_next() refuse, or a file with nothing in it
 *
 * Finds out how a file is written, from all of it: a date like 13/01/2026 far down tells the order
 * of all dates. Where columns differ each keeps its own marks and order; where a column does not
 * tell, the other columns do.
 *
 * Returns: (transfer full) (nullable): the dialect
 */
TrasCsvDialect *
tras_csv_dialect_guess (GBytes                  *bytes,
                        const TrasCsvOverrides  *overrides,
                        GError                 **error)
{
  static const TrasCsvOverrides none = TRAS_CSV_GUESS_ALL;
  g_autoptr (TrasCsvDialect) self = NULL;
  g_autoptr (GArray) tallies = g_array_new (FALSE, TRUE, sizeof (Tally));
  Guess guess = { .tallies = tallies };

  g_return_val_if_fail (bytes != NULL, NULL);

  if (overrides == NULL)
    overrides = &none;

  self = g_new0 (TrasCsvDialect, 1);
  self->encoding = tras_csv_guess_encoding (bytes);
  if (overrides->encoding != NULL &&
      !tras_csv_encoding_from_name (overrides->encoding, &self->encoding))
    {
      g_set_error (error, TRAS_ERROR, TRAS_ERROR_INVALID, _("The encoding “%s” is not known"),
                   overrides->encoding);
      return NULL;
    }
  if (overrides->delimiter != 0 &&
      (overrides->delimiter < 0 || strchr ("\"\r\n", overrides->delimiter) != NULL))
    {
      g_set_error (error, TRAS_ERROR, TRAS_ERROR_INVALID,
                   _("This character cannot separate cells"));
      return NULL;
    }

  self->text = tras_csv_decode (bytes, self->encoding, error);
  if (self->text == NULL)
    return NULL;

  take_overrides (&guess, overrides);
  self->delimiter = overrides->delimiter != 0 ? overrides->delimiter : guess_delimiter (self->text);
  if (!tally_rows (self, &guess, overrides->header, error))
    return NULL;
  decide (self, &guess);

  return g_steal_pointer (&self);
}

/**
 * tras_csv_dialect_free:
 * @self: a dialect
 */
void
tras_csv_dialect_free (TrasCsvDialect *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    g_free (self->columns[i].name);
  g_free (self->columns);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_free (self);
}

/**
 * tras_csv_dialect_open:
 * @self: a dialect
 *
 * Rows in which nothing stands are returned like others; tras_csv_row_is_empty() knows them.
 *
 * Returns: (transfer full): a reader before the first row below the header
 */
TrasCsvReader *
tras_csv_dialect_open (const TrasCsvDialect *self)
{
  TrasCsvReader *reader;
  const TrasCsvRow *row;

  g_return_val_if_fail (self != NULL, NULL);

  reader = tras_csv_reader_new (self->text, self->delimiter,
                                self->trailing ? TRAS_CSV_READER_TRAILING
                                               : TRAS_CSV_READER_NONE);
  if (self->header)
    do
      row = tras_csv_reader_next (reader, NULL);
    while (row != NULL && tras_csv_row_is_empty (row));

  return reader;
}

/**
 * tras_csv_dialect_find:
 * @self: a dialect
 * @name: a column's name; case does not count
 *
 * Returns: the first column of that name, or -1
 */
int
tras_csv_dialect_find (const TrasCsvDialect *self,
                       const char           *name)
{
  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (name != NULL, -1);

  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].name != NULL && g_ascii_strcasecmp (self->columns[i].name, name) == 0)
      return (int) i;

  return -1;
}

static const char *
describe_delimiter (char delimiter)
{
  switch (delimiter)
    {
    case ',':
      return _("Cells are separated by commas, the text is in %s.");
    case ';':
      return _("Cells are separated by semicolons, the text is in %s.");
    case '\t':
      return _("Cells are separated by tabs, the text is in %s.");
    case '|':
      return _("Cells are separated by bars, the text is in %s.");
    default:
      return _("Cells are separated by a character that was given, the text is in %s.");
    }
}

static const char *
describe_order (const TrasCsvColumn *column)
{
  switch (column->date_order)
    {
    case TRAS_DATE_ORDER_DMY:
      return column->order_ambiguous
             ? _("Dates are taken to be day, month, year; they could be month, day, year.")
             : _("Dates are day, month, year.");
    case TRAS_DATE_ORDER_MDY:
      return column->order_ambiguous
             ? _("Dates are taken to be month, day, year; they could be day, month, year.")
             : _("Dates are month, day, year.");
    case TRAS_DATE_ORDER_YMD:
      return _("Dates are year, month, day.");
    default:
      g_return_val_if_reached ("");
    }
}

/* One sentence; the place of a number or a name in it is %s. */
static void
add_sentence (GPtrArray  *sentences,
              const char *pattern,
              const char *word)
{
  g_auto (GStrv) parts = g_strsplit (pattern, "%s", 2);
  g_autofree char *sentence = g_strjoinv (word != NULL ? word : "", parts);

  if (!g_ptr_array_find_with_equal_func (sentences, sentence, g_str_equal, NULL))
    g_ptr_array_add (sentences, g_steal_pointer (&sentence));
}

/**
 * tras_csv_dialect_describe:
 * @self: a dialect
 *
 * Returns: (transfer full): what was found out, in sentences for people. Where columns differ in
 *   how they write numbers or dates there is a sentence for each way
 */
char *
tras_csv_dialect_describe (const TrasCsvDialect *self)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (self != NULL, NULL);

  add_sentence (sentences, describe_delimiter (self->delimiter),
                tras_csv_encoding_get_name (self->encoding));
  add_sentence (sentences, self->header ? _("The first row names the columns.")
                                        : _("No row names the columns."), NULL);

  for (guint i = 0; i < self->n_columns; i++)
    {
      const TrasCsvColumn *column = &self->columns[i];

      if (column->type == TRAS_CSV_NUMBER)
        {
          g_autofree char *example = tras_decimal_format (123456, 2, &column->marks);

          add_sentence (sentences,
                        column->marks_ambiguous
                        ? _("Numbers are taken to be written like %s; nothing tells for certain.")
                        : _("Numbers are written like %s."), example);
        }
      else if (column->type == TRAS_CSV_DATE)
        add_sentence (sentences, describe_order (column), NULL);
    }

  if (self->n_ragged > 0)
    {
      g_autofree char *n = g_strdup_printf ("%u", self->n_ragged);

      add_sentence (sentences, g_dngettext (GETTEXT_PACKAGE,
                                            "%s row is not as wide as the first.",
                                            "%s rows are not as wide as the first.",
                                            self->n_ragged), n);
    }

  g_ptr_array_add (sentences, NULL);

  return g_strjoinv (" ", (char **) sentences->pdata);
}
