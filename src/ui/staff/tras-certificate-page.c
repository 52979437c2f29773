/* tras-certificate-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-chip.h"
#include "tras-certificate-page.h"
#include "tras-help.h"
#include "tras-inner-page.h"
#include "tras-loader.h"
#include "tras-name-filter.h"
#include "tras-skill-board.h"
#include "tras-skill-list.h"
#include "tras-skill-words.h"
#include "tras-train-forms.h"
#include "tras-window.h"

/**
 * TrasCertificatePage:
 *
 * Certificates by the day on which they expire. How many have expired or are about to is the page's
 * attention; a session can be planned for those that are selected, or for all that need one.
 */
struct _TrasCertificatePage
{
  AdwBin parent_instance;

  /* template widgets */
  GtkBox *filters;
  GtkStack *rows;
  GtkStack *stack;
  GtkButton *plan_button;
  TrasSkillList *list;

  /* borrowed */
  TrasNameFilter *areas;
  TrasNameFilter *skills;
  GtkToggleButton *chips[TRAS_CERTIFICATE_EXPIRED + 1];  /* by state; none for those without */

  /* owned */
  TrasLoader *loader;
  TrasSkillBoard *board;
};

static void page_init (TrasInnerPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrasCertificatePage, tras_certificate_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TRAS_TYPE_INNER_PAGE, page_init))

typedef enum
{
  PROP_ATTENTION = 1,
} TrasCertificatePageProperty;

static GParamSpec *properties[PROP_ATTENTION + 1];

static const struct
{
  const char *icon;
  const char *css_class;
} looks[] = {
  [TRAS_CERTIFICATE_VALID] = { "object-select-symbolic", "tras-better" },
  [TRAS_CERTIFICATE_EXPIRING] = { "tras-late-symbolic", "tras-unusual" },
  [TRAS_CERTIFICATE_EXPIRED] = { "window-close-symbolic", "tras-worse" },
};

/* ---- what is on show ---- */

/* Without a chip that is pressed, all states are wanted. */
static gboolean
is_state_wanted (TrasCertificatePage *self,
                 TrasCertificate      state)
{
  gboolean any = FALSE;

  for (guint i = TRAS_CERTIFICATE_VALID; i < G_N_ELEMENTS (self->chips); i++)
    any |= gtk_toggle_button_get_active (self->chips[i]);

  return !any || gtk_toggle_button_get_active (self->chips[state]);
}

static gboolean
is_wanted (TrasCertificatePage *self,
           const TrasSkillSpot *spot)
{
  gint64 area_id = tras_name_filter_get_id (self->areas);
  gint64 skill_id = tras_name_filter_get_id (self->skills);

  return (area_id == 0 || spot->row->area_id == area_id) &&
         (skill_id == 0 ||
          TRAS_RECORD (self->board->skills->pdata[spot->skill])->id == skill_id) &&
         is_state_wanted (self, tras_skill_spot_get_cell (spot)->certificate);
}

static TrasSkillItem *
make_item (TrasCertificatePage *self,
           const TrasSkillSpot *spot)
{
  const TrasSkillCell *cell = tras_skill_spot_get_cell (spot);
  TrasSkill *skill = self->board->skills->pdata[spot->skill];
  g_autofree char *title = g_strdup_printf (C_("skill", "%s · %s"), spot->row->person->name,
                                            skill->name);
  g_autofree char *state =
    tras_skill_words_dup_certificate (cell, self->board->day, tras_number_format_get_default ());
  g_autofree char *words = NULL;

  if (spot->row->post != NULL)
    /* Translators: a role, and how a certificate stands */
    words = g_strdup_printf (C_("certificate", "%s · %s"), state, spot->row->post->role_name);

  return tras_skill_item_new (TRAS_RECORD (spot->row->person)->id, TRAS_RECORD (skill)->id, title,
                              words != NULL ? words : state, looks[cell->certificate].icon,
                              looks[cell->certificate].css_class);
}

static void
refilter (TrasCertificatePage *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  GArray *spots;

  if (self->board == NULL)
    return;

  spots = self->board->certificates;
  for (guint i = 0; i < spots->len; i++)
    {
      const TrasSkillSpot *spot = &g_array_index (spots, TrasSkillSpot, i);

      if (is_wanted (self, spot))
        g_ptr_array_add (items, make_item (self, spot));
    }
  tras_skill_list_show (self->list, items);
  gtk_stack_set_visible_child_name (self->rows, items->len == 0 ? "nothing" : "certificates");
  gtk_stack_set_visible_child_name (self->stack, spots->len == 0 ? "empty" : "certificates");
}

/* ---- planning ---- */

/* All of the list that have expired or are about to. */
static GPtrArray *
list_due (TrasCertificatePage *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; self->board != NULL && i < self->board->certificates->len; i++)
    {
      const TrasSkillSpot *spot = &g_array_index (self->board->certificates, TrasSkillSpot, i);

      if (is_wanted (self, spot) &&
          tras_skill_spot_get_cell (spot)->certificate >= TRAS_CERTIFICATE_EXPIRING)
        g_ptr_array_add (items, make_item (self, spot));
    }

  return items;
}

/* Those who need the skill of a line, after those of the lines before. */
static void
add_need (TrasCertificatePage *self,
          GPtrArray           *needs,
          TrasSkillItem       *item)
{
  gint64 skill_id = tras_skill_item_get_skill_id (item);
  gint64 person_id = tras_skill_item_get_person_id (item);
  TrasTrainNeed *need = NULL;

  for (guint i = 0; i < needs->len && need == NULL; i++)
    {
      TrasTrainNeed *other = needs->pdata[i];

      need = other->skill_id == skill_id ? other : NULL;
    }
  for (guint i = 0; i < self->board->skills->len && need == NULL; i++)
    {
      TrasSkill *skill = self->board->skills->pdata[i];

      if (TRAS_RECORD (skill)->id != skill_id)
        continue;
      need = tras_train_need_new (skill_id, skill->name);
      g_ptr_array_add (needs, need);
    }
  if (need != NULL)
    g_array_append_val (need->people, person_id);
}

/* A session is about one skill: the first line's comes first. */
static void
on_plan_clicked (TrasCertificatePage *self)
{
  TrasStore *store = tras_loader_get_store (self->loader);
  g_autoptr (GPtrArray) items = tras_skill_list_dup_selected (self->list);
  g_autoptr (GPtrArray) needs =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tras_train_need_free);

  if (items->len == 0)
    {
      g_ptr_array_unref (items);
      items = list_due (self);
    }
  if (store == NULL || items->len == 0)
    {
      tras_window_toast (GTK_WIDGET (self), _("Select whose certificates are to be renewed"));
      return;
    }

  for (guint i = 0; self->board != NULL && i < items->len; i++)
    add_need (self, needs, items->pdata[i]);
  if (needs->len > 0)
    tras_train_forms_plan_skills (GTK_WIDGET (self), store, needs);
}

static void
on_item_activated (TrasCertificatePage *self,
                   TrasSkillItem       *item)
{
  tras_window_show_record (GTK_WIDGET (self), TRAS_TYPE_PERSON,
                           tras_skill_item_get_person_id (item));
}

/* ---- loading ---- */

static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return tras_skill_board_load (db, *(TrasDay *) data, TRAS_SKILL_EVERYBODY, error);
}

static gpointer
ask (gpointer owner)
{
  TrasDay today = tras_day_today ();

  return g_memdup2 (&today, sizeof today);
}

static void
take_board (gpointer owner,
            gpointer board)
{
  TrasCertificatePage *self = owner;

  g_clear_pointer (&self->board, tras_skill_board_unref);
  self->board = board;
  tras_chip_set_count (TRAS_CHIP (self->chips[TRAS_CERTIFICATE_EXPIRED]), self->board->n_expired);
  tras_chip_set_count (TRAS_CHIP (self->chips[TRAS_CERTIFICATE_EXPIRING]),
                       self->board->n_expiring);
  tras_chip_set_count (TRAS_CHIP (self->chips[TRAS_CERTIFICATE_VALID]),
                       self->board->certificates->len - self->board->n_expired -
                         self->board->n_expiring);
  refilter (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ATTENTION]);
}

static const char *const tables[] = { "area", "person", "post", "role", "skill", "skill_mark",
                                      NULL };

static const TrasLoading loading = {
  .tables = tables,
  .ask = ask,
  .free_wish = g_free,
  .job = load_job,
  .free_result = (GDestroyNotify) tras_skill_board_unref,
  .take = take_board,
  .is_daily = TRUE,
};

/* ---- a page of the tab ---- */

static void
tras_certificate_page_set_store (TrasInnerPage *page,
                                 TrasStore     *store)
{
  TrasCertificatePage *self = TRAS_CERTIFICATE_PAGE (page);

  if (!tras_loader_set_store (self->loader, store))
    return;

  g_clear_pointer (&self->board, tras_skill_board_unref);
  gtk_stack_set_visible_child_name (self->stack, "blank");
  tras_name_filter_set_store (self->areas, store);
  tras_name_filter_set_store (self->skills, store);
  gtk_widget_set_sensitive (GTK_WIDGET (self->plan_button),
                            store != NULL && !tras_store_is_read_only (store));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ATTENTION]);
  tras_loader_load (self->loader);
}

static void
tras_certificate_page_focus_page (TrasInnerPage *page)
{
  tras_skill_list_focus (TRAS_CERTIFICATE_PAGE (page)->list);
}

static void
page_init (TrasInnerPageInterface *iface)
{
  iface->set_store = tras_certificate_page_set_store;
  iface->focus = tras_certificate_page_focus_page;
}

/* ---- the object ---- */

static void
tras_certificate_page_dispose (GObject *object)
{
  TrasCertificatePage *self = TRAS_CERTIFICATE_PAGE (object);

  g_clear_pointer (&self->loader, tras_loader_free);
  g_clear_pointer (&self->board, tras_skill_board_unref);

  G_OBJECT_CLASS (tras_certificate_page_parent_class)->dispose (object);
}

static void
tras_certificate_page_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  TrasCertificatePage *self = TRAS_CERTIFICATE_PAGE (object);

  switch ((TrasCertificatePageProperty) prop_id)
    {
    case PROP_ATTENTION:
      g_value_set_uint (value, self->board != NULL
                                 ? self->board->n_expired + self->board->n_expiring : 0);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_certificate_page_class_init (TrasCertificatePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tras_certificate_page_dispose;
  object_class->get_property = tras_certificate_page_get_property;

  /**
   * TrasCertificatePage:attention:
   *
   * How many certificates have expired or are about to.
   */
  properties[PROP_ATTENTION] =
    g_param_spec_uint ("attention", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (TRAS_TYPE_SKILL_LIST);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/staff/tras-certificate-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasCertificatePage, filters);
  gtk_widget_class_bind_template_child (widget_class, TrasCertificatePage, list);
  gtk_widget_class_bind_template_child (widget_class, TrasCertificatePage, plan_button);
  gtk_widget_class_bind_template_child (widget_class, TrasCertificatePage, rows);
  gtk_widget_class_bind_template_child (widget_class, TrasCertificatePage, stack);
  gtk_widget_class_bind_template_callback (widget_class, on_item_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_plan_clicked);
}

static void
tras_certificate_page_init (TrasCertificatePage *self)
{
  static const char *const labels[] = {
    [TRAS_CERTIFICATE_VALID] = NC_("certificates", "Valid"),
    [TRAS_CERTIFICATE_EXPIRING] = NC_("certificates", "Expiring"),
    [TRAS_CERTIFICATE_EXPIRED] = NC_("certificates", "Expired"),
  };

  self->loader = tras_loader_new (&loading, self);
  gtk_widget_init_template (GTK_WIDGET (self));
  tras_skill_list_set_label (self->list, _("Certificates"));
  tras_skill_list_set_selects (self->list, TRUE);
  for (guint i = TRAS_CERTIFICATE_EXPIRED; i >= TRAS_CERTIFICATE_VALID; i--)
    {
      const char *label = g_dpgettext2 (GETTEXT_PACKAGE, "certificates", labels[i]);

      self->chips[i] = GTK_TOGGLE_BUTTON (tras_chip_new (label, NULL, NULL));
      g_signal_connect_swapped (self->chips[i], "toggled", G_CALLBACK (refilter), self);
      gtk_box_append (self->filters, GTK_WIDGET (self->chips[i]));
    }
  self->areas = TRAS_NAME_FILTER (tras_name_filter_new ("area", _("All areas"), _("Area")));
  g_signal_connect_swapped (self->areas, "changed", G_CALLBACK (refilter), self);
  gtk_box_append (self->filters, GTK_WIDGET (self->areas));
  self->skills = TRAS_NAME_FILTER (tras_name_filter_new ("skill", _("All skills"), _("Skill")));
  g_signal_connect_swapped (self->skills, "changed", G_CALLBACK (refilter), self);
  gtk_box_append (self->filters, GTK_WIDGET (self->skills));
  tras_help_set_page (GTK_WIDGET (self), "keep-skills");
}
