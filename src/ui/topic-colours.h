/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/vocabulary.h"
#include "draw/style.h"

G_BEGIN_DECLS

/**
 * EntTopicColours:
 *
 * Each topic's colour as a style class, `topic-0` and so on, the same as on the timeline.
 */
#define ENT_TYPE_TOPIC_COLOURS (ent_topic_colours_get_type ())
G_DECLARE_FINAL_TYPE (EntTopicColours, ent_topic_colours, ENT, TOPIC_COLOURS, GObject)

EntTopicColours *ent_topic_colours_new       (GdkDisplay      *display);
void             ent_topic_colours_set       (EntTopicColours *self,
                                              EntVocabulary   *vocabulary,
                                              EntTheme         theme);
char            *ent_topic_colours_dup_class (guint            topic);

G_END_DECLS
