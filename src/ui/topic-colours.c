/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include "ui/topic-colours.h"

struct _EntTopicColours
{
  GObject parent_instance;
  GdkDisplay *display;
  GtkCssProvider *provider;
};

G_DEFINE_FINAL_TYPE (EntTopicColours, ent_topic_colours, G_TYPE_OBJECT)

static void
ent_topic_colours_dispose (GObject *object)
{
  EntTopicColours *self = ENT_TOPIC_COLOURS (object);

  if (self->display != NULL)
    gtk_style_context_remove_provider_for_display (self->display, GTK_STYLE_PROVIDER (self->provider));
  g_clear_object (&self->display);
  g_clear_object (&self->provider);

  G_OBJECT_CLASS (ent_topic_colours_parent_class)->dispose (object);
}

static void
ent_topic_colours_class_init (EntTopicColoursClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_topic_colours_dispose;
}

static void
ent_topic_colours_init (EntTopicColours *self)
{
  self->provider = gtk_css_provider_new ();
}

/**
 * ent_topic_colours_new:
 * @display: where the classes hold
 *
 * Returns: (transfer full): the classes, without colours yet
 */
EntTopicColours *
ent_topic_colours_new (GdkDisplay *display)
{
  g_return_val_if_fail (GDK_IS_DISPLAY (display), NULL);

  EntTopicColours *self = g_object_new (ENT_TYPE_TOPIC_COLOURS, NULL);
  self->display = g_object_ref (display);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (self->provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  return self;
}

/**
 * ent_topic_colours_set:
 * @self: the classes
 * @vocabulary: the topics
 * @theme: how the desktop looks
 *
 * Gives each class its colour.
 */
void
ent_topic_colours_set (EntTopicColours *self,
                       EntVocabulary   *vocabulary,
                       EntTheme         theme)
{
  g_return_if_fail (ENT_IS_TOPIC_COLOURS (self) && vocabulary != NULL);

  const EntStyle *style = ent_style_get (theme);
  g_autoptr (GString) css = g_string_new (NULL);
  for (guint i = 0; i < ent_vocabulary_get_n_topics (vocabulary); i++)
    {
      EntColour colour = ent_style_get_lane (style, ent_vocabulary_get_topic (vocabulary, i)->colour);
      g_autofree char *name = ent_topic_colours_dup_class (i);
      int red = (int) (colour.red * 255), green = (int) (colour.green * 255), blue = (int) (colour.blue * 255);

      g_string_append_printf (css,
                              ".%s check:checked { background-color: rgb(%d,%d,%d); }\n"
                              ".%s progress { background-color: rgba(%d,%d,%d,0.45); }\n"
                              ".topic-chip.%s { background-color: rgba(%d,%d,%d,0.18); }\n",
                              name, red, green, blue, name, red, green, blue, name, red, green, blue);
    }
  gtk_css_provider_load_from_data (self->provider, css->str, (gssize) css->len);
}

/**
 * ent_topic_colours_dup_class:
 * @topic: a topic
 *
 * Returns: (transfer full): the name of its style class
 */
char *
ent_topic_colours_dup_class (guint topic)
{
  return g_strdup_printf ("topic-%u", topic);
}
