/* tras-skill-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-skill-words.h"

/**
 * tras_skill_words_dup_level:
 * @cell: a person in a skill
 * @format: how dates are written
 *
 * Returns: (transfer full): what they can do, without a full stop
 */
char *
tras_skill_words_dup_level (const TrasSkillCell    *cell,
                            const TrasNumberFormat *format)
{
  g_autofree char *expires = NULL;
  const char *name;

  g_return_val_if_fail (cell != NULL && format != NULL, NULL);

  if (cell->level < 0)
    return g_strdup (_("not marked yet"));

  name = tras_skill_get_level_name (cell->level);
  if (cell->certificate == TRAS_CERTIFICATE_NONE)
    /* Translators: a level from 0 to 4, and what somebody of that level can do */
    return g_strdup_printf (_("level %d (%s)"), cell->level, name);

  expires = tras_number_format_date_medium (format, cell->expires_on);
  if (cell->certificate == TRAS_CERTIFICATE_EXPIRED)
    return g_strdup_printf (_("level %d, expired on %s"), cell->level, expires);

  return g_strdup_printf (_("level %d (%s), expires on %s"), cell->level, name, expires);
}

/**
 * tras_skill_words_dup_need:
 * @cell: a person in a skill
 *
 * Returns: (transfer full): what their role needs, without a full stop
 */
char *
tras_skill_words_dup_need (const TrasSkillCell *cell)
{
  g_return_val_if_fail (cell != NULL, NULL);

  if (cell->needed == 0)
    return g_strdup (_("not needed"));
  if (cell->must)
    return g_strdup_printf (_("level %d needed, nobody works without it"), cell->needed);

  return g_strdup_printf (_("level %d needed"), cell->needed);
}

/**
 * tras_skill_words_dup_cell:
 * @board: a board
 * @row: a person
 * @skill: a place in the board
 * @format: how dates are written
 *
 * Returns: (transfer full): who, which skill, what they can do and what is needed
 */
char *
tras_skill_words_dup_cell (TrasSkillBoard         *board,
                           const TrasSkillRow     *row,
                           guint                   skill,
                           const TrasNumberFormat *format)
{
  const char *name;
  g_autofree char *level = NULL;
  g_autofree char *need = NULL;

  g_return_val_if_fail (board != NULL && row != NULL, NULL);
  g_return_val_if_fail (skill < board->skills->len, NULL);

  name = TRAS_SKILL (board->skills->pdata[skill])->name;
  level = tras_skill_words_dup_level (&row->cells[skill], format);
  need = tras_skill_words_dup_need (&row->cells[skill]);
  if (tras_skill_cell_get_gap (&row->cells[skill]) > 0)
    /* Translators: a person, a skill, the level they have, the level that is needed */
    return g_strdup_printf (_("%s, %s: a gap: %s; %s"), row->person->name, name, level, need);

  /* Translators: a person, a skill, the level they have, the level that is needed */
  return g_strdup_printf (_("%s, %s: %s; %s"), row->person->name, name, level, need);
}

/**
 * tras_skill_words_dup_gap:
 * @cell: a person in a skill, who lacks something
 *
 * Returns: (transfer full): how much, without a full stop
 */
char *
tras_skill_words_dup_gap (const TrasSkillCell *cell)
{
  g_return_val_if_fail (cell != NULL, NULL);

  if (cell->certificate == TRAS_CERTIFICATE_EXPIRED)
    return cell->must
             ? g_strdup_printf (_("expired, needs %d · nobody works without it"), cell->needed)
             : g_strdup_printf (_("expired, needs %d"), cell->needed);
  if (cell->must)
    /* Translators: two levels from 0 to 4 */
    return g_strdup_printf (_("has %d, needs %d · nobody works without it"), cell->held,
                            cell->needed);

  return g_strdup_printf (_("has %d, needs %d"), cell->held, cell->needed);
}

/**
 * tras_skill_words_dup_certificate:
 * @cell: a person in a skill that expires
 * @day: the day that it is seen from
 * @format: how dates are written
 *
 * Returns: (transfer full): how the certificate stands, without a full stop
 */
char *
tras_skill_words_dup_certificate (const TrasSkillCell    *cell,
                                  TrasDay                 day,
                                  const TrasNumberFormat *format)
{
  g_autofree char *expires = NULL;
  int left;

  g_return_val_if_fail (cell != NULL && format != NULL, NULL);
  g_return_val_if_fail (cell->expires_on != TRAS_DAY_NONE, NULL);

  expires = tras_number_format_date_medium (format, cell->expires_on);
  left = cell->expires_on - day;
  if (cell->certificate == TRAS_CERTIFICATE_EXPIRED)
    return g_strdup_printf (_("expired on %s"), expires);
  if (cell->certificate == TRAS_CERTIFICATE_VALID)
    return g_strdup_printf (_("valid until %s"), expires);
  if (left == 0)
    return g_strdup (_("expires today"));

  return g_strdup_printf (ngettext ("expires in %d day, on %s", "expires in %d days, on %s",
                                    (gulong) left),
                          left, expires);
}

/**
 * tras_skill_words_dup_cover:
 * @area: an area in a skill
 *
 * Returns: (transfer full): how many can do what is needed, without a full stop
 */
char *
tras_skill_words_dup_cover (const TrasSkillArea *area)
{
  g_return_val_if_fail (area != NULL, NULL);

  if (area->cover.n_reach == 0)
    return g_strdup (_("nobody reaches what is needed"));
  if (area->only != NULL)
    return g_strdup_printf (_("only %s reaches what is needed"), area->only->person->name);

  return g_strdup_printf (ngettext ("%u person reaches what is needed",
                                    "%u people reach what is needed", area->cover.n_reach),
                          area->cover.n_reach);
}
