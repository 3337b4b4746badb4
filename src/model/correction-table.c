/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/correction-table.h"

#include <gio/gio.h>
#include <string.h>

#include "model/archive-private.h"
#include "model/spreadsheet-date.h"
#include "read/charset.h"
#include "read/csv-record.h"

/* The fields of a table that can be corrected: an event's values, and what is said of it. */
#define REVIEW_FIELD ENT_N_EVENT_VALUES
#define N_FIELDS (ENT_N_EVENT_VALUES + 1)
#define ID_COLUMN N_FIELDS
#define CHECK_COLUMN (N_FIELDS + 1)
#define N_COLUMNS (N_FIELDS + 2)

/* So many mistakes are told; a table with more is some other table. */
#define MOST_MISTAKES 50

typedef struct
{
  const EntEventStore *store;
  const EntVocabulary *vocabulary;
  GHashTable *actors; /* label → id */
  GHashTable *topics; /* label → id */
  GHashTable *rows;   /* id → where it was met */
  EntCorrectionTable *table;
  int columns[N_COLUMNS]; /* where each stands; -1 for one that is not there */
  guint n_columns;
  char separator;
  guint row;
} Reader;

static const char *
get_column_name (guint column)
{
  if (column == REVIEW_FIELD)
    return "review";
  if (column == ID_COLUMN)
    return "id";
  return column == CHECK_COLUMN ? ENT_CORRECTION_CHECK_COLUMN : ent_edited_to_id (1u << column);
}

/* What tells whether a value is the one that was exported: 32 bits of FNV-1a (Fowler, Noll, Vo). */
static guint32
hash_value (const char *value)
{
  guint32 hash = 2166136261u;

  for (; *value != '\0'; value++)
    hash = (hash ^ (guchar) *value) * 16777619u;
  return hash;
}

static char *
dup_held (const EntEventStore *store,
          guint32              row,
          guint                field)
{
  if (field == REVIEW_FIELD)
    return g_strdup (ent_review_to_id ((EntReview) ent_event_store_get_columns (store)->review[row]));
  return ent_event_dup_value (store, row, 1u << field);
}

/**
 * ent_correction_dup_check:
 * @store: events
 * @row: one of them
 *
 * Returns: (transfer full): what the table keeps to tell later which of the event's values somebody has changed in it
 */
char *
ent_correction_dup_check (const EntEventStore *store,
                          guint32              row)
{
  GString *check = g_string_new (NULL);

  for (guint field = 0; field < N_FIELDS; field++)
    {
      g_autofree char *value = dup_held (store, row, field);

      g_string_append_printf (check, "%s%08x", field > 0 ? "." : "", hash_value (value));
    }
  return g_string_free (check, FALSE);
}

static gboolean
read_check (const char *cell,
            guint32    *hashes)
{
  g_auto (GStrv) words = NULL;

  if (cell == NULL)
    return FALSE;
  words = g_strsplit (cell, ".", -1);
  if (g_strv_length (words) != N_FIELDS)
    return FALSE;
  for (guint i = 0; i < N_FIELDS; i++)
    {
      char *end;

      hashes[i] = (guint32) g_ascii_strtoull (words[i], &end, 16);
      if (strlen (words[i]) != 8 || *end != '\0')
        return FALSE;
    }
  return TRUE;
}

static void
remark (Reader     *reader,
        GArray     *remarks,
        const char *column,
        char       *message)
{
  EntTableRemark told = { reader->row, g_strdup (column), message };

  g_array_append_val (remarks, told);
}

/* Reading cells */

static char *
read_date (const char     *cell,
           const guint32  *exported,
           char          **mistake)
{
  g_autoptr (GPtrArray) readings = NULL;
  EntEdtf date;

  if (*cell == '\0')
    return g_strdup ("");
  if (ent_edtf_parse (cell, strlen (cell), &date, NULL))
    return ent_edtf_to_string (date);
  readings = ent_spreadsheet_date_list (cell);
  for (guint i = 0; exported != NULL && i < readings->len; i++)
    if (hash_value (readings->pdata[i]) == *exported)
      return g_strdup (readings->pdata[i]);
  if (readings->len == 1)
    return g_strdup (readings->pdata[0]);
  *mistake = readings->len > 1
               ? g_strdup_printf ("“%s” can be %s or %s; please write it in this way", cell,
                                  (char *) readings->pdata[0], (char *) readings->pdata[1])
               : g_strdup_printf ("“%s” is not a date; dates are written 2024-04-02, 2023-11 or 2024-04-02/2024-04-05",
                                  cell);
  return NULL;
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* Labels or ids, parted by semicolons. */
static char *
read_labels (GHashTable  *labels,
             const char  *cell,
             const char  *what,
             char       **mistake)
{
  g_auto (GStrv) words = g_strsplit (cell, ";", -1);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *folded = g_utf8_casefold (g_strstrip (words[i]), -1);
      const char *id = g_hash_table_lookup (labels, folded);

      if (*words[i] == '\0')
        continue;
      if (id == NULL)
        {
          *mistake = g_strdup_printf ("“%s” is not %s", words[i], what);
          return NULL;
        }
      if (!g_ptr_array_find (ids, id, NULL))
        g_ptr_array_add (ids, (gpointer) id);
    }
  /* As ent_event_dup_value() has them. */
  g_ptr_array_sort (ids, compare_texts);
  g_ptr_array_add (ids, NULL);
  return g_strjoinv (",", (char **) ids->pdata);
}

static char *
read_people (const char *cell)
{
  g_auto (GStrv) names = g_strsplit (cell, ";", -1);
  GString *people = g_string_new (NULL);

  for (guint i = 0; names[i] != NULL; i++)
    if (*g_strstrip (names[i]) != '\0')
      g_string_append_printf (people, "%s%s", people->len > 0 ? "\n" : "", names[i]);
  return g_string_free (people, FALSE);
}

/* Its word, up to the doubts that may follow. */
static char *
read_review (const char  *cell,
             char       **mistake)
{
  static const char * const words[][2] = {
    { "machine-found", "machine" }, { "machine", "machine" },   { "accepted", "accepted" },
    { "corrected", "edited" },      { "rejected", "rejected" }, { "edited", "edited" },
  };
  g_autofree char *word = g_strndup (cell, strcspn (cell, ";"));

  g_strstrip (word);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (word, words[i][0]) == 0)
      return g_strdup (words[i][1]);
  *mistake = g_strdup_printf ("“%s” is not “accepted”, “rejected” or “machine-found”", word);
  return NULL;
}

/* A cell as the archive has values, or %NULL and what is wrong. */
static char *
read_cell (const Reader   *reader,
           guint           field,
           const char     *cell,
           const guint32  *exported,
           char          **mistake)
{
  switch (field)
    {
    case REVIEW_FIELD:
      return read_review (cell, mistake);
    case __builtin_ctz (ENT_EDITED_DATE):
      return read_date (cell, exported, mistake);
    case __builtin_ctz (ENT_EDITED_PARTICIPANTS):
      return read_labels (reader->actors, cell, "a state or organisation that the vocabulary has", mistake);
    case __builtin_ctz (ENT_EDITED_TOPICS):
      return read_labels (reader->topics, cell, "a topic that the vocabulary has", mistake);
    case __builtin_ctz (ENT_EDITED_PEOPLE):
      return read_people (cell);
    case __builtin_ctz (ENT_EDITED_TITLE):
    case __builtin_ctz (ENT_EDITED_PLACE):
      return g_strdup (cell);
    default:
      return g_ascii_strdown (cell, -1);
    }
}

/* Without the blanks around it and the mark that keeps a spreadsheet from running it. */
static char *
take_cell (const Reader  *reader,
           char         **cells,
           guint          column)
{
  int place = reader->columns[column];
  char *cell;

  if (place < 0 || (guint) place >= g_strv_length (cells))
    return NULL;
  cell = g_strstrip (g_strdup (cells[place]));
  if (*cell == '\'' && cell[1] != '\0' && strchr ("=+-@", cell[1]) != NULL)
    memmove (cell, cell + 1, strlen (cell));
  return cell;
}

static void
add_value (EntCorrection *correction,
           guint          field,
           char          *value)
{
  const EntEventValue given = { field < ENT_N_EVENT_VALUES ? 1u << field : 0u, value };

  if (field < ENT_N_EVENT_VALUES)
    {
      g_array_append_val (correction->values, given);
      return;
    }
  ent_review_from_id (value, &correction->review);
  /* An event becomes a corrected one by its values. */
  correction->is_reviewed = correction->review != ENT_REVIEW_EDITED;
  g_free (value);
}

/* What one cell says, if somebody has changed it and the archive has not got that yet. */
static void
compare_cell (Reader        *reader,
              EntCorrection *correction,
              guint          field,
              const char    *cell,
              const guint32 *exported)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *value = NULL;
  g_autofree char *held = NULL;
  char *mistake = NULL;
  guint32 row;

  value = read_cell (reader, field, cell, exported, &mistake);
  if (value == NULL)
    {
      remark (reader, reader->table->mistakes, get_column_name (field), mistake);
      return;
    }
  if (exported != NULL && hash_value (value) == *exported)
    return;
  if (!ent_event_store_find_id (reader->store, correction->event, &row))
    {
      remark (reader, reader->table->mistakes, "id",
              g_strdup_printf ("there is no event “%s” in the archive", correction->event));
      return;
    }
  held = dup_held (reader->store, row, field);
  if (g_str_equal (held, value))
    return;
  if (field < ENT_N_EVENT_VALUES && !ent_event_check_value (reader->vocabulary, 1u << field, value, &error))
    remark (reader, reader->table->mistakes, get_column_name (field), g_strdup (error->message));
  else if (exported != NULL && hash_value (held) != *exported)
    remark (reader, reader->table->conflicts, get_column_name (field),
            g_strdup_printf ("“%s” here is “%s” in the archive since it was exported", value, held));
  else
    add_value (correction, field, g_steal_pointer (&value));
}

static void
value_clear (gpointer data)
{
  g_free ((char *) ((EntEventValue *) data)->value);
}

static void
correction_clear (gpointer data)
{
  EntCorrection *correction = data;

  g_free (correction->event);
  g_array_unref (correction->values);
}

/* Whether the row tells of an event that no row before told of. */
static gboolean
check_id (Reader      *reader,
          const char  *id,
          char       **cells)
{
  gpointer before;
  gboolean blank = TRUE;

  for (guint i = 0; cells[i] != NULL; i++)
    blank = blank && *g_strstrip (cells[i]) == '\0';
  if (blank)
    return FALSE;
  if (id == NULL || *id == '\0')
    remark (reader, reader->table->mistakes, "id",
            g_strdup ("is empty, so that it is not known which event the row tells of"));
  else if (g_hash_table_lookup_extended (reader->rows, id, NULL, &before))
    remark (reader, reader->table->mistakes, "id",
            g_strdup_printf ("“%s” stands in row %u, too", id, GPOINTER_TO_UINT (before)));
  else
    {
      g_hash_table_insert (reader->rows, g_strdup (id), GUINT_TO_POINTER (reader->row));
      return TRUE;
    }
  return FALSE;
}

static void
read_row (Reader  *reader,
          char   **cells)
{
  EntCorrectionTable *table = reader->table;
  g_autofree char *id = take_cell (reader, cells, ID_COLUMN);
  g_autofree char *check = take_cell (reader, cells, CHECK_COLUMN);
  EntCorrection correction = { NULL };
  guint32 exported[N_FIELDS];
  gboolean has_check = read_check (check, exported);
  guint n_mistakes = table->mistakes->len;

  if (g_strv_length (cells) > reader->n_columns)
    {
      remark (reader, table->mistakes, NULL,
              g_strdup_printf ("has %u cells, but the first row names %u columns", g_strv_length (cells),
                               reader->n_columns));
      return;
    }
  if (!check_id (reader, id, cells))
    return;
  correction.event = g_strdup (id);
  correction.values = g_array_new (FALSE, FALSE, sizeof (EntEventValue));
  g_array_set_clear_func (correction.values, value_clear);
  for (guint field = 0; field < N_FIELDS; field++)
    {
      g_autofree char *cell = take_cell (reader, cells, field);

      /* That there is no such event is said once. */
      if (cell != NULL && table->mistakes->len == n_mistakes)
        compare_cell (reader, &correction, field, cell, has_check ? &exported[field] : NULL);
    }
  table->n_values += correction.values->len + correction.is_reviewed;
  if (correction.values->len > 0 || correction.is_reviewed)
    g_array_append_val (table->corrections, correction);
  else
    correction_clear (&correction);
}

/* The next record, which a quoted cell may take over several lines. */
static gboolean
next_record (const char **text,
             const char  *end,
             char         newline,
             const char **record,
             gsize       *length)
{
  const char *line = *text;
  gboolean open = FALSE;

  if (line >= end)
    return FALSE;
  *record = line;
  do
    {
      const char *break_at = memchr (line, newline, (gsize) (end - line));
      const char *next = break_at != NULL ? break_at + 1 : end;

      open = ent_csv_record_is_open (line, (gsize) (next - line), open);
      line = next;
    }
  while (open && line < end);
  *length = (gsize) (line - *record);
  *text = line;
  return TRUE;
}

/* Finds the columns by their names, whatever their order and the separator that a spreadsheet put between them. */
static gboolean
read_header (Reader     *reader,
             const char *record,
             gsize       length)
{
  static const char separators[] = { ',', ';', '\t' };

  for (gsize i = 0; i < sizeof separators; i++)
    {
      g_auto (GStrv) names = ent_csv_split (record, length, separators[i]);
      guint n_found = 0;

      for (guint column = 0; column < N_COLUMNS; column++)
        {
          reader->columns[column] = -1;
          for (guint j = 0; names[j] != NULL; j++)
            if (g_ascii_strcasecmp (g_strstrip (names[j]), get_column_name (column)) == 0)
              reader->columns[column] = (int) j;
          n_found += column < N_FIELDS && reader->columns[column] >= 0;
        }
      reader->separator = separators[i];
      reader->n_columns = g_strv_length (names);
      if (n_found > 0 && reader->columns[ID_COLUMN] >= 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_label (GHashTable *labels,
           const char *label,
           const char *id)
{
  if (label != NULL)
    g_hash_table_insert (labels, g_utf8_casefold (label, -1), (gpointer) id);
}

static void
reader_init (Reader              *reader,
             const EntEventStore *store,
             EntCorrectionTable  *table)
{
  const EntVocabulary *vocabulary = ent_event_store_get_vocabulary (store);
  const guint n_actors = ent_vocabulary_get_n_actors (vocabulary);
  const guint n_topics = ent_vocabulary_get_n_topics (vocabulary);

  *reader = (Reader) { .store = store, .vocabulary = vocabulary, .table = table };
  reader->actors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reader->topics = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reader->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  /* A label goes before a short one, and an id before both. */
  for (guint i = 0; i < n_actors; i++)
    add_label (reader->actors, ent_vocabulary_get_actor (vocabulary, i)->short_label,
               ent_vocabulary_get_actor (vocabulary, i)->id);
  for (guint i = 0; i < n_actors; i++)
    add_label (reader->actors, ent_vocabulary_get_actor (vocabulary, i)->label,
               ent_vocabulary_get_actor (vocabulary, i)->id);
  for (guint i = 0; i < n_actors; i++)
    add_label (reader->actors, ent_vocabulary_get_actor (vocabulary, i)->id,
               ent_vocabulary_get_actor (vocabulary, i)->id);
  for (guint i = 0; i < n_topics; i++)
    add_label (reader->topics, ent_vocabulary_get_topic (vocabulary, i)->label,
               ent_vocabulary_get_topic (vocabulary, i)->id);
  for (guint i = 0; i < n_topics; i++)
    add_label (reader->topics, ent_vocabulary_get_topic (vocabulary, i)->id,
               ent_vocabulary_get_topic (vocabulary, i)->id);
}

static void
reader_clear (Reader *reader)
{
  g_hash_table_unref (reader->actors);
  g_hash_table_unref (reader->topics);
  g_hash_table_unref (reader->rows);
}

static void
remark_clear (gpointer data)
{
  EntTableRemark *told = data;

  g_free (told->column);
  g_free (told->message);
}

static EntCorrectionTable *
table_new (void)
{
  EntCorrectionTable *table = g_new0 (EntCorrectionTable, 1);

  table->corrections = g_array_new (FALSE, FALSE, sizeof (EntCorrection));
  table->mistakes = g_array_new (FALSE, FALSE, sizeof (EntTableRemark));
  table->conflicts = g_array_new (FALSE, FALSE, sizeof (EntTableRemark));
  g_array_set_clear_func (table->corrections, correction_clear);
  g_array_set_clear_func (table->mistakes, remark_clear);
  g_array_set_clear_func (table->conflicts, remark_clear);
  return table;
}

/**
 * ent_correction_table_free:
 * @table: a table that has been read
 */
void
ent_correction_table_free (EntCorrectionTable *table)
{
  g_return_if_fail (table != NULL);

  g_array_unref (table->corrections);
  g_array_unref (table->mistakes);
  g_array_unref (table->conflicts);
  g_free (table);
}

static GString *
decode (const char *bytes,
        gsize       length)
{
  GString *text = g_string_new (NULL);
  gsize mark = 0;
  const char *charset = ent_charset_guess (bytes, length, TRUE, &mark);

  ent_charset_append_utf8 (charset != NULL ? charset : ENT_CHARSET_UTF8, bytes + mark, length - mark, text);
  return text;
}

/* Finds what was changed in a table. The order of columns and rows, the separator and the encoding may be others than
 * those of the export, and columns and rows may be missing. */
static EntCorrectionTable *
read_table (const EntEventStore  *store,
            const char           *bytes,
            gsize                 length,
            GError              **error)
{
  g_autoptr (EntCorrectionTable) table = table_new ();
  g_autoptr (GString) text = NULL;
  const char *p, *end, *record, *line_end;
  gsize record_length;
  Reader reader;
  char newline;
  gboolean good;

  text = decode (bytes, length);
  p = text->str;
  end = p + text->len;
  reader_init (&reader, store, table);
  /* Old spreadsheets end a line with a carriage return. */
  line_end = ent_csv_find_end (text->str, text->len);
  newline = line_end != NULL ? *line_end : '\n';
  good = next_record (&p, end, newline, &record, &record_length) && read_header (&reader, record, record_length);
  for (reader.row = 2; good && table->mistakes->len < MOST_MISTAKES; reader.row++)
    {
      if (!next_record (&p, end, newline, &record, &record_length))
        break;
      g_auto (GStrv) cells = ent_csv_split (record, record_length, reader.separator);
      read_row (&reader, cells);
    }
  reader_clear (&reader);
  if (good)
    return g_steal_pointer (&table);
  g_set_error_literal (error, ENT_ARCHIVE_ERROR, ENT_ARCHIVE_ERROR_MALFORMED,
                       "is no table of events: its first row names no column “id”, or none that can be corrected");
  return NULL;
}

/**
 * ent_correction_table_is_file:
 * @path: a file
 *
 * Returns: whether it begins as a table of events that was exported, so that it can be told from one of statements
 */
gboolean
ent_correction_table_is_file (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  g_autoptr (GString) text = NULL;
  char head[1024];
  gsize n_read;

  g_return_val_if_fail (path != NULL, FALSE);

  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), head, sizeof head, &n_read, NULL, NULL))
    return FALSE;
  text = decode (head, n_read);
  g_string_truncate (text, strcspn (text->str, "\n"));
  return strstr (text->str, ENT_CORRECTION_CHECK_COLUMN) != NULL;
}

/**
 * ent_archive_take_corrections:
 * @archive: an archive that can be written
 * @path: a table that was exported from it or from the same statements, in which somebody has changed cells
 * @error: where to say why it could not be read or written
 *
 * Takes over what was changed in a table, as one change that bears the file's name. Where a cell cannot be read,
 * nothing is taken over. Run twice, it takes over nothing the second time.
 *
 * Returns: (transfer full) (nullable): what the table says
 */
EntCorrectionTable *
ent_archive_take_corrections (EntArchive  *archive,
                              const char  *path,
                              GError     **error)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  g_autoptr (EntCorrectionTable) table = NULL;
  g_autoptr (EntEventStore) store = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *name = NULL;
  gsize length;

  g_return_val_if_fail (archive != NULL && path != NULL, NULL);

  if (!g_file_get_contents (path, &bytes, &length, error))
    return NULL;
  locker = ent_archive_lock (archive);
  store = ent_archive_load (archive, ENT_ARCHIVE_WITH_REJECTED, error);
  if (store == NULL)
    return NULL;
  table = read_table (store, bytes, length, error);
  if (table == NULL || table->mistakes->len > 0 || table->corrections->len == 0)
    return g_steal_pointer (&table);
  name = g_filename_display_basename (path);
  if (!ent_archive_correct_events (archive, (const EntCorrection *) (gconstpointer) table->corrections->data,
                                   table->corrections->len, name, error))
    return NULL;
  return g_steal_pointer (&table);
}
