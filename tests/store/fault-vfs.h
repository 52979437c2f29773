/* fault-vfs.h: a disk that fails when it is told to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/**
 * FaultKind:
 * @FAULT_ONCE: one call fails with an I/O error, the following ones work
 * @FAULT_FULL: one call says that the disk is full
 * @FAULT_DEAD: one call fails with an I/O error, and so do all that follow
 * @FAULT_LATE: one call does its work, and says nevertheless that it has failed
 */
typedef enum
{
  FAULT_ONCE,
  FAULT_FULL,
  FAULT_DEAD,
  FAULT_LATE,
  N_FAULTS,
} FaultKind;

void     fault_vfs_register (void);
void     fault_vfs_arm      (FaultKind kind,
                             guint     call);
gboolean fault_vfs_disarm   (void);
