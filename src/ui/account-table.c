/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include <glib/gi18n.h>

#include "ui/account-table.h"

#include "ui/tip.h"
#include "ui/words.h"

/* How a side's statements speak of a topic; both may be. */
typedef enum
{
  SAYS_OF_ITSELF = 1 << 0,
  QUOTES_OTHER = 1 << 1,
} Telling;

/* A side, with its telling of each topic. */
typedef struct
{
  guint16 issuer;
  guint8 topics[ENT_MAX_TOPICS]; /* Telling */
} Side;

struct _EntAccountTable
{
  GtkWidget parent_instance;
  GtkGrid *grid;
};

G_DEFINE_FINAL_TYPE (EntAccountTable, ent_account_table, GTK_TYPE_WIDGET)

static Side *
get_side (GArray  *sides,
          guint16  issuer)
{
  for (guint i = 0; i < sides->len; i++)
    {
      if (g_array_index (sides, Side, i).issuer == issuer)
        return &g_array_index (sides, Side, i);
    }
  Side side = { .issuer = issuer };
  g_array_append_val (sides, side);
  return &g_array_index (sides, Side, sides->len - 1);
}

/* A topic whose words are not known to be another's is the issuer's own. */
static void
add_account (Side             *side,
             const EntAccount *account)
{
  guint64 with_words = 0;

  for (gsize i = 0; i < account->n_topic_spans; i++)
    {
      const EntTopicSpan *span = &account->topic_spans[i];
      gboolean own = span->speaker == ENT_ACTOR_NONE || span->speaker == account->issuer;

      if (span->topic >= ENT_MAX_TOPICS)
        continue;
      side->topics[span->topic] |= own ? SAYS_OF_ITSELF : QUOTES_OTHER;
      with_words |= G_GUINT64_CONSTANT (1) << span->topic;
    }
  for (guint topic = 0; topic < ENT_MAX_TOPICS; topic++)
    {
      if (account->topics & ~with_words & (G_GUINT64_CONSTANT (1) << topic))
        side->topics[topic] |= SAYS_OF_ITSELF;
    }
}

/* The sides whose statements are about the event; a passing mention elsewhere is no account of its topics. */
static GArray *
collect_sides (EntEventStore *store,
               guint32        row)
{
  GArray *sides = g_array_new (FALSE, TRUE, sizeof (Side));
  guint n = ent_event_store_get_n_accounts (store, row);

  for (guint i = 0; i < n; i++)
    {
      EntAccount account;

      ent_event_store_get_account (store, row, i, &account);
      if (account.role != ENT_ROLE_MENTIONS)
        add_account (get_side (sides, account.issuer), &account);
    }
  return sides;
}

static void
add_cell (EntAccountTable *self,
          int              column,
          int              line,
          const char      *words,
          const char      *spoken,
          const char      *style)
{
  GtkWidget *label = gtk_label_new (words);

  if (spoken != NULL)
    {
      ent_tip_set (label, spoken);
      gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
    }
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  if (column == 0)
    {
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_widget_set_hexpand (label, TRUE);
    }
  else
    gtk_widget_set_size_request (label, 56, -1);
  gtk_grid_attach (self->grid, label, column, line, 1, 1);
}

static void
add_telling (EntAccountTable *self,
             int              column,
             int              line,
             guint8           telling,
             const char      *side)
{
  g_autofree char *spoken = NULL;

  switch (telling)
    {
    case SAYS_OF_ITSELF:
      spoken = g_strdup_printf (_ ("%s says it of itself"), side);
      add_cell (self, column, line, "●", spoken, NULL);
      break;
    case QUOTES_OTHER:
      spoken = g_strdup_printf (_ ("%s quotes another side"), side);
      add_cell (self, column, line, "❝", spoken, NULL);
      break;
    case SAYS_OF_ITSELF | QUOTES_OTHER:
      spoken = g_strdup_printf (_ ("%s says it of itself and quotes another side"), side);
      add_cell (self, column, line, "● ❝", spoken, NULL);
      break;
    default:
      spoken = g_strdup_printf (_ ("Not in the statement of %s"), side);
      add_cell (self, column, line, "–", spoken, "dim-label");
    }
}

static void
clear (EntAccountTable *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
}

static int
add_topic (EntAccountTable *self,
           EntVocabulary   *vocabulary,
           GArray          *sides,
           guint            topic,
           int              line)
{
  gboolean raised = FALSE;

  for (guint i = 0; i < sides->len; i++)
    raised |= g_array_index (sides, Side, i).topics[topic] != 0;
  if (!raised)
    return line;
  add_cell (self, 0, line, ent_words_get_topic (vocabulary, topic), NULL, NULL);
  for (guint i = 0; i < sides->len; i++)
    {
      const Side *side = &g_array_index (sides, Side, i);

      add_telling (self, (int) i + 1, line, side->topics[topic],
                   ent_words_get_actor (vocabulary, side->issuer));
    }
  return line + 1;
}

static void
ent_account_table_dispose (GObject *object)
{
  EntAccountTable *self = ENT_ACCOUNT_TABLE (object);

  if (self->grid != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->grid));
  self->grid = NULL;

  G_OBJECT_CLASS (ent_account_table_parent_class)->dispose (object);
}

static void
ent_account_table_class_init (EntAccountTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_account_table_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "accounttable");
}

static void
ent_account_table_init (EntAccountTable *self)
{
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_row_spacing (self->grid, 4);
  gtk_grid_set_column_spacing (self->grid, 6);
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
}

/**
 * ent_account_table_show:
 * @self: a table
 * @store: events
 * @row: one of them
 *
 * Shows the accounts of an event.
 *
 * Returns: whether there is anything in it
 */
gboolean
ent_account_table_show (EntAccountTable *self,
                        EntEventStore   *store,
                        guint32          row)
{
  g_return_val_if_fail (ENT_IS_ACCOUNT_TABLE (self) && store != NULL, FALSE);

  EntVocabulary *vocabulary = ent_event_store_get_vocabulary (store);
  g_autoptr (GArray) sides = collect_sides (store, row);
  int line = 1;

  clear (self);
  for (guint i = 0; i < sides->len; i++)
    {
      guint16 issuer = g_array_index (sides, Side, i).issuer;

      add_cell (self, (int) i + 1, 0, ent_words_get_actor_short (vocabulary, issuer),
                ent_words_get_actor (vocabulary, issuer), "table-heading");
    }
  for (guint topic = 0; topic < ent_vocabulary_get_n_topics (vocabulary) && topic < ENT_MAX_TOPICS; topic++)
    line = add_topic (self, vocabulary, sides, topic, line);
  return line > 1;
}
