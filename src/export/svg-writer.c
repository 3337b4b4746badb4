/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/svg-writer.h"

#include <math.h>
#include <string.h>

#include "draw/canvas.h"
#include "draw/heading.h"
#include "export/event-entry.h"
#include "export/font-subset.h"
#include "export/markup-text.h"
#include "export/picture.h"

#define PIXELS_PER_POINT (96.0 / 72.0)
#define FAMILIES "Cantarell, \"Noto Sans\", \"Noto Sans CJK SC\", sans-serif"

/* A canvas that writes what it is asked for. */
typedef struct
{
  EntCanvas canvas;
  GString *out;
  const EntEventStore *store;
  EntText *text;
  EntFontSubset *fonts; /* NULL if none come along */
  guint n_clips;
  guint n_fades;
  gboolean has_link;
  gboolean in_page;
} SvgCanvas;

static SvgCanvas *
get_self (EntCanvas *canvas)
{
  return (SvgCanvas *) canvas;
}

/* Two decimals, without what is not needed of them. */
static void
append_number (GString *out,
               double   number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (buffer, sizeof buffer, "%.2f", number);
  char *end = buffer + strlen (buffer);
  while (end[-1] == '0')
    *--end = '\0';
  if (end[-1] == '.')
    *--end = '\0';
  g_string_append (out, g_str_equal (buffer, "-0") ? "0" : buffer);
}

static void
append_attribute (GString    *out,
                  const char *name,
                  double      number)
{
  g_string_append_printf (out, " %s=\"", name);
  append_number (out, number);
  g_string_append_c (out, '"');
}

static void
append_colour (GString    *out,
               const char *name,
               EntColour   colour)
{
  if (colour.alpha <= 0.0)
    {
      g_string_append_printf (out, " %s=\"none\"", name);
      return;
    }
  g_string_append_printf (out, " %s=\"#%02x%02x%02x\"", name, (guint) (colour.red * 255.0 + 0.5),
                          (guint) (colour.green * 255.0 + 0.5), (guint) (colour.blue * 255.0 + 0.5));
  if (colour.alpha < 1.0)
    {
      g_autofree char *opacity = g_strconcat (name, "-opacity", NULL);
      append_attribute (out, opacity, colour.alpha);
    }
}

static void
append_paint (GString        *out,
              const EntPaint *paint)
{
  append_colour (out, "fill", paint->fill);
  if (paint->stroke.alpha > 0.0 && paint->width > 0.0)
    {
      append_colour (out, "stroke", paint->stroke);
      append_attribute (out, "stroke-width", paint->width);
      if (paint->dash > 0.0)
        append_attribute (out, "stroke-dasharray", paint->dash);
    }
}

static void
append_box (GString      *out,
            const EntBox *box)
{
  append_attribute (out, "x", box->x);
  append_attribute (out, "y", box->y);
  append_attribute (out, "width", box->width);
  append_attribute (out, "height", box->height);
}

static void
begin_clip (EntCanvas    *canvas,
            const EntBox *box)
{
  SvgCanvas *self = get_self (canvas);

  g_string_append_printf (self->out, "<clipPath id=\"clip-%u\"><rect", ++self->n_clips);
  append_box (self->out, box);
  g_string_append_printf (self->out, "/></clipPath>\n<g clip-path=\"url(#clip-%u)\">\n", self->n_clips);
}

static void
end_clip (EntCanvas *canvas)
{
  g_string_append (get_self (canvas)->out, "</g>\n");
}

/**
 * ent_svg_append_id:
 * @out: where to
 * @id: an event's id
 *
 * Writes an id so that XML and addresses take it.
 */
void
ent_svg_append_id (GString    *out,
                   const char *id)
{
  for (const char *p = id; *p != '\0'; p++)
    {
      if (g_ascii_isalnum (*p) || *p == '-' || *p == '.')
        g_string_append_c (out, *p);
      else
        g_string_append_printf (out, "_%02x", (guint8) *p);
    }
}

static void
begin_event (EntCanvas *canvas,
             guint32    row)
{
  SvgCanvas *self = get_self (canvas);
  const char *link = ent_event_get_address (self->store, row);
  g_autofree char *date = ent_edtf_to_string (ent_event_store_get_date (self->store, row));

  self->has_link = link != NULL || self->in_page;
  if (self->in_page)
    {
      g_string_append (self->out, "<a href=\"#entry-");
      ent_svg_append_id (self->out, ent_event_store_get_id (self->store, row));
      g_string_append (self->out, "\">");
    }
  else if (link != NULL)
    {
      g_string_append (self->out, "<a href=\"");
      ent_markup_append_text (self->out, link);
      g_string_append (self->out, "\">");
    }
  g_string_append (self->out, "<g id=\"event-");
  ent_svg_append_id (self->out, ent_event_store_get_id (self->store, row));
  g_string_append (self->out, "\"><title>");
  ent_markup_append_text (self->out, ent_event_store_get_title (self->store, row));
  g_string_append (self->out, " · ");
  ent_markup_append_text (self->out, date);
  g_string_append (self->out, "</title>\n");
}

static void
end_event (EntCanvas *canvas)
{
  SvgCanvas *self = get_self (canvas);

  g_string_append (self->out, self->has_link ? "</g></a>\n" : "</g>\n");
}

static void
draw_box (EntCanvas      *canvas,
          const EntBox   *box,
          double          corner,
          const EntPaint *paint)
{
  GString *out = get_self (canvas)->out;
  double radius = MIN (corner, MIN (box->width, box->height) / 2.0);

  g_string_append (out, "<rect");
  append_box (out, box);
  if (radius > 0.0)
    append_attribute (out, "rx", radius);
  append_paint (out, paint);
  g_string_append (out, "/>\n");
}

static void
draw_circle (EntCanvas      *canvas,
             double          x,
             double          y,
             double          radius,
             const EntPaint *paint)
{
  GString *out = get_self (canvas)->out;

  g_string_append (out, "<circle");
  append_attribute (out, "cx", x);
  append_attribute (out, "cy", y);
  append_attribute (out, "r", radius);
  append_paint (out, paint);
  g_string_append (out, "/>\n");
}

static void
draw_line (EntCanvas      *canvas,
           double          x0,
           double          y0,
           double          x1,
           double          y1,
           const EntPaint *paint)
{
  GString *out = get_self (canvas)->out;

  g_string_append (out, "<line");
  append_attribute (out, "x1", x0);
  append_attribute (out, "y1", y0);
  append_attribute (out, "x2", x1);
  append_attribute (out, "y2", y1);
  append_paint (out, paint);
  g_string_append (out, "/>\n");
}

static void
draw_path (EntCanvas      *canvas,
           const char     *path,
           double          x,
           double          y,
           double          scale,
           const EntPaint *paint)
{
  GString *out = get_self (canvas)->out;
  EntPaint scaled = *paint;

  scaled.width /= scale;
  scaled.dash /= scale;
  g_string_append (out, "<path transform=\"translate(");
  append_number (out, x);
  g_string_append_c (out, ' ');
  append_number (out, y);
  g_string_append (out, ") scale(");
  append_number (out, scale);
  g_string_append_printf (out, ")\" d=\"%s\"", path);
  append_paint (out, &scaled);
  g_string_append (out, "/>\n");
}

static void
draw_fade (EntCanvas    *canvas,
           const EntBox *box,
           EntColour     colour)
{
  SvgCanvas *self = get_self (canvas);
  const double offsets[] = { 0.0, ENT_FADE_SHARE, 1.0 - ENT_FADE_SHARE, 1.0 };

  g_string_append_printf (self->out, "<linearGradient id=\"fade-%u\">", ++self->n_fades);
  for (gsize i = 0; i < G_N_ELEMENTS (offsets); i++)
    {
      EntColour solid = colour;
      solid.alpha = 1.0;
      g_string_append (self->out, "<stop");
      append_attribute (self->out, "offset", offsets[i]);
      append_colour (self->out, "stop-color", solid);
      append_attribute (self->out, "stop-opacity", i == 0 || i + 1 == G_N_ELEMENTS (offsets) ? 0.0 : colour.alpha);
      g_string_append (self->out, "/>");
    }
  g_string_append (self->out, "</linearGradient>\n<rect");
  append_box (self->out, box);
  g_string_append_printf (self->out, " fill=\"url(#fade-%u)\"/>\n", self->n_fades);
}

/* One path of all the lines, as a pattern's seams are seen in some viewers. */
static void
draw_hatch (EntCanvas      *canvas,
            const EntBox   *box,
            const EntPaint *hatch)
{
  SvgCanvas *self = get_self (canvas);
  EntPaint ground = { .fill = hatch->fill };
  EntPaint paint = { .stroke = hatch->stroke, .width = hatch->width };
  double begin = box->x - box->height - fmod (box->x + box->y, ENT_HATCH_STEP);

  if (ground.fill.alpha > 0.0)
    draw_box (canvas, box, 0.0, &ground);
  begin_clip (canvas, box);
  g_string_append (self->out, "<path d=\"");
  for (double x = begin; x < box->x + box->width; x += ENT_HATCH_STEP)
    {
      g_string_append_c (self->out, 'M');
      append_number (self->out, x);
      g_string_append_c (self->out, ' ');
      append_number (self->out, box->y + box->height);
      g_string_append_c (self->out, 'L');
      append_number (self->out, x + box->height);
      g_string_append_c (self->out, ' ');
      append_number (self->out, box->y);
    }
  g_string_append_c (self->out, '"');
  append_paint (self->out, &paint);
  g_string_append (self->out, "/>\n");
  end_clip (canvas);
}

static void
draw_bars (EntCanvas    *canvas,
           const EntBox *boxes,
           gsize         n,
           EntColour     colour)
{
  GString *out = get_self (canvas)->out;
  EntPaint paint = { .fill = colour };

  if (n == 0)
    return;
  g_string_append (out, "<path d=\"");
  for (gsize i = 0; i < n; i++)
    {
      g_string_append_c (out, 'M');
      append_number (out, boxes[i].x);
      g_string_append_c (out, ' ');
      append_number (out, boxes[i].y);
      g_string_append_c (out, 'h');
      append_number (out, boxes[i].width);
      g_string_append_c (out, 'v');
      append_number (out, boxes[i].height);
      g_string_append_c (out, 'h');
      append_number (out, -boxes[i].width);
      g_string_append_c (out, 'z');
    }
  g_string_append_c (out, '"');
  append_paint (out, &paint);
  g_string_append (out, "/>\n");
}

/* Each shape is written where it is. */
static gboolean
begin_sprite (EntCanvas    *canvas,
              guint64       number,
              const EntBox *box)
{
  return TRUE;
}

static void
end_sprite (EntCanvas *canvas)
{
}

static void
draw_text (EntCanvas    *canvas,
           EntTextRole   role,
           const char   *words,
           const EntBox *box,
           EntColour     colour,
           gboolean      struck)
{
  SvgCanvas *self = get_self (canvas);
  PangoLayout *layout = ent_text_get_layout (self->text, role, words);
  int width;

  pango_layout_get_size (layout, &width, NULL);
  if (self->fonts != NULL)
    ent_font_subset_add (self->fonts, layout);
  g_string_append_printf (self->out, "<text class=\"t%u\"", role);
  append_attribute (self->out, "x", box->x);
  append_attribute (self->out, "y", box->y + ent_text_get_baseline (self->text, role, words));
  /* Another font than the one measured is fitted into the same room. */
  append_attribute (self->out, "textLength", (double) width / PANGO_SCALE);
  g_string_append (self->out, " lengthAdjust=\"spacingAndGlyphs\"");
  append_colour (self->out, "fill", colour);
  if (struck)
    g_string_append (self->out, " text-decoration=\"line-through\"");
  g_string_append_c (self->out, '>');
  ent_markup_append_text (self->out, words);
  g_string_append (self->out, "</text>\n");
}

static void
append_fonts (SvgCanvas  *self,
              const char *families)
{
  g_string_append (self->out, "<style>text{white-space:pre;font-family:");
  ent_markup_append_text (self->out, families);
  g_string_append (self->out, "}");
  for (guint role = 0; role < ENT_N_TEXT_ROLES; role++)
    {
      const PangoFontDescription *font = pango_layout_get_font_description (ent_text_get_layout (self->text, role, ""));
      g_string_append_printf (self->out, ".t%u{font-weight:%d;font-size:", role,
                              pango_font_description_get_weight (font));
      append_number (self->out, pango_font_description_get_size (font) * PIXELS_PER_POINT / PANGO_SCALE);
      g_string_append (self->out, "px}");
    }
  g_string_append (self->out, "</style>\n");
}

static void
append_head (SvgCanvas           *self,
             const EntScene      *scene,
             const EntSvgOptions *options)
{
  GString *out = self->out;
  double height = options->top + scene->height + (options->foot != NULL ? options->foot->height : 0.0);

  if (!options->in_page)
    g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  g_string_append_printf (out, "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"%s\"",
                          options->in_page ? "group" : "img");
  append_attribute (out, "width", scene->width * options->zoom);
  append_attribute (out, "height", height * options->zoom);
  g_string_append (out, " viewBox=\"0 0 ");
  append_number (out, scene->width);
  g_string_append_c (out, ' ');
  append_number (out, height);
  g_string_append (out, "\">\n");
  if (options->title != NULL)
    {
      g_string_append (out, "<title>");
      ent_markup_append_text (out, options->title);
      g_string_append (out, "</title>\n");
    }
  if (options->subtitle != NULL)
    {
      g_string_append (out, "<desc>");
      ent_markup_append_text (out, options->subtitle);
      g_string_append (out, "</desc>\n");
    }
  append_fonts (self, options->families);
}

/**
 * ent_svg_writer_new_bytes:
 * @scene: what to show
 * @store: the events that the scene shows
 * @style: in which colours
 * @text: in which fonts; those that the scene was measured with
 * @options: how to write it
 *
 * Writes a scene as SVG. It is asked for the same shapes as Cairo is.
 *
 * Returns: (transfer full): an SVG file
 */
GBytes *
ent_svg_writer_new_bytes (const EntScene      *scene,
                          const EntEventStore *store,
                          const EntStyle      *style,
                          EntText             *text,
                          const EntSvgOptions *options)
{
  g_return_val_if_fail (scene != NULL && store != NULL && style != NULL, NULL);
  g_return_val_if_fail (text != NULL && options != NULL && options->families != NULL, NULL);

  g_autoptr (EntFontSubset) fonts = options->embed_fonts ? ent_font_subset_new () : NULL;
  SvgCanvas self = {
    .canvas = { begin_clip, end_clip, begin_event, end_event, draw_box, draw_circle, draw_line, draw_path, draw_fade,
                draw_hatch, draw_bars, begin_sprite, end_sprite, draw_text },
    .out = g_string_new (NULL),
    .store = store,
    .text = text,
    .fonts = fonts,
    .in_page = options->in_page,
  };
  EntTextMeasure measure = ent_text_get_measure (text);

  append_head (&self, scene, options);
  ent_heading_draw_on (&self.canvas, style, &measure, options->title, options->subtitle, scene->width);
  g_string_append (self.out, "<g transform=\"translate(0 ");
  append_number (self.out, options->top);
  g_string_append (self.out, ")\">\n");
  ent_draw_scene_on (&self.canvas, scene, style);
  g_string_append (self.out, "</g>\n");
  if (options->foot != NULL && options->foot->height > 0.0)
    {
      g_string_append (self.out, "<g transform=\"translate(0 ");
      append_number (self.out, options->top + scene->height);
      g_string_append (self.out, ")\">\n");
      ent_foot_draw_on (options->foot, &self.canvas, &measure, style);
      g_string_append (self.out, "</g>\n");
    }
  if (fonts != NULL)
    {
      g_string_append (self.out, "<style>");
      ent_font_subset_append_css (fonts, self.out, options->families);
      g_string_append (self.out, "</style>\n");
    }
  g_string_append (self.out, "</svg>\n");
  return g_string_free_to_bytes (self.out);
}

/**
 * ent_picture_write_svg:
 * @sink: where to
 *
 * Writes the picture that is asked for as SVG.
 */
void
ent_picture_write_svg (EntExportSink *sink)
{
  GError *error = NULL;
  g_autoptr (EntPicture) picture = ent_picture_new (sink->request, &error);

  if (picture == NULL)
    {
      ent_export_sink_fail (sink, error);
      return;
    }
  EntSvgOptions options = { picture->title, picture->subtitle, FAMILIES, picture->top,
                            picture->zoom, picture->foot, sink->request->embed_fonts, FALSE };
  g_autoptr (GBytes) bytes = ent_svg_writer_new_bytes (picture->scene,
                                                       ent_filter_index_get_store (sink->request->index),
                                                       &picture->style, picture->text, &options);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  ent_export_sink_write (sink, data, size);
}
