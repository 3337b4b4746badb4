/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timeline on sheets: each is a stretch of time that ends where people expect it, with its lanes' names; lanes that
 * have no room on a sheet stand on the next one, for the same time. */
#include <math.h>

#include "draw/draw-scene.h"
#include "export/facts.h"
#include "export/page-breaks.h"
#include "export/pdf-canvas.h"
#include "export/pdf-pages.h"
#include "export/picture.h"
#include "layout/scene-basis.h"

#define EVENTS_PER_PAGE 40
#define MOST_SPANS 24
#define LEAST_TIMELINE 0.45 /* of the first sheet's height, beside the legend */
#define SHEET_FRAME 76.0     /* height of header, heading and footer */
#define FIRST_FRAME 110.0    /* height of title and legend */
#define EDGE 12.0            /* before the first day and after the last, so that marks on them are whole */
#define TALL 20000.0        /* a height in which all lanes have room */
#define LEAST_ZOOM 0.8      /* by how much sheets may be smaller than wanted, so that all lanes stand on each */
#define ZOOM_STEP 0.93

/* A stretch of time, its events, and the lanes that none of them stands in or that were shown. */
typedef struct
{
  EntDay first, end;
  EntFilter *filter;
  EntRowSet *rows;
  EntSceneBasis *basis;
  GArray *empty;
} Span;

typedef struct
{
  EntPdfPages *pages;
  EntSceneRequest scene_request;
  EntLaneChoice *choice;
  GPtrArray *hidden_names; /* of the lanes that a person hid */
  GArray *spans; /* of Span */
  double zoom;
  double width; /* of the timeline, in pixels of the layout */
  int outline;
  gboolean has_legend;
} Timeline;

static void
add_title (EntPdfPages *pages)
{
  double width = pages->width - 2.0 * ENT_PDF_MARGIN;

  ent_pdf_pages_draw (pages, ent_pdf_pages_lay_out (pages, ENT_PDF_TITLE, pages->title, width), "H1", 0.0,
                      pages->style.text);
  if (pages->request->subtitle != NULL)
    ent_pdf_pages_draw (pages, ent_pdf_pages_lay_out (pages, ENT_PDF_SUBTITLE, pages->request->subtitle, width), "P",
                        0.0, pages->style.text_dim);
  pages->y += 8.0;
}

/* A document of no event says so, and no more. */
static void
add_nothing (EntPdfPages *pages)
{
  const char *words = ent_facts_get_nothing (pages->request);
  double width = pages->width - 2.0 * ENT_PDF_MARGIN;

  ent_pdf_pages_begin (pages);
  add_title (pages);
  if (words != NULL)
    ent_pdf_pages_draw (pages, ent_pdf_pages_lay_out (pages, ENT_PDF_QUOTATION, words, width), "P", 0.0,
                        pages->style.text);
}

static EntFoot *
new_legend (const Timeline *self,
            const EntScene *scene)
{
  const EntPdfPages *pages = self->pages;

  EntFootMissing missing = { .hidden = (const char * const *) self->hidden_names->pdata };

  return ent_foot_new (pages->request, scene, &missing, pages->text, pages->request->parts & ENT_EXPORT_LEGEND,
                       self->width, G_MAXDOUBLE);
}

static void
draw_scene (const Timeline *self,
            const EntScene *scene,
            const EntFoot  *foot)
{
  EntPdfPages *pages = self->pages;
  EntPdfCanvas canvas = ent_pdf_canvas (pages->cr, pages->text, pages->store, pages->has_chronology);

  cairo_save (pages->cr);
  cairo_translate (pages->cr, ENT_PDF_MARGIN, pages->y);
  cairo_scale (pages->cr, self->zoom, self->zoom);
  ent_pdf_pages_begin_tag (pages, "Figure", NULL);
  if (pages->sheets == NULL)
    ent_draw_scene_on (&canvas.cairo.canvas, scene, &pages->style);
  else
    ent_draw_scene (pages->cr, scene, &pages->style, pages->text);
  ent_pdf_pages_end_tag (pages, "Figure");
  if (foot != NULL)
    {
      cairo_translate (pages->cr, 0.0, scene->height);
      ent_foot_draw_on (foot, &canvas.cairo.canvas, &self->scene_request.measure, &pages->style);
    }
  cairo_restore (pages->cr);
}

/* The heading of a stretch of time, which the sheet's bookmark is too. */
static void
add_span_heading (Timeline   *self,
                  const char *words)
{
  EntPdfPages *pages = self->pages;

  ent_pdf_pages_add_outline (pages, self->outline, words);
  ent_pdf_pages_draw (pages, ent_pdf_pages_lay_out (pages, ENT_PDF_HEADING, words, pages->width - 2.0 * ENT_PDF_MARGIN),
                      "H2", 0.0, pages->style.text);
  pages->y += 4.0;
}

/* Hides the lanes that were shown; FALSE if there is none but the contacts. */
static gboolean
hide_shown (const EntScene *scene,
            GArray         *shown)
{
  gboolean any = FALSE;

  for (gsize i = 0; i < scene->n_lanes; i++)
    {
      guint16 value = scene->lanes[i].value;
      if (value == ENT_LANE_CONTACTS)
        continue;
      g_array_insert_val (shown, shown->len - 1, value);
      any = TRUE;
    }
  return any;
}

static gboolean
has_foot (const Timeline *self)
{
  const EntExportRequest *request = self->pages->request;

  return (request->parts & ENT_EXPORT_LEGEND) != 0 || request->edits != NULL || self->hidden_names->len > 1;
}

/* One sheet with as many of the lanes as have room, those in @shown left out. Returns whether some are left. */
static gboolean
add_sheet (Timeline   *self,
           const char *heading,
           GArray     *shown)
{
  EntPdfPages *pages = self->pages;
  g_autoptr (GArray) hidden = ent_picture_new_hidden (self->choice);
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (EntFoot) foot = NULL;
  g_autoptr (EntScene) scene = NULL;

  ent_pdf_pages_begin (pages);
  if (pages->n_pages == 1)
    add_title (pages);
  add_span_heading (self, heading);
  double room = (ent_pdf_pages_get_bottom (pages) - pages->y) / self->zoom;
  g_array_set_size (hidden, 0);
  g_array_append_vals (hidden, shown->data, shown->len);
  self->scene_request.height = floor (room);
  scene = ent_picture_new_whole_lanes (&self->scene_request, hidden, missing);
  if (!self->has_legend && has_foot (self))
    {
      self->has_legend = TRUE;
      foot = new_legend (self, scene);
      g_clear_pointer (&scene, ent_scene_unref);
      g_ptr_array_set_size (missing, 0);
      g_array_set_size (hidden, 0);
      g_array_append_vals (hidden, shown->data, shown->len);
      self->scene_request.height = floor (MAX (room - foot->height, room * LEAST_TIMELINE));
      scene = ent_picture_new_whole_lanes (&self->scene_request, hidden, missing);
    }
  draw_scene (self, scene, foot);
  return hide_shown (scene, shown) && missing->len > 0;
}

static void
set_zoom (Timeline *self,
          double    zoom,
          EntDay    first,
          EntDay    end)
{
  self->zoom = zoom;
  self->width = (self->pages->width - 2.0 * ENT_PDF_MARGIN) / zoom;
  self->scene_request.width = self->width;
  double time_width = self->width - ent_scene_get_name_width (&self->scene_request);
  double days_per_pixel = ((double) end - first) / (time_width - 2.0 * EDGE);
  self->scene_request.scale = (EntTimeScale) { first - EDGE * days_per_pixel, days_per_pixel };
}

/* Lanes that hold nothing in the stretch of time are not told on its sheets. */
static GArray *
new_empty_lanes (Timeline *self)
{
  GArray *empty = ent_picture_new_hidden (self->choice);

  self->scene_request.height = TALL;
  self->scene_request.hidden_lanes = (const guint16 *) (gpointer) empty->data;
  g_autoptr (EntScene) scene = ent_scene_new (&self->scene_request);
  g_autofree gboolean *has_any = g_new0 (gboolean, scene->n_lanes + 1);
  for (gsize i = 0; i < scene->n_marks; i++)
    has_any[scene->marks[i].lane] = TRUE;
  for (gsize i = 0; i < scene->n_dots; i++)
    has_any[scene->dots[i].lane] = TRUE;
  for (gsize i = 0; i < scene->n_bins; i++)
    has_any[scene->bins[i].lane] = TRUE;
  for (gsize i = 0; i < scene->n_spans; i++)
    has_any[scene->spans[i].lane] = TRUE;
  for (gsize i = 0; i < scene->n_lanes; i++)
    {
      if (!has_any[i] && scene->lanes[i].value != ENT_LANE_CONTACTS)
        g_array_insert_val (empty, empty->len - 1, scene->lanes[i].value);
    }
  return empty;
}

static gboolean
has_room (Timeline *self,
          GArray   *empty,
          double    height)
{
  self->scene_request.height = floor (height / self->zoom);
  self->scene_request.hidden_lanes = (const guint16 *) (gpointer) empty->data;
  g_autoptr (EntScene) scene = ent_scene_new (&self->scene_request);
  return scene->content_height <= scene->lane_area.height + 1.0;
}

static void
clear_span (gpointer data)
{
  Span *span = data;

  ent_filter_unref (span->filter);
  ent_row_set_unref (span->rows);
  ent_scene_basis_unref (span->basis);
  g_array_unref (span->empty);
}

static void
show_span (Timeline   *self,
           const Span *span,
           double      zoom)
{
  self->scene_request.filter = span->filter;
  self->scene_request.rows = span->rows;
  self->scene_request.basis = span->basis;
  set_zoom (self, zoom, span->first, span->end);
}

/* Lanes are as high as what happened in the stretch needs. */
static void
prepare_span (Timeline *self,
              EntDay    first,
              EntDay    end)
{
  const EntExportRequest *request = self->pages->request;
  Span span = { .first = first, .end = end };

  span.filter = ent_filter_with_span (request->filter, first, end - 1);
  g_autoptr (EntRowSet) found = ent_filter_index_run (request->index, span.filter);
  span.rows = ent_row_set_and (found, request->rows);
  span.basis = ent_scene_basis_new (request->index, span.filter, span.rows, request->lanes);
  if (request->edits != NULL)
    ent_figure_edits_name_events (request->edits, self->pages->store, request->rows, request->translator, span.basis);
  show_span (self, &span, self->zoom);
  span.empty = new_empty_lanes (self);
  g_array_append_val (self->spans, span);
}

/* One size for all sheets: so small, within limits, that most stretches that can stand on one sheet do. */
static void
choose_zoom (Timeline *self)
{
  EntPdfPages *pages = self->pages;
  double wanted = pages->request->zoom > 0.0 ? pages->request->zoom : 1.0;
  double height = pages->height - 2.0 * ENT_PDF_MARGIN - SHEET_FRAME;
  double chosen = wanted;

  for (guint i = 0; i < self->spans->len; i++)
    {
      const Span *span = &g_array_index (self->spans, Span, i);
      double room = height - (i == 0 ? FIRST_FRAME : 0.0);
      double zoom = wanted;

      show_span (self, span, zoom);
      while (!has_room (self, span->empty, room) && zoom * ZOOM_STEP >= wanted * LEAST_ZOOM)
        {
          zoom *= ZOOM_STEP;
          show_span (self, span, zoom);
        }
      if (has_room (self, span->empty, room))
        chosen = MIN (chosen, zoom);
    }
  self->zoom = chosen;
}

/* The stretch's sheets: one, or several with some of the lanes each. */
static gboolean
add_span (Timeline   *self,
          const Span *span,
          double      done)
{
  EntPdfPages *pages = self->pages;
  const EntTranslator *translator = pages->request->translator;
  g_autofree char *heading = ent_edtf_to_words (ent_page_breaks_get_span (span->first, span->end), translator);
  /* Translators: heads the second and further sheets of a stretch of time: “2019–2021, continued” */
  g_autoptr (GString) further = g_string_new (ent_translate (translator, N_ ("{heading}, continued")));

  g_string_replace (further, "{heading}", heading, 1);
  show_span (self, span, self->zoom);
  pages->header = ent_translate (translator, N_ ("Timeline"));
  gboolean left = add_sheet (self, heading, span->empty);
  while (left && ent_export_sink_step (pages->sink, done))
    left = add_sheet (self, further->str, span->empty);
  return ent_export_sink_step (pages->sink, done);
}

/* The time that is asked for, in whole days; an open side is the outermost event's. */
static gboolean
find_days (const EntExportRequest *request,
           const EntSceneBasis    *basis,
           EntDay                 *first,
           EntDay                 *last)
{
  gboolean is_part = ent_export_request_has_span (request);

  *first = is_part && isfinite (request->from) ? (EntDay) floor (request->from) : basis->first;
  *last = is_part && isfinite (request->to) ? (EntDay) ceil (request->to) - 1 : basis->last;
  return *first <= *last;
}

/**
 * ent_pdf_pages_add_timeline:
 * @pages: a document
 *
 * Adds the timeline, on as many sheets as it needs to be read.
 *
 * Returns: whether to go on
 */
gboolean
ent_pdf_pages_add_timeline (EntPdfPages *pages)
{
  const EntExportRequest *request = pages->request;
  g_autoptr (EntSceneBasis) basis = ent_scene_basis_new (request->index, request->filter, request->rows,
                                                         request->lanes);
  Timeline self = { .pages = pages };
  EntDay first, last;

  g_autoptr (EntLaneChoice) choice = ent_picture_new_choice (request);
  self.choice = choice;
  ent_picture_init_scene (request, pages->text, basis, choice, pages->width, &self.scene_request);
  self.scene_request.overview = FALSE;
  if (!find_days (request, basis, &first, &last))
    {
      add_nothing (pages);
      return TRUE;
    }
  g_autoptr (GPtrArray) hidden_names = ent_picture_new_hidden_names (&self.scene_request, choice, first, last + 1);
  self.hidden_names = hidden_names;
  g_autoptr (GArray) breaks = ent_page_breaks_new (pages->store, request->rows, first, last, EVENTS_PER_PAGE,
                                                   MOST_SPANS);
  self.outline = ent_pdf_pages_add_outline (pages, CAIRO_PDF_OUTLINE_ROOT,
                                            ent_translate (request->translator, N_ ("Timeline")));
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (Span));
  g_array_set_clear_func (spans, clear_span);
  self.spans = spans;
  self.zoom = request->zoom > 0.0 ? request->zoom : 1.0;
  for (guint i = 0; i + 1 < breaks->len; i++)
    prepare_span (&self, g_array_index (breaks, EntDay, i), g_array_index (breaks, EntDay, i + 1));
  choose_zoom (&self);
  for (guint i = 0; i < spans->len; i++)
    {
      if (!add_span (&self, &g_array_index (spans, Span, i), 0.1 * (i + 1) / breaks->len))
        return FALSE;
    }
  return TRUE;
}
