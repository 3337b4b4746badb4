/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/saved-filters.h"

#include <string.h>

#include "ui/accessible-names.h"
#include "ui/settings.h"
#include "ui/toast.h"

#define KEY "saved-filters"

struct _EntSavedFilters
{
  GtkWidget parent_instance;
  GtkMenuButton *button;
  GtkPopover *popover;
  GtkWidget *none;
  GtkWidget *scroller;
  GtkBox *list;
  GtkEditable *name;
  GtkWidget *save;
  EntSession *session;
  GSettings *settings; /* may be NULL */
  GVariant *kept;      /* a{ss}: names and filters, while there are no settings to keep them in */
};

G_DEFINE_FINAL_TYPE (EntSavedFilters, ent_saved_filters, GTK_TYPE_WIDGET)

static GVariant *
dup_saved (EntSavedFilters *self)
{
  return self->settings != NULL ? g_settings_get_value (self->settings, KEY) : g_variant_ref (self->kept);
}

static void
keep (EntSavedFilters *self,
      GVariant        *saved)
{
  g_clear_pointer (&self->kept, g_variant_unref);
  self->kept = g_variant_ref_sink (saved);
  ent_settings_set (self->settings, KEY, self->kept);
}

/* All that are saved but one, with @filter in its place unless that is %NULL. */
static void
put (EntSavedFilters *self,
     const char      *name,
     const char      *filter)
{
  g_autoptr (GVariant) saved = dup_saved (self);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *other, *words;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_iter_init (&iter, saved);
  while (g_variant_iter_next (&iter, "{&s&s}", &other, &words))
    {
      if (!g_str_equal (other, name))
        g_variant_builder_add (&builder, "{ss}", other, words);
    }
  if (filter != NULL)
    g_variant_builder_add (&builder, "{ss}", name, filter);
  keep (self, g_variant_builder_end (&builder));
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char * const *) a, *(const char * const *) b);
}

static GPtrArray *
collect_names (EntSavedFilters *self)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GVariant) saved = dup_saved (self);
  GVariantIter iter;
  const char *name;

  g_variant_iter_init (&iter, saved);
  while (g_variant_iter_next (&iter, "{&s&s}", &name, NULL))
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

static void fill (EntSavedFilters *self);

static void
on_apply (GtkWidget *button,
          gpointer   data)
{
  EntSavedFilters *self = ENT_SAVED_FILTERS (data);

  gtk_popover_popdown (self->popover);
  ent_saved_filters_apply (self, g_object_get_data (G_OBJECT (button), "name"));
}

static void
on_undo (EntSavedFilters *self,
         AdwToast        *toast)
{
  put (self, g_object_get_data (G_OBJECT (toast), "name"), g_object_get_data (G_OBJECT (toast), "filter"));
}

/* Tells of a filter that is lost, and gives it back when asked to. */
static void
offer_undo (EntSavedFilters *self,
            const char      *words,
            const char      *name,
            const char      *filter)
{
  GtkWidget *toasts = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *markup = g_markup_escape_text (words, -1);

  if (toasts == NULL)
    return;
  AdwToast *toast = adw_toast_new (markup);
  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_object_set_data_full (G_OBJECT (toast), "name", g_strdup (name), g_free);
  g_object_set_data_full (G_OBJECT (toast), "filter", g_strdup (filter), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_undo), self, G_CONNECT_SWAPPED);
  ent_toast_add (ADW_TOAST_OVERLAY (toasts), toast);
  ent_accessible_names_tidy (toasts);
}

static char *
dup_filter (EntSavedFilters *self,
            const char      *name)
{
  g_autoptr (GVariant) saved = dup_saved (self);
  char *filter = NULL;

  g_variant_lookup (saved, name, "s", &filter);
  return filter;
}

static void
on_delete (GtkWidget *button,
           gpointer   data)
{
  EntSavedFilters *self = ENT_SAVED_FILTERS (data);
  const char *name = g_object_get_data (G_OBJECT (button), "name");
  g_autofree char *filter = dup_filter (self, name);

  g_autofree char *words = g_strdup_printf (_ ("Filter “%s” forgotten"), name);

  put (self, name, NULL);
  if (filter != NULL)
    offer_undo (self, words, name, filter);
  /* The popover would take the click that is to undo it; the button goes with it. */
  gtk_popover_popdown (self->popover);
}

static void
add_row (EntSavedFilters *self,
         const char      *name)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *apply = gtk_button_new ();
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *delete = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *spoken = g_strdup_printf (_ ("Forget the filter “%s”"), name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (apply), label);
  gtk_widget_set_hexpand (apply, TRUE);
  gtk_widget_add_css_class (apply, "flat");
  gtk_widget_add_css_class (delete, "flat");
  gtk_widget_set_tooltip_text (delete, _ ("Forget"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (delete), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (apply), "name", g_strdup (name), g_free);
  g_object_set_data_full (G_OBJECT (delete), "name", g_strdup (name), g_free);
  g_signal_connect (apply, "clicked", G_CALLBACK (on_apply), self);
  g_signal_connect (delete, "clicked", G_CALLBACK (on_delete), self);
  gtk_box_append (GTK_BOX (row), apply);
  gtk_box_append (GTK_BOX (row), delete);
  gtk_box_append (self->list, row);
}

static void
fill (EntSavedFilters *self)
{
  g_autoptr (GPtrArray) names = collect_names (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
  for (guint i = 0; i < names->len; i++)
    add_row (self, g_ptr_array_index (names, i));
  gtk_widget_set_visible (self->none, names->len == 0);
  gtk_widget_set_visible (self->scroller, names->len > 0);
}

static char *
dup_name (EntSavedFilters *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
}

static void
update_save (EntSavedFilters *self)
{
  g_autofree char *name = dup_name (self);
  gboolean any = self->session != NULL && ent_session_get_index (self->session) != NULL
                 && ent_session_is_filtered (self->session);

  gtk_widget_set_sensitive (GTK_WIDGET (self->name), any);
  gtk_widget_set_sensitive (self->save, any && *name != '\0');
}

static void
on_shown (EntSavedFilters *self)
{
  gtk_editable_set_text (self->name, "");
  fill (self);
  update_save (self);
  /* What was in focus may have gone with the rows. */
  if (!gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

static void
on_save (EntSavedFilters *self)
{
  g_autofree char *name = dup_name (self);

  if (!gtk_widget_get_sensitive (self->save))
    return;
  g_autofree char *before = dup_filter (self, name);
  ent_saved_filters_save (self, name);
  g_autofree char *after = dup_filter (self, name);
  on_shown (self);
  if (before == NULL || g_strcmp0 (before, after) == 0)
    return;
  g_autofree char *words = g_strdup_printf (_ ("Filter “%s” replaced"), name);
  offer_undo (self, words, name, before);
  gtk_popover_popdown (self->popover);
}

static void
ent_saved_filters_dispose (GObject *object)
{
  EntSavedFilters *self = ENT_SAVED_FILTERS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->kept, g_variant_unref);

  G_OBJECT_CLASS (ent_saved_filters_parent_class)->dispose (object);
}

static void
ent_saved_filters_class_init (EntSavedFiltersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_saved_filters_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, ENT_RESOURCE_PATH "/saved-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, EntSavedFilters, button);
  gtk_widget_class_bind_template_child (widget_class, EntSavedFilters, popover);
  gtk_widget_class_bind_template_child (widget_class, EntSavedFilters, none);
  gtk_widget_class_bind_template_child (widget_class, EntSavedFilters, list);
  gtk_widget_class_bind_template_child (widget_class, EntSavedFilters, scroller);
  gtk_widget_class_bind_template_child (widget_class, EntSavedFilters, name);
  gtk_widget_class_bind_template_child (widget_class, EntSavedFilters, save);
  gtk_widget_class_bind_template_callback (widget_class, on_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, update_save);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ent_saved_filters_init (EntSavedFilters *self)
{
  self->kept = g_variant_ref_sink (g_variant_new ("a{ss}", NULL));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ent_saved_filters_set_session:
 * @self: saved filters
 * @session: (nullable): what they are asked of
 */
void
ent_saved_filters_set_session (EntSavedFilters *self,
                               EntSession      *session)
{
  g_return_if_fail (ENT_IS_SAVED_FILTERS (self));
  g_return_if_fail (session == NULL || ENT_IS_SESSION (session));

  g_set_object (&self->session, session);
}

/**
 * ent_saved_filters_set_settings:
 * @self: saved filters
 * @settings: (nullable): where they are kept
 */
void
ent_saved_filters_set_settings (EntSavedFilters *self,
                                GSettings       *settings)
{
  g_return_if_fail (ENT_IS_SAVED_FILTERS (self));

  g_set_object (&self->settings, settings);
}

/**
 * ent_saved_filters_save:
 * @self: saved filters
 * @name: a name; what is saved under it already is replaced
 *
 * Saves what is asked now, without the relationship.
 */
void
ent_saved_filters_save (EntSavedFilters *self,
                        const char      *name)
{
  g_return_if_fail (ENT_IS_SAVED_FILTERS (self) && self->session != NULL && name != NULL);

  g_autoptr (EntFilter) filter = ent_filter_with_between (ent_session_get_filter (self->session), NULL, 0, FALSE);
  g_autofree char *words = ent_filter_to_string (filter, ent_session_get_vocabulary (self->session));
  put (self, name, words);
}

/**
 * ent_saved_filters_apply:
 * @self: saved filters
 * @name: one that was saved; another changes nothing
 *
 * Asks a saved filter of the relationship on show. One that a vocabulary of other topics left behind is not asked.
 */
void
ent_saved_filters_apply (EntSavedFilters *self,
                         const char      *name)
{
  g_return_if_fail (ENT_IS_SAVED_FILTERS (self) && self->session != NULL && name != NULL);

  g_autoptr (GVariant) saved = dup_saved (self);
  g_autoptr (GError) error = NULL;
  const char *words;

  if (!g_variant_lookup (saved, name, "&s", &words))
    return;
  g_autoptr (EntFilter) filter = ent_filter_from_string (words, ent_session_get_vocabulary (self->session), &error);
  if (filter == NULL)
    {
      g_message ("The filter “%s” cannot be asked: %s", name, error->message);
      return;
    }
  g_autoptr (EntFilter) whole = ent_filter_with_relationship (filter, ent_session_get_filter (self->session));
  ent_session_set_filter (self->session, whole);
}
