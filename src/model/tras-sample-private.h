/* tras-sample-private.h: what the parts of the sample company share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-sample.h"

G_BEGIN_DECLS

/**
 * TrasSample:
 * @db: the file being filled, in an edit
 * @data: company.ini: all that does not depend on the language
 * @words: the words of one language, in groups of the same names
 * @language: which language
 * @today: the day that all others count from
 * @goods: percent that makes a price in euro cents one in the firm's currency
 * @labour: the same of what work costs
 *
 * A sample company in the making.
 */
typedef struct
{
  TrasDb *db;
  GKeyFile *data;
  GKeyFile *words;
  const char *language;
  TrasDay today;
  gint64 goods;
  gint64 labour;

  /*< private >*/
  GHashTable *ids;
  GHashTable *seasons;
  TrasProgress progress;
  gpointer progress_data;
} TrasSample;

/**
 * TrasSampleRandom:
 * @state: where SplitMix64 stands
 *
 * A stream of random numbers that is the same on every machine.
 */
typedef struct
{
  guint64 state;
} TrasSampleRandom;

/**
 * TrasSampleFunc:
 * @sample: the sample
 * @group: the record's group in both files
 * @record: the record with all fields that both files name
 * @error: where to put the error
 *
 * Fills in what is not simply written in the files, before the record is stored.
 */
typedef gboolean (*TrasSampleFunc) (TrasSample  *sample,
                                    const char  *group,
                                    gpointer     record,
                                    GError     **error);

TrasSample *tras_sample_new          (TrasDb            *db,
                                      const char        *language,
                                      TrasDay            today,
                                      GError           **error);
void        tras_sample_free         (TrasSample        *self);
void        tras_sample_tell         (TrasSample        *self,
                                      guint              percent);

GPtrArray  *tras_sample_list_groups  (TrasSample        *self,
                                      const char        *kind);
const char *tras_sample_get_key      (const char        *group);
gboolean    tras_sample_has          (TrasSample        *self,
                                      const char        *group,
                                      const char        *key);
char       *tras_sample_dup_text     (TrasSample        *self,
                                      const char        *group,
                                      const char        *key);
char      **tras_sample_dup_list     (TrasSample        *self,
                                      const char        *group,
                                      const char        *key);
gint64      tras_sample_get_int      (TrasSample        *self,
                                      const char        *group,
                                      const char        *key);
double      tras_sample_get_real     (TrasSample        *self,
                                      const char        *group,
                                      const char        *key);
TrasDay     tras_sample_get_day      (TrasSample        *self,
                                      const char        *group,
                                      const char        *key);
gint64      tras_sample_get_instant  (TrasDay            day);
TrasDay     tras_sample_workday      (TrasDay            day);

gboolean    tras_sample_find         (TrasSample        *self,
                                      const char        *kind,
                                      const char        *key,
                                      gint64            *id,
                                      GError           **error);
gboolean    tras_sample_refer        (TrasSample        *self,
                                      const char        *group,
                                      const char        *key,
                                      const char        *kind,
                                      gint64            *id,
                                      GError           **error);
gboolean    tras_sample_read         (TrasSample        *self,
                                      const char        *group,
                                      gpointer           record,
                                      GError           **error);
gboolean    tras_sample_add          (TrasSample        *self,
                                      const char        *group,
                                      gpointer           record,
                                      GError           **error);
gboolean    tras_sample_add_all      (TrasSample        *self,
                                      const char        *kind,
                                      GType              type,
                                      TrasSampleFunc     complete,
                                      GError           **error);

void        tras_sample_random_init  (TrasSampleRandom  *self,
                                      const char        *key);
double      tras_sample_random_next  (TrasSampleRandom  *self);
double      tras_sample_random_bell  (TrasSampleRandom  *self);
gint64      tras_sample_random_count (TrasSampleRandom  *self,
                                      double             mean);
guint       tras_sample_get_season   (TrasSample        *self,
                                      const char        *season,
                                      TrasDay            day);

gboolean    tras_sample_fill_people  (TrasSample        *self,
                                      GError           **error);
gboolean    tras_sample_fill_skills  (TrasSample        *self,
                                      GError           **error);
gboolean    tras_sample_fill_absences
                                     (TrasSample        *self,
                                      GError           **error);
gboolean    tras_sample_fill_services
                                     (TrasSample        *self,
                                      GError           **error);
gboolean    tras_sample_fill_series  (TrasSample        *self,
                                      GError           **error);
gboolean    tras_sample_fill_plans   (TrasSample        *self,
                                      GError           **error);
gboolean    tras_sample_fill_checks  (TrasSample        *self,
                                      GError           **error);
gboolean    tras_sample_fill_reviews (TrasSample        *self,
                                      GError           **error);
gboolean    tras_sample_fill_orders  (TrasSample        *self,
                                      GError           **error);
gboolean    tras_sample_fill_stock   (TrasSample        *self,
                                      GError           **error);
gboolean    tras_sample_fill_tickets
                                     (TrasSample        *self,
                                      GError           **error);
gboolean    tras_sample_fill_voice   (TrasSample        *self,
                                      GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasSample, tras_sample_free)

G_END_DECLS
