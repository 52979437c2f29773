/* tras-action-kinds.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "tras-action-kinds.h"
#include "tras-action-steps.h"
#include "tras-action-words.h"
#include "tras-attendance-form.h"
#include "tras-buy-forms.h"
#include "tras-hire-forms.h"
#include "tras-icon-button.h"
#include "tras-item.h"
#include "tras-list-sync.h"
#include "tras-number.h"
#include "tras-train-forms.h"
#include "tras-training-words.h"
#include "tras-window.h"

typedef enum
{
  HIRE,
  TRAIN,
  BUY,
  N_KINDS,
} Kind;

/* A kind's records with a head over them and a button that adds to them. */
typedef struct
{
  AdwPreferencesGroup *group;
  GtkWidget *list;
  GtkWidget *hint;
  GtkWidget *button;
  GListStore *rows;
} Section;

struct _TrasActionKinds
{
  GtkWidget parent_instance;

  Section sections[N_KINDS];

  /* owned */
  TrasStore *store;
  TrasAction *action;
  TrasActionRecords *records;
};

G_DEFINE_FINAL_TYPE (TrasActionKinds, tras_action_kinds, GTK_TYPE_WIDGET)

static const struct
{
  const char *kind;
  const char *title;
  const char *button;
  const char *empty;
} kinds[] = {
  [HIRE] = { "hire", N_("Hiring"), N_("Open _Vacancy…"),
             N_("Open a vacancy: once its seats are filled, the action is done.") },
  [TRAIN] = { "train", N_("Training"), N_("_Plan Session…"),
              N_("Plan a session: once all are held, the action is done.") },
  [BUY] = { "buy", N_("To Buy"), N_("Add _Item to Buy…"),
            N_("Add what to buy: once all of it has come, the action is done.") },
};

static gboolean
can_write (TrasActionKinds *self)
{
  return self->store != NULL && !tras_store_is_read_only (self->store);
}

static gboolean
is_word (const char *value,
         const char *word)
{
  return g_strcmp0 (value, word) == 0;
}

static char *
dup_money (TrasActionKinds *self,
           gint64           money)
{
  return tras_number_format_money (tras_number_format_get_default (), money,
                                   tras_store_get_currency (self->store));
}

static char *
dup_day (TrasDay day)
{
  return tras_number_format_date_medium (tras_number_format_get_default (), day);
}

/* What is said of a record, one thing behind the other. */
static char *
join (GStrvBuilder *parts)
{
  g_auto (GStrv) strings = g_strv_builder_end (parts);

  return g_strjoinv (" · ", strings);
}

static void
take_part (GStrvBuilder *parts,
           char         *part)
{
  g_strv_builder_add (parts, part);
  g_free (part);
}

static void
apply (TrasActionKinds *self,
       TrasEdit        *edit)
{
  g_autoptr (TrasEdit) owned = edit;

  tras_window_apply (GTK_WIDGET (self), edit, TRAS_APPLY_DEFAULT, NULL, NULL);
}

/* ---- rows ---- */

static GtkWidget *
make_row (const char *title,
          const char *subtitle,
          const char *icon_name,
          const char *css_class)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title,
                                 "subtitle", subtitle, "title-lines", 3, "subtitle-lines", 4, NULL);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", icon_name, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (icon, css_class);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);

  return row;
}

static void
add_button (TrasActionKinds *self,
            GtkWidget       *row,
            GtkWidget       *button,
            const char      *name,
            gpointer         record,
            GCallback        clicked)
{
  g_autofree char *full =
    g_strdup_printf (C_("button", "%s: %s"), name,
                     adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, full, -1);
  g_object_set_data_full (G_OBJECT (button), "record", g_object_ref (record), g_object_unref);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_words_button (TrasActionKinds *self,
                  GtkWidget       *row,
                  const char      *words,
                  gpointer         record,
                  GCallback        clicked)
{
  add_button (self, row, gtk_button_new_with_label (words), words, record, clicked);
}

static void
add_icon_button (TrasActionKinds *self,
                 GtkWidget       *row,
                 const char      *icon_name,
                 const char      *words,
                 gpointer         record,
                 GCallback        clicked)
{
  add_button (self, row, tras_icon_button_new (icon_name, words), words, record, clicked);
}

static gpointer
get_record (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "record");
}

/* ---- hire ---- */

static void
on_fill (TrasActionKinds *self,
         GtkWidget       *button)
{
  tras_hire_forms_fill (GTK_WIDGET (self), self->store, get_record (button), NULL);
}

static char *
dup_vacancy_words (TrasActionKinds *self,
                   TrasVacancy     *vacancy,
                   gboolean         late)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  gboolean filled = tras_vacancy_is_filled (vacancy);
  TrasDay day = filled || vacancy->closed_on != TRAS_DAY_NONE ? vacancy->closed_on
                                                              : vacancy->needed_by;
  g_autofree char *date = day != TRAS_DAY_NONE ? dup_day (day) : NULL;

  take_part (parts, g_strdup_printf (ngettext ("%d of %d seat filled", "%d of %d seats filled",
                                               (gulong) vacancy->seats),
                                     (int) vacancy->filled, (int) vacancy->seats));
  if (date != NULL && vacancy->closed_on != TRAS_DAY_NONE)
    take_part (parts, g_strdup_printf (_("closed on %s"), date));
  else if (date != NULL)
    take_part (parts, g_strdup_printf (late ? _("late, needed by %s") : _("needed by %s"), date));
  if (vacancy->cost > 0)
    take_part (parts, dup_money (self, vacancy->cost));

  return join (parts);
}

static GtkWidget *
make_vacancy_row (TrasActionKinds *self,
                  TrasVacancy     *vacancy)
{
  gboolean filled = tras_vacancy_is_filled (vacancy);
  gboolean late = !filled && vacancy->closed_on == TRAS_DAY_NONE &&
                  vacancy->needed_by != TRAS_DAY_NONE && vacancy->needed_by < tras_day_today ();
  g_autofree char *words = dup_vacancy_words (self, vacancy, late);
  GtkWidget *row = make_row (vacancy->role_name, words,
                             filled ? "tras-meets-symbolic"
                             : late ? "tras-late-symbolic"
                                    : "tras-open-symbolic",
                             late ? "tras-worse" : "tras-usual");

  if (!filled && vacancy->closed_on == TRAS_DAY_NONE && can_write (self))
    add_words_button (self, row, _("Seat Filled…"), vacancy, G_CALLBACK (on_fill));

  return row;
}

/* ---- train ---- */

static void
on_hold (TrasActionKinds *self,
         GtkWidget       *button)
{
  TrasRecord *session = get_record (button);

  tras_attendance_form_present (GTK_WIDGET (self), self->store, session->id);
}

static void
on_cancel (TrasActionKinds *self,
           GtkWidget       *button)
{
  tras_train_forms_cancel_session (GTK_WIDGET (self), get_record (button));
}

static GtkWidget *
make_training_row (TrasActionKinds *self,
                   TrasTraining    *training)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_autofree char *words = NULL;
  GtkWidget *row;

  if (training->skill_name != NULL)
    take_part (parts, tras_training_words_dup_gives (training));
  if (training->indicator_name != NULL)
    /* Translators: what a training is for; %s is an indicator */
    take_part (parts, g_strdup_printf (_("should move “%s”"), training->indicator_name));
  words = join (parts);
  row = make_row (training->title, words, "tras-staff-symbolic", "tras-usual");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), can_write (self));

  return row;
}

static GtkWidget *
make_session_row (TrasActionKinds     *self,
                  TrasTrainingSession *session)
{
  TrasDay today = tras_day_today ();
  g_autofree char *when = tras_session_words_dup_when (session->starts_at);
  g_autofree char *words =
    tras_session_words_dup_state (session, today, tras_store_get_currency (self->store));
  TrasTrainingIcon icon = tras_session_words_get_icon (session, today);
  GtkWidget *row = make_row (when, words, icon.icon, icon.css_class);

  if (is_word (session->state, "planned") && can_write (self))
    {
      add_words_button (self, row, _("Attendance…"), session, G_CALLBACK (on_hold));
      add_icon_button (self, row, "process-stop-symbolic", _("Cancel Session"), session,
                       G_CALLBACK (on_cancel));
    }

  return row;
}

/* ---- buy ---- */

static TrasPurchase *
find_purchase (TrasActionKinds *self,
               gint64           id)
{
  for (guint i = 0; i < self->records->purchases->len; i++)
    {
      if (TRAS_RECORD (self->records->purchases->pdata[i])->id == id)
        return self->records->purchases->pdata[i];
    }

  return NULL;
}

static void
on_send (TrasActionKinds *self,
         GtkWidget       *button)
{
  TrasPurchaseLine *line = get_record (button);
  TrasPurchase *purchase = find_purchase (self, line->purchase_id);

  if (purchase != NULL)
    apply (self, tras_action_step_send_order (self->action, purchase));
}

static void
on_receive (TrasActionKinds *self,
            GtkWidget       *button)
{
  tras_buy_forms_receive (GTK_WIDGET (self), self->store, self->action, get_record (button));
}

static void
on_remove_line (TrasActionKinds *self,
                GtkWidget       *button)
{
  TrasEdit *edit = tras_edit_new (_("Buy it not"));

  tras_edit_delete (edit, get_record (button));
  apply (self, edit);
}

static gint64
get_price (TrasPurchaseLine *line)
{
  return line->unit_price != TRAS_NULL ? (line->quantity * line->unit_price + 500) / 1000 : 0;
}

static char *
dup_line_words (TrasActionKinds  *self,
                TrasPurchaseLine *line,
                gboolean          late)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_autofree char *wanted = tras_item_dup_amount (line->unit, line->quantity);
  g_autofree char *good = tras_item_dup_amount (line->unit, line->good);
  g_autofree char *rejected = tras_item_dup_amount (line->unit, line->rejected);
  g_autofree char *sent = line->sent_on != TRAS_DAY_NONE ? dup_day (line->sent_on) : NULL;
  g_autofree char *promised =
    line->promised_on != TRAS_DAY_NONE ? dup_day (line->promised_on) : NULL;

  if (is_word (line->purchase_state, "draft"))
    /* Translators: %s is a quantity with its unit */
    take_part (parts, g_strdup_printf (_("%s, not ordered yet"), wanted));
  else if (is_word (line->purchase_state, "cancelled"))
    take_part (parts, g_strdup_printf (_("%s, cancelled"), wanted));
  else if (line->good + line->rejected == 0 && promised != NULL)
    /* Translators: %s is a quantity with its unit */
    take_part (parts, g_strdup_printf (_("%s ordered"), wanted));
  else if (line->good + line->rejected == 0 && sent != NULL)
    /* Translators: a quantity with its unit, and a date */
    take_part (parts, g_strdup_printf (_("%s, ordered on %s"), wanted, sent));
  else
    /* Translators: two quantities with their unit */
    take_part (parts, g_strdup_printf (_("%s of %s received"), good, wanted));
  if (line->rejected > 0)
    take_part (parts, g_strdup_printf (_("%s rejected"), rejected));
  if (promised != NULL && tras_purchase_line_get_missing (line) > 0)
    take_part (parts, g_strdup_printf (late ? _("late, promised for %s") : _("promised for %s"),
                                       promised));
  if (line->unit_price != TRAS_NULL)
    take_part (parts, dup_money (self, get_price (line)));
  take_part (parts, g_strdup (line->supplier_name));

  return join (parts);
}

/* An order is sent as a whole: its first line has the button. */
static gboolean
is_first_of_order (TrasActionKinds  *self,
                   TrasPurchaseLine *line)
{
  for (guint i = 0; i < self->records->lines->len; i++)
    {
      TrasPurchaseLine *other = self->records->lines->pdata[i];

      if (other->purchase_id == line->purchase_id)
        return TRAS_RECORD (other)->id == TRAS_RECORD (line)->id;
    }

  return FALSE;
}

static const char *
get_line_icon (TrasPurchaseLine *line,
               gboolean          late)
{
  if (late)
    return "tras-late-symbolic";
  if (is_word (line->purchase_state, "cancelled"))
    return "tras-misses-symbolic";
  if (tras_purchase_line_get_missing (line) == 0)
    return "tras-meets-symbolic";

  return is_word (line->purchase_state, "sent") ? "tras-stock-due-symbolic" : "tras-open-symbolic";
}

static GtkWidget *
make_line_row (TrasActionKinds  *self,
               TrasPurchaseLine *line)
{
  gint64 missing = tras_purchase_line_get_missing (line);
  gboolean draft = is_word (line->purchase_state, "draft");
  gboolean sent = is_word (line->purchase_state, "sent");
  gboolean late = sent && missing > 0 && line->promised_on != TRAS_DAY_NONE &&
                  line->promised_on < tras_day_today ();
  g_autofree char *words = dup_line_words (self, line, late);
  GtkWidget *row = make_row (line->item_name, words, get_line_icon (line, late),
                             late ? "tras-worse" : "tras-usual");

  if (draft && can_write (self))
    {
      if (is_first_of_order (self, line))
        add_words_button (self, row, _("Send Order"), line, G_CALLBACK (on_send));
      add_icon_button (self, row, "list-remove-symbolic", _("Do Not Buy"), line,
                       G_CALLBACK (on_remove_line));
    }
  else if (sent && missing > 0 && can_write (self))
    {
      add_words_button (self, row, _("Received…"), line, G_CALLBACK (on_receive));
    }

  return row;
}

/* ---- sections ---- */

static GtkWidget *
make_record_row (gpointer item,
                 gpointer user_data)
{
  TrasActionKinds *self = user_data;

  if (TRAS_IS_VACANCY (item))
    return make_vacancy_row (self, item);
  if (TRAS_IS_TRAINING (item))
    return make_training_row (self, item);
  if (TRAS_IS_TRAINING_SESSION (item))
    return make_session_row (self, item);

  return make_line_row (self, item);
}

static void
on_row_activated (TrasActionKinds *self,
                  GtkListBoxRow   *row,
                  GtkListBox      *list)
{
  g_autoptr (TrasRecord) record =
    g_list_model_get_item (G_LIST_MODEL (self->sections[TRAIN].rows),
                           (guint) gtk_list_box_row_get_index (row));

  if (TRAS_IS_TRAINING (record) && can_write (self))
    tras_train_forms_change (GTK_WIDGET (self), self->store, TRAS_TRAINING (record));
}

static TrasTraining *
get_newest_training (TrasActionKinds *self)
{
  GPtrArray *trainings = self->records != NULL ? self->records->trainings : NULL;

  return trainings != NULL && trainings->len > 0 ? trainings->pdata[trainings->len - 1] : NULL;
}

static void
on_add (TrasActionKinds *self,
        GtkWidget       *button)
{
  GtkWidget *owner = GTK_WIDGET (self);

  if (self->action == NULL || !can_write (self))
    return;

  if (button == self->sections[HIRE].button)
    tras_hire_forms_open (owner, self->store, self->action);
  else if (button == self->sections[TRAIN].button)
    tras_train_forms_plan (owner, self->store, self->action, get_newest_training (self));
  else
    tras_buy_forms_add (owner, self->store, self->action);
}

static void
section_init (TrasActionKinds *self,
              Kind             kind)
{
  Section *section = &self->sections[kind];

  section->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (section->group, _(kinds[kind].title));
  section->button = gtk_button_new_with_mnemonic (_(kinds[kind].button));
  gtk_widget_set_valign (section->button, GTK_ALIGN_CENTER);
  g_signal_connect_object (section->button, "clicked", G_CALLBACK (on_add), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (section->group, section->button);

  section->rows = g_list_store_new (TRAS_TYPE_RECORD);
  section->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (section->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (section->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (section->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(kinds[kind].title), -1);
  gtk_list_box_bind_model (GTK_LIST_BOX (section->list), G_LIST_MODEL (section->rows),
                           make_record_row, self, NULL);
  g_signal_connect_object (section->list, "row-activated", G_CALLBACK (on_row_activated), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (section->group, section->list);
  section->hint = gtk_label_new (_(kinds[kind].empty));
  gtk_label_set_wrap (GTK_LABEL (section->hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (section->hint), 0);
  gtk_widget_add_css_class (section->hint, "dim-label");
  adw_preferences_group_add (section->group, section->hint);
  gtk_widget_set_visible (GTK_WIDGET (section->group), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (section->group), GTK_WIDGET (self));
}

/* A session stands below what it teaches. */
static GPtrArray *
list_sessions (TrasActionRecords *records)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < records->trainings->len; i++)
    {
      TrasRecord *training = records->trainings->pdata[i];

      g_ptr_array_add (rows, g_object_ref (training));
      for (guint j = 0; j < records->sessions->len; j++)
        {
          TrasTrainingSession *session = records->sessions->pdata[j];

          if (session->training_id == training->id)
            g_ptr_array_add (rows, g_object_ref (session));
        }
    }

  return rows;
}

static gboolean
is_same_record (gconstpointer a,
                gconstpointer b)
{
  return G_OBJECT_TYPE (a) == G_OBJECT_TYPE (b) &&
         TRAS_RECORD ((gpointer) a)->id == TRAS_RECORD ((gpointer) b)->id &&
         tras_record_equal (TRAS_RECORD ((gpointer) a), TRAS_RECORD ((gpointer) b));
}

static void
show_section (TrasActionKinds *self,
              Kind             kind,
              GPtrArray       *records)
{
  Section *section = &self->sections[kind];
  gboolean is_kind = is_word (self->action->kind, kinds[kind].kind);

  /* Which line of an order comes first may have changed. */
  if (g_list_model_get_n_items (G_LIST_MODEL (section->rows)) != records->len)
    g_list_store_remove_all (section->rows);
  tras_list_sync (section->rows, records, is_same_record);
  gtk_widget_set_visible (section->list, records->len > 0);
  gtk_widget_set_visible (section->button, can_write (self) && tras_action_is_open (self->action));
  gtk_widget_set_visible (section->hint, records->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (section->group),
                          records->len > 0 || (is_kind && tras_action_is_open (self->action)));
}

/* ---- the object ---- */

static void
tras_action_kinds_dispose (GObject *object)
{
  TrasActionKinds *self = TRAS_ACTION_KINDS (object);

  for (guint i = 0; i < N_KINDS; i++)
    {
      if (self->sections[i].group != NULL)
        gtk_widget_unparent (GTK_WIDGET (self->sections[i].group));
      g_clear_object (&self->sections[i].rows);
      self->sections[i].group = NULL;
    }
  g_clear_object (&self->store);
  g_clear_object (&self->action);
  g_clear_pointer (&self->records, tras_action_records_free);

  G_OBJECT_CLASS (tras_action_kinds_parent_class)->dispose (object);
}

static void
tras_action_kinds_class_init (TrasActionKindsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tras_action_kinds_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "actionkinds");
}

static void
tras_action_kinds_init (TrasActionKinds *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 18);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  for (Kind kind = HIRE; kind < N_KINDS; kind++)
    section_init (self, kind);
}

/**
 * tras_action_kinds_set:
 * @self: the sections
 * @store: the file
 * @action: the action on show
 * @records: (transfer full): all that was recorded for it
 */
void
tras_action_kinds_set (TrasActionKinds   *self,
                       TrasStore         *store,
                       TrasAction        *action,
                       TrasActionRecords *records)
{
  g_autoptr (GPtrArray) sessions = NULL;
  gboolean visible = FALSE;

  g_return_if_fail (TRAS_IS_ACTION_KINDS (self));
  g_return_if_fail (TRAS_IS_ACTION (action));
  g_return_if_fail (records != NULL);

  g_set_object (&self->store, store);
  g_set_object (&self->action, action);
  g_clear_pointer (&self->records, tras_action_records_free);
  self->records = records;

  sessions = list_sessions (records);
  show_section (self, HIRE, records->vacancies);
  show_section (self, TRAIN, sessions);
  show_section (self, BUY, records->lines);
  for (Kind kind = HIRE; kind < N_KINDS; kind++)
    visible = visible || gtk_widget_get_visible (GTK_WIDGET (self->sections[kind].group));
  gtk_widget_set_visible (GTK_WIDGET (self), visible);
}
