/* tras-skill-tile.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "tras-look.h"
#include "tras-skill-tile.h"

/* In sizes of text. */
#define SIDE 2.9

/**
 * TrasSkillTile:
 *
 * The words beside it say the same.
 */
struct _TrasSkillTile
{
  GtkWidget parent_instance;

  TrasSkillMatrixCell cell;

  /* owned */
  TrasTextCache *texts;
};

G_DEFINE_FINAL_TYPE (TrasSkillTile, tras_skill_tile, GTK_TYPE_WIDGET)

static void
tras_skill_tile_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = *natural = (int) ceil (tras_look_get_text_size (widget) * SIDE);
}

static void
tras_skill_tile_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  TrasSkillTile *self = TRAS_SKILL_TILE (widget);
  TrasRect rect = { 0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget) };
  cairo_t *cr;

  if (self->texts == NULL)
    self->texts = tras_look_new_texts (widget);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) rect.width,
                                                                 (float) rect.height));
  tras_skill_matrix_draw_cell (&self->cell, cr, tras_look_get_palette (), self->texts,
                               tras_look_get_text_size (widget), &rect,
                               tras_look_is_mirrored (widget));
  cairo_destroy (cr);
}

static void
restyle (TrasSkillTile *self)
{
  g_clear_pointer (&self->texts, tras_text_cache_free);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
tras_skill_tile_css_changed (GtkWidget         *widget,
                             GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (tras_skill_tile_parent_class)->css_changed (widget, change);
  restyle (TRAS_SKILL_TILE (widget));
}

static void
tras_skill_tile_finalize (GObject *object)
{
  g_clear_pointer (&TRAS_SKILL_TILE (object)->texts, tras_text_cache_free);

  G_OBJECT_CLASS (tras_skill_tile_parent_class)->finalize (object);
}

static void
tras_skill_tile_class_init (TrasSkillTileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tras_skill_tile_finalize;
  widget_class->css_changed = tras_skill_tile_css_changed;
  widget_class->measure = tras_skill_tile_measure;
  widget_class->snapshot = tras_skill_tile_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
tras_skill_tile_init (TrasSkillTile *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (restyle),
                           self, G_CONNECT_SWAPPED);
}

/**
 * tras_skill_tile_new:
 * @cell: a person in a skill
 *
 * Returns: (transfer floating): a picture of it
 */
GtkWidget *
tras_skill_tile_new (const TrasSkillCell *cell)
{
  TrasSkillTile *self = g_object_new (TRAS_TYPE_SKILL_TILE, NULL);

  self->cell = tras_skill_tile_make_cell (cell);

  return GTK_WIDGET (self);
}

/**
 * tras_skill_tile_make_cell:
 * @cell: a person in a skill
 *
 * Returns: what is drawn of it
 */
TrasSkillMatrixCell
tras_skill_tile_make_cell (const TrasSkillCell *cell)
{
  TrasSkillMatrixCell drawn = { cell->level, cell->held, cell->needed, (guint8) cell->must,
                                TRAS_SKILL_SIGN_NONE };

  if (cell->level > 0 && cell->certificate == TRAS_CERTIFICATE_EXPIRED)
    drawn.sign = TRAS_SKILL_SIGN_EXPIRED;
  else if (cell->level > 0 && cell->certificate == TRAS_CERTIFICATE_EXPIRING)
    drawn.sign = TRAS_SKILL_SIGN_EXPIRING;

  return drawn;
}
