/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/row-set.h"
#include "base/translator.h"
#include "model/event-store.h"

G_BEGIN_DECLS

/**
 * EntSourceList:
 *
 * The statements that tell some events, numbered from 1 in the order in which the events need them. Immutable.
 */
typedef struct _EntSourceList EntSourceList;

EntSourceList          *ent_source_list_new           (EntEventStore       *store,
                                                       const EntRowSet     *rows);
void                    ent_source_list_free          (EntSourceList       *list);
guint                   ent_source_list_get_n         (const EntSourceList *list);
guint                   ent_source_list_get_statement (const EntSourceList *list,
                                                       guint                number);
guint                   ent_source_list_get_number    (const EntSourceList *list,
                                                       guint                statement);
const EntStatementInfo *ent_source_list_get_info      (const EntSourceList *list,
                                                       guint                number);
const char             *ent_source_list_get_key       (const EntSourceList *list,
                                                       guint                number);
char                   *ent_source_list_dup_author    (const EntSourceList *list,
                                                       guint                number,
                                                       const EntTranslator *translator);
char                   *ent_source_list_dup_note      (const EntSourceList *list,
                                                       guint                number,
                                                       const EntTranslator *translator);
const char             *ent_source_list_get_address   (const EntSourceList *list,
                                                       guint                number);
const char             *ent_statement_info_get_address (const EntStatementInfo *info);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntSourceList, ent_source_list_free)

G_END_DECLS
