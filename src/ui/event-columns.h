/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "filter/filter-run.h"

G_BEGIN_DECLS

/* What the cells of tables of events say. */
char   *ent_event_cell_date         (EntFilterIndex *index,
                                     guint32         row);
gint64  ent_event_cell_day          (EntFilterIndex *index,
                                     guint32         row);
char   *ent_event_cell_kind         (EntFilterIndex *index,
                                     guint32         row);
EntKind ent_event_cell_kind_number  (EntFilterIndex *index,
                                     guint32         row);
char   *ent_event_cell_title        (EntFilterIndex *index,
                                     guint32         row);
char   *ent_event_cell_participants (EntFilterIndex *index,
                                     guint32         row);
char   *ent_event_cell_tellers      (EntFilterIndex *index,
                                     guint32         row);
char   *ent_event_cell_silent       (EntFilterIndex *index,
                                     guint32         row);
char   *ent_event_cell_topics       (EntFilterIndex *index,
                                     guint32         row);
char *ent_event_cell_marks (EntFilterIndex *index,
                            guint32 row);
char   *ent_event_cell_status       (EntFilterIndex *index,
                                     guint32         row);

G_END_DECLS
