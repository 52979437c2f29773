/* tras-tables.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-absence.h"
#include "tras-action.h"
#include "tras-area.h"
#include "tras-decision.h"
#include "tras-deviation.h"
#include "tras-experiment.h"
#include "tras-firm.h"
#include "tras-goal-check.h"
#include "tras-goal.h"
#include "tras-holiday.h"
#include "tras-indicator.h"
#include "tras-item.h"
#include "tras-movement.h"
#include "tras-person.h"
#include "tras-purchase.h"
#include "tras-review.h"
#include "tras-sale.h"
#include "tras-service.h"
#include "tras-skill.h"
#include "tras-stock-count.h"
#include "tras-stockout.h"
#include "tras-suggestion.h"
#include "tras-survey.h"
#include "tras-tables.h"
#include "tras-ticket.h"
#include "tras-training.h"
#include "tras-vacancy.h"

/* A type stands behind all types that it refers to, itself aside. */
static GType (*const types[]) (void) = {
  tras_area_get_type,
  tras_role_get_type,
  tras_holiday_get_type,
  tras_person_get_type,
  tras_firm_get_type,
  tras_post_get_type,
  tras_absence_kind_get_type,
  tras_absence_get_type,
  tras_indicator_get_type,
  tras_measurement_get_type,
  tras_goal_get_type,
  tras_target_get_type,
  tras_goal_check_get_type,
  tras_goal_check_value_get_type,
  tras_supplier_get_type,
  tras_item_get_type,
  tras_location_get_type,
  tras_movement_get_type,
  tras_stockout_lesson_get_type,
  tras_customer_get_type,
  tras_sale_get_type,
  tras_deviation_get_type,
  tras_experiment_get_type,
  tras_review_get_type,
  tras_review_person_get_type,
  tras_decision_get_type,
  tras_segment_get_type,
  tras_action_get_type,
  tras_action_need_get_type,
  tras_action_after_get_type,
  tras_skill_get_type,
  tras_role_skill_get_type,
  tras_training_get_type,
  tras_training_session_get_type,
  tras_training_seat_get_type,
  tras_review_item_get_type,
  tras_review_result_get_type,
  tras_skill_mark_get_type,
  tras_service_get_type,
  tras_service_rating_get_type,
  tras_vacancy_get_type,
  tras_candidate_get_type,
  tras_suggestion_get_type,
  tras_recognition_get_type,
  tras_survey_get_type,
  tras_survey_invite_get_type,
  tras_survey_answer_get_type,
  tras_purchase_get_type,
  tras_purchase_line_get_type,
  tras_receipt_get_type,
  tras_sale_line_get_type,
  tras_ticket_get_type,
  tras_ticket_step_get_type,
  tras_closing_get_type,
  tras_stock_count_get_type,
  tras_count_line_get_type,
};

/**
 * tras_tables_get_n:
 *
 * Returns: the number of record types
 */
guint
tras_tables_get_n (void)
{
  return G_N_ELEMENTS (types);
}

/**
 * tras_tables_get_type:
 * @position: below tras_tables_get_n()
 *
 * Record types in an order in which their rows can be written: whatever a row refers to comes
 * before it.
 *
 * Returns: a record type
 */
GType
tras_tables_get_type (guint position)
{
  g_return_val_if_fail (position < G_N_ELEMENTS (types), G_TYPE_INVALID);

  return types[position] ();
}

/**
 * tras_tables_find_kind:
 * @kind: the word of the command line: people, areas, …
 *
 * Returns: the record type, or %G_TYPE_INVALID where there is none of that kind
 */
GType
tras_tables_find_kind (const char *kind)
{
  g_return_val_if_fail (kind != NULL, G_TYPE_INVALID);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      if (g_strcmp0 (tras_record_type_get_table (types[i] ())->kind, kind) == 0)
        return types[i] ();
    }

  return G_TYPE_INVALID;
}

/**
 * tras_tables_find_name:
 * @name: an SQL table, as a reference's target names it: person, area, …
 *
 * Returns: the record type, or %G_TYPE_INVALID where there is none of that name
 */
GType
tras_tables_find_name (const char *name)
{
  g_return_val_if_fail (name != NULL, G_TYPE_INVALID);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      if (g_str_equal (tras_record_type_get_table (types[i] ())->name, name))
        return types[i] ();
    }

  return G_TYPE_INVALID;
}
