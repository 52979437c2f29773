/* tras-detail.h: the pane that shows one record and changes it in place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-field-editor.h"
#include "tras-store.h"

G_BEGIN_DECLS

#define TRAS_TYPE_DETAIL (tras_detail_get_type ())

G_DECLARE_DERIVABLE_TYPE (TrasDetail, tras_detail, TRAS, DETAIL, AdwBin)

/**
 * TrasDetailClass:
 * @record_changed: the record on show was read anew, or is another one, or %NULL; for what a
 *   subclass shows besides fields
 * @related_changed: rows of other tables changed
 * @change: takes a changed copy of the record on show; by default it is stored as one edit
 * @dup_refusal: why a changed copy of the record on show shall not be stored, %NULL where it may;
 *   what the file itself refuses need not be said here
 * @dup_title: what the pane is headed with; the record's name where the class has none
 * @enter: the keyboard comes to the record on show: puts it on what is done first, which is the
 *   first field unless the class knows better
 *
 * Holds a record by its id, reads it again whenever somebody changes it, and shows it in all
 * #TrasFieldEditor below. Subclasses are templates with editors in them.
 */
struct _TrasDetailClass
{
  AdwBinClass parent_class;

  void (*record_changed)  (TrasDetail  *self,
                           gpointer     record);
  void (*related_changed) (TrasDetail  *self,
                           TrasChanges *changes);
  void (*change)          (TrasDetail  *self,
                           gpointer     changed,
                           const char  *label);
  char *(*dup_refusal)    (TrasDetail  *self,
                           gpointer     changed);
  char *(*dup_title)      (TrasDetail  *self,
                           gpointer     record);
  void (*enter)           (TrasDetail  *self);
};

/**
 * TrasDeletedFunc:
 * @widget: who deleted it
 * @record: what was deleted
 */
typedef void (*TrasDeletedFunc) (GtkWidget  *widget,
                                 TrasRecord *record);

void        tras_detail_set_store     (TrasDetail      *self,
                                       TrasStore       *store);
TrasStore  *tras_detail_get_store     (TrasDetail      *self);
void        tras_detail_show          (TrasDetail      *self,
                                       GType            type,
                                       gint64           id);
gpointer    tras_detail_get_record    (TrasDetail      *self);
char       *tras_detail_dup_title     (TrasDetail      *self);
gboolean    tras_detail_shows_only    (TrasDetail      *self,
                                       TrasRecord      *record);
void        tras_detail_enter         (TrasDetail      *self);
void        tras_detail_begin         (TrasDetail      *self,
                                       gint64           edit);
void        tras_detail_take_back     (TrasDetail      *self);
void        tras_detail_change        (TrasDetail      *self,
                                       gpointer         changed,
                                       const char      *label);
void        tras_detail_change_field  (TrasDetail      *self,
                                       TrasFieldEditor *editor,
                                       gpointer         changed,
                                       const TrasField *field);
void        tras_detail_show_draft    (TrasDetail      *self,
                                       gpointer         record);
void        tras_detail_delete_record (GtkWidget       *widget,
                                       TrasRecord      *record,
                                       TrasDeletedFunc  deleted);
TrasDetail *tras_detail_find          (GtkWidget       *widget);

G_END_DECLS
