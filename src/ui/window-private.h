/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/after-frame.h"
#include "ui/event-list-view.h"
#include "ui/event-pane.h"
#include "ui/events-page.h"
#include "ui/filter-chips.h"
#include "ui/filter-sidebar.h"
#include "ui/formulas-page.h"
#include "ui/import-summary.h"
#include "ui/insights-page.h"
#include "ui/reading-progress.h"
#include "ui/relationship-switcher.h"
#include "ui/review-queue.h"
#include "ui/statements-page.h"
#include "ui/timeline-view.h"
#include "ui/topic-colours.h"
#include "ui/window.h"

G_BEGIN_DECLS

struct _EntWindow
{
  AdwApplicationWindow parent_instance;
  EntRelationshipSwitcher *switcher;
  AdwSplitButton *open_button;
  AdwSqueezer *open_squeezer; /* of it, an icon and nothing */
  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwStatusPage *empty;
  GtkWidget *first_steps;
  GtkSpinner *spinner;
  GtkWidget *export_button;
  GtkWidget *find_button;
  GtkWidget *filters_button;
  AdwFlap *sidebar_flap;
  AdwFlap *pane_flap;
  EntFilterSidebar *sidebar;
  EntFilterChips *chips;
  GtkWidget *switcher_wide;
  AdwSqueezer *squeezer;
  GtkWidget *switcher_bar;
  GtkWidget *switcher_narrow;
  GtkMenuButton *view_button;
  AdwViewStack *views;
  GtkLabel *shown;
  EntEventsPage *events;
  EntStatementsPage *statements;
  EntInsightsPage *insights;
  EntFormulasPage *formulas;
  GtkOverlay *overlay;
  EntTimelineView *timeline;
  GtkScrollbar *scrollbar;
  EntEventPane *pane;
  GtkRevealer *progress_revealer;
  EntReadingProgress *first_progress; /* while there is nothing else to see */
  EntReadingProgress *progress;
  GtkPopover *undated;
  EntEventListView *undated_list;
  EntReviewQueue *queue;
  GMenu *undo_section;
  GtkLabel *nothing;

  EntSession *session;
  GSettings *settings; /* may be NULL */
  EntTopicColours *colours;
  GtkFileChooserNative *chooser;
  guint header_source;
  GPtrArray *failures; /* of EntLoadFailure, of the last read that had any */
  AdwToast *failure; /* tells of them, while it is shown */
  char *told_access; /* the archive of which it was told whether it can be changed */
  AdwToast *access_toast; /* tells that it cannot, while it is shown */
  gint64 last_change; /* the number of the archive's last change; less than 0 until it is known */
  gboolean told_blind; /* whether it was the last one of whoever codes blind */
  AdwToast *change_toast; /* tells of it, while it is shown */
  guint recover_source;
  EntAfterFrame after_frame;
  EntAfterFrame after_reading;
  EntAfterFrame after_import;
  gboolean has_shown; /* a timeline */
  guint n_shown; /* parts of the window that came with it, a frame each */
  guint prepare_source;
  guint trim_source;
  guint n_prepared; /* parts whose fonts and styles are known */
  char *opened; /* the first file opened; may be NULL */
  char *remembered; /* how the file was left, as it is kept; NULL until something is shown */
  gboolean titled; /* whether an archive keeps it */
  guint memory_source;
  EntImportSummary *summary; /* of the last import; NULL for none */
  GMenu *periods_section;
  AdwToast *outdated_toast; /* tells so, while it is shown */
  gboolean told_outdated; /* that there is what was parsed by other words */
};

void ent_window_init_actions (EntWindow *self);
void ent_window_init_archive (EntWindow *self);
void ent_window_init_collection (EntWindow *self);
void ent_window_init_memory (EntWindow *self);
void ent_window_dispose_memory (EntWindow *self);
void ent_window_prepare (EntWindow *self);
void ent_window_set_opened (EntWindow *self,
                            const char *path);
void ent_window_watch_coder (EntWindow *self);
gboolean ent_window_open_apart (EntWindow *self,
                                const char *path);
void ent_window_take_table (EntWindow *self,
                            const char *path);
gboolean ent_window_take_corrections (EntWindow *self,
                                      const char *path);
void ent_window_update_actions (EntWindow *self);
void ent_window_set_enabled (EntWindow *self,
                             const char *action,
                             gboolean enabled);
void ent_window_add_toast (EntWindow *self,
                           const char *words);
void ent_window_show_failures (EntWindow *self,
                               GPtrArray *failures);
void ent_window_present_failures (EntWindow *self,
                                  const char *heading,
                                  const char *body,
                                  GPtrArray *failures);
void ent_window_drop_failures (EntWindow *self);

G_END_DECLS
