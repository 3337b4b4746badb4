/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include "ui/mark-list.h"

#include <glib/gi18n.h>

#include "ui/event-changes.h"
#include "ui/mark-changes.h"
#include "ui/wrap-layout.h"

struct _EntMarkList
{
  GtkWidget parent_instance;
  GtkWidget *tags;
  GtkWidget *notes;
  GtkWidget *entry;

  EntSession *session;
  char *event;
  char *statement;
  char *period;
  gint64 changed; /* the number of the note that is being written anew; 0 for none */
};

G_DEFINE_FINAL_TYPE (EntMarkList, ent_mark_list, GTK_TYPE_WIDGET)

static void
clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_widget_unparent (child);
}

static void
on_remove (EntMarkList *self,
           GtkWidget   *button)
{
  const gint64 *number = g_object_get_data (G_OBJECT (button), "number");

  ent_mark_changes_remove (self->session, *number);
}

/* A note is written anew where notes are written. */
static void
on_change (EntMarkList *self,
           GtkWidget   *button)
{
  const gint64 *number = g_object_get_data (G_OBJECT (button), "number");

  self->changed = *number;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), g_object_get_data (G_OBJECT (button), "text"));
  gtk_widget_grab_focus (self->entry);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

static GtkWidget *
new_change (EntMarkList   *self,
            const EntMark *mark)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "mark-remove");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Change Note"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Change Note"), -1);
  gtk_widget_set_visible (button, ent_event_changes_are_possible (self->session));
  g_object_set_data_full (G_OBJECT (button), "number", g_memdup2 (&mark->number, sizeof mark->number), g_free);
  g_object_set_data_full (G_OBJECT (button), "text", g_strdup (mark->text), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_change), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
new_remove (EntMarkList   *self,
            const EntMark *mark)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  const char *words = mark->type == ENT_MARK_TAG ? _ ("Remove Tag") : _ ("Remove Note");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "mark-remove");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_visible (button, ent_event_changes_are_possible (self->session));
  g_object_set_data_full (G_OBJECT (button), "number", g_memdup2 (&mark->number, sizeof mark->number), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove), self, G_CONNECT_SWAPPED);
  return button;
}

static char *
dup_source (const EntMark *mark)
{
  g_autoptr (GDateTime) time = mark->time != NULL ? g_date_time_new_from_iso8601 (mark->time, NULL) : NULL;
  g_autoptr (GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;
  g_autofree char *day = local != NULL ? g_date_time_format (local, "%x") : NULL;

  if (mark->coder != NULL && *mark->coder != '\0' && day != NULL)
    return g_strdup_printf (_ ("%s · %s"), mark->coder, day);
  return g_strdup (day != NULL ? day : "");
}

static void
add_tag (EntMarkList   *self,
         const EntMark *mark)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  g_autofree char *words = g_strconcat ("#", mark->text, NULL);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (chip, "tag-chip");
  gtk_box_append (GTK_BOX (chip), label);
  gtk_box_append (GTK_BOX (chip), new_remove (self, mark));
  gtk_widget_set_parent (chip, self->tags);
}

static void
add_note (EntMarkList   *self,
          const EntMark *mark)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *text = gtk_label_new (mark->text);
  g_autofree char *source = dup_source (mark);
  GtkWidget *by = gtk_label_new (source);

  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (text), TRUE);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_xalign (GTK_LABEL (by), 0);
  gtk_widget_add_css_class (by, "caption");
  gtk_widget_add_css_class (by, "dim-label");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), text);
  gtk_box_append (GTK_BOX (words), by);
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (row), new_change (self, mark));
  gtk_box_append (GTK_BOX (row), new_remove (self, mark));
  gtk_box_append (GTK_BOX (self->notes), row);
}

static void
update (EntMarkList *self)
{
  GArray *marks = self->session != NULL ? ent_session_get_marks (self->session) : NULL;

  clear (self->tags);
  clear (self->notes);
  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      const EntMark *mark = &g_array_index (marks, EntMark, i);
      gboolean here = self->event != NULL       ? g_strcmp0 (mark->event, self->event) == 0
                      : self->statement != NULL ? g_strcmp0 (mark->statement, self->statement) == 0
                                                : g_strcmp0 (mark->period, self->period) == 0;

      if (here && mark->type == ENT_MARK_TAG)
        add_tag (self, mark);
      else if (here)
        add_note (self, mark);
    }
  gtk_widget_set_visible (self->tags, gtk_widget_get_first_child (self->tags) != NULL);
  gtk_widget_set_visible (self->notes, gtk_widget_get_first_child (self->notes) != NULL);
  gtk_widget_set_visible (self->entry, self->session != NULL && ent_event_changes_are_possible (self->session));
}

static void
on_activate (EntMarkList *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  gboolean is_tag = *g_strstrip (text) == '#';
  g_autofree char *words = g_strdup (is_tag ? text + 1 : text);

  gint64 changed = self->changed;

  if (*g_strstrip (words) == '\0')
    return;
  self->changed = 0;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  if (changed != 0)
    ent_mark_changes_change (self->session, changed, text);
  else
    ent_mark_changes_add (self->session, is_tag ? ENT_MARK_TAG : ENT_MARK_NOTE,
                          (EntMarkTarget) { self->event, self->statement, self->period }, words);
}

static void
set_session (EntMarkList *self,
             EntSession  *session)
{
  if (self->session == session)
    return;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session != NULL)
    g_signal_connect_swapped (session, "notify::index", G_CALLBACK (update), self);
}

static void
ent_mark_list_dispose (GObject *object)
{
  EntMarkList *self = ENT_MARK_LIST (object);

  set_session (self, NULL);
  if (self->tags != NULL)
    clear (self->tags);
  self->tags = NULL;
  clear (GTK_WIDGET (self));
  g_clear_pointer (&self->event, g_free);
  g_clear_pointer (&self->statement, g_free);
  g_clear_pointer (&self->period, g_free);

  G_OBJECT_CLASS (ent_mark_list_parent_class)->dispose (object);
}

static void
ent_mark_list_class_init (EntMarkListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_mark_list_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "marklist");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ent_mark_list_init (EntMarkList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->tags = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->tags, g_object_new (ENT_TYPE_WRAP_LAYOUT, NULL));
  self->notes = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("Add a note or #tag"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Add a note or #tag"), -1);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_activate), self);
  gtk_widget_set_parent (self->tags, GTK_WIDGET (self));
  gtk_widget_set_parent (self->notes, GTK_WIDGET (self));
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
}

/**
 * ent_mark_list_new:
 *
 * Returns: (transfer floating): a list of nothing yet
 */
GtkWidget *
ent_mark_list_new (void)
{
  return g_object_new (ENT_TYPE_MARK_LIST, NULL);
}

/**
 * ent_mark_list_show:
 * @self: a list
 * @session: whose notes and tags
 * @target: what they are on
 */
void
ent_mark_list_show (EntMarkList   *self,
                    EntSession    *session,
                    EntMarkTarget  target)
{
  g_return_if_fail (ENT_IS_MARK_LIST (self) && ENT_IS_SESSION (session));

  /* What was begun to be written was about something else. */
  if (g_strcmp0 (target.event, self->event) != 0 || g_strcmp0 (target.statement, self->statement) != 0
      || g_strcmp0 (target.period, self->period) != 0)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
      self->changed = 0;
    }
  g_free (self->event);
  g_free (self->statement);
  g_free (self->period);
  self->event = g_strdup (target.event);
  self->statement = g_strdup (target.statement);
  self->period = g_strdup (target.period);
  set_session (self, session);
  update (self);
}
