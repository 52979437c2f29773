/* tras-command.h: the commands of trastienda-cli
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db.h"

G_BEGIN_DECLS

/* What scripts are told; the manual promises these numbers. */
#define TRAS_EXIT_OK 0
#define TRAS_EXIT_FAILED 1
#define TRAS_EXIT_USAGE 2
#define TRAS_EXIT_REFUSED 3
/* As a shell says of what a signal has ended. */
#define TRAS_EXIT_INTERRUPTED 130

typedef struct _TrasCommand TrasCommand;

/**
 * TrasCommand:
 * @name: the word on the command line
 * @arguments: what comes behind it besides options, as the manual writes it
 * @n_arguments: how many of them
 * @summary: what it does, untranslated
 * @run: does it; @argv[0] is the command's name
 */
struct _TrasCommand
{
  const char *name;
  const char *arguments;
  int n_arguments;
  const char *summary;
  int (*run) (const TrasCommand *command, int argc, char **argv);
};

const TrasCommand *tras_command_get          (guint                position);
const TrasCommand *tras_command_find         (const char          *name);
gboolean           tras_command_parse        (const TrasCommand   *self,
                                              const GOptionEntry  *entries,
                                              int                 *argc,
                                              char              ***argv);
int                tras_command_wrong_usage  (const char          *command,
                                              const char          *format,
                                              ...) G_GNUC_PRINTF (2, 3);
gboolean           tras_command_take_day     (const TrasCommand   *command,
                                              const char          *text,
                                              TrasDay             *day);
int                tras_command_fail         (GError              *error);
gboolean           tras_command_set_language (const char          *language);
gint64             tras_command_find_person  (TrasDb              *db,
                                              const char          *text,
                                              GError             **error);

int                tras_command_run_backup   (const TrasCommand   *command,
                                              int                  argc,
                                              char               **argv);
int                tras_command_run_chart   (const TrasCommand   *command,
                                              int                  argc,
                                              char               **argv);
int                tras_command_run_check    (const TrasCommand   *command,
                                              int                  argc,
                                              char               **argv);
int                tras_command_run_erase    (const TrasCommand   *command,
                                              int                  argc,
                                              char               **argv);
int                tras_command_run_export   (const TrasCommand   *command,
                                              int                  argc,
                                              char               **argv);
int                tras_command_run_import   (const TrasCommand   *command,
                                              int                  argc,
                                              char               **argv);
int                tras_command_run_log      (const TrasCommand   *command,
                                              int                  argc,
                                              char               **argv);
int                tras_command_run_new      (const TrasCommand   *command,
                                              int                  argc,
                                              char               **argv);
int                tras_command_run_report  (const TrasCommand   *command,
                                              int                  argc,
                                              char               **argv);
int                tras_command_run_undo     (const TrasCommand   *command,
                                              int                  argc,
                                              char               **argv);

G_END_DECLS
