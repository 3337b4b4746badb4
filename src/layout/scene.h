/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/row-set.h"
#include "base/translator.h"
#include "filter/filter-run.h"
#include "layout/time-scale.h"
#include "model/event-links.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_LANES_TOPIC,
  ENT_LANES_KIND,
  ENT_LANES_ACTOR,
  ENT_LANES_ISSUER,
  ENT_LANES_NONE,
  ENT_N_LANE_MODES
} EntLaneMode;

/* What a text is for; the drawing layer knows the font of each. */
typedef enum
{
  ENT_TEXT_LABEL,
  ENT_TEXT_LABEL_BOLD,
  ENT_TEXT_BADGE,
  ENT_TEXT_LANE,
  ENT_TEXT_LANE_SMALL,
  ENT_TEXT_TICK_MAJOR,
  ENT_TEXT_TICK_MINOR,
  ENT_TEXT_NOTE,
  ENT_TEXT_TITLE,
  ENT_TEXT_SUBTITLE,
  ENT_N_TEXT_ROLES
} EntTextRole;

/**
 * EntTextMeasure:
 * @measure: tells the width and height of one line of text, in pixels
 * @data: handed to all
 * @estimate: (nullable): tells about how wide one line of text is, never much less than it is, and in no time
 * @fit: (nullable): tells how many bytes of one line of text have room in some pixels
 *
 * How wide words are, without the layout knowing fonts.
 */
typedef struct
{
  void (*measure) (EntTextRole role, const char *text, double *width, double *height, gpointer data);
  gpointer data;
  double (*estimate) (EntTextRole role, const char *text, gpointer data);
  gsize (*fit) (EntTextRole role, const char *text, double width, gpointer data);
} EntTextMeasure;

/**
 * ent_text_measure_estimate:
 * @measure: a way to measure
 * @role: what the words are for
 * @text: one line
 *
 * Returns: about how wide it is, in pixels
 */
static inline double
ent_text_measure_estimate (const EntTextMeasure *measure,
                           EntTextRole role,
                           const char *text)
{
  double width = 0.0, height = 0.0;

  if (measure->estimate != NULL)
    return measure->estimate (role, text, measure->data);
  measure->measure (role, text, &width, &height, measure->data);
  return width;
}

typedef struct
{
  double x, y, width, height;
} EntBox;

/**
 * EntNamedSpan:
 * @label: what it is called
 * @from: its first day
 * @to: its last day
 *
 * A span of time that the user gave a name.
 */
typedef struct
{
  const char *label;
  EntDay from, to;
} EntNamedSpan;

/* What a question's scenes have in common; see layout/scene-basis.h. */
typedef struct _EntSceneBasis EntSceneBasis;

/**
 * EntSceneRequest:
 * @index: the store and its bitmaps
 * @filter: which events, and whose relationship they are
 * @rows: what @filter gives
 * @scale: which time is where; x = 0 is the edge of the time area at the lanes' names
 * @width: of the whole scene in pixels, lane names included
 * @height: of the whole scene
 * @scroll: how far the lanes are scrolled down, in pixels
 * @lanes: what a lane is
 * @hidden_lanes: (nullable): numbers of lanes not shown, ended by %ENT_ACTOR_NONE
 * @folded_lanes: (nullable): numbers of lanes that take no more room than their name, ended by %ENT_ACTOR_NONE
 * @lane_order: (nullable): numbers of lanes that come first, in this order, ended by %ENT_ACTOR_NONE
 * @selected: row of the selected event, or %ENT_ROW_NONE
 * @periods: (nullable) (array length=n_periods): the user's periods
 * @n_periods: how many
 * @today: today's day, or %ENT_DAY_OPEN_START to draw no line
 * @controls: how wide what stands over the far end of the strip below the lanes is, in pixels; 0 for nothing
 * @overview: whether the overview strip with the statements held is shown at the foot
 * @overview_first: first day that the strip spans; of what is before it and after @overview_last it tells the number
 * @overview_last: last day of it; all that is held where it is @overview_first
 * @still: whether the view stays as it is, as a picture's: labels are placed for it alone, statements held stand under
 *   their time, and what has no lane is not counted
 * @more_lines: of labels that the contacts of a picture may take beside their own
 * @most_numbers: how many marks without words may have a number, under which a key tells them; 0 for none
 * @right_to_left: whether lane names stand on the right, and time runs from there to the left
 * @measure: how wide words are
 * @translator: (nullable): the user's language
 * @basis: (nullable): kept from frame to frame while @index, @filter, @rows and @lanes stay the same
 *
 * All that a scene depends on. Borrowed while the scene is made.
 */
typedef struct
{
  const EntFilterIndex *index;
  const EntFilter *filter;
  const EntRowSet *rows;
  EntTimeScale scale;
  double width;
  double height;
  double scroll;
  EntLaneMode lanes;
  const guint16 *hidden_lanes;
  const guint16 *folded_lanes;
  const guint16 *lane_order;
  guint32 selected;
  const EntNamedSpan *periods;
  gsize n_periods;
  EntDay today;
  double controls;
  gboolean overview;
  EntDay overview_first, overview_last;
  gboolean still;
  guint more_lines;
  guint most_numbers;
  gboolean right_to_left;
  EntTextMeasure measure;
  const EntTranslator *translator;
  EntSceneBasis *basis;
} EntSceneRequest;

/* A lane: the contacts on top, then one for each value of the lane mode that has events. Lists of lanes end with
 * ENT_ACTOR_NONE, which is none of them. */
#define ENT_LANE_CONTACTS (G_MAXUINT16 - 1)
#define ENT_LANE_OTHER (G_MAXUINT16 - 2) /* what has no value of the lane mode */

typedef struct
{
  EntBox box; /* all of it */
  EntBox header; /* where its name stands */
  guint16 value; /* number of the topic, kind or actor, or ENT_LANE_CONTACTS */
  guint32 colour; /* 0xRRGGBB; ENT_COLOUR_CONTACTS for the contacts */
  guint n_events;
  guint8 folded; /* takes no more room than its name */
  const char *name[3]; /* wrapped in lines; NULL where there are fewer */
  const char *note; /* under the name; may be NULL */
  float name_x[3]; /* where each line begins */
  float note_x;
  float name_y; /* of the first line; within the view as long as the lane is */
  guint8 from_right; /* its colour is at the right of its name */
} EntSceneLane;

/* A glyph at an event's date. A month's or year's mark stands in the middle of its soft span. */
typedef enum
{
  ENT_MARK_PLANNED = 1 << 0, /* outlined */
  ENT_MARK_DENIED = 1 << 1, /* called off or denied: outlined, its title struck */
  ENT_MARK_HOLLOW = 1 << 2, /* its day is only the statement's issue date */
  ENT_MARK_NOT_STATED = 1 << 3, /* attributed, alleged, conditional or proposed: dashed */
  ENT_MARK_SELECTED = 1 << 4,
  ENT_MARK_BEARS = 1 << 5, /* bears on the relationship, is not between its sides */
  ENT_MARK_NOTED = 1 << 6 /* the user put a note or a tag on it; not in pictures, where it cannot be read */
} EntMarkFlags;

typedef struct
{
  guint32 row;
  guint16 lane; /* index in lanes */
  guint8 kind; /* EntKind: its shape */
  guint8 flags; /* EntMarkFlags */
  guint8 assertion; /* EntAssertion: its outline */
  float x, y, radius;
} EntSceneMark;

/* A real span of time, or the soft extent of a date coarser than a day. */
typedef struct
{
  guint32 row;
  guint16 lane;
  guint8 soft; /* its ends are not days: drawn fading */
  guint8 flags; /* EntMarkFlags */
  EntBox box;
} EntSceneSpan;

/* Words in the picture. @text lives as long as the scene. */
typedef struct
{
  guint32 row; /* ENT_ROW_NONE where it belongs to no event */
  guint8 role; /* EntTextRole */
  guint8 struck; /* drawn through */
  guint16 lane;
  EntBox box;
  const char *text;
  const char *badge; /* a small count after it ("6", "5 promises"); may be NULL */
  EntBox badge_box;
  guint32 n_marks; /* how many marks were there before it: it stands behind its own, or has none in view */
} EntSceneLabel;

/**
 * ent_scene_label_get_left:
 * @label: a label
 *
 * Returns: its left edge, its badge included
 */
static inline double
ent_scene_label_get_left (const EntSceneLabel *label)
{
  return label->badge != NULL ? MIN (label->box.x, label->badge_box.x) : label->box.x;
}

/**
 * ent_scene_label_get_right:
 * @label: a label
 *
 * Returns: its right edge, its badge included
 */
static inline double
ent_scene_label_get_right (const EntSceneLabel *label)
{
  double right = label->box.x + label->box.width;

  return label->badge != NULL ? MAX (right, label->badge_box.x + label->badge_box.width) : right;
}

/* What a contact raised: a thin line down from its mark, and a dot in each lane. */
typedef struct
{
  guint32 row;
  float x, top, bottom;
} EntSceneStem;

typedef struct
{
  guint32 row;
  guint16 lane;
  guint8 flags;
  float x, y, radius;
} EntSceneDot;

/* Where an arc begins or ends: the middle and radius of a mark; without a radius, where it leaves the view. */
typedef struct
{
  float x, y, radius;
} EntSceneArcEnd;

/* How the selected event and another are linked. */
typedef struct
{
  guint32 row; /* the other */
  guint8 type; /* EntLinkType */
  EntSceneArcEnd from;
  EntSceneArcEnd to; /* what is referred to, fulfilled or cancelled */
} EntSceneArc;

typedef struct
{
  double x;
  guint8 major; /* of the upper tier */
  EntBox box; /* of its label */
  const char *text;
} EntSceneTick;

/* Several events under a few pixels: a count in a lane's strip, or a bubble with its count. */
typedef struct
{
  guint16 lane;
  guint8 bubble; /* a cluster among marks; @box is its circle */
  guint32 first_row; /* one of them */
  guint count;
  EntDay from, to; /* the time that they stand in, to zoom to; the day after the last */
  guint32 shared; /* of a bubble: index of its first row in the scene's shared rows, which are as many as @count */
  EntBox box;
  float height; /* share of the strip's full height, 0 to 1 */
  const char *text; /* the count, where it has room; may be NULL */
  EntBox text_box;
} EntSceneBin;

/* The scale of a lane's strip: what its full height stands for. */
typedef struct
{
  guint16 lane;
  guint count;
  double y;
  const char *text;
  EntBox text_box;
} EntSceneGauge;

/* Statements held in a month or whatever else a bar stands for, by side; side 0 above the line and 1 below. */
typedef struct
{
  guint8 side;
  guint count;
  EntDay from, to; /* the day after the last */
  EntBox box;
} EntSceneCoverage;

/* No contact in the statements held: claimed only where both sides have statements. */
typedef struct
{
  EntDay from, to;
  EntBox box;
  const char *text;
  EntBox text_box;
} EntSceneSilence;

/* A period of the user's that is in view. */
typedef struct
{
  guint32 period; /* which of the request's */
  EntBox box; /* of its time, from its name down to the foot of the lanes */
  const char *text; /* its name, as far as it has room; NULL where it has none */
  EntBox text_box;
} EntScenePeriod;

#define ENT_COLOUR_CONTACTS 0xFFFFFFFFu

/**
 * EntScene:
 *
 * What is shown where, in flat arrays with row numbers. What is drawn, clicked, spoken by a screen
 * reader and exported is this one scene. Immutable, atomically counted.
 *
 *     ┌──────────┬──────────────────────────────┐
 *     │          │ axis: two tiers of ticks     │
 *     │          │ names of the user's periods  │
 *     │ Contacts │ marks, labels, stems         │
 *     │ Taiwan   │   marks, dots                │  lanes, scrolled
 *     │ …        │                              │
 *     │ tray     │                              │
 *     ├──────────┴──────────────────────────────┤
 *     │ overview: statements held, visible span │
 *     └─────────────────────────────────────────┘
 */
typedef struct
{
  double width, height;
  double content_height; /* of all lanes, to scroll by */
  double name_line; /* height of a line of a lane's name */
  gboolean mirrored; /* time runs from right to left */
  guint32 selected; /* row, or ENT_ROW_NONE */
  EntTimeScale scale;
  EntBox axis;
  EntBox period_area; /* names of periods, between axis and lanes; empty when there are none */
  EntBox lane_area; /* lanes, names included */
  EntBox time_area; /* lanes without names */
  EntBox footer; /* below the lanes: the tray and what silences say; empty when there are none */
  EntBox overview; /* empty when there is none */
  EntBox overview_time; /* its part that is time */
  EntBox overview_view; /* the visible span in it */
  EntBox earlier, later; /* how much the overview leaves out on either side; empty where it is nothing */
  EntTimeScale overview_scale;
  EntBox tray; /* events without a date to stand at; empty when there are none */
  const char *tray_text;
  guint n_undated;
  EntBox more; /* lanes that are hidden or hold nothing now; empty when there are none */
  const char *more_text;
  guint n_more;
  double today_x; /* negative: not in view */
  const EntSceneLane *lanes;
  gsize n_lanes;
  const EntSceneTick *ticks;
  gsize n_ticks;
  const EntSceneSpan *spans;
  gsize n_spans;
  const EntSceneStem *stems;
  gsize n_stems;
  const EntSceneDot *dots;
  gsize n_dots;
  const EntSceneBin *bins;
  gsize n_bins;
  const guint32 *shared;
  gsize n_shared;
  const EntSceneGauge *gauges;
  gsize n_gauges;
  const EntSceneArc *arcs;
  gsize n_arcs;
  const EntSceneMark *marks;
  gsize n_marks;
  const EntSceneLabel *labels;
  gsize n_labels;
  const guint32 *numbered; /* rows of the marks with numbers, that of 1 first */
  gsize n_numbered;
  const EntSceneTick *overview_ticks;
  gsize n_overview_ticks;
  const EntSceneCoverage *coverage;
  gsize n_coverage;
  const EntSceneSilence *silences;
  gsize n_silences;
  const EntScenePeriod *periods;
  gsize n_periods;
  const EntSceneLabel *notes; /* words of the frame: sides in the overview, "N more" */
  gsize n_notes;
} EntScene;

EntScene *ent_scene_new   (const EntSceneRequest *request);
EntScene *ent_scene_ref   (EntScene              *scene);
void      ent_scene_unref (EntScene              *scene);
double    ent_scene_to_time_x     (const EntScene *scene,
                                   double          x);
double    ent_scene_to_overview_x (const EntScene *scene,
                                   double          x);
/* Width of the lane names' column for a request, so that the caller can fit a scale beside it. */
double ent_scene_get_name_width (const EntSceneRequest *request);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntScene, ent_scene_unref)

G_END_DECLS
