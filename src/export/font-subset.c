/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/font-subset.h"

#include <hb-ot.h>
#include <hb-subset.h>

/* A font file, or one of a collection, and the letters used of it. */
typedef struct
{
  hb_face_t *face;
  hb_set_t *letters;
  int weight; /* 0 if it holds all weights */
  guint family;
} Face;

struct _EntFontSubset
{
  GArray *faces;       /* of Face, in the order of their first use */
  GPtrArray *families; /* their names */
};

static void
clear_face (gpointer data)
{
  Face *face = data;

  hb_face_destroy (face->face);
  hb_set_destroy (face->letters);
}

/**
 * ent_font_subset_new:
 *
 * Returns: (transfer full): no fonts yet
 */
EntFontSubset *
ent_font_subset_new (void)
{
  EntFontSubset *subset = g_new0 (EntFontSubset, 1);

  subset->faces = g_array_new (FALSE, FALSE, sizeof (Face));
  g_array_set_clear_func (subset->faces, clear_face);
  subset->families = g_ptr_array_new_with_free_func (g_free);
  return subset;
}

/**
 * ent_font_subset_free:
 * @subset: (transfer full): fonts
 */
void
ent_font_subset_free (EntFontSubset *subset)
{
  g_array_unref (subset->faces);
  g_ptr_array_unref (subset->families);
  g_free (subset);
}

/* Weights of one family must go by one name, or a browser takes the first that has the letter. */
static guint
get_family (EntFontSubset              *subset,
            const PangoFontDescription *description)
{
  const char *name = pango_font_description_get_family (description);
  guint family;

  if (!g_ptr_array_find_with_equal_func (subset->families, name, g_str_equal, &family))
    {
      family = subset->families->len;
      g_ptr_array_add (subset->families, g_strdup (name));
    }
  return family;
}

static Face *
get_face (EntFontSubset *subset,
          PangoFont     *font)
{
  hb_face_t *face = hb_font_get_face (pango_font_get_hb_font (font));
  PangoFontDescription *description = pango_font_describe (font);
  int weight = hb_ot_var_has_data (face) ? 0 : (int) pango_font_description_get_weight (description);

  guint family = get_family (subset, description);

  pango_font_description_free (description);
  for (guint i = 0; i < subset->faces->len; i++)
    {
      Face *known = &g_array_index (subset->faces, Face, i);
      if (known->face == face && known->weight == weight)
        return known;
    }
  Face added = { hb_face_reference (face), hb_set_create (), weight, family };
  g_array_append_val (subset->faces, added);
  return &g_array_index (subset->faces, Face, subset->faces->len - 1);
}

/**
 * ent_font_subset_add:
 * @subset: fonts
 * @layout: words, laid out
 *
 * Adds the letters of the words, each to the font that it is written in.
 */
void
ent_font_subset_add (EntFontSubset *subset,
                     PangoLayout   *layout)
{
  const char *text = pango_layout_get_text (layout);

  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    {
      const PangoLayoutLine *line = l->data;
      for (GSList *run = line->runs; run != NULL; run = run->next)
        {
          const PangoItem *item = ((const PangoGlyphItem *) run->data)->item;
          const Face *face = get_face (subset, item->analysis.font);
          for (const char *p = text + item->offset; p < text + item->offset + item->length; p = g_utf8_next_char (p))
            hb_set_add (face->letters, g_utf8_get_char (p));
        }
    }
}

static hb_blob_t *
cut (const Face *face)
{
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();
  hb_blob_t *blob = NULL;

  if (input == NULL)
    return NULL;
  hb_set_union (hb_subset_input_unicode_set (input), face->letters);
  hb_face_t *result = hb_subset_or_fail (face->face, input);
  if (result != NULL)
    blob = hb_face_reference_blob (result);
  hb_face_destroy (result);
  hb_subset_input_destroy (input);
  return blob;
}

/* Which letters the face is for: others are looked for in the next one. */
static void
append_range (GString        *out,
              const hb_set_t *letters)
{
  hb_codepoint_t first = HB_SET_VALUE_INVALID, last = HB_SET_VALUE_INVALID;
  gboolean any = FALSE;

  g_string_append (out, ";unicode-range:");
  while (hb_set_next_range (letters, &first, &last))
    {
      g_string_append_printf (out, "%sU+%X", any ? "," : "", first);
      if (last > first)
        g_string_append_printf (out, "-%X", last);
      any = TRUE;
    }
}

/**
 * ent_font_subset_append_css:
 * @subset: fonts
 * @out: where to
 * @families: fonts to ask for where these do not serve, as CSS writes them
 *
 * Writes the fonts as rules of CSS, and a rule that words are written in them.
 */
void
ent_font_subset_append_css (EntFontSubset *subset,
                            GString       *out,
                            const char    *families)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < subset->faces->len; i++)
    {
      const Face *face = &g_array_index (subset->faces, Face, i);
      hb_blob_t *blob = cut (face);
      unsigned int length;
      if (blob == NULL)
        continue;
      const char *data = hb_blob_get_data (blob, &length);
      g_autofree char *encoded = g_base64_encode ((const guchar *) data, length);
      hb_blob_destroy (blob);
      g_string_append_printf (out, "@font-face{font-family:entente-%u;font-weight:", face->family);
      if (face->weight > 0)
        g_string_append_printf (out, "%d", face->weight);
      else
        g_string_append (out, "100 900");
      append_range (out, face->letters);
      g_string_append_printf (out, ";src:url(data:font/otf;base64,%s)}\n", encoded);
    }
  for (guint i = 0; i < subset->families->len; i++)
    g_string_append_printf (names, "entente-%u,", i);
  g_string_append_printf (out, "text{font-family:%s%s}\n", names->str, families);
}
