/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A statement from the clipboard. It is kept as a file of the user's, so that it can be cited and opened again, and
 * looked at first: only what it does not tell is asked for. */
#include "entente-config.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "ui/paste.h"

#include "base/json-text.h"
#include "ui/save-file.h"
#include "ui/words.h"

/* Fewer characters are a word, not a statement. */
#define LEAST_CHARACTERS 20

typedef struct
{
  GtkWidget *widget;   /* weak */
  EntSession *session; /* the window's */
  EntSession *probe;   /* reads the statement by itself */
  char *path;
  GtkWidget *date;
  GtkWidget *issuer;
} Paste;

static void
paste_free (Paste *paste)
{
  g_clear_weak_pointer (&paste->widget);
  g_clear_object (&paste->session);
  if (paste->probe != NULL)
    g_signal_handlers_disconnect_by_data (paste->probe, paste);
  g_clear_object (&paste->probe);
  g_free (paste->path);
  g_free (paste);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paste, paste_free)

static void
say (Paste      *paste,
     const char *words)
{
  if (paste->widget != NULL)
    ent_say (paste->widget, words);
}

static void
open_path (Paste      *paste,
           const char *path)
{
  ent_session_open (paste->session, (const char * const[]) { path, NULL });
}

static char *
dup_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "entente", "pasted", NULL);
}

static char *
keep (const char  *suffix,
      const char  *data,
      gsize        length,
      GError     **error)
{
  g_autofree char *folder = dup_folder ();
  g_autofree char *sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) data, length);
  g_autofree char *name = g_strdup_printf ("%.12s.%s", sum, suffix);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_mkdir_with_parents (folder, 0700);
  return g_file_set_contents (path, data, (gssize) length, error) ? g_steal_pointer (&path) : NULL;
}

/**
 * ent_paste_complete:
 * @statement: a statement as it was read
 * @date: (nullable): what the user says of its date, in EDTF
 * @issuer: (nullable): an actor's id, who the user says issued it
 * @error: where to say why it could not be kept
 *
 * Returns: (transfer full) (nullable): the file of a statement with the same text that tells these
 */
char *
ent_paste_complete (EntStatement  *statement,
                    const char    *date,
                    const char    *issuer,
                    GError       **error)
{
  g_return_val_if_fail (statement != NULL, NULL);

  const EntStatementInfo *info = ent_statement_get_info (statement);
  g_autoptr (GString) line = g_string_new ("{");
  gsize length;
  const char *text = ent_statement_get_text (statement, &length);
  if (info->title != NULL)
    ent_json_append_string (line, "title", info->title);
  if (date != NULL && *date != '\0')
    ent_json_append_string (line, "date", date);
  if (issuer != NULL && *issuer != '\0')
    ent_json_append_string (line, "issuer", issuer);
  ent_json_append_key (line, "text");
  ent_json_append_text (line, text, (gssize) length);
  g_string_append (line, "}\n");
  return keep ("jsonl", line->str, line->len, error);
}

/* A name or an id of a state or organisation, as the user writes it. */
static const char *
find_issuer (EntVocabulary *vocabulary,
             const char    *words)
{
  g_autofree char *wanted = g_utf8_casefold (words, -1);

  for (guint i = 0; i < ent_vocabulary_get_n_actors (vocabulary); i++)
    {
      const EntActorInfo *info = ent_vocabulary_get_actor (vocabulary, i);
      g_autofree char *id = g_utf8_casefold (info->id, -1);
      g_autofree char *label = g_utf8_casefold (info->label, -1);
      g_autofree char *own = g_utf8_casefold (ent_words_get_actor (vocabulary, (guint16) i), -1);

      if (g_str_equal (wanted, id) || g_str_equal (wanted, label) || g_str_equal (wanted, own))
        return info->id;
    }
  return NULL;
}

static void
on_answered (GtkWidget  *window,
             const char *response,
             gpointer    data)
{
  g_autoptr (Paste) paste = data;
  EntEventStore *store = ent_session_get_store (paste->probe);
  EntStatement *statement = ent_event_store_get_statement (store, 0);
  g_autofree char *date = paste->date != NULL ? g_strdup (gtk_editable_get_text (GTK_EDITABLE (paste->date))) : NULL;
  const char *issuer = NULL;
  EntEdtf edtf;
  g_autoptr (GError) error = NULL;

  if (g_str_equal (response, "cancel"))
    return;
  if (date != NULL && *g_strstrip (date) != '\0' && !ent_edtf_parse (date, strlen (date), &edtf, NULL))
    {
      say (paste, _ ("A date is written 2024-04-02, 2024-04 or 2024: it was left out"));
      g_clear_pointer (&date, g_free);
    }
  if (paste->issuer != NULL)
    issuer = find_issuer (ent_event_store_get_vocabulary (store),
                          gtk_editable_get_text (GTK_EDITABLE (paste->issuer)));
  if ((date == NULL || *date == '\0') && issuer == NULL)
    {
      open_path (paste, paste->path);
      return;
    }
  g_autofree char *path = ent_paste_complete (statement, date, issuer, &error);
  if (path != NULL)
    open_path (paste, path);
  else
    say (paste, error->message);
}

static GtkWidget *
add_entry (GtkWidget  *group,
           const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static void
ask (Paste    *paste,
     gboolean  date,
     gboolean  issuer)
{
  GtkWidget *window = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (paste->widget)),
                                              _ ("What the Statement Does Not Tell"),
                                              _ ("Leave open what you do not know."));
  GtkWidget *group = adw_preferences_group_new ();

  if (date)
    paste->date = add_entry (group, _ ("Date it was issued, such as 2024-04-02"));
  if (issuer)
    paste->issuer = add_entry (group, _ ("State or organisation that issued it"));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (window), group);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (window), "cancel", _ ("_Cancel"), "add", _ ("_Add"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (window), "add", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (window), "add");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (window), "cancel");
  g_signal_connect (window, "response", G_CALLBACK (on_answered), paste);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_probed (EntSession *probe,
           GParamSpec *pspec,
           gpointer    data)
{
  Paste *paste = data;
  EntEventStore *store = ent_session_get_store (probe);

  if (ent_session_get_busy (probe))
    return;
  g_signal_handlers_disconnect_by_data (probe, paste);
  if (store == NULL || ent_event_store_get_n_statements (store) == 0 || paste->widget == NULL)
    {
      say (paste, _ ("The clipboard holds no statement"));
      paste_free (paste);
      return;
    }
  const EntStatementInfo *info = ent_statement_get_info (ent_event_store_get_statement (store, 0));
  gboolean date = ent_edtf_is_none (info->date);
  gboolean issuer = ent_event_store_get_issuer (store, 0) == ENT_ACTOR_NONE;
  if (date || issuer)
    {
      ask (paste, date, issuer);
      return;
    }
  open_path (paste, paste->path);
  paste_free (paste);
}

static void
take (Paste      *paste,
      const char *text,
      gsize       length,
      gboolean    html)
{
  g_autoptr (GError) error = NULL;

  if (g_utf8_strlen (text, (gssize) length) < LEAST_CHARACTERS)
    {
      say (paste, _ ("The clipboard holds no statement"));
      paste_free (paste);
      return;
    }
  paste->path = keep (html ? "html" : "txt", text, length, &error);
  if (paste->path == NULL)
    {
      say (paste, error->message);
      paste_free (paste);
      return;
    }
  paste->probe = ent_session_new ();
  g_signal_connect (paste->probe, "notify::busy", G_CALLBACK (on_probed), paste);
  ent_session_open (paste->probe, (const char * const[]) { paste->path, NULL });
}

static void
on_text (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  Paste *paste = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  take (paste, text != NULL ? text : "", text != NULL ? strlen (text) : 0, FALSE);
}

static void
on_html_spliced (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  Paste *paste = data;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL) < 0)
    {
      take (paste, "", 0, TRUE);
      return;
    }
  g_autoptr (GBytes) bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
  gsize length;
  const char *data_start = g_bytes_get_data (bytes, &length);
  take (paste, data_start != NULL ? data_start : "", length, TRUE);
}

static void
on_html (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  Paste *paste = data;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (stream == NULL)
    {
      gdk_clipboard_read_text_async (GDK_CLIPBOARD (source), NULL, on_text, paste);
      return;
    }
  g_output_stream_splice_async (memory, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, on_html_spliced, paste);
}

/**
 * ent_paste:
 * @widget: where it is asked for
 * @session: what to add to
 *
 * Adds the statement on the clipboard, a piece of a page or text, and asks for its date and issuer if it tells neither.
 */
void
ent_paste (GtkWidget  *widget,
           EntSession *session)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && ENT_IS_SESSION (session));

  static const char *types[] = { "text/html", NULL };
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  Paste *paste = g_new0 (Paste, 1);
  g_set_weak_pointer (&paste->widget, widget);
  paste->session = g_object_ref (session);
  if (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "text/html"))
    gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, on_html, paste);
  else
    gdk_clipboard_read_text_async (clipboard, NULL, on_text, paste);
}
