/* test-cell-block.c: what LibreOffice and Excel put on the clipboard
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tras-cell-block.h"

/* Cells in | |, rows in lines. */
static char *
dup_picture (const char *text)
{
  g_autoptr (GPtrArray) rows = tras_cell_block_parse (text);
  GString *picture = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *row = g_strjoinv ("|", rows->pdata[i]);

      g_string_append_printf (picture, "|%s|\n", row);
    }

  return g_string_free (picture, FALSE);
}

static void
test_vectors (void)
{
  static const struct
  {
    const char *text;
    const char *picture;
  } cases[] = {
    { "", "" },
    { "1", "|1|\n" },
    { "1\n", "|1|\n" },
    { "1\r\n2\r\n", "|1|\n|2|\n" },
    { "1\r2", "|1|\n|2|\n" },
    { "1\t2\n3\t4\n", "|1|2|\n|3|4|\n" },
    /* An empty cell keeps its place. */
    { "1\n\n3\n", "|1|\n||\n|3|\n" },
    { "\n", "||\n" },
    { "\t\t5", "|||5|\n" },
    { "1\t\n", "|1||\n" },
    /* Quotes around what would part cells, and quotes that are none. */
    { "\"1\n2\"\t3", "|1\n2|3|\n" },
    { "\"say \"\"7\"\"\"\t8\n", "|say \"7\"|8|\n" },
    { "\"\"\n5", "||\n|5|\n" },
    { "5\"\t6", "|5\"|6|\n" },
    { "\"5\t6", "|\"5|6|\n" },
    { "\"5\" or so\t6", "|\"5\" or so|6|\n" },
    { "\"", "|\"|\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *picture = dup_picture (cases[i].text);

      g_assert_cmpstr (picture, ==, cases[i].picture);
    }
}

static void
append_cell (GString    *text,
             const char *cell)
{
  if (strpbrk (cell, "\t\r\n\"") == NULL)
    {
      g_string_append (text, cell);
      return;
    }

  g_string_append_c (text, '"');
  for (; *cell != '\0'; cell++)
    {
      if (*cell == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *cell);
    }
  g_string_append_c (text, '"');
}

/* Whatever stands in the cells comes back, cell by cell. */
static void
test_round_trip (void)
{
  static const char letters[] = "12,. %-\t\r\n\"a";
  static const char *const ends[] = { "\n", "\r\n", "\r" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);

  for (guint round = 0; round < 2000; round++)
    {
      const char *end = ends[round % G_N_ELEMENTS (ends)];
      guint n_rows = (guint) g_rand_int_range (rand, 1, 6);
      guint n_cells = (guint) g_rand_int_range (rand, 1, 5);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) rows = NULL;

      for (guint i = 0; i < n_rows * n_cells; i++)
        {
          char cell[6] = "";
          guint length = (guint) g_rand_int_range (rand, 0, sizeof cell);

          for (guint j = 0; j < length; j++)
            cell[j] = letters[g_rand_int_range (rand, 0, sizeof letters - 1)];
          append_cell (text, cell);
          g_string_append (text, (i + 1) % n_cells == 0 ? end : "\t");
          g_ptr_array_add (wanted, g_strdup (cell));
        }

      rows = tras_cell_block_parse (text->str);
      g_assert_cmpuint (rows->len, ==, n_rows);
      for (guint i = 0; i < n_rows; i++)
        {
          const char *const *cells = rows->pdata[i];

          g_assert_cmpuint (g_strv_length ((char **) cells), ==, n_cells);
          for (guint j = 0; j < n_cells; j++)
            g_assert_cmpstr (cells[j], ==, wanted->pdata[i * n_cells + j]);
        }
    }
}

/* Bytes at random are cells too. */
static void
test_anything (void)
{
  static const char letters[] = "1\t\r\n\"";
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);

  for (guint round = 0; round < 5000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GPtrArray) rows = NULL;
      guint wanted = 0, found = 0;

      for (int i = g_rand_int_range (rand, 0, 12); i > 0; i--)
        g_string_append_c (text, letters[g_rand_int_range (rand, 0, sizeof letters - 1)]);
      rows = tras_cell_block_parse (text->str);
      for (const char *at = text->str; *at != '\0'; at++)
        wanted += *at == '1';
      for (guint i = 0; i < rows->len; i++)
        {
          for (char **cell = rows->pdata[i]; *cell != NULL; cell++)
            {
              for (const char *at = *cell; *at != '\0'; at++)
                found += *at == '1';
            }
        }
      g_assert_cmpuint (found, ==, wanted);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cell-block/vectors", test_vectors);
  g_test_add_func ("/cell-block/round-trip", test_round_trip);
  g_test_add_func ("/cell-block/anything", test_anything);

  return g_test_run ();
}
