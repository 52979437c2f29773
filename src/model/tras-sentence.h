/* tras-sentence.h: what the numbers say, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-effect.h"
#include "tras-indicator-series.h"
#include "tras-number.h"
#include "tras-pace.h"

G_BEGIN_DECLS

char       *tras_sentence_value       (TrasIndicatorSeries     *series,
                                       double                   value,
                                       const TrasNumberFormat  *format);
char       *tras_sentence_period      (TrasEvery                every,
                                       gint32                   period,
                                       const TrasNumberFormat  *format);
char       *tras_sentence_source      (TrasIndicatorSeries     *series);
char       *tras_sentence_definition  (TrasIndicatorSeries     *series);
char       *tras_sentence_read_only   (TrasIndicatorSeries     *series);
char       *tras_sentence_subtitle    (TrasIndicatorSeries     *series,
                                       const TrasNumberFormat  *format);
char       *tras_sentence_variation   (TrasIndicatorSeries     *series,
                                       const TrasNumberFormat  *format);
char       *tras_sentence_met         (TrasIndicatorSeries     *series);
char       *tras_sentence_assurance   (TrasIndicatorSeries     *series,
                                       const TrasNumberFormat  *format);
char       *tras_sentence_step        (TrasIndicatorSeries     *series,
                                       const TrasNumberFormat  *format);
char       *tras_sentence_effect      (TrasIndicatorSeries     *series,
                                       const TrasEffect        *effect,
                                       const TrasNumberFormat  *format);
char       *tras_sentence_check       (TrasIndicatorSeries     *series,
                                       const TrasNumberFormat  *format);
char       *tras_sentence_chart       (TrasIndicatorSeries     *series,
                                       const TrasNumberFormat  *format);
char       *tras_sentence_footnote    (TrasIndicatorSeries     *series,
                                       const TrasNumberFormat  *format);
char       *tras_sentence_verdict     (TrasIndicatorSeries     *series,
                                       const TrasNumberFormat  *format);

const char *tras_variation_get_label  (TrasVariation            variation);
const char *tras_assurance_get_label  (TrasAssurance            assurance);
const char *tras_outlook_get_label    (TrasOutlook              outlook);

G_END_DECLS
