/* test-skill-cover.c: gaps, cover and certificates, worked by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-skill-cover.h"

static void
test_certificate (void)
{
  const TrasDay day = 1000;
  const struct
  {
    TrasDay expires_on;
    gint64 warn_days;
    TrasCertificate certificate;
    gint64 held;
  } vectors[] = {
    { TRAS_DAY_NONE, 60, TRAS_CERTIFICATE_NONE, 3 },
    { 999, 60, TRAS_CERTIFICATE_EXPIRED, 0 },
    { 999, 0, TRAS_CERTIFICATE_EXPIRED, 0 },
    /* The last day counts. */
    { 1000, 0, TRAS_CERTIFICATE_EXPIRING, 3 },
    { 1001, 0, TRAS_CERTIFICATE_VALID, 3 },
    { 1060, 60, TRAS_CERTIFICATE_EXPIRING, 3 },
    { 1061, 60, TRAS_CERTIFICATE_VALID, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_assert_cmpint (tras_skill_cover_get_certificate (vectors[i].expires_on,
                                                         vectors[i].warn_days, day), ==,
                       vectors[i].certificate);
      g_assert_cmpint (tras_skill_cover_get_held (3, vectors[i].expires_on, day), ==,
                       vectors[i].held);
    }
}

static void
test_gap (void)
{
  g_assert_cmpint (tras_skill_cover_get_gap (0, 0), ==, 0);
  g_assert_cmpint (tras_skill_cover_get_gap (4, 2), ==, 0);
  g_assert_cmpint (tras_skill_cover_get_gap (1, 4), ==, 3);
}

static void
test_cover (void)
{
  TrasSkillCover cover = { 0 };

  g_assert_true (isnan (tras_skill_cover_get_share (&cover)));
  g_assert_false (tras_skill_cover_is_thin (&cover));

  /* 4 of 3, 2 of 3: 3 + 2 of 6. */
  tras_skill_cover_add (&cover, 4, 3);
  tras_skill_cover_add (&cover, 2, 3);
  g_assert_cmpfloat_with_epsilon (tras_skill_cover_get_share (&cover), 5 / 6.0, 1e-12);
  g_assert_true (tras_skill_cover_is_thin (&cover));

  tras_skill_cover_add (&cover, 1, 1);
  g_assert_cmpfloat_with_epsilon (tras_skill_cover_get_share (&cover), 6 / 7.0, 1e-12);
  g_assert_cmpuint (cover.n_needed, ==, 3);
  g_assert_cmpuint (cover.n_reach, ==, 2);
  g_assert_false (tras_skill_cover_is_thin (&cover));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/skill-cover/certificate", test_certificate);
  g_test_add_func ("/analysis/skill-cover/gap", test_gap);
  g_test_add_func ("/analysis/skill-cover/cover", test_cover);

  return g_test_run ();
}
