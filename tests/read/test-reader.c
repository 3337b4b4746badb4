/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "read/reader.h"

/* What a read gave, as text: a line "id|title|date|basis|language|issuer|body|text" a statement, a line
 * "! file: why" a failure. */
typedef struct
{
  GString *log;
  guint stop_after; /* 0: never */
  guint n;
} Log;

static gboolean
on_found (EntStatement *statement,
          gpointer      data)
{
  g_autoptr (EntStatement) owned = statement;
  const EntStatementInfo *info = ent_statement_get_info (statement);
  Log *log = data;
  g_autofree char *date = ent_edtf_is_none (info->date) ? g_strdup ("-") : ent_edtf_to_string (info->date);
  g_autofree char *text = NULL;
  gsize length;

  ent_statement_get_text (statement, &length);
  text = ent_statement_dup_span (statement, (EntSpan) { 0, (guint32) MIN (length, 60) });
  g_strdelimit (text, "\n", '/');
  g_string_append_printf (log->log, "%s|%s|%s|%s|%s|%s|%s|%s\n", info->id, info->title != NULL ? info->title : "-", date,
                          ent_date_basis_to_id (info->date_basis), info->language != NULL ? info->language : "-",
                          info->issuer != NULL ? info->issuer : "-",
                          info->issuing_body != NULL ? info->issuing_body : "-", text);
  return ++log->n != log->stop_after;
}

static void
on_failed (const char   *file,
           const GError *error,
           gpointer      data)
{
  Log *log = data;

  g_string_append_printf (log->log, "! %s: %s\n", file, error->message);
}

typedef struct
{
  const char *name;
  const char *file;
  const char *bytes;
  gsize length;
  const char *log;
} Case;

#define BYTES(s) s, sizeof s - 1

static const Case cases[] = {
  { "text", "a.txt", BYTES ("They met on 2 April."), "a.txt|-|-|none|-|-|-|They met on 2 April.\n" },
  { "mark dropped, line ends kept", "a.txt", BYTES ("\xEF\xBB\xBFone\r\ntwo"), "a.txt|-|-|none|-|-|-|one\r/two\n" },
  { "empty", "a.txt", BYTES (""), "! a.txt: is empty\n" },
  { "nothing but a mark", "a.txt", BYTES ("\xEF\xBB\xBF"), "! a.txt: is empty\n" },
  { "white space", "a.txt", BYTES (" \r\n \xC2\xA0"), "! a.txt: holds nothing but white space\n" },
  { "pdf", "a.txt", BYTES ("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"), "! a.txt: is a PDF document, and the program that reads these is not installed\n" },
  { "zip", "a", BYTES ("PK\003\004\024\000\006\000"), "! a: is a ZIP archive, and the program that reads these is not installed\n" },
  { "png", "a.txt", BYTES ("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"), "! a.txt: is a PNG picture, which this version does not read\n" },
  { "nul", "a.txt", BYTES ("abc\0def\1\2\3\xFF"), "! a.txt: is neither text nor anything else that is read\n" },
  { "control characters", "a.txt", BYTES ("abc\001def\002\003\004x\005\006"), "! a.txt: is neither text nor anything else that is read\n" },
  { "web page", "a.txt", BYTES ("\xEF\xBB\xBF\n<!DOCTYPE html>\n<html>"), "! a.txt: is a web page without a text in it\n" },
  { "web page in utf-16", "a.txt", BYTES ("\xFF\xFE<\0h\0t\0m\0l\0>\0"), "! a.txt: is a web page without a text in it\n" },
  { "a line of a stream", "a.jsonl", BYTES ("{\"id\": \"x/1\", \"title\": \"T\", \"date\": \"2024-04\", \"language\": \"en\", \"issuer\": \"CN\", \"source\": \"Ministry\", \"text\": \"A\\nB\", \"pair\": [1, {\"text\": \"no\"}]}\n"),
    "x/1|T|2024-04|metadata|en|CN|Ministry|A/B\n" },
  { "text alone", "a.jsonl", BYTES ("{\"text\":\"A\"}"), "a.jsonl|-|-|none|-|-|-|A\n" },
  { "null and numbers", "a.jsonl", BYTES ("{\"id\":17,\"title\":null,\"date\":2024,\"issuer\":[\"US\"],\"text\":\"A\"}"), "17|-|2024|metadata|-|-|-|A\n" },
  { "an issuer in words", "a.jsonl", BYTES ("{\"id\":\"1\",\"issuer\":\"Foreign Office\",\"text\":\"A\"}"), "1|-|-|none|-|-|Foreign Office|A\n" },
  { "escapes", "a.jsonl", BYTES ("{\"id\":\"1\",\"text\":\"\\u4e2d\\ud83d\\ude00\\ud800x\\\"\\/\\t\"}"), "1|-|-|none|-|-|-|中😀\uFFFDx\"/\t\n" },
  { "utf-8 mark and line ends", "a.jsonl", BYTES ("\xEF\xBB\xBF{\"id\":\"1\",\"text\":\"A\"}\r\n\r\n{\"id\":\"2\",\"text\":\"B\"}\r\n"),
    "1|-|-|none|-|-|-|A\n2|-|-|none|-|-|-|B\n" },
  { "bad lines among good", "a.jsonl", BYTES ("{\"id\":\"1\",\"text\":\"A\"}\n{\"id\":\"2\",\"tex\n{\"id\":\"3\"}\n{\"text\":5}\nhello\n{\"id\":\"4\",\"text\":\"D\"}"),
    "1|-|-|none|-|-|-|A\n! a.jsonl:2: is not JSON: a string is cut off in column 15\n! a.jsonl:3: has no “text”\n"
    "! a.jsonl:4: is not JSON: the “text” is not a string in column 9\n! a.jsonl:5: is not JSON: “{” is missing in column 1\n4|-|-|none|-|-|-|D\n" },
  { "a bad first line", "a.jsonl", BYTES ("{\n{\"id\":\"1\",\"text\":\"A\"}"),
    "! a.jsonl:1: is not JSON: a string is missing in column 2\n1|-|-|none|-|-|-|A\n" },
  { "nothing but bad lines", "a.jsonl", BYTES ("hello\nworld\n"),
    "! a.jsonl: none of its first 2 lines is a statement; the first is not JSON: “{” is missing in column 1\n" },
  { "two objects in a line", "a.jsonl", BYTES ("{\"text\":\"A\"} {\"text\":\"B\"}"), "! a.jsonl:1: is not JSON: more than one value in column 14\n" },
  { "an empty stream", "a.jsonl", BYTES ("\n \n"), "! a.jsonl: is empty\n" },
  { "a date that is none", "a.jsonl", BYTES ("{\"id\":\"1\",\"date\":\"2024-13-45\",\"text\":\"A\"}"), NULL },
  { "a bad byte in a line", "a.jsonl", BYTES ("{\"id\":\"1\",\"text\":\"\xE4\xB8\xAD\xE7\xBE\x8E\xFF\"}"), "1|-|-|none|-|-|-|中美\uFFFD\n" },
  { "a line in gb18030", "a.jsonl", BYTES ("{\"id\":\"1\",\"text\":\"\xD6\xD0\xC3\xC0\xBB\xE1\xCC\xB8\"}\n"), "1|-|-|none|-|-|-|中美会谈\n" },
  { "a stream in utf-16", "a.jsonl", BYTES ("\xFF\xFE{\0\"\0t\0e\0x\0t\0\"\0:\0\"\0A\0\"\0}\0\n\0"), "a.jsonl|-|-|none|-|-|-|A\n" },
  { "content before name", "a.txt", BYTES ("{\"id\":\"1\",\"text\":\"A\"}\n{\"id\":\"2\",\"text\":\"B\"}\n"), "1|-|-|none|-|-|-|A\n2|-|-|none|-|-|-|B\n" },
  { "a bracket is no list", "a.txt", BYTES ("[Translation] They met."), "a.txt|-|-|none|-|-|-|[Translation] They met.\n" },
  { "a list", "a.json", BYTES ("[\n {\"id\":\"1\",\"text\":\"A\"},\n {\"id\":\"2\"},\n {\"id\":\"3\",\"text\":\"C\"}\n]\n"),
    "1|-|-|none|-|-|-|A\n! a.json: item 2 has no “text”\n3|-|-|none|-|-|-|C\n" },
  { "a list cut off", "a.json", BYTES ("[\n{\"id\":\"1\",\"text\":\"A\"},\n{\"id\":\"2\",\"te"),
    "1|-|-|none|-|-|-|A\n! a.json: is not JSON: a string is cut off in line 3, column 14\n" },
  { "one object over lines", "a.json", BYTES ("{\n  \"id\": \"1\",\n  \"text\": \"A\"\n}\n"), "1|-|-|none|-|-|-|A\n" },
  { "no JSON", "a.json", BYTES ("hello"), "! a.json: is not JSON: “{” is missing in column 1\n" },
  { "table", "a.csv", BYTES ("Date,id,junk,Text,title\r\n2024-04-02,1,?,\"They said \"\"no\"\",\nand left.\",\"T, U\"\r\n,2,?,B\r\n"),
    "1|T, U|2024-04-02|metadata|-|-|-|They said \"no\",/and left.\n2|-|-|none|-|-|-|B\n" },
  { "table by semicolons", "a.csv", BYTES ("id;text\n1;A, B\n"), "1|-|-|none|-|-|-|A, B\n" },
  { "table whose lines end as on old Macs", "a.csv",
    BYTES ("id,text\r1,\"They said\nno\"\r2,B\r3,C"), "1|-|-|none|-|-|-|They said/no\n2|-|-|none|-|-|-|B\n3|-|-|none|-|-|-|C\n" },
  { "such a table by content", "a.dat", BYTES ("id\ttext\r1\tA\r"), "1|-|-|none|-|-|-|A\n" },
  { "such a table with too many fields", "a.csv", BYTES ("id,text\r1,A\r2,B,C\r3,D\r"),
    "1|-|-|none|-|-|-|A\n! a.csv:3: has 3 fields, but the first line names 2\n3|-|-|none|-|-|-|D\n" },
  { "table by content", "a.dat", BYTES ("id\ttext\n1\tA\n"), "1|-|-|none|-|-|-|A\n" },
  { "table by bars", "a.csv", BYTES ("id|text\n1|A, B; C\n"), "1|-|-|none|-|-|-|A, B; C\n" },
  { "table with spaces before its fields", "a.csv", BYTES ("id, title, text\n1, \"T\", \"A, B\"\n2, T, C\n"),
    "1|T|-|none|-|-|-|A, B\n2|T|-|none|-|-|-| C\n" },
  { "table whose separator is told above", "a.csv", BYTES ("sep=;\r\nid;text\r\n1;A, B\r\n"), "1|-|-|none|-|-|-|A, B\n" },
  { "table with too many fields", "a.csv", BYTES ("id,text\n1,A\n2,B,C\n3,D\n"),
    "1|-|-|none|-|-|-|A\n! a.csv:3: has 3 fields, but the first line names 2\n3|-|-|none|-|-|-|D\n" },
  { "table without text", "a.csv", BYTES ("id,name\n1,A\n"), "! a.csv: its first line names no column “text”\n" },
  { "table with an open quote", "a.csv", BYTES ("id,text\n1,A\n2,\"B\n3,C\n"), "1|-|-|none|-|-|-|A\n! a.csv:3: a quotation mark is not closed\n" },
  { "standard input is one statement", "-", BYTES ("{\"text\":\"A\"}"), "-|-|-|none|-|-|-|{\"text\":\"A\"}\n" },
};

static char *
read_bytes (const char           *file,
            GBytes               *bytes,
            const EntReadOptions *options)
{
  Log log = { .log = g_string_new (NULL) };

  g_assert_true (ent_reader_read_bytes (bytes, file, options, on_found, on_failed, &log));
  return g_string_free (log.log, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (c->bytes, c->length);
  g_autofree char *log = read_bytes (c->file, bytes, &(EntReadOptions) { 0 });

  if (c->log != NULL)
    g_assert_cmpstr (log, ==, c->log);
  else
    {
      /* The words about a date are those of the date's parser. */
      g_assert_true (g_str_has_prefix (log, "! a.jsonl:1: its date is not used: "));
      g_assert_true (g_str_has_suffix (log, "\n1|-|-|none|-|-|-|A\n"));
    }
}

static void
test_options (void)
{
  EntReadOptions options = { .language = "en", .stream = TRUE };
  g_autoptr (GBytes) bytes = g_bytes_new_static (BYTES ("{\"id\":\"1\",\"text\":\"A\"}\n{\"id\":\"2\",\"date\":\"2023\",\"language\":\"zh\",\"text\":\"B\"}"));
  g_autofree char *log = NULL;

  g_assert_true (ent_edtf_parse (BYTES ("2024-04-02"), &options.date, NULL));
  log = read_bytes ("-", bytes, &options);
  g_assert_cmpstr (log, ==, "1|-|2024-04-02|given|en|-|-|A\n2|-|2023|metadata|zh|-|-|B\n");
}

static void
test_limit (void)
{
  EntReadOptions options = { .limits.most[ENT_LIMIT_SIZE] = 30 };
  g_autoptr (GBytes) text = g_bytes_new_static (BYTES ("This text is longer than what may be."));
  g_autoptr (GBytes) lines = NULL;
  g_autoptr (GString) stream = g_string_new ("{\"id\":\"1\",\"text\":\"");
  g_autofree char *log = read_bytes ("a.txt", text, &options);

  g_assert_cmpstr (log, ==, "! a.txt: has more than the 30 bytes that one text may have\n");

  /* Beyond a block, so that the limit is met before the line's end. */
  for (int i = 0; i < 600000; i++)
    g_string_append_c (stream, 'x');
  g_string_append (stream, "\"}\n{\"id\":\"2\",\"text\":\"B\"}\n");
  lines = g_bytes_new (stream->str, stream->len);
  options.limits.most[ENT_LIMIT_SIZE] = 1000;
  g_free (log);
  log = read_bytes ("a.jsonl", lines, &options);
  g_assert_cmpstr (log, ==, "! a.jsonl:1: the line is too long\n2|-|-|none|-|-|-|B\n");
}

static void
test_deep (void)
{
  g_autoptr (GString) stream = g_string_new ("{\"x\":");
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *log = NULL;

  for (int i = 0; i < 3000000; i++)
    g_string_append_c (stream, '[');
  g_string_append (stream, "\n{\"x\":[[{\"y\":[[]]},{}]],\"text\":\"A\"}");
  bytes = g_bytes_new (stream->str, stream->len);
  log = read_bytes ("a.jsonl", bytes, &(EntReadOptions) { 0 });
  g_assert_cmpstr (log, ==, "! a.jsonl:1: is not JSON: too many brackets within brackets in column 518\na.jsonl|-|-|none|-|-|-|A\n");
}

/* A line of many blocks, and lines that end where blocks do. */
static void
test_long_lines (void)
{
  for (gsize length = 65450; length < 65530; length += 7)
    {
      g_autoptr (GString) stream = g_string_new (NULL);
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *log = NULL;

      for (int i = 0; i < 4; i++)
        {
          g_string_append_printf (stream, "{\"id\":\"%d\",\"text\":\"", i);
          for (gsize k = 0; k < length * (gsize) (i + 1) / 2; k++)
            g_string_append_c (stream, 'x');
          g_string_append (stream, "\"}\n");
        }
      bytes = g_bytes_new (stream->str, stream->len);
      log = read_bytes ("a.jsonl", bytes, &(EntReadOptions) { 0 });
      for (int i = 0; i < 4; i++)
        {
          g_autofree char *start = g_strdup_printf ("%d|-|-|none|", i);

          g_assert_nonnull (strstr (log, start));
        }
      g_assert_null (strchr (log, '!'));
    }
}

static void
test_stop (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (BYTES ("{\"id\":\"1\",\"text\":\"A\"}\n{\"id\":\"2\",\"text\":\"B\"}\n"));
  Log log = { .log = g_string_new (NULL), .stop_after = 1 };

  g_assert_false (ent_reader_read_bytes (bytes, "a.jsonl", &(EntReadOptions) { 0 }, on_found, on_failed, &log));
  g_assert_cmpstr (log.log->str, ==, "1|-|-|none|-|-|-|A\n");
  g_string_free (log.log, TRUE);
}

/* A table of something else is given up, and nothing is said of other files by that. */
static void
test_other_table (void)
{
  static const char * const heads[] = { "name;text\n", "" };
  static const char * const lines[] = { "x\n", "{\"name\":1}\n" };
  static const char * const names[] = { "a.csv", "a.jsonl" };

  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autoptr (GString) table = g_string_new (heads[i]);
      g_autoptr (GBytes) bytes = NULL;
      Log log = { .log = g_string_new (NULL) };

      for (guint line = 0; line < 200; line++)
        g_string_append (table, lines[i]);
      bytes = g_bytes_new (table->str, table->len);
      g_assert_true (ent_reader_read_bytes (bytes, names[i], &(EntReadOptions) { 0 }, on_found, on_failed, &log));
      g_assert_nonnull (strstr (log.log->str, "none of its first 100 lines is a statement"));
      g_string_free (log.log, TRUE);
    }
}

static void
write_file (const char *folder,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static char *
read_path (const char   *path,
           GCancellable *cancellable,
           gboolean     *go_on)
{
  Log log = { .log = g_string_new (NULL) };

  *go_on = ent_reader_read_path (path, &(EntReadOptions) { 0 }, on_found, on_failed, &log, cancellable);
  return g_string_free (log.log, FALSE);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (!g_file_test (child, G_FILE_TEST_IS_SYMLINK) && g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_tree (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

/* By path, not by name within a folder: "b.txt" comes before "b/a.txt". */
static void
test_folder (void)
{
  g_autofree char *folder = g_dir_make_tmp ("entente-XXXXXX", NULL);
  g_autofree char *link = g_build_filename (folder, "c", "back", NULL);
  g_autofree char *pipe = g_build_filename (folder, "pipe", NULL);
  g_autofree char *log = NULL;
  g_autoptr (GString) expected = g_string_new (NULL);
  gboolean go_on;

  write_file (folder, "b/a.txt", "in b");
  write_file (folder, "b.txt", "b");
  write_file (folder, "a.txt", "a");
  write_file (folder, "c/empty.txt", "");
  write_file (folder, "c/z.txt", "z");
  write_file (folder, ".hidden", "not read");
  g_assert_cmpint (symlink (folder, link), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);

  log = read_path (folder, NULL, &go_on);
  g_assert_true (go_on);
  g_string_append_printf (expected, "%s/a.txt|-|-|none|-|-|-|a\n%s/b.txt|-|-|none|-|-|-|b\n", folder, folder);
  g_string_append_printf (expected, "%s/b/a.txt|-|-|none|-|-|-|in b\n! %s/c/empty.txt: is empty\n", folder, folder);
  g_string_append_printf (expected, "%s/c/z.txt|-|-|none|-|-|-|z\n! %s: is a pipe that nobody writes to\n", folder, pipe);
  g_assert_cmpstr (log, ==, expected->str);
  remove_tree (folder);
}

static void
test_unreadable (void)
{
  static const char * const cases_of_paths[][2] = {
    { "/nonexistent/file.txt", "! /nonexistent/file.txt: No such file or directory\n" },
    { "/dev/zero", "! /dev/zero: is a device and not a file\n" },
  };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gboolean go_on;

  for (gsize i = 0; i < G_N_ELEMENTS (cases_of_paths); i++)
    {
      g_autofree char *log = read_path (cases_of_paths[i][0], NULL, &go_on);

      g_assert_cmpstr (log, ==, cases_of_paths[i][1]);
      g_assert_true (go_on);
    }
  g_cancellable_cancel (cancellable);
  {
    g_autofree char *log = read_path ("/dev/null", cancellable, &go_on);

    g_assert_cmpstr (log, ==, "");
    g_assert_false (go_on);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/reader/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/reader/options", test_options);
  g_test_add_func ("/reader/limit", test_limit);
  g_test_add_func ("/reader/deep", test_deep);
  g_test_add_func ("/reader/long-lines", test_long_lines);
  g_test_add_func ("/reader/stop", test_stop);
  g_test_add_func ("/reader/other-table", test_other_table);
  g_test_add_func ("/reader/folder", test_folder);
  g_test_add_func ("/reader/unreadable", test_unreadable);
  return g_test_run ();
}
