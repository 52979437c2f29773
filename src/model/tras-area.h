/* tras-area.h: areas and roles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-record.h"

G_BEGIN_DECLS

#define TRAS_TYPE_AREA (tras_area_get_type ())

TRAS_DECLARE_RECORD (TrasArea, tras_area, AREA)

/**
 * TrasArea:
 *
 * A part of the firm.
 */
struct _TrasArea
{
  TrasRecord parent_instance;

  char *name;
  gint64 parent_id;

  /* of the view */
  char *parent_name;
  char *path;
  gint64 heads;
};

#define TRAS_TYPE_ROLE (tras_role_get_type ())

TRAS_DECLARE_RECORD (TrasRole, tras_role, ROLE)

/**
 * TrasRole:
 *
 * A kind of work in an area, with a number of seats. Whoever holds a role that leads is the head of
 * its area.
 */
struct _TrasRole
{
  TrasRecord parent_instance;

  char *name;
  gint64 area_id;
  gint64 seats;
  gboolean leads;

  /* of the view */
  char *area_name;
  gint64 filled;
  gint64 open_seats;
};

G_END_DECLS
