/* tras-service-board.h: what areas do for each other, and how it is rated
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-service-score.h"
#include "tras-service.h"

G_BEGIN_DECLS

/* How many months a list shows of each service. */
#define TRAS_SERVICE_SHOWN_MONTHS 6

/**
 * TrasServiceFacts:
 * @service: the service
 * @ratings: (element-type TrasServiceRating): what was said of it, by month
 * @mean: the mean of the last months, NAN for none
 * @change: how much more that is than the months before; NAN where one of the two is missing
 * @grade: how @mean stands to the target
 * @is_running: whether it is given in this month
 * @is_to_rate: whether this month can be rated and is not yet
 * @is_missed: whether last month could have been rated and was not
 *
 * A service, and how it is.
 */
typedef struct
{
  TrasService *service;
  GPtrArray *ratings;
  double mean;
  double change;
  TrasServiceGrade grade;
  gboolean is_running;
  gboolean is_to_rate;
  gboolean is_missed;
} TrasServiceFacts;

/**
 * TrasServiceFilter:
 * @TRAS_SERVICE_TO_RATE: to be rated this month
 * @TRAS_SERVICE_MISSED: not rated last month
 *
 * Some of the services.
 */
typedef enum
{
  TRAS_SERVICE_TO_RATE,
  TRAS_SERVICE_MISSED,
} TrasServiceFilter;

/**
 * TrasServiceArea:
 * @id: the area
 * @name: what it is called
 * @n_given: how many services it gives in this month
 * @n_taken: how many it gets
 * @given: what the others say of what it gives, over the last months
 *
 * An area as a supplier and customer.
 */
typedef struct
{
  gint64 id;
  char *name;
  guint n_given;
  guint n_taken;
  TrasServiceMean given;
} TrasServiceArea;

#define TRAS_TYPE_SERVICE_BOARD (tras_service_board_get_type ())

/**
 * TrasServiceBoard:
 * @month: the first day of the month that it is seen from
 * @facts: (element-type TrasServiceFacts): all services, by who gives them and by what they are
 * @areas: (element-type TrasServiceArea): all areas, parts behind what they are part of
 * @n_to_rate: how many services are to be rated this month
 * @n_missed: how many were not rated last month
 *
 * All services of a firm. Not changed once it is loaded.
 */
typedef struct
{
  TrasDay month;
  GPtrArray *facts;
  GPtrArray *areas;
  guint n_to_rate;
  guint n_missed;

  /*< private >*/
  GHashTable *by_id;
} TrasServiceBoard;

GType                   tras_service_board_get_type (void) G_GNUC_CONST;
TrasServiceBoard       *tras_service_board_load     (TrasDb                  *db,
                                                     TrasDay                  day,
                                                     GError                 **error);
TrasServiceBoard       *tras_service_board_ref      (TrasServiceBoard        *self);
void                    tras_service_board_unref    (TrasServiceBoard        *self);
const TrasServiceFacts *tras_service_board_find     (TrasServiceBoard        *self,
                                                     gint64                   service_id);
GArray                 *tras_service_board_dup_ids  (TrasServiceBoard        *self,
                                                     TrasServiceFilter        filter);
TrasServiceRating      *tras_service_facts_get_rating
                                                    (const TrasServiceFacts  *self,
                                                     TrasDay                  month);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasServiceBoard, tras_service_board_unref)

G_END_DECLS
