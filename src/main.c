/* main.c: starts the application; nothing else
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-application.h"

int
main (int   argc,
      char *argv[])
{
  return tras_application_main (argc, argv);
}
