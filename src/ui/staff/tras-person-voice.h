/* tras-person-voice.h: what a person suggested, and what they were thanked for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-detail-section.h"

G_BEGIN_DECLS

#define TRAS_TYPE_PERSON_VOICE (tras_person_voice_get_type ())

G_DECLARE_FINAL_TYPE (TrasPersonVoice, tras_person_voice, TRAS, PERSON_VOICE, TrasDetailSection)

G_END_DECLS
