/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the signs in a picture mean: those that are in it, and no others. */
#include "layout/legend.h"

#include "base/translator.h"

static const struct
{
  EntMarkFlags flag;
  const char *words;
} flag_words[] = {
  { ENT_MARK_PLANNED, N_ ("Planned or promised") },
  { ENT_MARK_DENIED, N_ ("Called off, or said not to have happened") },
  { ENT_MARK_HOLLOW, N_ ("Day of the statement; the event’s own day is not stated") },
  { ENT_MARK_SELECTED, N_ ("Selected") },
  { ENT_MARK_BEARS, N_ ("Bears on the relationship; not between its sides") },
  { ENT_MARK_NOTED, N_ ("With a note or a tag of yours") },
};

static const char * const assertion_words[ENT_N_ASSERTIONS] = {
  [ENT_ASSERTION_ATTRIBUTED] = N_ ("Attributed: told as another’s words"),
  [ENT_ASSERTION_ALLEGED] = N_ ("Alleged: an accusation"),
  [ENT_ASSERTION_CONDITIONAL] = N_ ("Conditional: only if something else happens"),
  [ENT_ASSERTION_PROPOSED] = N_ ("Proposed: a draft or a suggestion"),
};

static const char * const sign_words[ENT_N_LEGEND_SIGNS] = {
  [ENT_LEGEND_DOT] = N_ ("A contact that raised the lane’s topic, below its mark"),
  [ENT_LEGEND_CLUSTER] = N_ ("Several events; click to come closer"),
  [ENT_LEGEND_SPAN] = N_ ("From its first to its last day"),
  [ENT_LEGEND_SOFT_SPAN] = N_ ("Some time in a day, month, season or year"),
  [ENT_LEGEND_STRIP] = N_ ("How many events there are; the line above tells the scale"),
  [ENT_LEGEND_BADGE] = N_ ("Promises and warnings made there, without a due date"),
  [ENT_LEGEND_STEM] = N_ ("Leads from a contact down to the topics that it raised"),
  [ENT_LEGEND_INVOKES] = N_ ("Refers to the event that it points to"),
  [ENT_LEGEND_FULFILS] = N_ ("May be what was planned or promised there"),
  [ENT_LEGEND_CANCELS] = N_ ("Called it off"),
  [ENT_LEGEND_STRUCK] = N_ ("Did not happen"),
  [ENT_LEGEND_SILENCE] = N_ ("No contact in the statements held, though both sides have some"),
  [ENT_LEGEND_TODAY] = N_ ("Today"),
  [ENT_LEGEND_TRAY] = N_ ("Events without a date to stand at"),
  [ENT_LEGEND_COVERAGE] = N_ ("Statements held, by time: the first side above, the second below"),
  [ENT_LEGEND_VIEW] = N_ ("The time shown above; drag it or its edges"),
};

static void
add_sign (GArray        *items,
          gboolean       is_shown,
          EntLegendSign  sign)
{
  EntLegendItem item = { .sign = sign, .words = sign_words[sign] };

  if (is_shown)
    g_array_append_val (items, item);
}

static void
add_mark (GArray       *items,
          EntSceneMark  mark,
          const char   *words)
{
  EntLegendItem item = { .sign = ENT_LEGEND_MARK, .mark = mark, .words = words };

  g_array_append_val (items, item);
}

/* Kinds first, then what the outlines tell, on a kind that is seen with it. */
static void
add_marks (GArray         *items,
           const EntScene *scene)
{
  gboolean kinds[ENT_N_KINDS] = { FALSE };

  for (gsize i = 0; i < scene->n_marks; i++)
    kinds[scene->marks[i].kind % ENT_N_KINDS] = TRUE;
  for (guint8 kind = 0; kind < ENT_N_KINDS; kind++)
    {
      if (kinds[kind])
        add_mark (items, (EntSceneMark) { .kind = kind }, NULL);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (flag_words); i++)
    {
      for (gsize j = 0; j < scene->n_marks; j++)
        {
          if ((scene->marks[j].flags & flag_words[i].flag) == 0)
            continue;
          add_mark (items, (EntSceneMark) { .kind = scene->marks[j].kind, .flags = (guint8) flag_words[i].flag },
                    flag_words[i].words);
          break;
        }
    }
  for (guint8 assertion = ENT_ASSERTION_STATED + 1; assertion < ENT_N_ASSERTIONS; assertion++)
    {
      for (gsize j = 0; j < scene->n_marks; j++)
        {
          if (scene->marks[j].assertion != assertion)
            continue;
          EntSceneMark mark = { .kind = scene->marks[j].kind, .flags = ENT_MARK_NOT_STATED, .assertion = assertion };
          add_mark (items, mark, assertion_words[assertion]);
          break;
        }
    }
}

static gboolean
has_span (const EntScene *scene,
          gboolean        soft)
{
  for (gsize i = 0; i < scene->n_spans; i++)
    {
      if (scene->spans[i].soft == soft)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_arc (const EntScene *scene,
         EntLinkType     type)
{
  for (gsize i = 0; i < scene->n_arcs; i++)
    {
      if (scene->arcs[i].type == type)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_bin (const EntScene *scene,
         gboolean        bubble)
{
  for (gsize i = 0; i < scene->n_bins; i++)
    {
      if (scene->bins[i].bubble == bubble)
        return TRUE;
    }
  return FALSE;
}

/**
 * ent_legend_new:
 * @scene: a scene
 *
 * Returns: (transfer full) (element-type EntLegendItem): a line for each sign that the scene shows
 */
GArray *
ent_legend_new (const EntScene *scene)
{
  g_return_val_if_fail (scene != NULL, NULL);

  GArray *items = g_array_new (FALSE, FALSE, sizeof (EntLegendItem));
  gboolean has_badge = FALSE, has_struck = FALSE;

  for (gsize i = 0; i < scene->n_labels; i++)
    {
      has_badge = has_badge || scene->labels[i].badge != NULL;
      has_struck = has_struck || scene->labels[i].struck;
    }
  add_marks (items, scene);
  add_sign (items, has_struck, ENT_LEGEND_STRUCK);
  add_sign (items, scene->n_dots > 0, ENT_LEGEND_DOT);
  add_sign (items, scene->n_stems > 0, ENT_LEGEND_STEM);
  add_sign (items, has_bin (scene, TRUE), ENT_LEGEND_CLUSTER);
  add_sign (items, has_bin (scene, FALSE), ENT_LEGEND_STRIP);
  add_sign (items, has_span (scene, FALSE), ENT_LEGEND_SPAN);
  add_sign (items, has_span (scene, TRUE), ENT_LEGEND_SOFT_SPAN);
  add_sign (items, has_badge, ENT_LEGEND_BADGE);
  add_sign (items, has_arc (scene, ENT_LINK_INVOKES), ENT_LEGEND_INVOKES);
  add_sign (items, has_arc (scene, ENT_LINK_FULFILS), ENT_LEGEND_FULFILS);
  add_sign (items, has_arc (scene, ENT_LINK_CANCELS), ENT_LEGEND_CANCELS);
  add_sign (items, scene->n_silences > 0, ENT_LEGEND_SILENCE);
  add_sign (items, scene->today_x >= 0.0, ENT_LEGEND_TODAY);
  add_sign (items, scene->tray.width > 0.0, ENT_LEGEND_TRAY);
  add_sign (items, scene->n_coverage > 0, ENT_LEGEND_COVERAGE);
  add_sign (items, scene->overview_view.width > 0.0, ENT_LEGEND_VIEW);
  return items;
}
