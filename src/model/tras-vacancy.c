/* tras-vacancy.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-vacancy.h"

static const TrasChoice vacancy_reasons[] = {
  { "new", N_("New seat") },
  { "replace", N_("Replacement") },
  { NULL, NULL },
};

static const TrasChoice closing_reasons[] = {
  { "not-needed", N_("Not needed any more") },
  { "nobody", N_("Nobody suitable") },
  { "declined", N_("Those we wanted declined") },
  { "money", N_("No money for it") },
  { "other", NC_("vacancy", "Other"), "vacancy" },
  { NULL, NULL },
};

static const TrasChoice candidate_states[] = {
  { "new", N_("New") },
  { "interview", N_("Interview") },
  { "offer", N_("Offer") },
  { "hired", N_("Was hired") },
  { "rejected", N_("Rejected") },
  { "withdrew", N_("Withdrew") },
  { NULL, NULL },
};

static const TrasField vacancy_fields[] = {
  TRAS_FIELD (TrasVacancy, role_id, REFERENCE, TRAS_FIELD_REQUIRED, N_("Role"), .target = "role"),
  TRAS_FIELD (TrasVacancy, action_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Action"),
              .target = "action"),
  TRAS_FIELD (TrasVacancy, seats, INTEGER, TRAS_FIELD_REQUIRED | TRAS_FIELD_UNSIGNED,
              N_("Seats"), .initial = "1"),
  TRAS_FIELD (TrasVacancy, opened_on, DATE, TRAS_FIELD_REQUIRED, N_("Opened on")),
  TRAS_FIELD (TrasVacancy, needed_by, DATE, TRAS_FIELD_PLAIN, N_("Needed by")),
  TRAS_FIELD (TrasVacancy, closed_on, DATE, TRAS_FIELD_PLAIN, N_("Closed on")),
  TRAS_FIELD (TrasVacancy, why, CHOICE, TRAS_FIELD_PLAIN, N_("Why"), .choices = vacancy_reasons),
  TRAS_FIELD (TrasVacancy, cost, MONEY, TRAS_FIELD_REQUIRED | TRAS_FIELD_UNSIGNED,
              N_("Cost"), .initial = "0"),
  TRAS_FIELD (TrasVacancy, closed_why, CHOICE, TRAS_FIELD_PLAIN, N_("Why it was closed unfilled"),
              .choices = closing_reasons),
  TRAS_FIELD (TrasVacancy, role_name, TEXT, TRAS_FIELD_COMPUTED, N_("Role")),
  TRAS_FIELD (TrasVacancy, area_id, REFERENCE, TRAS_FIELD_COMPUTED, N_("Area"), .target = "area"),
  TRAS_FIELD (TrasVacancy, area_name, TEXT, TRAS_FIELD_COMPUTED, N_("Area")),
  TRAS_FIELD (TrasVacancy, action_title, TEXT, TRAS_FIELD_COMPUTED, N_("Action")),
  TRAS_FIELD (TrasVacancy, filled, INTEGER, TRAS_FIELD_COMPUTED, N_("Filled")),
};

static const TrasTable vacancy_table = {
  .name = "vacancy",
  .view = "vacancy_view",
  .kind = "vacancies",
  .singular = N_("Vacancy"),
  .plural = N_("Vacancies"),
  .fields = vacancy_fields,
  .n_fields = G_N_ELEMENTS (vacancy_fields),
};

TRAS_DEFINE_RECORD (TrasVacancy, tras_vacancy, &vacancy_table)

static const TrasField candidate_fields[] = {
  TRAS_FIELD (TrasCandidate, vacancy_id, REFERENCE, TRAS_FIELD_REQUIRED, N_("Vacancy"),
              .target = "vacancy"),
  TRAS_FIELD (TrasCandidate, name, TEXT, TRAS_FIELD_PERSONAL | TRAS_FIELD_IDENTIFIES, N_("Name")),
  TRAS_FIELD (TrasCandidate, contact, TEXT, TRAS_FIELD_PERSONAL | TRAS_FIELD_IDENTIFIES,
              N_("Contact")),
  TRAS_FIELD (TrasCandidate, origin, TEXT, TRAS_FIELD_PERSONAL, N_("Origin")),
  TRAS_FIELD (TrasCandidate, state, CHOICE, TRAS_FIELD_REQUIRED | TRAS_FIELD_PERSONAL, N_("State"),
              .choices = candidate_states, .initial = "new"),
  TRAS_FIELD (TrasCandidate, state_on, DATE, TRAS_FIELD_REQUIRED, N_("Since")),
  TRAS_FIELD (TrasCandidate, erase_on, DATE, TRAS_FIELD_REQUIRED, N_("Erase on")),
  TRAS_FIELD (TrasCandidate, person_id, REFERENCE, TRAS_FIELD_PERSONAL, N_("Person"),
              .target = "person"),
};

static const TrasTable candidate_table = {
  .name = "candidate",
  .kind = "candidates",
  .singular = N_("Candidate"),
  .plural = N_("Candidates"),
  .fields = candidate_fields,
  .n_fields = G_N_ELEMENTS (candidate_fields),
};

TRAS_DEFINE_RECORD (TrasCandidate, tras_candidate, &candidate_table)
