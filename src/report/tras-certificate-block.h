/* tras-certificate-block.h: a page that somebody hangs up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-block.h"

G_BEGIN_DECLS

/**
 * TrasCertificateText:
 * @firm: who gives it
 * @title: what it is
 * @name: who gets it
 * @what: what they did, a sentence
 * @where: when, how long and where that was
 * @gives: (nullable): what it says that they can do, %NULL for nothing
 * @valid: (nullable): until when that holds, %NULL for ever
 * @signatures: under the lines to sign on, %NULL behind the last
 *
 * The words of a certificate.
 */
typedef struct
{
  const char *firm;
  const char *title;
  const char *name;
  const char *what;
  const char *where;
  const char *gives;
  const char *valid;
  const char *signatures[3];
} TrasCertificateText;

TrasBlock *tras_certificate_block_new (TrasReportStyle           *style,
                                       const TrasCertificateText *text,
                                       double                     height);

G_END_DECLS
