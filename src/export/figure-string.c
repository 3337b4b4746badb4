/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures as text, in which an archive keeps them: GVariant's own format. */
#include "export/figure.h"

#include <math.h>

/* Of each figure: name, caption, question, title, the file in base 64; numbers and words of the request by their names;
 * events with what was told of them. */
#define FIGURES_TYPE "a(sssssa{sv}a(ss))"

static void
add_number (GVariantBuilder *builder,
            const char      *key,
            double           value)
{
  g_variant_builder_add (builder, "{sv}", key, g_variant_new_double (value));
}

static void
add_request (GVariantBuilder *builder,
             const EntFigure *figure)
{
  const EntExportRequest *request = &figure->request;

  g_variant_builder_open (builder, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (builder, "{sv}", "format", g_variant_new_string (ent_export_format_to_id (request->format)));
  /* Without a time it shows all that there is, however much that is by then. */
  if (isfinite (request->from))
    add_number (builder, "from", request->from);
  if (isfinite (request->to))
    add_number (builder, "to", request->to);
  add_number (builder, "lanes", request->lanes);
  add_number (builder, "theme", request->theme);
  add_number (builder, "width", request->width);
  add_number (builder, "height", request->height);
  add_number (builder, "paged", request->paged);
  add_number (builder, "zoom", request->zoom);
  add_number (builder, "pixels", request->pixel_scale);
  add_number (builder, "dpi", request->dpi);
  add_number (builder, "parts", request->parts);
  add_number (builder, "transparent", request->transparent);
  add_number (builder, "embed-fonts", request->embed_fonts);
  if (figure->subtitle != NULL)
    g_variant_builder_add (builder, "{sv}", "subtitle", g_variant_new_string (figure->subtitle));
  if (figure->lane_choice != NULL)
    g_variant_builder_add (builder, "{sv}", "lane-choice", g_variant_new_string (figure->lane_choice));
  g_variant_builder_add (builder, "{sv}", "edits", ent_figure_edits_to_variant (figure->edits));
  g_variant_builder_close (builder);
}

static void
add_figure (GVariantBuilder *builder,
            const EntFigure *figure)
{
  gsize length;
  const guchar *data = g_bytes_get_data (figure->bytes, &length);
  g_autofree char *encoded = g_base64_encode (data, length);

  g_variant_builder_open (builder, G_VARIANT_TYPE ("(sssssa{sv}a(ss))"));
  g_variant_builder_add (builder, "s", figure->name);
  g_variant_builder_add (builder, "s", figure->caption);
  g_variant_builder_add (builder, "s", figure->question);
  g_variant_builder_add (builder, "s", figure->title != NULL ? figure->title : "");
  g_variant_builder_add (builder, "s", encoded);
  add_request (builder, figure);
  g_variant_builder_open (builder, G_VARIANT_TYPE ("a(ss)"));
  for (guint i = 0; i < figure->events->len; i++)
    {
      const EntFigureEvent *event = g_ptr_array_index (figure->events, i);

      g_variant_builder_add (builder, "(ss)", event->id, event->words);
    }
  g_variant_builder_close (builder);
  g_variant_builder_close (builder);
}

/**
 * ent_figures_to_string:
 * @figures: (element-type EntFigure): figures
 *
 * Returns: (transfer full): all of them as text
 */
char *
ent_figures_to_string (const GPtrArray *figures)
{
  g_return_val_if_fail (figures != NULL, NULL);

  GVariantBuilder builder;
  g_variant_builder_init (&builder, G_VARIANT_TYPE (FIGURES_TYPE));
  for (guint i = 0; i < figures->len; i++)
    add_figure (&builder, g_ptr_array_index (figures, i));
  g_autoptr (GVariant) all = g_variant_ref_sink (g_variant_builder_end (&builder));
  return g_variant_print (all, FALSE);
}

static double
get_number (GVariant   *request,
            const char *key,
            double      least,
            double      most)
{
  double value;

  return g_variant_lookup (request, key, "d", &value) && value >= least ? MIN (value, most) : least;
}

static void
read_request (GVariant         *from,
              EntExportRequest *request)
{
  const char *format = "svg";

  g_variant_lookup (from, "format", "&s", &format);
  if (!ent_export_format_from_name (format, &request->format))
    request->format = ENT_EXPORT_SVG;
  if (!g_variant_lookup (from, "from", "d", &request->from))
    request->from = -INFINITY;
  if (!g_variant_lookup (from, "to", "d", &request->to))
    request->to = INFINITY;
  request->lanes = (EntLaneMode) get_number (from, "lanes", 0, ENT_N_LANE_MODES - 1);
  request->theme = (EntTheme) get_number (from, "theme", 0, ENT_N_THEMES - 1);
  request->width = get_number (from, "width", 1, 1e6);
  request->height = get_number (from, "height", 0, 1e6);
  request->paged = get_number (from, "paged", 0, 1) > 0.5;
  request->zoom = get_number (from, "zoom", 0, 100);
  request->pixel_scale = get_number (from, "pixels", 0.1, 100);
  request->dpi = get_number (from, "dpi", 0, 1e5);
  request->parts = (EntExportParts) get_number (from, "parts", 0, ENT_EXPORT_ALL_PARTS);
  request->transparent = get_number (from, "transparent", 0, 1) > 0.5;
  request->embed_fonts = get_number (from, "embed-fonts", 0, 1) > 0.5;
  request->as_of = ENT_DAY_OPEN_START;
}

static EntFigure *
read_figure (GVariant *from)
{
  EntFigure *figure = g_new0 (EntFigure, 1);
  g_autoptr (GVariant) request = NULL;
  g_autoptr (GVariantIter) events = NULL;
  const char *file, *id, *words;
  gsize length;

  g_variant_get (from, "(sss&s&s@a{sv}a(ss))", &figure->name, &figure->caption, &figure->question, &words, &file,
                 &request, &events);
  figure->title = *words != '\0' ? g_strdup (words) : NULL;
  guchar *data = g_base64_decode (file, &length);
  figure->bytes = g_bytes_new_take (data, length);
  figure->events = ent_figure_events_new ();
  while (g_variant_iter_next (events, "(&s&s)", &id, &words))
    ent_figure_events_add (figure->events, id, words);
  read_request (request, &figure->request);
  g_variant_lookup (request, "subtitle", "s", &figure->subtitle);
  g_variant_lookup (request, "lane-choice", "s", &figure->lane_choice);
  g_autoptr (GVariant) edits = g_variant_lookup_value (request, "edits", NULL);
  figure->edits = ent_figure_edits_from_variant (edits);
  figure->request.edits = figure->edits;
  return figure;
}

/**
 * ent_figures_new_from_string:
 * @text: (nullable): what ent_figures_to_string() gave
 *
 * Text that it did not give holds no figures.
 *
 * Returns: (transfer full) (element-type EntFigure): the figures
 */
GPtrArray *
ent_figures_new_from_string (const char *text)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_figure_free);
  g_autoptr (GVariant) all = text != NULL ? g_variant_parse (G_VARIANT_TYPE (FIGURES_TYPE), text, NULL, NULL, NULL)
                                          : NULL;
  gsize n = all != NULL ? g_variant_n_children (all) : 0;

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GVariant) figure = g_variant_get_child_value (all, i);

      g_ptr_array_add (figures, read_figure (figure));
    }
  return figures;
}
