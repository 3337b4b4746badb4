/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets of paper and what pictures are for. */
#include <string.h>

#include "export/export-request.h"

#define PIXELS_PER_MM (96.0 / 25.4)

static const struct
{
  const char *id;
  double width, height; /* upright, in millimetres */
  double zoom;
} pages[] = {
  { "a4", 210.0, 297.0, 0.8 },
  { "a3", 297.0, 420.0, 0.9 },
  { "letter", 215.9, 279.4, 0.8 },
};

/* A column is as wide as one of a two-column page of A4 and as high as half of it, a slide is of 16 : 9, a poster A0.
 * Words are as large as these want: 6.5 points in print, 13 on a slide, 22 on a wall. */
static const struct
{
  const char *id;
  double width, height; /* in millimetres */
  double zoom;
  double dpi;
  EntTheme theme;
  EntExportParts parts;
} presets[ENT_N_PRESETS] = {
  [ENT_PRESET_NONE] = { "none", 0.0, 0.0, 1.0, 96.0, ENT_THEME_LIGHT, 0 },
  [ENT_PRESET_COLUMN] = { "column", 85.0, 170.0, 0.65, 600.0, ENT_THEME_PRINT,
                          ENT_EXPORT_KEY | ENT_EXPORT_LEGEND | ENT_EXPORT_FILTER | ENT_EXPORT_AS_OF },
  [ENT_PRESET_SLIDE] = { "slide", 338.66666667, 190.5, 1.3, 144.0, ENT_THEME_LIGHT,
                         ENT_EXPORT_FILTER | ENT_EXPORT_AS_OF },
  [ENT_PRESET_POSTER] = { "poster", 1189.0, 841.0, 2.2, 150.0, ENT_THEME_PRINT,
                          ENT_EXPORT_ALL_PARTS & ~ENT_EXPORT_CHRONOLOGY },
};

static const char * const part_ids[] = { "legend", "filter", "as-of", "sources", "chronology", "key" };

/**
 * ent_export_parts_from_ids:
 * @ids: names apart by commas: "legend,sources"; "all" and "none" are names too
 * @parts: (out): what they name
 *
 * Returns: whether all are known
 */
gboolean
ent_export_parts_from_ids (const char     *ids,
                           EntExportParts *parts)
{
  g_return_val_if_fail (ids != NULL && parts != NULL, FALSE);

  g_auto (GStrv) names = g_strsplit (ids, ",", -1);
  guint found = 0;

  for (guint i = 0; names[i] != NULL; i++)
    {
      gboolean known = g_str_equal (names[i], "none") || g_str_equal (names[i], "all");
      if (g_str_equal (names[i], "all"))
        found = ENT_EXPORT_ALL_PARTS;
      for (guint part = 0; part < G_N_ELEMENTS (part_ids); part++)
        {
          if (!g_str_equal (names[i], part_ids[part]))
            continue;
          found |= 1u << part;
          known = TRUE;
        }
      if (!known)
        return FALSE;
    }
  *parts = (EntExportParts) found;
  return TRUE;
}

/**
 * ent_export_request_set_page:
 * @request: what file to make
 * @page: a sheet: "A4", "A3-landscape", "Letter"
 *
 * Sets size, zoom and parts for sheets of paper.
 *
 * Returns: whether there is such a sheet
 */
gboolean
ent_export_request_set_page (EntExportRequest *request,
                             const char       *page)
{
  g_return_val_if_fail (request != NULL && page != NULL, FALSE);

  g_autofree char *name = g_ascii_strdown (page, -1);
  gboolean landscape = g_str_has_suffix (name, "-landscape");

  if (landscape)
    name[strlen (name) - strlen ("-landscape")] = '\0';
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      if (!g_str_equal (pages[i].id, name))
        continue;
      request->width = (landscape ? pages[i].height : pages[i].width) * PIXELS_PER_MM;
      request->height = (landscape ? pages[i].width : pages[i].height) * PIXELS_PER_MM;
      request->zoom = pages[i].zoom;
      request->paged = TRUE;
      request->parts = ENT_EXPORT_ALL_PARTS;
      request->theme = ENT_THEME_PRINT;
      return TRUE;
    }
  return FALSE;
}

/**
 * ent_export_preset_from_id:
 * @id: a preset's name ("slide")
 * @preset: (out): the preset
 *
 * Returns: whether there is such a preset
 */
gboolean
ent_export_preset_from_id (const char      *id,
                           EntExportPreset *preset)
{
  g_return_val_if_fail (id != NULL && preset != NULL, FALSE);

  for (guint i = 0; i < ENT_N_PRESETS; i++)
    {
      if (!g_str_equal (presets[i].id, id))
        continue;
      *preset = (EntExportPreset) i;
      return TRUE;
    }
  return FALSE;
}

/**
 * ent_export_request_set_preset:
 * @request: what file to make
 * @preset: what it is for
 *
 * Sets size, zoom, resolution, theme and parts. What is asked for beside it is set after it.
 */
void
ent_export_request_set_preset (EntExportRequest *request,
                               EntExportPreset   preset)
{
  g_return_if_fail (request != NULL && preset < ENT_N_PRESETS);

  if (preset == ENT_PRESET_NONE)
    return;
  request->width = presets[preset].width * PIXELS_PER_MM;
  request->height = presets[preset].height * PIXELS_PER_MM;
  request->paged = FALSE;
  request->zoom = presets[preset].zoom;
  request->pixel_scale = presets[preset].dpi / 96.0;
  request->dpi = presets[preset].dpi;
  request->theme = presets[preset].theme;
  request->parts = presets[preset].parts;
}
