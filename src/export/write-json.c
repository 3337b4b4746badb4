/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/json-lines.h"
#include "export/writers.h"

/**
 * ent_write_json:
 * @sink: where to
 *
 * Writes one array of the objects that the command `events` prints.
 */
void
ent_write_json (EntExportSink *sink)
{
  const EntExportRequest *request = sink->request;
  double n_rows = MAX (1u, ent_row_set_get_count (request->rows));
  guint n = 0;

  g_string_append (sink->out, "[\n");
  for (guint32 row = ent_row_set_next (request->rows, 0); row != ENT_ROW_NONE;
       row = ent_row_set_next (request->rows, row + 1))
    {
      g_autoptr (GString) record = g_string_new (n++ > 0 ? ",\n" : "");
      ent_json_append_event (record, request->index, request->filter, row, FALSE);
      /* A record ends its line; in an array the comma stands before the end. */
      g_string_truncate (record, record->len - 1);
      if (!ent_export_sink_write (sink, record->str, record->len) || !ent_export_sink_step (sink, n / n_rows))
        return;
    }
  g_string_append (sink->out, n > 0 ? "\n]\n" : "]\n");
}
