# SPDX-License-Identifier: GPL-3.0-or-later
"""Small whole files of each format, made the same on every machine."""
import hashlib
import io
import json
import zipfile

BODY = ("The ministers of the two countries met on 4 May 2021 and spoke of the river. "
        "They agreed to meet again in the autumn, and to let ships of both sides pass. ")

TEXT = ("Readout of the talks\n\n" + BODY * 3 + "\n\n" + BODY * 2 + "\n").encode()

JSON_LINES = "".join(
    json.dumps({"id": "s/%d" % i, "title": "Talks", "date": "2021-05-04", "text": BODY}) + "\n" for i in range(4)
).encode()

JSON = json.dumps([{"id": "s/%d" % i, "text": BODY} for i in range(3)], indent=1).encode()

CSV = ("id,title,date,text\n" + "".join('s/%d,"Talks, held",2021-05-04,"%s"\n' % (i, BODY) for i in range(4))).encode()

HTML = ("<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Talks</title>"
        "<meta property='article:published_time' content='2021-05-04'></head><body><nav><a href=/>Home</a></nav>"
        "<h1>Talks</h1><article>" + "<p>" + BODY + "</p>" + "<p>" + BODY * 2 + "</p></article>"
        "<footer>All rights reserved</footer></body></html>").encode()

TEI = ("<?xml version='1.0' encoding='UTF-8'?>\n<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><fileDesc><titleStmt>"
       "<title>Papers</title></titleStmt></fileDesc></teiHeader><text><body>"
       + "".join("<div type='document' xml:id='d%d'><head>%d. Telegram</head><p>%s</p><note>A note.</note></div>"
                 % (i, i, BODY) for i in range(1, 4))
       + "</body></text></TEI>\n").encode()

MARKDOWN = ("---\ntitle: Talks\ndate: 2021-05-04\n---\n\n# Talks\n\n" + BODY + "\n\n- *One.*\n- Two.\n\n" + BODY).encode()

MAIL = ("From: Press office <press@example.org>\r\nSubject: Talks\r\nDate: Tue, 4 May 2021 10:00:00 +0200\r\n"
        "MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=xx\r\n\r\n--xx\r\n"
        "Content-Type: text/plain; charset=utf-8\r\n\r\n" + BODY * 2 + "\r\n--xx\r\nContent-Type: text/html\r\n\r\n<p>"
        + BODY + "</p>\r\n--xx--\r\n").encode()


def pack(members, method=zipfile.ZIP_STORED):
    """A ZIP archive of (name, bytes), with no clock and no machine in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in members:
            info = zipfile.ZipInfo(name, (2021, 5, 4, 0, 0, 0))
            info.compress_type = method
            info.external_attr = 0o644 << 16
            archive.writestr(info, content)
    return out.getvalue()


def word_text(paragraphs):
    body = "".join("<w:p><w:r><w:t>%s</w:t></w:r></w:p>" % p for p in paragraphs)
    return ("<?xml version='1.0'?><w:document xmlns:w='urn:w'><w:body>%s</w:body></w:document>" % body).encode()


def word(document):
    return pack([("[Content_Types].xml", b"<Types/>"), ("word/document.xml", document)])


def odt_text(paragraphs):
    body = "".join("<text:p>%s</text:p>" % p for p in paragraphs)
    return ("<office:document-content xmlns:office='urn:o' xmlns:text='urn:t'><office:body><office:text>%s</office:text>"
            "</office:body></office:document-content>" % body).encode()


def odt(content):
    return pack([("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", content)])


WORD = word(word_text(["Talks", BODY, BODY]))
ODT = odt(odt_text(["Talks", BODY, BODY]))
ZIP = pack([("a.txt", TEXT), ("b.html", HTML), ("c.md", MARKDOWN)])


class Pdf:
    """Writes a PDF document object by object; the first is the catalog."""

    def __init__(self):
        self.objects = {}

    def add(self, number, content):
        self.objects[number] = content if isinstance(content, bytes) else content.encode()
        return self

    def stream(self, number, data, keys="", length=None):
        data = data if isinstance(data, bytes) else data.encode()
        head = "<< /Length %s %s >>\nstream\n" % (len(data) if length is None else length, keys)
        return self.add(number, head.encode() + data + b"\nendstream")

    def bytes(self, trailer="", size=None, table=True):
        out = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
        places = {}
        for number, content in self.objects.items():
            places[number] = len(out)
            out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
        start = len(out)
        if table:
            last = max(self.objects, default=0)
            out += b"xref\n0 %d\n0000000000 65535 f \n" % (last + 1)
            for number in range(1, last + 1):
                out += b"%010d 00000 %c \n" % (places.get(number, 0), ord("n" if number in places else "f"))
            out += ("trailer\n<< /Size %s /Root 1 0 R %s >>\n" % (size or last + 1, trailer)).encode()
        out += b"startxref\n%d\n%%%%EOF\n" % start
        return bytes(out)


def show(text, x=60, y=700):
    return "BT /F1 11 Tf %d %d Td (%s) Tj ET\n" % (x, y, text)


FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
LINES = ["The ministers of the two countries met on 4 May 2021", "and spoke of the river, which both of them use.",
         "They agreed to meet again in the autumn."]


def page_content():
    return "".join(show(line, y=700 - 14 * i) for i, line in enumerate(LINES))


def simple_pdf(n_pages=2, page_keys=""):
    """Pages of a few lines each."""
    pdf = Pdf().add(1, "<< /Type /Catalog /Pages 2 0 R >>")
    pdf.add(2, "<< /Type /Pages /Count %d /Kids [%s] >>"
            % (n_pages, " ".join("%d 0 R" % (10 + 2 * i) for i in range(n_pages))))
    pdf.add(3, FONT)
    for i in range(n_pages):
        pdf.add(10 + 2 * i, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
                "/Resources << /Font << /F1 3 0 R >> >> %s >>" % (11 + 2 * i, page_keys))
        pdf.stream(11 + 2 * i, page_content())
    return pdf


PAD = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")


def rc4(key, data):
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def encrypted_pdf(password):
    """A document that a password opens (the standard handler's first revision, RC4 of 40 bits)."""
    identity = hashlib.md5(b"entente").digest()
    rights = -4
    padded = (password + PAD)[:32]
    owner = rc4(hashlib.md5(padded).digest()[:5], padded)
    key = hashlib.md5(padded + owner + (rights & 0xFFFFFFFF).to_bytes(4, "little") + identity).digest()[:5]
    user = rc4(key, PAD)

    def seal(number, data):
        own = hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[:10]
        return rc4(own, data)

    pdf = simple_pdf(1)
    pdf.stream(11, seal(11, page_content().encode()))
    pdf.add(5, b"<< /Filter /Standard /V 1 /R 2 /P %d /O <%s> /U <%s> >>"
            % (rights, owner.hex().encode(), user.hex().encode()))
    return pdf.bytes("/Encrypt 5 0 R /ID [<%s> <%s>]" % (identity.hex(), identity.hex()))


PDF = simple_pdf().bytes()

FORMATS = {
    "txt": TEXT, "jsonl": JSON_LINES, "json": JSON, "csv": CSV, "html": HTML, "xml": TEI, "md": MARKDOWN, "eml": MAIL,
    "docx": WORD, "odt": ODT, "zip": ZIP, "pdf": PDF,
}
