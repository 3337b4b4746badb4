/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "read/reader.h"
#include "script-program.h"

/* What a read gave: "[id|title|text]" a statement, "! file: why" a failure. */
static gboolean
on_found (EntStatement *statement,
          gpointer      data)
{
  g_autoptr (EntStatement) owned = statement;
  const EntStatementInfo *info = ent_statement_get_info (statement);
  gsize length;
  const char *text = ent_statement_get_text (statement, &length);

  g_string_append_printf (data, "[%s|%s|%.*s]", info->id, info->title != NULL ? info->title : "-",
                          (int) MIN (length, 200), text);
  return TRUE;
}

static void
on_failed (const char   *file,
           const GError *error,
           gpointer      data)
{
  g_string_append_printf (data, "! %s: %s\n", file, error->message);
}

static char *
read_with (const EntReadOptions *options,
           const char           *name,
           const char           *data,
           gsize                 length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  GString *log = g_string_new (NULL);

  ent_reader_read_bytes (bytes, name, options, on_found, on_failed, log);
  return g_string_free (log, FALSE);
}

static char *
read_bytes (const char *name,
            const char *data,
            gsize       length)
{
  return read_with (&(EntReadOptions) { .programs = g_getenv ("ENTENTE_LIBEXEC_DIR") }, name, data, length);
}

/* A part of an archive; one without content is a link that leads out of it. */
typedef struct
{
  const char *name;
  const char *content;
  gsize length; /* 0: it ends with a NUL */
} Member;

static void
write_member (struct archive *archive,
              const Member   *member)
{
  struct archive_entry *entry = archive_entry_new ();
  gsize length = member->length > 0 || member->content == NULL ? member->length : strlen (member->content);

  archive_entry_set_pathname (entry, member->name);
  archive_entry_set_filetype (entry, member->content != NULL ? AE_IFREG : AE_IFLNK);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) length);
  if (member->content == NULL)
    archive_entry_set_symlink (entry, "/etc/passwd");
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  if (length > 0)
    g_assert_cmpint (archive_write_data (archive, member->content, length), ==, (gssize) length);
  archive_entry_free (entry);
}

static GString *
make_zip (const Member *members,
          gsize         n)
{
  struct archive *archive = archive_write_new ();
  gsize room = 8 * 1024 * 1024, used = 0;
  g_autofree char *bytes = g_malloc (room);

  archive_write_set_format_zip (archive);
  g_assert_cmpint (archive_write_open_memory (archive, bytes, room, &used), ==, ARCHIVE_OK);
  for (gsize i = 0; i < n; i++)
    write_member (archive, &members[i]);
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
  return g_string_new_len (bytes, (gssize) used);
}

static char *
read_members (const char   *name,
              const Member *members,
              gsize         n)
{
  g_autoptr (GString) zip = make_zip (members, n);

  return read_bytes (name, zip->str, zip->len);
}

#define WORD_BODY(body) \
  "<?xml version='1.0'?><w:document xmlns:w='urn:w' xmlns:mc='urn:mc'><w:body>" body "</w:body></w:document>"

/* What tells an office file by its content. A macro: not every compiler takes a member of another array here. */
#define WORD_TYPES \
  { \
    "[Content_Types].xml", "<Types/>", 0 \
  }
static const Member word[] = {
  WORD_TYPES,
  { "docProps/core.xml",
    "<cp:coreProperties xmlns:cp='urn:c' xmlns:dc='urn:d'><dc:title>Talks</dc:title></cp:coreProperties>", 0 },
  { "word/document.xml",
    WORD_BODY ("<w:p><w:pPr><w:pStyle w:val='Title'/></w:pPr><w:r><w:t>Talks in the </w:t></w:r><w:r><w:t>capital</w:t>"
               "</w:r></w:p>\n<w:p><w:r><w:t xml:space='preserve'>They met </w:t></w:r><w:del><w:r><w:delText>never"
               "</w:delText></w:r></w:del><w:r><w:t>twice.</w:t><w:footnoteReference w:id='1'/><w:br/><w:t>Again.</w:t>"
               "</w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Ships</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>4</w:t>"
               "</w:r></w:p><w:p><w:r><w:t>more</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:r><mc:AlternateContent>"
               "<mc:Choice><w:t>One</w:t></mc:Choice><mc:Fallback><w:t>Two</w:t></mc:Fallback></mc:AlternateContent>"
               "</w:r></w:p>"),
    0 },
  { "word/footnotes.xml", "<w:footnotes xmlns:w='urn:w'><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnotes>", 0 },
};
#define WORD_READ "[a.docx|Talks|Talks in the capital\n\nThey met twice.\nAgain.\n\nShips 4\nmore\n\nOne\n]"

static const Member odt[] = {
  { "mimetype", "application/vnd.oasis.opendocument.text", 0 },
  { "content.xml",
    "<office:document-content xmlns:office='urn:o' xmlns:text='urn:t' xmlns:table='urn:b'><office:body><office:text>"
    "<text:tracked-changes><text:p>Never.</text:p></text:tracked-changes><text:h>Talks</text:h>\n"
    "<text:p>They<text:s/>met<text:note><text:note-body><text:p>A note.</text:p></text:note-body></text:note>"
    "<text:span> twice</text:span>.</text:p><table:table><table:table-row><table:table-cell><text:p>Ships</text:p>"
    "</table:table-cell><table:table-cell><text:p>4</text:p></table:table-cell></table:table-row></table:table>"
    "</office:text></office:body></office:document-content>",
    0 },
  { "meta.xml", "<m xmlns:dc='urn:d'><dc:title>A title</dc:title></m>", 0 },
};
#define ODT_READ "[a.odt|A title|Talks\n\nThey met twice.\n\nShips 4\n]"

static void
test_office (void)
{
  static const Member sheet[] = { WORD_TYPES, { "xl/workbook.xml", "<w/>", 0 } };
  static const Member empty[] = { WORD_TYPES, { "word/document.xml", WORD_BODY ("<w:p/>"), 0 } };
  static const Member broken[] = { WORD_TYPES, { "word/document.xml", "<w:document xmlns:w='urn:w'>\n<w:p>", 0 } };
  g_autofree char *from_word = read_members ("a.docx", word, G_N_ELEMENTS (word));
  g_autofree char *from_odt = read_members ("a.odt", odt, G_N_ELEMENTS (odt));
  g_autofree char *from_sheet = read_members ("a.xlsx", sheet, G_N_ELEMENTS (sheet));
  g_autofree char *from_empty = read_members ("a.docx", empty, G_N_ELEMENTS (empty));
  g_autofree char *from_broken = read_members ("a.docx", broken, G_N_ELEMENTS (broken));

  g_assert_cmpstr (from_word, ==, WORD_READ);
  g_assert_cmpstr (from_odt, ==, ODT_READ);
  g_assert_cmpstr (from_sheet, ==, "! a.xlsx: is an Office document that is no text\n");
  g_assert_cmpstr (from_empty, ==, "! a.docx: word/document.xml: is a document without a text in it\n");
  g_assert_true (g_str_has_prefix (from_broken, "! a.docx: word/document.xml: line 2: "));
}

static void
test_members (void)
{
  g_autoptr (GString) inner = make_zip (word, G_N_ELEMENTS (word));
  const Member members[] = {
    { "a.txt", "One.", 0 },
    { "b/c.md", "*Two.*", 0 },
    { "../d.txt", "Three.", 0 },
    { "link.txt", NULL, 0 },
    { ".hidden", "Four.", 0 },
    { "__MACOSX/a.txt", "Five.", 0 },
    { "名.txt", "Six.", 0 },
    { "e.bin", "\0\1\2\3", 4 },
    { "f.docx", inner->str, inner->len },
  };
  g_autofree char *read = read_members ("z.zip", members, G_N_ELEMENTS (members));

  g_assert_cmpstr (read, ==,
                   "[z.zip!a.txt|-|One.][z.zip!b/c.md|-|Two.\n]"
                   "! z.zip!../d.txt: has a name that leads out of its archive\n[z.zip!名.txt|-|Six.]"
                   "! z.zip!e.bin: is neither text nor anything else that is read\n"
                   "[z.zip!f.docx|Talks|Talks in the capital\n\nThey met twice.\nAgain.\n\nShips 4\nmore\n\nOne\n]");
}

/* An archive in an archive is read; one deeper is told of. */
static void
test_nested (void)
{
  const Member first = { "a.txt", "One.", 0 };
  g_autoptr (GString) zip = make_zip (&first, 1);
  g_autofree char *twice = NULL;
  g_autofree char *thrice = NULL;

  for (guint i = 0; i < 2; i++)
    {
      const Member outer = { "in.zip", zip->str, zip->len };
      GString *next = make_zip (&outer, 1);

      g_string_free (zip, TRUE);
      zip = next;
      g_clear_pointer (i == 0 ? &twice : &thrice, g_free);
      *(i == 0 ? &twice : &thrice) = read_bytes ("z.zip", zip->str, zip->len);
    }
  g_assert_cmpstr (twice, ==, "[z.zip!in.zip!a.txt|-|One.]");
  g_assert_cmpstr (thrice, ==, "! z.zip!in.zip!in.zip: lies in more archives than are opened\n");
}

/* A few bytes that unpack to many are told of, and what stands before them is read. */
static void
test_bomb (void)
{
  gsize length = 64 * 1024 * 1024;
  g_autofree char *zeros = g_malloc (length);
  const Member members[] = { { "a.txt", "One.", 0 }, { "b.txt", zeros, length } };
  g_autofree char *read = NULL;

  memset (zeros, 'a', length);
  read = read_members ("z.zip", members, G_N_ELEMENTS (members));
  g_assert_cmpstr (read, ==, "[z.zip!a.txt|-|One.]! z.zip!b.txt: lets its archive unpack to more than the 200 times its size that are read\n");
}

static void
test_many (void)
{
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (Member));
  g_autoptr (GStringChunk) names = g_string_chunk_new (4096);
  g_autofree char *read = NULL;
  guint n = 0;

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.txt", i);
      Member member = { g_string_chunk_insert (names, name), "A", 0 };

      g_array_append_val (members, member);
    }
  read = read_members ("z.zip", (const Member *) (gpointer) members->data, members->len);
  for (const char *at = read; *at != 0; at++)
    n += *at == '[';
  g_assert_cmpuint (n, ==, 10000);
}

/* Wherever an archive ends, what is lost is told of. */
static void
test_truncated (void)
{
  g_autoptr (GString) zip = make_zip (word, G_N_ELEMENTS (word));

  for (gsize sixteenth = 1; sixteenth < 16; sixteenth++)
    {
      g_autofree char *read = read_bytes ("a.docx", zip->str, zip->len * sixteenth / 16);

      g_assert_cmpint (read[0], !=, 0);
      g_assert_true (g_str_equal (read, WORD_READ) || strstr (read, "! a.docx") != NULL);
    }
}

/* What the program says, member by member, that a script plays. */
#define CONTENTS "printf 'C\\0\\0\\0\\1f';"
#define MEMBER(name) "printf 'M\\0\\0\\0\\5" name "B\\0\\0\\0\\4One.W\\0\\0\\0\\0';"
#define END "printf '.\\0\\0\\0\\0'"

/* Whatever becomes of the program, what it said before is kept and the archive told of. */
static void
test_stopped (void)
{
  static const struct
  {
    const char *script, *expected;
  } cases[] = {
    { CONTENTS MEMBER ("a.txt") END, "[z.zip!a.txt|-|One.]" },
    { END, "! z.zip: is a ZIP archive that is damaged\n" },
    { "exit 1", "! z.zip: is a ZIP archive that is damaged\n" },
    { CONTENTS MEMBER ("a.txt") "kill -SEGV $$", "[z.zip!a.txt|-|One.]! z.zip: is a ZIP archive that is damaged\n" },
    { CONTENTS MEMBER ("a.txt") "printf '~\\0\\0\\0\\0'; kill -ABRT $$",
      "[z.zip!a.txt|-|One.]! z.zip: takes more than the 1.0 GiB of memory that a ZIP archive may take\n" },
    { CONTENTS "printf 'M\\0\\0\\0\\5a.txtB'; exec sleep 600",
      "! z.zip!a.txt: takes longer than the 1 seconds that one file may take\n"
      "! z.zip: takes longer than the 1 seconds that one file may take\n" },
    { CONTENTS MEMBER ("a.txt") MEMBER ("b.txt") MEMBER ("c.txt") END,
      "[z.zip!a.txt|-|One.][z.zip!b.txt|-|One.]! z.zip: has more than the 2 members that are read\n" },
    { CONTENTS "printf 'M\\0\\0\\0\\5a.txtB\\0\\0\\0\\11abcdefghiW\\0\\0\\0\\0';" MEMBER ("b.txt") END,
      "! z.zip!a.txt: has more than the 8 bytes that one text may have\n[z.zip!b.txt|-|One.]" },
  };
  const Member first = { "a.txt", "One.", 0 };
  g_autoptr (GString) zip = make_zip (&first, 1);
  char *program = script_program_new ("entente-read-zip");
  g_autofree char *folder = g_path_get_dirname (program);
  EntReadOptions options = {
    .limits.most = { [ENT_LIMIT_SECONDS] = 1, [ENT_LIMIT_MEMBERS] = 2, [ENT_LIMIT_SIZE] = 8 }, .programs = folder
  };
  EntReadOptions no_program = { .programs = "/nowhere" };
  g_autofree char *missing = read_with (&no_program, "z.zip", zip->str, zip->len);

  g_assert_cmpstr (missing, ==, "! z.zip: is a ZIP archive, and the program that reads these is not installed\n");
  g_string_truncate (zip, 4);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *read = NULL;

      script_program_set (program, cases[i].script);
      read = read_with (&options, "z.zip", zip->str, zip->len);
      g_assert_cmpstr (read, ==, cases[i].expected);
    }
  script_program_remove (program);
}

/* An archive that needs more memory than it may have says so. */
static void
test_memory (void)
{
  EntReadOptions options = { .limits.most[ENT_LIMIT_MEMORY] = 1 << 14, .programs = g_getenv ("ENTENTE_LIBEXEC_DIR") };
  g_autoptr (GString) zip = make_zip (word, G_N_ELEMENTS (word));
  g_autofree char *read = read_with (&options, "a.docx", zip->str, zip->len);

  /* What a sanitizer takes is not limited. */
#ifndef __SANITIZE_ADDRESS__
  g_assert_cmpstr (read, ==, "! a.docx: takes more than the 16.0 KiB of memory that a ZIP archive may take\n");
#else
  g_assert_cmpstr (read, ==, WORD_READ);
#endif
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/read-zip/office", test_office);
  g_test_add_func ("/read-zip/members", test_members);
  g_test_add_func ("/read-zip/nested", test_nested);
  g_test_add_func ("/read-zip/bomb", test_bomb);
  g_test_add_func ("/read-zip/many", test_many);
  g_test_add_func ("/read-zip/truncated", test_truncated);
  g_test_add_func ("/read-zip/stopped", test_stopped);
  g_test_add_func ("/read-zip/memory", test_memory);
  return g_test_run ();
}
