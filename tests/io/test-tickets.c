/* test-tickets.c: tickets and their steps out of CSV, and what is open back into it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "io-fixture.h"

static void
fill (Fixture *fixture)
{
  take (fixture, "areas", "name\nShop\nStore\n", 0, 2, 0, 0);
  take (fixture, "customers", "code,name\nC1,Ana\nC2,Bar\nC3,Bar\n", 0, 3, 0, 0);
  take (fixture, "sales", "code,customer,taken_on\nW1,C1,2026-11-10\n", 0, 1, 0, 0);
  take (fixture, "tickets", "code,kind,customer,subject,opened_at,closed_at\n"
                            "H1,question,C1,When?,2026-11-16T09:00:00Z,\n"
                            "H2,complaint,C2,Broken,2026-11-02,2026-11-04\n", 0, 2, 0, 0);
}

/* Of tras-export-tickets.c: the age is what is left without the day and a half that was the
 * customer's: from the 16th at nine to some time of the 21st 4.6 to 5.6 days, less 1.5. */
static void
test_backlog (Fixture       *fixture,
              gconstpointer  unused)
{
  g_autofree char *out = NULL;
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) cells = NULL;
  double age;

  fill (fixture);
  take (fixture, "ticket-steps", "ticket,at,area,minutes,words,waits\n"
                                 "H1,2026-11-17T09:00:00Z,Shop,15,Which one?,1\n"
                                 "H1,2026-11-18T21:00:00Z,Store,25,,0\n", 0, 2, 0, 0);
  out = dup_export (fixture, "backlog");
  lines = g_strsplit (out, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_cmpstr (lines[0], ==, "number,subject,kind,asked_by,opened,age_days,due,stage,area,"
                                 "person,minutes,at_risk");
  cells = g_strsplit (lines[1], ",", -1);
  g_assert_cmpstr (cells[0], ==, "H1");
  g_assert_cmpstr (cells[3], ==, "Ana");
  age = g_ascii_strtod (cells[5], NULL);
  g_assert_cmpfloat (age, >=, 2.9);
  g_assert_cmpfloat (age, <=, 4.2);
  g_assert_cmpstr (cells[7], ==, "open");
  g_assert_cmpstr (cells[10], ==, "40");
}

/* The helpdesk's file once more, with one ticket closed; who has no number is new each time. */
static void
test_again (Fixture       *fixture,
            gconstpointer  unused)
{
  fill (fixture);
  take (fixture, "tickets", "code,kind,customer,subject,opened_at,closed_at,cost\n"
                            "H1,question,C1,When?,2026-11-16T09:00:00Z,2026-11-20,3.20\n"
                            "H2,complaint,C2,Broken,2026-11-02,2026-11-04,\n", 0, 0, 1, 1);
  take (fixture, "tickets", "kind,customer,subject,opened_at\nquestion,C1,When?,2026-11-20\n", 0, 1,
        0, 0);
  take (fixture, "ticket-steps", "ticket,at,minutes\nH1,2026-11-17,15\n", 0, 1, 0, 0);
  take (fixture, "ticket-steps", "ticket,at,minutes\nH1,2026-11-17,15\nH1,2026-11-18,5\n", 0, 1, 0,
        1);
}

/* A ticket about an order is its customer's. */
static void
test_order (Fixture       *fixture,
            gconstpointer  unused)
{
  g_autofree char *out = NULL;

  fill (fixture);
  take (fixture, "tickets", "code,kind,sale,subject,opened_at\n"
                            "H3,return,W1,Back,2026-11-20\n", 0, 1, 0, 0);
  out = dup_export (fixture, "tickets");
  g_assert_nonnull (strstr (out, "\r\nH3,return,Ana,,W1,Back,"));
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  unused)
{
  static const struct
  {
    const char *text;
    const char *column;
    const char *reason;
  } tickets[] = {
    { "kind,customer,subject,opened_at\nquestion,Nobody,Hm,2026-11-20\n", "customer",
      "Nothing is called “Nobody”" },
    { "kind,customer,subject,opened_at\nquestion,Bar,Hm,2026-11-20\n", "customer",
      "There are several called “Bar”; use the code" },
    { "kind,customer,subject,opened_at\npraise,C1,Hm,2026-11-20\n", "kind",
      "“praise” is not one of the choices" },
    { "kind,customer,subject,opened_at\nquestion,C1,Hm,yesterday\n", "opened_at",
      "“yesterday” is not a date and time" },
    { "kind,customer,subject,opened_at\nquestion,C1,,2026-11-20\n", "subject",
      "The subject cannot be empty" },
    { "kind,customer,subject,opened_at\nquestion,C1,Hm,2026-11-22\n", "opened_at",
      "The day lies ahead: nobody has asked yet" },
    { "kind,customer,subject,opened_at,closed_at\nquestion,C1,Hm,2026-11-20,2026-11-19\n",
      "closed_at", "The ticket was opened on 20 Nov 2026 and cannot have been closed before" },
    { "kind,customer,subject,opened_at,closed_at\nquestion,C1,Hm,2026-11-20,2026-11-22\n",
      "closed_at", "The day lies ahead: the ticket is open until then" },
    { "kind,customer,subject,opened_at,answered_at\nquestion,C1,Hm,2026-11-20,2026-11-19\n",
      "answered_at", "The ticket was opened on 20 Nov 2026 and cannot have been answered before" },
    { "kind,customer,subject,opened_at,due_at\nquestion,C1,Hm,2026-11-20,2026-11-19\n", "due_at",
      "The ticket was opened on 20 Nov 2026 and cannot have been due before" },
    { "kind,customer,subject,opened_at,cost\nquestion,C1,Hm,2026-11-20,-0.01\n", "cost",
      "“Cost” cannot be less than zero" },
    { "kind,customer,subject,opened_at,sale\nquestion,C2,Hm,2026-11-20,W1\n", "sale",
      "Order W1 is another customer’s" },
    { "kind,customer,subject,opened_at,from_area\nquestion,C1,Hm,2026-11-20,Shop\n", "from_area",
      "Only an internal ticket is asked by an area" },
    { "kind,subject,opened_at,from_area,customer\ninternal,Hm,2026-11-20,Shop,C1\n", "customer",
      "An internal ticket is asked by an area, not by a customer" },
    { "kind,subject,opened_at,from_area\ninternal,Hm,2026-11-20,\n", "from_area",
      "An internal ticket needs the area that asks" },
    { "kind,subject,opened_at,from_area,area\ninternal,Hm,2026-11-20,Shop,Shop\n", "area",
      "An area asks another one, not itself" },
  };
  static const struct
  {
    const char *row;
    const char *column;
    const char *reason;
  } steps[] = {
    { "H9,2026-11-16,1", "ticket", "Nothing is called “H9”" },
    { "H1,2026-11-16,-1", "minutes", "“Minutes” cannot be less than zero" },
    { "H1,2026-11-16,1.5", "minutes", "“1.5” is not a whole number" },
    { "H1,2026-11-15,1", "at", "The ticket was opened on 16 Nov 2026: nothing was done before" },
    { "H2,2026-11-05,1", "at", "The ticket was closed on 4 Nov 2026: nothing was done after" },
    { "H1,2026-11-22,1", "at", "The day lies ahead: nothing was done yet" },
  };

  fill (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (tickets); i++)
    expect (fixture, "tickets", tickets[i].text, 2, tickets[i].column,
            tickets[i].reason);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *text = g_strdup_printf ("ticket,at,minutes\n%s\n", steps[i].row);

      expect (fixture, "ticket-steps", text, 2, steps[i].column, steps[i].reason);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TRASTIENDA_TODAY", "2026-11-21", TRUE);
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/io/tickets/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("backlog", test_backlog);
  ADD ("again", test_again);
  ADD ("order", test_order);
  ADD ("refused", test_refused);

  return g_test_run ();
}
