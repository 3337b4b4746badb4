/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "read/reader.h"

/* A folder of files, as reference managers export them. */
typedef struct
{
  char *folder;
  GPtrArray *paths;
} Export;

static void
export_init (Export *self)
{
  self->folder = g_dir_make_tmp ("entente-XXXXXX", NULL);
  self->paths = g_ptr_array_new_with_free_func (g_free);
  g_assert_nonnull (self->folder);
}

static char *
export_add (Export     *self,
            const char *name,
            const char *content)
{
  char *path = g_build_filename (self->folder, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  g_ptr_array_add (self->paths, path);
  return path;
}

static void
export_clear (Export *self)
{
  for (guint i = 0; i < self->paths->len; i++)
    {
      g_autofree char *folder = g_path_get_dirname (self->paths->pdata[i]);

      g_assert_cmpint (g_unlink (self->paths->pdata[i]), ==, 0);
      for (; !g_str_equal (folder, self->folder) && g_rmdir (folder) == 0;)
        {
          char *parent = g_path_get_dirname (folder);

          g_free (folder);
          folder = parent;
        }
    }
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_ptr_array_unref (self->paths);
}

static void
append (GString    *log,
        const char *value)
{
  g_string_append_printf (log, "|%s", value != NULL ? value : "-");
}

static gboolean
on_found (EntStatement *statement,
          gpointer      data)
{
  g_autoptr (EntStatement) owned = statement;
  const EntStatementInfo *info = ent_statement_get_info (statement);
  g_autofree char *date = ent_edtf_to_string (info->date);
  g_autofree char *name = g_path_get_basename (info->file);

  g_string_append (data, name);
  append (data, info->citation_key);
  append (data, info->title);
  append (data, date);
  append (data, info->url);
  append (data, info->retrieved);
  append (data, info->issuing_body);
  append (data, info->published_by);
  append (data, info->language);
  g_string_append_c (data, '\n');
  return TRUE;
}

static void
on_failed (const char   *file,
           const GError *error,
           gpointer      data)
{
  g_autofree char *name = g_path_get_basename (file);

  g_string_append_printf (data, "! %s: %s\n", name, error->message);
}

static char *
read_path (const char *path)
{
  GString *log = g_string_new (NULL);

  ent_reader_read_path (path, &(EntReadOptions) { 0 }, on_found, on_failed, log, NULL);
  return g_string_free (log, FALSE);
}

static const char bibtex[] =
  "@comment{nothing}\n"
  "@misc{ministry2021,\n"
  "  title = {{Talks} on the river \\& the sea -- in {M\\\"u}nchen},\n"
  "  author = {{Ministry of Rivers}},\n"
  "  date = {2021-05-04},\n"
  "  url = {https://example.org/talks_a},\n"
  "  urldate = {2022-01-31},\n"
  "  langid = {english},\n"
  "  publisher = \"The \" # \"Gazette\",\n"
  "  file = {Full Text:files/1/talks.txt:text/plain;Snapshot:files/1/gone.html:text/html}\n"
  "}\n"
  "@article{doe1999, author = {Doe, Jane and Roe, Richard}, title = {Second}, year = 1999, month = mar,\n"
  "  journal = {Journal of Rivers}, file = {files/2/a\\;b.txt}}\n"
  "@misc{exact, title = {Third}, year = 2020, month = {May}, file = {files/3/c.html}}\n"
  "@misc{out, title = {Out}, file = {:../../etc/passwd:}}\n"
  "@misc{absolute, title = {Absolute}, file = {:/etc/passwd:}}\n"
  "@misc{none, title = {None}}\n";

static void
test_bibtex (void)
{
  static const char expected[] =
    "talks.txt|ministry2021|Talks on the river & the sea – in München|2021-05-04|https://example.org/talks_a|2022-01-31|"
    "Ministry of Rivers|The Gazette|english\n"
    "a;b.txt|doe1999|Second|1999-03|-|-|-|Journal of Rivers|-\n"
    "c.html|exact|Third|2020-05-04|-|-|-|-|-\n"
    "! z.bib: of “out” the file is not there: ../../etc/passwd\n"
    "! z.bib: of “absolute” the file is not there: /etc/passwd\n"
    "! z.bib: “none” has no file with it\n";
  Export export;
  const char *path;
  g_autofree char *alone = NULL;
  g_autofree char *folder = NULL;

  export_init (&export);
  path = export_add (&export, "z.bib", bibtex);
  export_add (&export, "files/1/talks.txt", "The talks went well.\n");
  export_add (&export, "files/2/a;b.txt", "The second talks went well.\n");
  /* A day of the month that the list keeps. */
  export_add (&export, "files/3/c.html",
              "<html><head><meta name=date content=2020-05-04></head><body><p>The third talks, which went on for a day, "
              "went well for both.</p></body>");
  alone = read_path (path);
  g_assert_cmpstr (alone, ==, expected);
  /* The files are read once, and with what the list knows. */
  folder = read_path (export.folder);
  g_assert_cmpstr (folder, ==, expected);
  export_clear (&export);
}

static void
test_ris (void)
{
  Export export;
  const char *path;
  g_autofree char *read = NULL;

  export_init (&export);
  path = export_add (&export, "list.txt",
                     "TY  - ELEC\r\nTI  - Talks on the river\r\nAU  - Ministry of Rivers\r\nDA  - 2021/05/04/\r\n"
                     "PY  - 2021\r\nUR  - https://example.org/a\r\nY2  - 2022/01/31/10:00:00\r\nT2  - The Gazette\r\n"
                     "LA  - en\r\nID  - talks21\r\nL1  - files/1/a.txt\r\nER  - \r\n\r\n"
                     "TY  - JOUR\r\nTI  - No file\r\nAU  - Doe, Jane\r\nID  - doe\r\nER  - \r\n");
  export_add (&export, "files/1/a.txt", "The talks went well.\n");
  read = read_path (path);
  g_assert_cmpstr (read, ==,
                   "a.txt|talks21|Talks on the river|2021-05-04|https://example.org/a|2022-01-31|Ministry of Rivers|"
                   "The Gazette|en\n! list.txt: “doe” has no file with it\n");
  export_clear (&export);
}

/* Lists in CSL name no files: ten items find theirs by their titles, with nothing typed. */
static void
test_csl (void)
{
  g_autoptr (GString) list = g_string_new ("[");
  g_autoptr (GString) expected = g_string_new (NULL);
  Export export;
  const char *path;
  g_autofree char *read = NULL;
  g_autofree char *folder = NULL;

  export_init (&export);
  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *name = g_strdup_printf ("storage/ABCDEF%02u/Ministry - 2021 - Statement no %c on the river.txt", i,
                                               'A' + i);
      g_autofree char *text = g_strdup_printf ("Statement %u.\n", i);

      export_add (&export, name, text);
      g_string_append_printf (list,
                              "%s{\"id\":\"http://zotero.org/x/%u\",\"citation-key\":\"key%u\",\"type\":\"webpage\","
                              "\"title\":\"Statement no. %c on the river\",\"author\":[{\"literal\":\"Ministry\"}],"
                              "\"container-title\":\"Site\",\"URL\":\"https://example.org/%u\",\"issued\":{\"date-parts\":"
                              "[[2021,5,%u]]},\"accessed\":{\"date-parts\":[[\"2022\",1,31]]},\"language\":\"en\"}",
                              i > 0 ? ",\n" : "", i, i, 'A' + i, i, i + 1);
      g_string_append_printf (expected,
                              "Ministry - 2021 - Statement no %c on the river.txt|key%u|Statement no. %c on the river|"
                              "2021-05-%02u|https://example.org/%u|2022-01-31|Ministry|Site|en\n",
                              'A' + i, i, 'A' + i, i + 1, i);
    }
  g_string_append_c (list, ']');
  path = export_add (&export, "zotero.json", list->str);
  read = read_path (path);
  g_assert_cmpstr (read, ==, expected->str);
  /* In a folder it comes before the files that it knows of. */
  folder = read_path (export.folder);
  g_assert_cmpstr (folder, ==, expected->str);
  export_clear (&export);
}

static void
test_lacks (void)
{
  Export export;
  const char *path;
  g_autofree char *all = NULL;
  g_autofree char *broken = NULL;
  g_autofree char *inner = NULL;

  export_init (&export);
  path = export_add (&export, "a.json",
                     "[{\"id\":1,\"type\":\"book\",\"title\":\"First\"},{\"id\":2,\"type\":\"book\",\"title\":\"Second\"}]");
  all = read_path (path);
  g_assert_cmpstr (all, ==, "! a.json: is a list of 2 references without their files: export it with files\n");
  path = export_add (&export, "b.json", "[{\"id\":1,\"type\":\"book\",\"title\":\"First\"},{\"id\":2,\"type");
  broken = read_path (path);
  g_assert_cmpstr (broken, ==,
                   "! b.json: is not JSON: a string is cut off in column 54\n! b.json: “1” has no file with it\n");
  /* A list that names itself, or another list, is not followed for ever. */
  path = export_add (&export, "c.bib", "@misc{a, title = {A}, file = {:c.bib:}}");
  inner = read_path (path);
  g_assert_cmpstr (inner, ==, "! c.bib: is a list of references, whose files are not with it here\n");
  export_clear (&export);
}

/* Of a file of many statements, the list's title and date are those of the whole. */
static void
test_many (void)
{
  Export export;
  const char *path;
  g_autofree char *read = NULL;

  export_init (&export);
  path = export_add (&export, "a.bib", "@book{b, title = {Papers}, date = {2001-02-03}, file = {:a.jsonl:}}");
  export_add (&export, "a.jsonl", "{\"text\":\"One.\",\"title\":\"First\",\"date\":\"1972\"}\n{\"id\":\"2\",\"text\":\"Two.\"}\n");
  read = read_path (path);
  g_assert_cmpstr (read, ==, "a.jsonl|b|First|1972|-|-|-|-|-\na.jsonl|b|-||-|-|-|-|-\n");
  export_clear (&export);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/read-references/bibtex", test_bibtex);
  g_test_add_func ("/read-references/ris", test_ris);
  g_test_add_func ("/read-references/csl", test_csl);
  g_test_add_func ("/read-references/lacks", test_lacks);
  g_test_add_func ("/read-references/many", test_many);
  return g_test_run ();
}
