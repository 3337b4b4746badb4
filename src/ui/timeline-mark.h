/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENT_TIMELINE_MARK_NO_BIN G_MAXUINT

/**
 * EntTimelineMark:
 *
 * An event on show, or a cluster or bar of them, for screen readers: an invisible child of the timeline over the mark
 * and label that the scene draws, which pointers pass through. The timeline keeps a pool of them.
 */
#define ENT_TYPE_TIMELINE_MARK (ent_timeline_mark_get_type ())
G_DECLARE_FINAL_TYPE (EntTimelineMark, ent_timeline_mark, ENT, TIMELINE_MARK, GtkWidget)

GtkWidget *ent_timeline_mark_new     (void);
void       ent_timeline_mark_set_row (EntTimelineMark *self,
                                      guint32          row,
                                      const char      *words,
                                      gboolean         selected);
void       ent_timeline_mark_set_bin (EntTimelineMark *self,
                                      guint            bin,
                                      guint32          row,
                                      const char      *words);
guint32    ent_timeline_mark_get_row (EntTimelineMark *self);
guint      ent_timeline_mark_get_bin (EntTimelineMark *self);

G_END_DECLS
