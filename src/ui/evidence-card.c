/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include "ui/evidence-card.h"

#include <string.h>

#include "ui/words.h"

struct _EntEvidenceCard
{
  GtkWidget parent_instance;
  GtkWidget *button;
  GtkLabel *source;
  GtkLabel *words;
  guint statement;
  EntSpan span;
};

enum
{
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntEvidenceCard, ent_evidence_card, GTK_TYPE_WIDGET)

static void
on_clicked (EntEvidenceCard *self)
{
  g_signal_emit (self, signals[OPENED], 0);
}

static void
ent_evidence_card_dispose (GObject *object)
{
  EntEvidenceCard *self = ENT_EVIDENCE_CARD (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ent_evidence_card_parent_class)->dispose (object);
}

static void
ent_evidence_card_class_init (EntEvidenceCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_evidence_card_dispose;
  signals[OPENED] = g_signal_new ("opened", ENT_TYPE_EVIDENCE_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, ENT_RESOURCE_PATH "/evidence-card.ui");
  gtk_widget_class_bind_template_child (widget_class, EntEvidenceCard, button);
  gtk_widget_class_bind_template_child (widget_class, EntEvidenceCard, source);
  gtk_widget_class_bind_template_child (widget_class, EntEvidenceCard, words);
  gtk_widget_class_bind_template_callback (widget_class, on_clicked);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ent_evidence_card_init (EntEvidenceCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Hard-wrapped lines of the statement are not those of the card. */
static char *
unwrap (const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, " \t\r\n", -1);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*parts[i] == '\0')
        continue;
      if (words->len > 0)
        g_string_append_c (words, ' ');
      g_string_append (words, parts[i]);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * ent_evidence_card_new:
 * @store: events
 * @account: an account of one of them
 * @evidence: a passage of its statement
 *
 * Returns: (transfer floating): the passage's card
 */
GtkWidget *
ent_evidence_card_new (EntEventStore    *store,
                       const EntAccount *account,
                       EntSpan           evidence)
{
  g_return_val_if_fail (store != NULL && account != NULL, NULL);

  EntEvidenceCard *self = g_object_new (ENT_TYPE_EVIDENCE_CARD, NULL);
  g_autofree char *text = ent_statement_dup_span (ent_event_store_get_statement (store, account->statement), evidence);
  g_autofree char *words = unwrap (text);
  g_autofree char *source = ent_words_for_source (store, account, evidence);

  self->statement = account->statement;
  self->span = evidence;
  gtk_label_set_label (self->source, source);
  gtk_label_set_label (self->words, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, source, -1);
  return GTK_WIDGET (self);
}

/**
 * ent_evidence_card_get_statement:
 * @self: a card
 *
 * Returns: number of the statement that the passage is of
 */
guint
ent_evidence_card_get_statement (EntEvidenceCard *self)
{
  g_return_val_if_fail (ENT_IS_EVIDENCE_CARD (self), 0);

  return self->statement;
}

/**
 * ent_evidence_card_get_span:
 * @self: a card
 *
 * Returns: where in the statement the passage stands
 */
EntSpan
ent_evidence_card_get_span (EntEvidenceCard *self)
{
  g_return_val_if_fail (ENT_IS_EVIDENCE_CARD (self), (EntSpan) { 0 });

  return self->span;
}

/**
 * ent_evidence_card_mark:
 * @self: a card
 * @query: (nullable): what is searched for
 *
 * Marks where the words that are searched for stand in the passage.
 */
void
ent_evidence_card_mark (EntEvidenceCard      *self,
                        const EntSearchQuery *query)
{
  g_return_if_fail (ENT_IS_EVIDENCE_CARD (self));

  const char *words = gtk_label_get_label (self->words);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autoptr (GArray) spans = query != NULL ? ent_search_query_find_spans (query, words, strlen (words)) : NULL;
  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      const EntSpan *span = &g_array_index (spans, EntSpan, i);
      PangoAttribute *background = pango_attr_background_new (0xF5 * 257, 0xD4 * 257, 0x2E * 257);
      PangoAttribute *alpha = pango_attr_background_alpha_new (G_MAXUINT16 / 2);

      background->start_index = alpha->start_index = span->start;
      background->end_index = alpha->end_index = span->end;
      pango_attr_list_insert (attributes, background);
      pango_attr_list_insert (attributes, alpha);
    }
  gtk_label_set_attributes (self->words, attributes);
}
