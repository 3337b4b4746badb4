# SPDX-License-Identifier: GPL-3.0-or-later
"""What is sent to the readers: (name, what makes it, options). A maker is bytes, or a function of the folder and the
path to make that returns what to call when the program has been started, if anything."""
import os
import socket
import threading
import zlib

import samples
from samples import BODY, Pdf, pack, page_content, show, simple_pdf, word, word_text, odt, odt_text
import zipfile

# How much slower than a plain build the one under test is.
SLOWER = int(os.environ.get("ENTENTE_TEST_SLOWER", "1"))
DEEP = 100_000
STREAMS = ("jsonl", "json", "csv")


def truncated():
    for suffix, content in samples.FORMATS.items():
        for part in range(1, 16):
            # The same statement in two files would be one.
            own = content.replace(b"s/", b"%02d" % part) if suffix in STREAMS else content
            yield "cut-%02d.%s" % (part, suffix), own[: len(content) * part // 16], []


# Archives

def bomb(megabytes):
    return pack([("a.txt", TEXT), ("big.txt", b"a" * (megabytes << 20))], zipfile.ZIP_DEFLATED)


TEXT = samples.TEXT


def nested_zip(depth, content):
    for _ in range(depth):
        content = pack([("in.zip", content)], zipfile.ZIP_DEFLATED)
    return content


def shared_zip(copies):
    """One member's bytes under many names in the directory at the archive's end: they overlap."""
    whole = pack([("a.txt", b"a" * (4 << 20))], zipfile.ZIP_DEFLATED)
    start = whole.index(b"PK\x01\x02")
    end = whole.index(b"PK\x05\x06")
    entry = whole[start:end]
    tail = bytearray(whole[end:])
    directory = entry * copies
    tail[8:12] = copies.to_bytes(2, "little") * 2
    tail[12:16] = len(directory).to_bytes(4, "little")
    return whole[:start] + directory + bytes(tail)


def locked_zip():
    content = bytearray(pack([("a.txt", TEXT)]))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.index(mark) + offset
        content[at] |= 1
    return bytes(content)


def wrong_sum():
    content = bytearray(pack([("a.txt", TEXT)]))
    content[content.index(b"Readout")] ^= 0x20
    return bytes(content)


def zips():
    yield "bomb.zip", bomb(64), []
    yield "bomb-few.zip", pack([("a.txt", TEXT), ("b.txt", b"b" * 300_000)], zipfile.ZIP_DEFLATED), ["--limit=size=100k"]
    yield "bomb-ratio.zip", bomb(6), ["--limit=ratio=1"]
    yield "nested.zip", nested_zip(3, pack([("a.txt", TEXT)])), []
    yield "nested-deep.zip", nested_zip(60, pack([("a.txt", TEXT)])), []
    yield "shared.zip", shared_zip(400), []
    yield "many.zip", pack([("%d.txt" % i, b"A") for i in range(1200)]), ["--limit=members=1000"]
    yield "leaves.zip", pack([("../../etc/passwd", TEXT), ("/etc/passwd", TEXT), ("a/../../b.txt", TEXT),
                              ("..\\c.txt", TEXT), ("d.txt", TEXT)]), []
    yield "same-name.zip", pack([("a.txt", TEXT)]) + b"", []
    yield "control.zip", pack([("a\x1b[2J\n.txt", TEXT)]), []
    yield "locked.zip", locked_zip(), []
    yield "wrong-sum.zip", wrong_sum(), []
    yield "empty.zip", pack([]), []
    yield "folder-only.zip", pack([("a/", b"")]), []
    yield "device.zip", pack([("a.txt", TEXT), ("b", samples.PDF), ("c.bin", bytes(range(256)))]), []
    yield "bomb.docx", pack([("[Content_Types].xml", b"<Types/>"), ("word/document.xml", word_text(["a" * 1000] * 60_000))],
                            zipfile.ZIP_DEFLATED), []
    yield "bomb.odt", pack([("mimetype", b"application/vnd.oasis.opendocument.text"),
                            ("content.xml", odt_text(["a" * 1000] * 60_000))], zipfile.ZIP_DEFLATED), []
    yield "deep.docx", word(b"<w:document xmlns:w='urn:w'>" + b"<w:tbl>" * DEEP), []
    yield "entities.docx", word(laughs("w:document xmlns:w='urn:w'", "<w:p><w:r><w:t>", "</w:t></w:r></w:p>")), []
    yield "entities.odt", odt(laughs("d xmlns:text='urn:t'", "<text:p>", "</text:p>")), []
    yield "external.docx", word(b"<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><w:document xmlns:w='urn:w'><w:body>"
                                b"<w:p><w:r><w:t>One &x; two</w:t></w:r></w:p></w:body></w:document>"), []
    yield "no-text.docx", pack([("[Content_Types].xml", b"<Types/>"), ("word/styles.xml", b"<s/>")]), []
    yield "not-xml.docx", word(b"\xff\xfe\x00 no XML"), []
    yield "two-texts.docx", pack([("[Content_Types].xml", b"<Types/>"), ("word/document.xml", word_text(["One."])),
                                  ("content.xml", odt_text(["Two."]))]), []


# Markup

def laughs(root, before="<p>", after="</p>", levels=12):
    name = root.split()[0]
    entities = "<!ENTITY a0 'ha'>" + "".join("<!ENTITY a%d '%s'>" % (i, ("&a%d;" % (i - 1)) * 10) for i in range(1, levels))
    return ("<?xml version='1.0'?><!DOCTYPE %s [%s]><%s>%s&a%d;%s</%s>"
            % (name, entities, root, before, levels - 1, after, name)).encode()


def tei(body, head=""):
    return (head + "<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body><div type='document' xml:id='d1'>%s</div></body>"
            "</text></TEI>" % body).encode()


def markup():
    page = "<!DOCTYPE html><html><body><p>" + BODY
    yield "laughs.xml", laughs("TEI"), []
    yield "quadratic.xml", ("<!DOCTYPE TEI [<!ENTITY a '%s'>]><TEI><text><div type='document'><p>%s</p></div></text></TEI>"
                            % ("a" * 100_000, "&a;" * 20_000)).encode(), []
    yield "external.xml", tei("<p>One &x; two.</p>", "<!DOCTYPE TEI [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"), []
    yield "external-dtd.xml", tei("<p>One.</p>", "<!DOCTYPE TEI SYSTEM 'http://example.invalid/tei.dtd'>"), []
    yield "parameter.xml", tei("<p>One.</p>", "<!DOCTYPE TEI [<!ENTITY % p SYSTEM 'file:///etc/passwd'> %p;]>"), []
    yield "include.xml", tei("<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='/etc/passwd' parse='text'/>"
                             "<p>One.</p>"), []
    yield "self-entity.xml", tei("<p>&x;</p>", "<!DOCTYPE TEI [<!ENTITY x '&y;'><!ENTITY y '&x;'>]>"), []
    yield "deep.xml", tei("<p>" * DEEP), []
    yield "deep-closed.xml", tei("<hi>" * DEEP + "x" + "</hi>" * DEEP), []
    yield "attributes.xml", tei("<p " + " ".join("a%d='1'" % i for i in range(DEEP)) + ">One.</p>"), []
    yield "long-name.xml", tei("<p><" + "n" * 1_000_000 + "/>One.</p>"), []
    yield "other.xml", b"<?xml version='1.0'?><rss><channel><item>One</item></channel></rss>", []
    yield "no-documents.xml", b"<TEI><text><body><p>One.</p></body></text></TEI>", []
    yield "empty-document.xml", tei(""), []
    yield "bad-encoding.xml", b"<?xml version='1.0' encoding='x-none'?>" + tei("<p>One.</p>"), []
    yield "wrong-encoding.xml", b"<?xml version='1.0' encoding='UTF-16'?>" + tei("<p>One.</p>"), []
    yield "bad-bytes.xml", tei("<p>One \udcff two.</p>".encode("utf-8", "surrogateescape").decode("latin-1")), []
    yield "nul.xml", tei("<p>One \0 two.</p>"), []
    yield "deep.html", (page + "<div>" * DEEP + "x").encode(), []
    yield "deep-inline.html", (page + "<b>" * DEEP + "x").encode(), []
    yield "deep-table.html", (page + "<table><tr><td>" * 20_000 + "x").encode(), []
    yield "deep-list.html", (page + "<ul><li>" * 50_000 + "x").encode(), []
    yield "open-comment.html", (page + "</p><!-- " + BODY * 10).encode(), []
    yield "open-script.html", (page + "</p><script> " + BODY * 10).encode(), []
    yield "only-script.html", b"<!DOCTYPE html><html><body><script>var a = 1;</script></body></html>", []
    yield "attributes.html", (page + "</p><p " + " ".join("a%d=1" % i for i in range(DEEP)) + ">x</p>").encode(), []
    yield "long-attribute.html", (page + "</p><p title='" + "t" * 3_000_000 + "'>x</p>").encode(), []
    yield "entities.html", (page + "&nbsp;&bogus;&#0;&#xD800;&#x110000;&#99999999999;</p>").encode(), []
    yield "says-utf16.html", (page.replace("<body>", "<head><meta charset=utf-16></head><body>") + "</p>").encode(), []
    yield "says-nothing.html", (page.replace("<body>", "<head><meta charset=none-such></head><body>") + "</p>").encode(), []
    yield "data.html", (page + "</p><img src='data:image/png;base64," + "A" * 2_000_000 + "'>").encode(), []
    yield "remote.html", (page + "</p><img src='http://example.invalid/a.png'><link rel=stylesheet "
                          "href='http://example.invalid/a.css'><iframe src='file:///etc/passwd'></iframe>").encode(), []
    yield "nul.html", (page + " one \0 two</p>").encode(), []
    yield "empty.html", b"<html></html>", []
    yield "quotes.md", b"> " * DEEP + b"deep", []
    yield "brackets.md", b"[" * DEEP, []
    yield "links.md", b"[a](" * 50_000, []
    yield "stars.md", b"*a **a " * 30_000, []
    yield "ticks.md", b"".join(b"`" * (i % 300) + b"x" for i in range(3000)), []
    yield "lists.md", b"\n".join(b" " * (2 * i) + b"- a" for i in range(1000)), []
    yield "large.md", BODY.encode() * 20_000, []
    yield "open-front.md", b"---\ntitle: Talks\ndate: 2021-05-04\n" + BODY.encode() * 3, []
    yield "only-front.md", b"---\ntitle: Talks\n---\n", []
    yield "long-front.md", b"---\ntitle: " + b"T" * 200_000 + b"\n---\n" + BODY.encode(), []


# Streams, mail and plain text

def mail(head, body=""):
    return (head.replace("\n", "\r\n") + "\r\n\r\n" + body).encode()


def nested_mail(depth):
    begin = "".join("--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n" % (i, i + 1) for i in range(depth))
    return mail("From: a@example.org\nSubject: Deep\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b0",
                begin.replace("\n", "\r\n") + "--b%d\r\nContent-Type: text/plain\r\n\r\n%s\r\n" % (depth, BODY))


def streams():
    head = "From: Press <press@example.org>\nSubject: Talks\nMIME-Version: 1.0\n"
    yield "deep.jsonl", b'{"text":"A","x":' + b"[" * DEEP + b"]" * DEEP + b"}\n" + samples.JSON_LINES, []
    yield "deep-open.jsonl", b'{"text":"A","x":' + b'{"a":' * DEEP + b"\n" + samples.JSON_LINES, []
    yield "deep.json", b"[" * DEEP, []
    yield "deep-object.json", b'{"a":' * DEEP, []
    yield "surrogate.jsonl", b'{"id":"1","text":"one \\ud800 two \\udc00\\ud800 three"}\n', []
    yield "nul.jsonl", b'{"id":"1","text":"one \\u0000 two"}\n{"id":"2","text":"B \0"}\n{"id":"3","text":"C"}\n', []
    yield "escape.jsonl", b'{"id":"1","text":"\\x"}\n{"id":"2","text":"\\u12"}\n{"id":"3","text":"C\n{"id":"4","text":"D"}\n', []
    yield "number.jsonl", b'{"id":1e999,"text":"A","date":20210504,"n":' + b"9" * 100_000 + b"}\n", []
    yield "types.jsonl", b'{"text":1}\n{"text":null}\n{"text":["A"]}\n[]\n1\n"A"\nnull\n\n{}\n', []
    yield "twice.jsonl", b'{"id":"1","text":"A","text":"B","id":"2"}\n', []
    yield "dates.jsonl", b'{"id":"1","text":"A","date":"2021-02-30"}\n{"id":"2","text":"B","date":"\\u001b[2J"}\n', []
    yield "ids.jsonl", b'{"id":"\\u001b[2J\\n","text":"A"}\n{"id":"\\u001b[2J\\n","text":"B"}\n', []
    yield "long-line.jsonl", b'{"id":"1","text":"' + b"a" * 3_000_000 + b'"}\n{"id":"2","text":"B"}\n', ["--limit=size=1M"]
    yield "bad-bytes.jsonl", b'{"id":"1","text":"one \xff\xc0\x80\xed\xa0\x80 two"}\n', []
    yield "wide.jsonl", "\ufeff".encode("utf-16-le") + '{"id":"1","text":"A"}\n'.encode("utf-16-le") + b"\x00\xd8", []
    yield "no-text.csv", b"id,date\n1,2021\n", []
    yield "open-quote.csv", b'id,text\n1,A\n2,"' + b"b\n" * 1000, []
    yield "columns.csv", b"id,text," + b"x," * DEEP + b"\n1,A\n", []
    yield "quotes.csv", b"id,text\n1," + b'"' * 200_001 + b"\n2,B\n", []
    yield "nul.csv", b"id,text\n1,A\0B\n2,C\n", []
    yield "deep.eml", nested_mail(3000), []
    yield "no-end.eml", mail(head + "Content-Type: multipart/mixed; boundary=x", "--x\r\nContent-Type: text/plain\r\n\r\n"
                             + BODY), []
    yield "no-part.eml", mail(head + "Content-Type: multipart/mixed; boundary=x", "--x--\r\n"), []
    yield "base64.eml", mail(head + "Content-Type: text/plain\nContent-Transfer-Encoding: base64", "!!!! no base64 !!!!"), []
    yield "charset.eml", mail(head + "Content-Type: text/plain; charset=x-none", BODY), []
    yield "headers.eml", mail(head + "\n".join("X-A%d: 1" % i for i in range(DEEP)), BODY), []
    yield "long-header.eml", mail(head + "X-A: " + "a" * 3_000_000, BODY), []
    yield "picture.eml", mail(head + "Content-Type: image/png\nContent-Transfer-Encoding: base64", "iVBORw0KGgo="), []
    yield "attached.eml", mail(head + "Content-Type: text/plain\nContent-Disposition: attachment", BODY), []
    yield "date.eml", mail("From: a@example.org\nSubject: \x1b[2J=?x?q?=\nDate: Tue, 99 Foo 99999 99:99:99", BODY), []
    yield "nul.txt", b"One \0 two.\n", []
    yield "surrogates.txt", b"One \xed\xa0\x80\xed\xb0\x80 two.\n", []
    yield "bad-bytes.txt", b"One \xff\xfe\xc0\x80\xf8\x88\x80\x80\x80 two, and words enough to be a text of bytes.\n", []
    yield "surrogate-wide.txt", "\ufeffOne two ".encode("utf-16-le") + b"\x00\xd8" + " three".encode("utf-16-le"), []
    yield "odd-wide.txt", "\ufeffOne two".encode("utf-16-be") + b"\x00", []
    yield "wide-nul.txt", "\ufeffOne \0 two".encode("utf-16-le"), []
    yield "mark-only.txt", b"\xef\xbb\xbf", []
    yield "blank.txt", b"\n \n\t\n", []
    yield "empty.txt", b"", []
    yield "one-line.txt", b"word " * 400_000, []
    yield "no-space.txt", b"a" * 2_000_000, []
    yield "lines.txt", b"\n" * 1_000_000 + b"x", []
    yield "controls.txt", b"One \x1b[2J\x07 two.\n", []
    yield "large.txt", b"A line of it.\n" * 10_000, ["--limit=size=64k"]
    yield "cut-letter.txt", "两国部长会谈。".encode()[:-1], []
    yield "gb.txt", ("两国部长今天举行会谈。" * 20).encode("gb18030")[:-1], []
    yield "years.txt", ("In " + " ".join(str(y) for y in range(1000, 9000)) + " they met.").encode(), []


# PDF

def flate(data, times=1):
    for _ in range(times):
        data = zlib.compress(data, 9)
    return data


def with_content(data, keys=""):
    pdf = simple_pdf(1)
    return pdf.stream(11, data, keys).bytes()


def cyclic_form():
    pdf = simple_pdf(1)
    pdf.add(10, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 11 0 R /Resources 6 0 R >>")
    pdf.add(6, "<< /Font << /F1 3 0 R >> /XObject << /X 7 0 R >> >>")
    pdf.stream(7, show("Again.") + "/X Do /X Do\n", "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources 6 0 R")
    return pdf.stream(11, page_content() + "/X Do\n").bytes()


def cyclic_font():
    pdf = simple_pdf(1)
    pdf.add(3, "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 32 "
            "/LastChar 122 /Widths [%s] /CharProcs << /a 8 0 R >> /Encoding << /Differences [32 /a] >> /Resources "
            "<< /Font << /F1 3 0 R >> >> >>" % " ".join(["600"] * 91))
    return pdf.stream(8, "600 0 0 0 600 600 d1 " + show(" ")).bytes()


def scanned():
    pdf = simple_pdf(1)
    pdf.add(10, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 11 0 R /Resources "
            "<< /XObject << /X 7 0 R >> >> >>")
    pdf.stream(7, b"\x80" * 100, "/Type /XObject /Subtype /Image /Width 10 /Height 10 /BitsPerComponent 8 "
               "/ColorSpace /DeviceGray")
    return pdf.stream(11, "q 500 0 0 500 0 0 cm /X Do Q").bytes()


def no_letters():
    pdf = simple_pdf(1)
    pdf.add(3, "<< /Type /Font /Subtype /Type1 /BaseFont /X /FirstChar 32 /LastChar 122 /Widths [%s] /Encoding "
            "<< /Differences [32 %s] >> /ToUnicode 9 0 R >>"
            % (" ".join(["600"] * 91), " ".join("/g%d" % i for i in range(91))))
    ranges = "".join("<%02X> <E0%02X>\n" % (i, i) for i in range(32, 123))
    return pdf.stream(9, "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> "
                      "endcodespacerange 91 beginbfchar\n" + ranges + "endbfchar endcmap end").bytes()


def self_stream():
    """An object stream that says of itself that it lies in itself."""
    pdf = Pdf().add(1, "<< /Type /Catalog /Pages 2 0 R >>")
    pdf.add(2, "<< /Type /Pages /Count 1 /Kids [4 0 R] >>")
    rows = b"".join(bytes([kind]) + field.to_bytes(2, "big") + bytes([index]) for kind, field, index in
                    [(0, 0, 0), (1, 15, 0), (1, 65, 0), (2, 3, 0), (2, 3, 1)])
    pdf.stream(3, rows, "/Type /XRef /W [1 2 1] /Size 5 /Root 1 0 R /Index [0 5] /N 2 /First 8")
    body = pdf.bytes(table=False)
    return body[: body.rindex(b"startxref")] + b"startxref\n%d\n%%%%EOF\n" % body.index(b"3 0 obj")


def pdfs():
    kids = "<< /Type /Pages /Count %s /Kids [%s] >>"
    yield "only-mark.pdf", b"%PDF-1.7\n", []
    yield "noise.pdf", b"%PDF-1.7\n" + bytes((i * 7919 >> 3) & 0xFF for i in range(20_000)), []
    yield "cyclic-pages.pdf", simple_pdf(1).add(2, kids % (1, "2 0 R")).bytes(), []
    yield "cyclic-two.pdf", simple_pdf(1).add(2, kids % (2, "6 0 R")).add(6, kids % (2, "2 0 R")).bytes(), []
    yield "cyclic-parent.pdf", simple_pdf(1, "/Parent 10 0 R").bytes(), []
    yield "cyclic-reference.pdf", simple_pdf(1).add(2, "6 0 R").add(6, "2 0 R").bytes(), []
    yield "cyclic-length.pdf", simple_pdf(1).stream(11, page_content(), length="11 0 R").bytes(), []
    yield "cyclic-contents.pdf", simple_pdf(1).add(11, "[11 0 R 11 0 R]").bytes(), []
    yield "cyclic-form.pdf", cyclic_form(), []
    yield "cyclic-font.pdf", cyclic_font(), []
    yield "cyclic-table.pdf", simple_pdf(1).bytes("/Prev 0").replace(b"/Prev 0", b"/Prev 9"), []
    yield "self-stream.pdf", self_stream(), []
    yield "no-table.pdf", simple_pdf(2).bytes(table=False), []
    yield "no-root.pdf", simple_pdf(1).bytes().replace(b"/Root 1 0 R", b"/Root 99 0 R"), []
    yield "huge-count.pdf", simple_pdf(1).add(2, kids % (2_000_000_000, "10 0 R")).bytes(), []
    yield "negative-count.pdf", simple_pdf(1).add(2, kids % (-5, "10 0 R")).bytes(), []
    yield "missing-pages.pdf", simple_pdf(2).add(2, kids % (4, "10 0 R 12 0 R 50 0 R 52 0 R")).bytes(), []
    yield "many-pages.pdf", simple_pdf(30).bytes(), ["--limit=pages=20"]
    yield "huge-size.pdf", simple_pdf(1).bytes(size="4294967295"), []
    yield "huge-length.pdf", simple_pdf(1).stream(11, page_content(), length=99_999_999_999).bytes(), []
    yield "huge-box.pdf", simple_pdf(1).bytes().replace(b"[0 0 595 842]", b"[0 0 1e30 9e9]"), []
    yield "huge-array.pdf", simple_pdf(1).add(20, "[" + "0 " * 500_000 + "]").bytes(), []
    yield "huge-number.pdf", simple_pdf(1).add(20, "9" * 500_000).bytes(), []
    yield "deep-array.pdf", simple_pdf(1, "/X " + "[" * DEEP).bytes(), []
    yield "deep-dictionary.pdf", simple_pdf(1, "/X " + "<< /A " * DEEP).bytes(), []
    yield "deep-state.pdf", with_content("q " * DEEP + page_content()), []
    yield "bomb.pdf", with_content(flate(b" " * (200 << 20) + page_content().encode()), "/Filter /FlateDecode"), []
    yield "bomb-twice.pdf", with_content(flate(b" " * (200 << 20) + page_content().encode(), 2),
                                         "/Filter [/FlateDecode /FlateDecode]"), []
    yield "bomb-text.pdf", with_content(flate(("BT /F1 1 Tf 1 0 0 1 5 5 Tm " + "(aaaaaaaaaa) Tj " * 400_000 + "ET").encode()),
                                        "/Filter /FlateDecode"), ["--limit=seconds=%d" % (4 * SLOWER)]
    yield "filters.pdf", with_content(page_content(), "/Filter [%s]" % " /ASCIIHexDecode" * 5000), []
    yield "bad-filter.pdf", with_content(b"\x00\x01\x02" * 100, "/Filter /FlateDecode"), []
    yield "unknown-filter.pdf", with_content(page_content(), "/Filter /NoneSuch"), []
    yield "locked.pdf", samples.encrypted_pdf(b"secret"), []
    yield "owner-locked.pdf", samples.encrypted_pdf(b""), []
    yield "unknown-lock.pdf", simple_pdf(1).add(5, "<< /Filter /NoneSuch /V 9 >>").bytes("/Encrypt 5 0 R"), []
    yield "empty-page.pdf", simple_pdf(1).stream(11, "").bytes(), []
    yield "scanned.pdf", scanned(), []
    yield "no-letters.pdf", no_letters(), []
    yield "far-text.pdf", with_content("BT /F1 11 Tf 1e30 1e30 Td (Far away) Tj ET " + page_content()), []
    yield "huge-font.pdf", with_content("BT /F1 1e30 Tf 60 700 Td (Large) Tj ET " + page_content()), []
    yield "tiny-font.pdf", with_content("BT /F1 0 Tf 60 700 Td (None) Tj ET " + page_content()), []
    yield "launch.pdf", simple_pdf(1).add(1, "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /Launch /F (/bin/sh) >> >>"
                                          ).bytes(), []
    yield "title.pdf", simple_pdf(1).add(6, b"<< /Title (A title\x1b[2J of\x00 it) /Author (\xff\xfe) /CreationDate (D:99) >>"
                                         ).bytes("/Info 6 0 R"), []


# Files that are not what their names say

OLE = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + b"\0" * 504


def mislabelled():
    png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0" * 40
    yield "picture.txt", png, []
    yield "picture.pdf", png, []
    yield "picture.jpg.html", b"\xff\xd8\xff\xe0\0\x10JFIF" + b"\0" * 40, []
    yield "page.pdf", samples.HTML, []
    yield "page.docx", samples.HTML, []
    yield "page.txt", samples.HTML, []
    yield "page.xml", samples.HTML, []
    yield "text.pdf", samples.TEXT, []
    yield "text.docx", samples.TEXT, []
    yield "text.html", samples.TEXT, []
    yield "text.json", samples.TEXT, []
    yield "text.eml", samples.TEXT, []
    yield "text.xml", samples.TEXT, []
    yield "pdf.txt", samples.PDF, []
    yield "pdf.html", b"\n" + samples.PDF, []
    yield "word.txt", samples.WORD, []
    yield "word.pdf", samples.WORD, []
    yield "odt.html", samples.ODT, []
    yield "tei.html", samples.TEI, []
    yield "mail.txt", samples.MAIL, []
    yield "stream.txt", samples.JSON_LINES, []
    yield "table.txt", samples.CSV, []
    yield "gzip.txt", b"\x1f\x8b\x08\0\0\0\0\0\0\x03" + zlib.compress(samples.TEXT), []
    yield "program.md", b"\x7fELF\x02\x01\x01" + b"\0" * 200, []
    yield "old-word.doc", OLE, []
    yield "old-word.txt", OLE, []
    yield "rich.rtf", b"{\\rtf1\\ansi Talks on the river}", []
    yield "book.epub", pack([("mimetype", b"application/epub+zip"), ("a.html", samples.HTML)]), []
    yield "sheet.xlsx", pack([("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", b"<w/>")]), []
    yield "sheet.ods", pack([("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", b"<c/>")]), []
    yield "base.sqlite", b"SQLite format 3\0" + b"\0" * 84, []
    yield "drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><text>Talks</text></svg>", []
    yield "tape.tar", b"a.txt" + b"\0" * 252 + b"ustar\x0000" + b"\0" * 247, []
    yield "noise.bin", bytes((i * i * 31 + i // 7) & 0xFF for i in range(5000)), []


# What is no file, or not the same file for long

def fifo(path):
    os.mkfifo(path)


def silent_fifo(path):
    """Someone holds the pipe open and never says anything."""
    os.mkfifo(path)
    held = os.open(path, os.O_RDWR)
    return lambda: os.close(held)


def filled_fifo(path):
    os.mkfifo(path)
    held = os.open(path, os.O_RDWR)
    os.write(held, samples.TEXT)
    return lambda: os.close(held)


def socket_file(path):
    server = socket.socket(socket.AF_UNIX)
    server.bind(os.path.basename(path)) if os.chdir(os.path.dirname(path)) is None else None
    return server.close


def link_to(target):
    return lambda path: os.symlink(target, path)


def folder_loop(path):
    os.makedirs(path + "/a")
    os.symlink("../../" + os.path.basename(path), path + "/a/loop")
    with open(path + "/a/b.txt", "wb") as file:
        file.write(samples.TEXT)


def deep_folders(path):
    """Deeper than is followed; made step by step, for no path may be so long."""
    os.makedirs(path)
    at = os.open(path, os.O_RDONLY)
    for _ in range(80):
        os.mkdir("d", dir_fd=at)
        below = os.open("d", os.O_RDONLY, dir_fd=at)
        os.close(at)
        at = below
    os.close(at)


def named(name):
    def make(path):
        os.makedirs(path)
        with open(os.path.join(os.fsencode(path), name), "wb") as file:
            file.write(samples.PDF[:100])
    return make


def sparse(path):
    with open(path, "wb") as file:
        file.write(samples.TEXT)
        file.truncate(3 << 30)


def shrinking(content):
    """Becomes empty while it is read, or before, or after: whichever comes first."""
    def make(path):
        with open(path, "wb") as file:
            file.write(content * (8_000_000 // len(content)))
        timer = threading.Timer(0.12, os.truncate, (path, 10))
        timer.start()
        return timer.cancel
    return make


def growing(path):
    """Becomes longer as fast as it can, for as long as it is read."""
    stop = threading.Event()
    file = open(path, "wb", buffering=0)

    def grow():
        while not stop.is_set() and file.tell() < 30_000_000:
            file.write(samples.JSON_LINES * 50)
        file.close()

    thread = threading.Thread(target=grow)
    thread.start()

    def end():
        stop.set()
        thread.join()
    return end


def replaced(path):
    """Another file takes its name again and again."""
    stop = threading.Event()

    def replace():
        n = 0
        while not stop.is_set():
            with open(path + ".new", "wb") as file:
                file.write(samples.PDF if n % 2 else samples.TEXT)
            os.replace(path + ".new", path)
            n += 1

    with open(path, "wb") as file:
        file.write(samples.TEXT)
    thread = threading.Thread(target=replace)
    thread.start()

    def end():
        stop.set()
        thread.join()
    return end


def places():
    yield "pipe", fifo, []
    yield "silent-pipe", silent_fifo, ["--limit=seconds=1"]
    yield "filled-pipe", filled_fifo, ["--limit=seconds=1"]
    yield "socket", socket_file, []
    yield "zero", link_to("/dev/zero"), []
    yield "null", link_to("/dev/null"), []
    yield "random", link_to("/dev/urandom"), []
    yield "full", link_to("/dev/full"), []
    yield "self-link", link_to("self-link"), []
    yield "dangling", link_to("/nonexistent/file"), []
    yield "missing.txt", lambda path: None, []
    yield "as-folder.txt", lambda path: os.makedirs(path), []
    yield "loop", folder_loop, []
    yield "deep-folders", deep_folders, []
    yield "deep-limit", deep_folders, ["--limit=depth=3"]
    yield "newline", named(b"a\nb.pdf"), []
    yield "control-name", named(b"a\x1b[2Jb.pdf"), []
    yield "bad-name", named(b"a\xffb.pdf"), []
    yield "sparse.txt", sparse, []
    yield "kernel", link_to("/proc/version"), []
    yield "shrinking.txt", shrinking(samples.TEXT), []
    yield "shrinking.jsonl", shrinking(samples.JSON_LINES), []
    yield "shrinking.pdf", shrinking(samples.PDF), []
    yield "growing.jsonl", growing, ["--limit=seconds=2"]
    yield "replaced.pdf", replaced, []


def all_cases():
    for group in (truncated, zips, markup, streams, pdfs, mislabelled, places):
        for name, make, options in group():
            yield name, make, options
