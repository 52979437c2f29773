/* tras-export-skills.c: what is missing of skills, and certificates, as CSV
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-export-private.h"
#include "tras-skill-board.h"

static const char *const gap_columns[] = {
  "person", "area", "role", "skill", "level", "held", "needed", "must", "expires_on", NULL,
};

static const char *const certificate_columns[] = {
  "person", "area", "role", "skill", "level", "marked_on", "expires_on", "how", "state", NULL,
};

static const char *const states[] = {
  [TRAS_CERTIFICATE_NONE] = "",
  [TRAS_CERTIFICATE_VALID] = "valid",
  [TRAS_CERTIFICATE_EXPIRING] = "expiring",
  [TRAS_CERTIFICATE_EXPIRED] = "expired",
};

static void
add_number (TrasExport *self,
            gint64      number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  tras_csv_writer_add_plain (self->writer, text);
}

static void
add_day (TrasExport *self,
         TrasDay     day)
{
  g_autofree char *text = tras_day_to_iso (day);

  tras_csv_writer_add_plain (self->writer, text);
}

/* The columns that both begin with. */
static void
add_spot (TrasExport          *self,
          TrasSkillBoard      *board,
          const TrasSkillSpot *spot)
{
  const TrasPost *post = spot->row->post;

  tras_csv_writer_add_text (self->writer, spot->row->person->name);
  tras_csv_writer_add_text (self->writer, post != NULL ? post->area_name : NULL);
  tras_csv_writer_add_text (self->writer, post != NULL ? post->role_name : NULL);
  tras_csv_writer_add_text (self->writer, TRAS_SKILL (board->skills->pdata[spot->skill])->name);
}

static void
add_gap (TrasExport          *self,
         const TrasSkillCell *cell)
{
  if (cell->level >= 0)
    add_number (self, cell->level);
  else
    tras_csv_writer_add_plain (self->writer, NULL);
  add_number (self, cell->held);
  add_number (self, cell->needed);
  add_number (self, cell->must);
  add_day (self, cell->expires_on);
}

static void
add_certificate (TrasExport          *self,
                 const TrasSkillCell *cell)
{
  add_number (self, cell->level);
  add_day (self, cell->marked_on);
  add_day (self, cell->expires_on);
  tras_csv_writer_add_text (self->writer, cell->how);
  tras_csv_writer_add_text (self->writer, states[cell->certificate]);
}

static gboolean
write_spots (TrasExport         *self,
             const char *const  *columns,
             TrasSkillBoard     *board,
             GArray             *spots,
             void              (*add) (TrasExport *self, const TrasSkillCell *cell),
             GError            **error)
{
  if (!tras_export_header (self, columns, error))
    return FALSE;

  for (guint i = 0; i < spots->len; i++)
    {
      const TrasSkillSpot *spot = &g_array_index (spots, TrasSkillSpot, i);

      add_spot (self, board, spot);
      add (self, tras_skill_spot_get_cell (spot));
      if (!tras_export_end_row (self, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * tras_export_skill_gaps:
 * @self: an export
 * @error: where to put the error
 *
 * Writes who cannot do what their role needs, on the day of the export.
 */
gboolean
tras_export_skill_gaps (TrasExport  *self,
                        GError     **error)
{
  g_autoptr (TrasSkillBoard) board =
    tras_skill_board_load (self->db, self->day, TRAS_SKILL_EVERYBODY, error);

  return board != NULL && write_spots (self, gap_columns, board, board->gaps, add_gap, error);
}

/**
 * tras_export_certificates:
 * @self: an export
 * @error: where to put the error
 *
 * Writes what expires, or has expired, of those who are here on the day of the export.
 */
gboolean
tras_export_certificates (TrasExport  *self,
                          GError     **error)
{
  g_autoptr (TrasSkillBoard) board =
    tras_skill_board_load (self->db, self->day, TRAS_SKILL_EVERYBODY, error);

  return board != NULL && write_spots (self, certificate_columns, board, board->certificates,
                                       add_certificate, error);
}
