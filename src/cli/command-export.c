/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdlib.h>

#include "cli/cli-filter.h"
#include "cli/cli-options.h"
#include "cli/cli-translator.h"
#include "export/export-request.h"
#include "export/facts.h"
#include "layout/lane-choice.h"

/* Beyond this a picture is a mistyped number. */
#define MAX_SIDE 200000

typedef struct
{
  char *output;
  char *format;
  char *size;
  char *page;
  char *preset;
  char *parts;
  char *theme;
  char *lanes;
  GStrv hidden_lanes;
  GStrv folded_lanes;
  char *lane_order;
  char *title;
  char *subtitle;
  char *as_of;
  char *locale;
  double scale;
  double dpi;
  gboolean transparent;
  gboolean embed_fonts;
} ExportOptions;

static void
clear_options (ExportOptions *options)
{
  g_free (options->output);
  g_free (options->format);
  g_free (options->size);
  g_free (options->page);
  g_free (options->preset);
  g_free (options->parts);
  g_free (options->theme);
  g_free (options->lanes);
  g_strfreev (options->hidden_lanes);
  g_strfreev (options->folded_lanes);
  g_free (options->lane_order);
  g_free (options->title);
  g_free (options->subtitle);
  g_free (options->as_of);
  g_free (options->locale);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ExportOptions, clear_options)

static gboolean
complain (const char *what,
          const char *value)
{
  g_printerr ("entente-cli: %s: “%s”\n", what, value);
  return FALSE;
}

static gboolean
read_size (const char       *text,
           EntExportRequest *request)
{
  char *end = NULL;

  if (text == NULL)
    return TRUE;
  request->width = g_ascii_strtod (text, &end);
  if (end == text || *end != 'x')
    return complain (_ ("a size is written 1600x900"), text);
  request->height = g_ascii_strtod (end + 1, &end);
  if (*end != '\0' || !(request->width >= 1 && request->width <= MAX_SIDE)
      || !(request->height >= 1 && request->height <= MAX_SIDE))
    return complain (_ ("a size is written 1600x900"), text);
  return TRUE;
}

static gboolean
read_lanes (const char  *text,
            EntLaneMode *lanes)
{
  *lanes = ENT_LANES_TOPIC;
  if (text == NULL || ent_lane_mode_from_id (text, lanes))
    return TRUE;
  return complain (_ ("lanes are by topic, kind, actor, issuer or none"), text);
}

static gboolean
read_as_of (const char *text,
            EntDay     *day)
{
  EntEdtf edtf;

  *day = ENT_DAY_OPEN_START;
  if (text == NULL)
    return TRUE;
  if (!ent_edtf_parse (text, strlen (text), &edtf, NULL) || !ent_edtf_is_day (edtf))
    return complain (_ ("a day is written 2024-04-02"), text);
  *day = ent_edtf_earliest (edtf);
  return TRUE;
}

/* What a preset or a sheet sets; single options are read after it. */
static gboolean
read_purpose (const ExportOptions *options,
              EntExportRequest    *request)
{
  EntExportPreset preset = ENT_PRESET_NONE;

  request->width = 1600;
  request->height = 900;
  request->pixel_scale = 1.0;
  request->theme = ENT_THEME_LIGHT;
  if (options->page != NULL && options->preset != NULL)
    return complain (_ ("a page and a preset cannot both be asked for"), options->preset);
  if (options->page != NULL && !ent_export_request_set_page (request, options->page))
    return complain (_ ("there is no such page"), options->page);
  if (options->preset != NULL && !ent_export_preset_from_id (options->preset, &preset))
    return complain (_ ("there is no such preset"), options->preset);
  ent_export_request_set_preset (request, preset);
  return TRUE;
}

/* A picture of a size in the world has as many pixels as its resolution wants; another one only names it. */
static gboolean
read_resolution (const ExportOptions *options,
                 EntExportRequest    *request)
{
  gboolean is_measured = options->page != NULL || options->preset != NULL;

  if (options->dpi != 0.0 && !(options->dpi >= 1.0 && options->dpi <= 9600.0))
    return complain (_ ("a resolution is a number from 1 to 9600"), "--dpi");
  if (options->scale != 0.0 && !(options->scale > 0.0 && options->scale <= 100.0))
    return complain (_ ("a scale is a number from above 0 to 100"), "--scale");
  if (options->dpi > 0.0)
    {
      request->dpi = options->dpi;
      if (is_measured)
        request->pixel_scale = options->dpi / 96.0;
    }
  if (options->scale > 0.0)
    {
      request->pixel_scale = options->scale;
      if (is_measured && options->dpi <= 0.0)
        request->dpi = 0.0;
    }
  return TRUE;
}

static gboolean
read_image_request (const ExportOptions *options,
                    EntExportRequest    *request)
{
  if (!read_purpose (options, request) || !read_size (options->size, request)
      || !read_lanes (options->lanes, &request->lanes) || !read_as_of (options->as_of, &request->as_of)
      || !read_resolution (options, request))
    return FALSE;
  if (options->theme != NULL && !ent_theme_from_id (options->theme, &request->theme))
    return complain (_ ("there is no such theme"), options->theme);
  if (options->parts != NULL && !ent_export_parts_from_ids (options->parts, &request->parts))
    return complain (_ ("parts are legend, filter, as-of, sources, chronology, key, all or none"), options->parts);
  request->transparent = options->transparent;
  request->embed_fonts = options->embed_fonts;
  request->title = options->title;
  request->subtitle = options->subtitle;
  request->locale = options->locale;
  request->translator = ent_cli_translator_new_for (options->locale);
  return TRUE;
}

static gboolean
list_lanes (GStrv                names,
            EntLaneMode          mode,
            const EntVocabulary *vocabulary,
            GArray              *list)
{
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      guint16 value;
      if (!ent_lane_find (names[i], mode, vocabulary, &value))
        return complain (_ ("there is no such lane"), names[i]);
      ent_lane_list_set (list, value, TRUE);
    }
  return TRUE;
}

/* Which lanes are hidden, folded or first; %NULL for a lane that there is not. */
static char *
dup_lane_choice (const ExportOptions *options,
                 EntLaneMode          mode,
                 const EntVocabulary *vocabulary)
{
  g_autoptr (EntLaneChoice) choice = ent_lane_choice_new ();
  g_auto (GStrv) order = options->lane_order != NULL ? g_strsplit (options->lane_order, ",", -1) : NULL;

  if (!list_lanes (options->hidden_lanes, mode, vocabulary, choice->hidden)
      || !list_lanes (options->folded_lanes, mode, vocabulary, choice->folded)
      || !list_lanes (order, mode, vocabulary, choice->order))
    return NULL;
  return ent_lane_choice_to_string (choice, mode, vocabulary);
}

/* The filter's span is the picture's too. */
static void
set_span (EntExportRequest *request)
{
  EntDay from, to;

  ent_filter_get_span (request->filter, &from, &to);
  if (from == ENT_DAY_OPEN_START && to == ENT_DAY_OPEN_END)
    return;
  request->from = from == ENT_DAY_OPEN_START ? -INFINITY : from;
  request->to = to == ENT_DAY_OPEN_END ? INFINITY : to + 1.0;
}

/* A picture of what people have checked says how much of it they have. */
static void
tell_checked (const ExportOptions *options,
              EntExportRequest    *request)
{
  g_autofree char *checked = ent_facts_new_checked (request, NULL);

  if (options->parts == NULL && checked != NULL)
    request->parts |= ENT_EXPORT_AS_OF;
}

static int
write_out (const ExportOptions *options,
           EntExportRequest    *request,
           GFile               *file)
{
  g_autoptr (GError) error = NULL;

  set_span (request);
  if (ent_export_to_file (request, file, NULL, &error))
    return ENT_EXIT_DONE;
  ent_cli_complain (options->output, error->message);
  return ENT_EXIT_OUTPUT;
}

static gboolean
read_format (const ExportOptions *options,
             EntExportFormat     *format)
{
  const char *name = options->format != NULL ? options->format : options->output;

  if (options->output == NULL)
    {
      g_printerr ("entente-cli: %s\n", _ ("no output is named; use -o OUT"));
      return FALSE;
    }
  if (ent_export_format_from_name (name, format))
    return TRUE;
  return complain (_ ("no format that can be written goes by this name"), name);
}

static int
run (const EntCliOptions *options,
     const EntCliFilter  *asked,
     const ExportOptions *wanted,
     EntExportRequest    *request)
{
  g_autoptr (EntParser) parser = ent_cli_load_parser (ent_cli_options_get_depth (options));
  g_autoptr (EntFilter) filter = NULL;
  g_autoptr (EntLoadResult) loaded = NULL;
  g_autoptr (EntFilterIndex) index = NULL;
  g_autoptr (EntRowSet) rows = NULL;
  g_autoptr (GArray) spans = NULL;
  g_autofree char *lane_choice = NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (wanted->output);
  int status;

  if (parser == NULL)
    return ENT_EXIT_INPUT;
  filter = ent_cli_filter_new_filter (asked, ent_parser_get_vocabulary (parser));
  lane_choice = dup_lane_choice (wanted, request->lanes, ent_parser_get_vocabulary (parser));
  if (filter == NULL || lane_choice == NULL)
    return ENT_EXIT_USAGE;
  request->lane_choice = lane_choice;
  loaded = ent_cli_load (options, parser, ENT_MERGE_STATEMENTS, &index);
  rows = ent_filter_index_run (index, filter);
  spans = ent_export_new_spans (loaded->periods);
  request->periods = (const EntNamedSpan *) (gconstpointer) spans->data;
  request->n_periods = spans->len;
  request->snapshot = loaded->snapshot;
  request->index = index;
  request->filter = filter;
  request->rows = rows;
  tell_checked (wanted, request);
  status = write_out (wanted, request, file);
  return status == ENT_EXIT_DONE && loaded->failures->len > 0 ? ENT_EXIT_INPUT : status;
}

/**
 * ent_command_export:
 * @argc: the command line
 * @argv: the command line
 *
 * Returns: what to exit with
 */
int
ent_command_export (int    argc,
                    char **argv)
{
  g_auto (EntCliOptions) options = { NULL };
  g_auto (EntCliFilter) asked = { NULL };
  g_auto (ExportOptions) wanted = { NULL };
  EntExportRequest request = { NULL };
  const GOptionEntry own[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &wanted.output, N_ ("File to write"), "OUT" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &wanted.format, N_ ("Its format, when its name does not tell"),
      "png|svg|pdf|csv|json|ics|timelinejs|html|md|docx|bibtex|csl" },
    { "size", 0, 0, G_OPTION_ARG_STRING, &wanted.size, N_ ("Size of an image in pixels"), "WxH" },
    { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &wanted.scale, N_ ("Pixels of a PNG to each of these"), "N" },
    { "dpi", 0, 0, G_OPTION_ARG_DOUBLE, &wanted.dpi, N_ ("Resolution that a PNG names"), "N" },
    { "page", 0, 0, G_OPTION_ARG_STRING, &wanted.page, N_ ("Sheets of paper"), "A4|A3|Letter[-landscape]" },
    { "preset", 0, 0, G_OPTION_ARG_STRING, &wanted.preset, N_ ("What an image is for"), "column|slide|poster" },
    { "parts", 0, 0, G_OPTION_ARG_STRING, &wanted.parts, N_ ("What stands around the timeline"),
      "legend,filter,as-of,sources,chronology,key|all|none" },
    { "embed-fonts", 0, 0, G_OPTION_ARG_NONE, &wanted.embed_fonts, N_ ("An SVG brings its letters along"), NULL },
    { "transparent", 0, 0, G_OPTION_ARG_NONE, &wanted.transparent, N_ ("No background"), NULL },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &wanted.theme, N_ ("Colours"), "light|dark|print|grey|contrast" },
    { "lanes", 0, 0, G_OPTION_ARG_STRING, &wanted.lanes, N_ ("What a lane is"), "topic|kind|actor|issuer|none" },
    { "hide-lane", 0, 0, G_OPTION_ARG_STRING_ARRAY, &wanted.hidden_lanes,
      N_ ("A lane that is not shown; may be given again"), "ID" },
    { "fold-lane", 0, 0, G_OPTION_ARG_STRING_ARRAY, &wanted.folded_lanes,
      N_ ("A lane that is no higher than its name; may be given again"), "ID" },
    { "lane-order", 0, 0, G_OPTION_ARG_STRING, &wanted.lane_order, N_ ("Lanes that come first"), "ID[,ID…]" },
    { "title", 0, 0, G_OPTION_ARG_STRING, &wanted.title, N_ ("Title above the image"), "TEXT" },
    { "subtitle", 0, 0, G_OPTION_ARG_STRING, &wanted.subtitle, N_ ("Line under the title"), "TEXT" },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &wanted.as_of, N_ ("The day the image is of"), "DATE" },
    { "locale", 0, 0, G_OPTION_ARG_STRING, &wanted.locale, N_ ("Language of the image's words"), "LL" },
  };
  g_autoptr (GArray) entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));
  int status;

  g_array_append_vals (entries, own, G_N_ELEMENTS (own));
  ent_cli_filter_get_entries (&asked, entries);
  if (!ent_cli_options_parse (&options, _ ("An image or a table of the events"),
                              (const GOptionEntry *) (gconstpointer) entries->data, &argc, &argv, &status))
    return status;
  if (!read_format (&wanted, &request.format) || !read_image_request (&wanted, &request)
      || !ent_cli_filter_set_coder (&asked, &options))
    return ENT_EXIT_USAGE;
  return run (&options, &asked, &wanted, &request);
}
