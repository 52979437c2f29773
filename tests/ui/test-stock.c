/* test-stock.c: the stock tab on the sample company
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-item.h"
#include "tras-record-page.h"
#include "tras-stock-page.h"
#include "tras-ui-fixture.h"

#define TODAY "2026-11-21"

static TrasPage *
get_page (Fixture *fixture)
{
  return TRAS_PAGE (tras_window_get_page (fixture->window, "stock"));
}

static gboolean
has_attention (gpointer data)
{
  return tras_page_get_attention (data) > 0;
}

static void
test_attention (Fixture       *fixture,
                gconstpointer  data)
{
  tras_window_show_tab (fixture->window, "stock");
  wait_until (has_attention, get_page (fixture));
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TRASTIENDA_TODAY", TODAY, TRUE);
  fixture_init (&argc, &argv);

  fixture_add ("/stock/attention", test_attention);


  return fixture_run ();
}
