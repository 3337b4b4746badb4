/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/event-store-builder.h"

G_BEGIN_DECLS

/* A statement of a small store. */
typedef struct
{
  const char *issuer; /* NULL: not known */
  const char *text;
} StatementCase;

/* An event of a small store; lists are apart by spaces. */
typedef struct
{
  const char *id;
  const char *date;
  EntKind kind;
  EntStatus status;
  const char *actors;
  const char *topics;
  const char *place;
  const char *person;
  const char *accounts; /* number of the statement and r, a or m for its role: "0r 2m" */
  const char *evidence; /* of each account whose statement holds these words */
} EventCase;

EntVocabulary *store_fixture_load_vocabulary (void);
guint16        store_fixture_get_actor       (const EntVocabulary *vocabulary,
                                              const char          *id);
guint          store_fixture_get_topic       (const EntVocabulary *vocabulary,
                                              const char          *id);
EntEventStore *store_fixture_new             (EntVocabulary       *vocabulary,
                                              const StatementCase *statements,
                                              gsize                n_statements,
                                              const EventCase     *events,
                                              gsize                n_events);
/* A store whose values come from g_test_rand_int (). */
EntEventStore *store_fixture_new_random      (EntVocabulary       *vocabulary,
                                              guint                n_statements,
                                              guint                n_events);

G_END_DECLS
