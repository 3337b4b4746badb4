/* SPDX-License-Identifier: GPL-3.0-or-later */
/* entente-read-pdf: reads PDF documents and says what they hold, in the messages of pdf-message.h. Started by Entente;
 * each document has a process of its own, which is shut in before it looks at the first byte. */
#include <string.h>

#include "confined/confined-program.h"
#include "confined/confined-server.h"
#include "read-pdf/pdf-document.h"
#include "read-pdf/pdf-furniture.h"
#include "read-pdf/pdf-text.h"
#include "read/pdf-message.h"

/* Where poppler finds what the characters of East Asian fonts mean: all that is ever opened. */
#define POPPLER_DATA "/usr/share/poppler"

/* What the program is told: the most memory in bytes, seconds, pages, and bytes of text. */
typedef struct
{
  guint64 memory;
  guint seconds;
  guint pages;
  guint64 bytes;
} Limits;

static void
say_words (EntPdfMessage  tag,
           char          *words)
{
  if (words != NULL && *words != 0)
    ent_confined_program_say ((char) tag, words, strlen (words));
  g_free (words);
}

G_GNUC_NORETURN static void
fail (EntPdfFailure why)
{
  const char code = (char) why;

  ent_confined_program_say (ENT_PDF_MESSAGE_FAILED, &code, 1);
  ent_confined_program_end ();
}

static gsize
count_bytes (const EntPdfPage *page)
{
  gsize n = 0;

  for (guint i = 0; i < page->lines->len; i++)
    n += strlen (ent_pdf_page_get_line (page, i)->text) + 2;
  return n;
}

static EntPdfPage *
read_pages (EntPdfDocument *document,
            guint           n_pages,
            const Limits   *limits,
            guint          *n_missing)
{
  EntPdfPage *pages = g_new0 (EntPdfPage, n_pages);
  guint64 left = limits->bytes;
  guint n_found = 0;

  for (guint i = 0; i < n_pages; i++)
    {
      gsize n;

      n_found += ent_pdf_document_read_page (document, i, &pages[i]);
      n = count_bytes (&pages[i]);
      if (n > left)
        fail (ENT_PDF_FAILURE_TOO_LARGE);
      left -= n;
    }
  if (n_found == 0)
    fail (ENT_PDF_FAILURE_DAMAGED);
  *n_missing = n_pages - n_found;
  return pages;
}

static void
say_places (const EntPdfText *text)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < text->places->len; i++)
    {
      const EntPdfPlace *place = &g_array_index (text->places, EntPdfPlace, i);
      const guint32 pair[] = { GUINT32_TO_BE (place->start), GUINT32_TO_BE (place->page) };

      g_array_append_vals (numbers, pair, G_N_ELEMENTS (pair));
    }
  ent_confined_program_say (ENT_PDF_MESSAGE_PAGES, numbers->data, numbers->len * sizeof (guint32));
}

/* Titles that a program gave to the file are none of the document. */
static gboolean
is_title (const char *title)
{
  static const char * const ends[] = { ".doc", ".docx", ".pdf", ".odt", ".rtf", ".indd", ".qxd", ".wpd", ".ppt" };
  g_autofree char *folded = NULL;

  if (title == NULL)
    return FALSE;
  folded = g_utf8_casefold (title, -1);
  if (*folded == 0 || g_str_has_prefix (folded, "microsoft word") || g_str_has_prefix (folded, "untitled"))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (folded, ends[i]))
      return FALSE;
  /* One word in letters of one byte is a file's name more often than a title. */
  return strchr (folded, ' ') != NULL || strlen (folded) > (gsize) g_utf8_strlen (folded, -1);
}

static void
say_all (EntPdfDocument   *document,
         const EntPdfText *text,
         guint             n_missing)
{
  guint32 notes = GUINT32_TO_BE ((guint32) text->notes);
  guint32 missing = GUINT32_TO_BE (n_missing);
  char *title = ent_pdf_document_dup_title (document);

  say_words (ENT_PDF_MESSAGE_TITLE, is_title (title) ? title : g_strdup (text->heading));
  say_words (ENT_PDF_MESSAGE_AUTHOR, ent_pdf_document_dup_author (document));
  say_words (ENT_PDF_MESSAGE_DATE, ent_pdf_document_dup_date (document));
  ent_confined_program_say (ENT_PDF_MESSAGE_TEXT, text->text->str, text->text->len);
  say_places (text);
  ent_confined_program_say (ENT_PDF_MESSAGE_NOTES, &notes, sizeof notes);
  if (n_missing > 0)
    ent_confined_program_say (ENT_PDF_MESSAGE_LACKS, &missing, sizeof missing);
}

static void
read_document (GBytes       *input,
               const Limits *limits)
{
  EntPdfOpened outcome;
  EntPdfDocument *document = ent_pdf_document_new (input, &outcome);
  EntPdfText text;
  EntPdfPage *pages;
  guint n_pages, n_missing, n_letters, n_unknown;

  if (document == NULL)
    fail (outcome == ENT_PDF_LOCKED ? ENT_PDF_FAILURE_LOCKED : ENT_PDF_FAILURE_DAMAGED);
  n_pages = ent_pdf_document_get_n_pages (document);
  if (n_pages == 0)
    fail (ENT_PDF_FAILURE_DAMAGED);
  if (n_pages > limits->pages)
    fail (ENT_PDF_FAILURE_TOO_LONG);
  pages = read_pages (document, n_pages, limits, &n_missing);
  n_letters = ent_pdf_lines_letters (pages, n_pages, &n_unknown);
  if (n_letters == 0)
    fail (ENT_PDF_FAILURE_NO_TEXT);
  if (n_unknown > n_letters / 3)
    fail (ENT_PDF_FAILURE_NO_LETTERS);
  ent_pdf_furniture_remove (pages, n_pages);
  ent_pdf_text_init (&text, pages, n_pages);
  if (text.text->len == 0)
    fail (ENT_PDF_FAILURE_NO_TEXT);
  say_all (document, &text, n_missing);
}

int
main (void)
{
  g_auto (GStrv) words = ent_confined_server_run ();
  g_autoptr (GBytes) input = NULL;
  Limits limits;

  limits.memory = ent_confined_program_read_number (words, 0);
  limits.seconds = (guint) MIN (ent_confined_program_read_number (words, 1), G_MAXUINT);
  limits.pages = (guint) MIN (ent_confined_program_read_number (words, 2), G_MAXINT32);
  limits.bytes = MIN (ent_confined_program_read_number (words, 3), G_MAXUINT32 - 1);
  input = ent_confined_program_enter (POPPLER_DATA, limits.memory, limits.seconds);
  read_document (input, &limits);
  ent_confined_program_end ();
}
