/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <cairo-pdf.h>
#include <string.h>

#include "read/reader.h"
#include "script-program.h"

#define WIDTH 420
#define HEIGHT 600
#define SIZE 11
#define PITCH 14

/* A document that is drawn line by line. */
typedef struct
{
  GByteArray *bytes;
  cairo_surface_t *surface;
  cairo_t *cairo;
} Drawing;

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
drawing_init (Drawing *drawing)
{
  drawing->bytes = g_byte_array_new ();
  drawing->surface = cairo_pdf_surface_create_for_stream (write_cb, drawing->bytes, WIDTH, HEIGHT);
  drawing->cairo = cairo_create (drawing->surface);
  cairo_select_font_face (drawing->cairo, "Noto Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
}

static void
draw (const Drawing *drawing,
      double         x,
      double         y,
      double         size,
      const char    *text)
{
  cairo_set_font_size (drawing->cairo, size);
  cairo_move_to (drawing->cairo, x, y);
  cairo_show_text (drawing->cairo, text);
}

/* Lines below each other, parted by line feeds; an empty one leaves a gap. */
static double
draw_lines (const Drawing *drawing,
            double         x,
            double         y,
            const char    *lines)
{
  g_auto (GStrv) all = g_strsplit (lines, "\n", -1);

  for (gsize i = 0; all[i] != NULL; i++, y += PITCH)
    draw (drawing, x, y, SIZE, all[i]);
  return y;
}

static GBytes *
drawing_finish (Drawing *drawing)
{
  cairo_destroy (drawing->cairo);
  cairo_surface_finish (drawing->surface);
  g_assert_cmpint (cairo_surface_status (drawing->surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (drawing->surface);
  return g_byte_array_free_to_bytes (drawing->bytes);
}

typedef struct
{
  EntStatement *statement;
  char *failure;
} Outcome;

static gboolean
on_found (EntStatement *statement,
          gpointer      data)
{
  Outcome *outcome = data;

  g_assert_null (outcome->statement);
  outcome->statement = statement;
  return TRUE;
}

static void
on_failed (const char   *file,
           const GError *error,
           gpointer      data)
{
  Outcome *outcome = data;

  g_assert_null (outcome->failure);
  outcome->failure = g_strdup (error->message);
}

static Outcome
read_with (GBytes         *bytes,
           EntReadOptions  options)
{
  Outcome outcome = { 0 };

  if (options.programs == NULL)
    options.programs = g_getenv ("ENTENTE_LIBEXEC_DIR");
  ent_reader_read_bytes (bytes, "a.pdf", &options, on_found, on_failed, &outcome);
  return outcome;
}

static EntStatement *
read_document (GBytes *bytes)
{
  Outcome outcome = read_with (bytes, (EntReadOptions) { 0 });

  g_assert_cmpstr (outcome.failure, ==, NULL);
  g_assert_nonnull (outcome.statement);
  return outcome.statement;
}

static void
assert_text (const EntStatement *statement,
             const char         *expected)
{
  gsize length;
  const char *text = ent_statement_get_text (statement, &length);
  g_autofree char *copy = g_strndup (text, length);

  g_assert_cmpstr (copy, ==, expected);
}

static guint
page_of (const EntStatement *statement,
         const char         *words)
{
  const char *text = ent_statement_get_text (statement, NULL);
  const char *found = strstr (text, words);

  g_assert_nonnull (found);
  return ent_statement_get_page (statement, (guint32) (found - text));
}

static void
test_paragraphs (void)
{
  Drawing drawing;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (EntStatement) statement = NULL;
  double y;

  drawing_init (&drawing);
  cairo_pdf_surface_set_metadata (drawing.surface, CAIRO_PDF_METADATA_TITLE, "Talks on the river");
  cairo_pdf_surface_set_metadata (drawing.surface, CAIRO_PDF_METADATA_AUTHOR, "Ministry of Rivers");
  cairo_pdf_surface_set_metadata (drawing.surface, CAIRO_PDF_METADATA_CREATE_DATE, "2021-03-09T10:00:00Z");
  draw (&drawing, 60, 60, 20, "On the river");
  y = draw_lines (&drawing, 60, 100,
                  "Both ministers met in the morning and spoke of the ri-\n"
                  "ver that parts their two countries. They want to nego-\n"
                  "tiate a long-term agreement, and the water. It is long-\n"
                  "term work, said one. The river carries silt every year.");
  draw_lines (&drawing, 75, y, "A second paragraph begins with an indent, as many\n");
  draw_lines (&drawing, 60, y + PITCH, "of them do, and is long enough to have two lines.\n\n1. One point of it.\n2. Another.");
  bytes = drawing_finish (&drawing);
  statement = read_document (bytes);
  assert_text (statement,
               "On the river\n\n"
               "Both ministers met in the morning and spoke of the river that parts their two countries. They want to "
               "negotiate a long-term agreement, and the water. It is long-term work, said one. The river carries silt "
               "every year.\n\n"
               "A second paragraph begins with an indent, as many of them do, and is long enough to have two lines.\n\n"
               "1. One point of it.\n\n2. Another.\n");
  g_assert_cmpstr (ent_statement_get_info (statement)->title, ==, "Talks on the river");
  g_assert_cmpstr (ent_statement_get_info (statement)->issuing_body, ==, "Ministry of Rivers");
  g_assert_cmpint (ent_statement_get_info (statement)->date_basis, ==, ENT_DATE_BASIS_METADATA);
  g_assert_true (ent_statement_get_info (statement)->date_is_of_file);
}

/* What is the same on all pages is not said by any; a paragraph goes on over the page's end. */
static void
test_pages (void)
{
  static const char * const bodies[] = {
    "The first page tells how the talks began, and who came to\nthem, and then the sentence goes on beyond the end of its",
    "page and ends here.\n\nA new paragraph on the second page ends with it.",
    "The third page stands for itself.",
  };
  Drawing drawing;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (EntStatement) statement = NULL;

  drawing_init (&drawing);
  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autofree char *number = g_strdup_printf ("- %u -", i + 1);
      g_autofree char *head = g_strdup_printf ("Bulletin No. %u of the ministry", 7 + i);

      draw (&drawing, 60, 30, 9, head);
      draw (&drawing, 350, 30, 9, "Talks");
      draw_lines (&drawing, 60, 80, bodies[i]);
      draw (&drawing, 200, 580, 9, number);
      cairo_show_page (drawing.cairo);
    }
  bytes = drawing_finish (&drawing);
  statement = read_document (bytes);
  assert_text (statement,
               "The first page tells how the talks began, and who came to them, and then the sentence goes on beyond "
               "the end of its page and ends here.\n\nA new paragraph on the second page ends with it.\n\n"
               "The third page stands for itself.\n");
  g_assert_cmpuint (page_of (statement, "beyond"), ==, 1);
  g_assert_cmpuint (page_of (statement, "page and ends"), ==, 2);
  g_assert_cmpuint (page_of (statement, "new paragraph"), ==, 2);
  g_assert_cmpuint (page_of (statement, "third page"), ==, 3);
}

static void
test_columns (void)
{
  Drawing drawing;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (EntStatement) statement = NULL;

  drawing_init (&drawing);
  draw_lines (&drawing, 40, 80,
              "The left column is read\nfirst, from its head to\nits foot, and its last\nsentence runs over");
  draw_lines (&drawing, 230, 80, "into the right column.\n\nThere a paragraph more\nstands, and no other.");
  bytes = drawing_finish (&drawing);
  statement = read_document (bytes);
  assert_text (statement,
               "The left column is read first, from its head to its foot, and its last sentence runs over into the "
               "right column.\n\nThere a paragraph more stands, and no other.\n");
}

/* What is drawn in one column of several, from the same height down. */
static EntStatement *
read_side_by_side (const char *head,
                   const char *columns[],
                   guint       n_columns,
                   const char *foot)
{
  Drawing drawing;
  g_autoptr (GBytes) bytes = NULL;

  drawing_init (&drawing);
  if (head != NULL)
    draw_lines (&drawing, 30, 60, head);
  for (guint i = 0; i < n_columns; i++)
    draw_lines (&drawing, 30 + i * (n_columns > 2 ? 130 : 195), 100, columns[i]);
  if (foot != NULL)
    draw_lines (&drawing, 30, 300, foot);
  bytes = drawing_finish (&drawing);
  return read_document (bytes);
}

/* Paragraphs that begin side by side tell nothing of where the page is read on: the gutter does. */
static void
test_aligned_columns (void)
{
  const char *two[] = {
    "The first paragraph on the\nleft has three lines, and it\nends here.\n\nThe second one on the left\nalso has three lines, and\n"
    "says no more.",
    "The right column begins\nwith a paragraph of its own\nof three lines.\n\nA second one stands beside\nthe second of the left, and\n"
    "ends the page.",
  };
  const char *three[] = {
    "One column has\na few lines that\nend right here.\n\nThis is one more\nparagraph in it.",
    "The next has as\nmany lines, that\nend right there.\n\nAnd here is one\nmore paragraph.",
    "The last one has\nthe same number,\nand ends, too.\n\nWith this words\ncome to an end.",
  };
  g_autoptr (EntStatement) of_two = read_side_by_side ("A heading stands over both columns of this page, and is read first",
                                                       two, 2,
                                                       "A line below them, which is as wide as the page, is read last.");
  g_autoptr (EntStatement) of_three = read_side_by_side (NULL, three, 3, NULL);

  assert_text (of_two,
               "A heading stands over both columns of this page, and is read first\n\nThe first paragraph on the left has "
               "three lines, and it ends here.\n\nThe second one on the left also has three lines, and says no more.\n\n"
               "The right column begins with a paragraph of its own of three lines.\n\nA second one stands beside the "
               "second of the left, and ends the page.\n\nA line below them, which is as wide as the page, is read last.\n");
  assert_text (of_three,
               "One column has a few lines that end right here.\n\nThis is one more paragraph in it.\n\nThe next has as "
               "many lines, that end right there.\n\nAnd here is one more paragraph.\n\nThe last one has the same "
               "number, and ends, too.\n\nWith this words come to an end.\n");
}

/* What a row says stays together: where short cells wait for long ones, and where they hold but a word. */
static void
test_rows (void)
{
  const char *cells[] = {
    "Article 1 on the meetings\nof the two commissions\n\n\nArticle 2 on their papers\nand on who keeps them",
    "The ministries see to it\nthat there is one a year,\nand say so in time.\n\nThey are printed in both\nlanguages by each side.",
  };
  const char *heads[] = { "TO:\n\nFROM:\n\nSUBJECT:\n\nDATE:\n\nPLACE:", "The Secretary\n\nThe Assistant Secretary\n\nA visit\n\nMarch 3, 1972\n\nWashington" };
  g_autoptr (EntStatement) table = read_side_by_side (NULL, cells, 2, NULL);
  g_autoptr (EntStatement) memorandum = read_side_by_side (NULL, heads, 2, NULL);
  const char *text = ent_statement_get_text (table, NULL);

  g_assert_nonnull (strstr (text, "say so in time"));
  g_assert_true (strstr (text, "say so in time") < strstr (text, "Article 2"));
  text = ent_statement_get_text (memorandum, NULL);
  g_assert_nonnull (strstr (text, "TO: The Secretary"));
  g_assert_nonnull (strstr (text, "DATE: March 3, 1972"));
}

/* Notes stand after the text, as furniture, on the page where they are; the figures that lead to them are gone. */
static void
test_notes (void)
{
  Drawing drawing;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (EntStatement) statement = NULL;
  gsize n;
  const EntSpan *furniture;

  drawing_init (&drawing);
  draw (&drawing, 60, 80, SIZE, "They signed in 1972");
  draw (&drawing, 60 + 108, 76, 6, "1");
  draw_lines (&drawing, 60, 80 + PITCH, "and met again in 1973. That was all that there was to say.");
  draw (&drawing, 60, 540, 8, "1 The text was published in the next year.");
  cairo_show_page (drawing.cairo);
  draw_lines (&drawing, 60, 80, "The second page is short, but it has the usual letters of a text.");
  draw (&drawing, 60, 535, 6, "12");
  draw (&drawing, 69, 540, SIZE, "A raised figure leads to a note, however large it is.");
  bytes = drawing_finish (&drawing);
  statement = read_document (bytes);
  assert_text (statement,
               "They signed in 1972 and met again in 1973. That was all that there was to say.\n\n"
               "The second page is short, but it has the usual letters of a text.\n\n"
               "1 The text was published in the next year.\n\n"
               "12 A raised figure leads to a note, however large it is.\n");
  furniture = ent_statement_get_furniture (statement, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (furniture[0].start, ==, strstr (ent_statement_get_text (statement, NULL), "1 The text") - ent_statement_get_text (statement, NULL));
  g_assert_cmpuint (page_of (statement, "1 The text"), ==, 1);
  g_assert_cmpuint (page_of (statement, "second page"), ==, 2);
}

static void
test_chinese (void)
{
  Drawing drawing;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (EntStatement) statement = NULL;

  drawing_init (&drawing);
  cairo_select_font_face (drawing.cairo, "Noto Sans CJK SC", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  draw_lines (&drawing, 82, 80, "两国部长今天上午在首都举行会谈，就河流");
  draw_lines (&drawing, 60, 80 + PITCH, "问题交换了意见。双方同意今后继续保持沟通");
  draw_lines (&drawing, 60, 80 + 2 * PITCH, "和对话。");
  draw_lines (&drawing, 82, 80 + 3 * PITCH, "会谈在友好气氛中进行。");
  bytes = drawing_finish (&drawing);
  statement = read_document (bytes);
  assert_text (statement, "两国部长今天上午在首都举行会谈，就河流问题交换了意见。双方同意今后继续保持沟通和对话。\n\n"
                          "会谈在友好气氛中进行。\n");
}

static GBytes *
make_pages (guint n)
{
  Drawing drawing;

  drawing_init (&drawing);
  for (guint i = 0; i < n; i++)
    {
      draw_lines (&drawing, 60, 80, "A page with a line of words on it.");
      cairo_show_page (drawing.cairo);
    }
  return drawing_finish (&drawing);
}

static void
assert_failure (GBytes         *bytes,
                EntReadOptions  options,
                const char     *expected)
{
  Outcome outcome = read_with (bytes, options);

  g_assert_null (outcome.statement);
  g_assert_nonnull (outcome.failure);
  if (expected != NULL)
    g_assert_cmpstr (outcome.failure, ==, expected);
  g_free (outcome.failure);
}

static void
test_limits (void)
{
  g_autoptr (GBytes) bytes = make_pages (4);
  g_autoptr (GBytes) half = g_bytes_new_from_bytes (bytes, 0, g_bytes_get_size (bytes) / 2);
  g_autoptr (GBytes) none = g_bytes_new_static ("%PDF-1.4\nnothing of it", 21);
  EntReadOptions few_pages = { .limits.most[ENT_LIMIT_PAGES] = 3 };
  EntReadOptions little_memory = { .limits.most[ENT_LIMIT_MEMORY] = 100 << 10 };
  EntReadOptions no_program = { .programs = "/nowhere" };
  const char *damaged = "is a PDF document that is damaged";

  assert_failure (bytes, few_pages, "has more than the 3 pages that one document may have");
  assert_failure (bytes, no_program, "is a PDF document, and the program that reads these is not installed");
  assert_failure (half, (EntReadOptions) { 0 }, damaged);
  assert_failure (none, (EntReadOptions) { 0 }, damaged);
  /* What a sanitizer takes is not limited. */
#ifndef __SANITIZE_ADDRESS__
  assert_failure (bytes, little_memory, "takes more than the 100.0 KiB of memory that a PDF document may take");
#else
  (void) little_memory;
#endif
}

/* Whatever becomes of the program, it is one file that is told of: it fails, ends without a word, takes too long, says
 * too much, says what it should not, or crashes after memory was refused to it. */
static void
test_stopped (void)
{
  static const struct
  {
    const char *script, *expected;
  } cases[] = {
    { "exit 1", "is a PDF document that is damaged" },
    { "exit 0", "is a PDF document that is damaged" },
    { "printf '.\\0\\0\\0\\0'", "is a PDF document that is damaged" },
    { "printf 'B\\0\\0'", "is a PDF document that is damaged" },
    { "kill -SEGV $$", "is a PDF document that is damaged" },
    { "printf '~\\0\\0\\0\\0'; kill -ABRT $$",
      "takes more than the 1.0 GiB of memory that a PDF document may take" },
    { "printf '!\\0\\0\\0\\0'",
      "is a PDF document, and what reads these cannot be shut in on this system" },
    { "exec sleep 600", "takes longer than the 1 seconds that one file may take" },
    { "printf 'B\\177\\377\\377\\377'; exec cat /dev/zero", "has more than the 1.0 MiB that one text may have" },
  };
  g_autoptr (GBytes) bytes = make_pages (1);
  char *program = script_program_new ("entente-read-pdf");
  g_autofree char *folder = g_path_get_dirname (program);
  EntReadOptions options = {
    .limits.most = { [ENT_LIMIT_SECONDS] = 1, [ENT_LIMIT_SIZE] = 1 << 20 }, .programs = folder
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      script_program_set (program, cases[i].script);
      assert_failure (bytes, options, cases[i].expected);
    }
  script_program_remove (program);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/read-pdf/paragraphs", test_paragraphs);
  g_test_add_func ("/read-pdf/pages", test_pages);
  g_test_add_func ("/read-pdf/columns", test_columns);
  g_test_add_func ("/read-pdf/aligned-columns", test_aligned_columns);
  g_test_add_func ("/read-pdf/rows", test_rows);
  g_test_add_func ("/read-pdf/notes", test_notes);
  g_test_add_func ("/read-pdf/chinese", test_chinese);
  g_test_add_func ("/read-pdf/limits", test_limits);
  g_test_add_func ("/read-pdf/stopped", test_stopped);
  return g_test_run ();
}
