/* tras-person.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-person.h"

static const TrasChoice left_whys[] = {
  { "resigned", N_("Resigned") },
  { "dismissed", N_("Dismissed") },
  { "retired", N_("Retired") },
  { "contract-end", N_("End of contract") },
  { "death", N_("Death") },
  { "other", N_("Other") },
  { NULL, NULL },
};

static const TrasChoice person_states[] = {
  { "here", N_("Works here") },
  { "left", N_("Has left") },
  { "erased", N_("Erased") },
  { NULL, NULL },
};

static const TrasField person_fields[] = {
  TRAS_FIELD (TrasPerson, code, TEXT, TRAS_FIELD_PERSONAL | TRAS_FIELD_ALIAS, N_("Code")),
  TRAS_FIELD (TrasPerson, name, TEXT,
              TRAS_FIELD_REQUIRED | TRAS_FIELD_PERSONAL | TRAS_FIELD_IDENTIFIES |
                TRAS_FIELD_NAME | TRAS_FIELD_FOLDED,
              N_("Name")),
  TRAS_FIELD (TrasPerson, email, TEXT,
              TRAS_FIELD_PERSONAL | TRAS_FIELD_IDENTIFIES | TRAS_FIELD_ALIAS, N_("E-mail")),
  TRAS_FIELD (TrasPerson, language, TEXT, TRAS_FIELD_PERSONAL, N_("Language")),
  TRAS_FIELD (TrasPerson, hired_on, DATE, TRAS_FIELD_REQUIRED | TRAS_FIELD_PERSONAL, N_("Hired")),
  TRAS_FIELD (TrasPerson, left_on, DATE, TRAS_FIELD_PERSONAL, N_("Left")),
  TRAS_FIELD (TrasPerson, left_why, CHOICE, TRAS_FIELD_PERSONAL, N_("Why they left"),
              .choices = left_whys),
  TRAS_FIELD (TrasPerson, erased_on, DATE, TRAS_FIELD_PERSONAL | TRAS_FIELD_INTERNAL, NULL),
  TRAS_FIELD (TrasPerson, role_id, REFERENCE, TRAS_FIELD_PERSONAL | TRAS_FIELD_COMPUTED, N_("Role"),
              .target = "role"),
  TRAS_FIELD (TrasPerson, role_name, TEXT, TRAS_FIELD_PERSONAL | TRAS_FIELD_COMPUTED, N_("Role")),
  TRAS_FIELD (TrasPerson, area_id, REFERENCE, TRAS_FIELD_PERSONAL | TRAS_FIELD_COMPUTED, N_("Area"),
              .target = "area"),
  TRAS_FIELD (TrasPerson, area_name, TEXT, TRAS_FIELD_PERSONAL | TRAS_FIELD_COMPUTED, N_("Area")),
  TRAS_FIELD (TrasPerson, state, CHOICE, TRAS_FIELD_PERSONAL | TRAS_FIELD_COMPUTED, N_("State"),
              .choices = person_states),
};

static const TrasTable person_table = {
  .name = "person",
  .view = "person_view",
  .kind = "people",
  .singular = N_("Person"),
  .plural = N_("People"),
  .fields = person_fields,
  .n_fields = G_N_ELEMENTS (person_fields),
};

TRAS_DEFINE_RECORD (TrasPerson, tras_person, &person_table)

static const TrasField post_fields[] = {
  TRAS_FIELD (TrasPost, person_id, REFERENCE, TRAS_FIELD_REQUIRED | TRAS_FIELD_PERSONAL,
              N_("Person"), .target = "person"),
  TRAS_FIELD (TrasPost, role_id, REFERENCE, TRAS_FIELD_REQUIRED | TRAS_FIELD_PERSONAL, N_("Role"),
              .target = "role"),
  TRAS_FIELD (TrasPost, from_on, DATE, TRAS_FIELD_REQUIRED | TRAS_FIELD_PERSONAL, N_("From")),
  TRAS_FIELD (TrasPost, to_on, DATE, TRAS_FIELD_PERSONAL, N_("To")),
  TRAS_FIELD (TrasPost, week_minutes, INTEGER,
              TRAS_FIELD_REQUIRED | TRAS_FIELD_PERSONAL | TRAS_FIELD_HOURS | TRAS_FIELD_UNSIGNED,
              N_("Hours a week"), .initial = "2400"),
  TRAS_FIELD (TrasPost, hour_cost, MONEY, TRAS_FIELD_PERSONAL, N_("Cost of an hour")),
  TRAS_FIELD (TrasPost, person_name, TEXT, TRAS_FIELD_PERSONAL | TRAS_FIELD_COMPUTED, N_("Person")),
  TRAS_FIELD (TrasPost, role_name, TEXT, TRAS_FIELD_PERSONAL | TRAS_FIELD_COMPUTED, N_("Role")),
  TRAS_FIELD (TrasPost, area_name, TEXT, TRAS_FIELD_PERSONAL | TRAS_FIELD_COMPUTED, N_("Area")),
};

static const TrasTable post_table = {
  .name = "post",
  .view = "post_view",
  .kind = "posts",
  .singular = N_("Post"),
  .plural = N_("Posts"),
  .fields = post_fields,
  .n_fields = G_N_ELEMENTS (post_fields),
};

TRAS_DEFINE_RECORD (TrasPost, tras_post, &post_table)

/**
 * tras_post_get_hour_cost:
 *
 * Returns: (transfer none): the field that says what an hour of somebody's work costs, which the
 *   firm may show to few
 */
const TrasField *
tras_post_get_hour_cost (void)
{
  return tras_table_find_field (&post_table, "hour_cost");
}
