package org.redress.briefing.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.apache.fontbox.cmap.CMap;
import org.apache.fontbox.cmap.CMapParser;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * Makes what stands on paper be found by what people type. The PDF maker notes for each drawn letter the first code point that the font draws so,
 * which for many Chinese letters is an old radical; here each gets the usual one.
 */
final class SearchableText {

    private static final int CODES = 0x10000;
    private static final int LINES = 100;
    private static final String HEAD = """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange
            """;
    private static final String FOOT = """
            endcmap
            CMapName currentdict /CMap defineresource pop
            end
            end
            """;

    private final PaperFont font;

    SearchableText(PaperFont font) {
        this.font = font;
    }

    void write(byte[] paper, OutputStream out) throws IOException {
        try (PDDocument document = Loader.loadPDF(paper)) {
            Set<COSBase> seen = new HashSet<>();
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    COSBase drawn = page.getResources().getFont(name).getCOSObject().getDictionaryObject(COSName.TO_UNICODE);
                    if (drawn instanceof COSStream stream && seen.add(stream)) {
                        rewrite(stream);
                    }
                }
            }
            document.save(out);
        }
    }

    private void rewrite(COSStream stream) throws IOException {
        CMap known;
        try (var in = new RandomAccessReadBuffer(stream.createInputStream())) {
            known = new CMapParser().parse(in);
        }
        List<String> lines = new ArrayList<>();
        for (int code = 0; code < CODES; code++) {
            String text = known.toUnicode(code, 2);
            if (text != null) {
                lines.add("<%04X> <%s>".formatted(code, hex(text)));
            }
        }
        StringBuilder map = new StringBuilder(HEAD);
        for (int from = 0; from < lines.size(); from += LINES) {
            List<String> some = lines.subList(from, Math.min(from + LINES, lines.size()));
            map.append(some.size()).append(" beginbfchar\n").append(String.join("\n", some)).append("\nendbfchar\n");
        }
        try (OutputStream data = stream.createOutputStream(COSName.FLATE_DECODE)) {
            data.write(map.append(FOOT).toString().getBytes(StandardCharsets.US_ASCII));
        }
    }

    private String hex(String text) {
        StringBuilder hex = new StringBuilder();
        StringBuilder typed = new StringBuilder();
        text.codePoints().forEach(letter -> typed.appendCodePoint(font.typed(letter)));
        typed.chars().forEach(unit -> hex.append("%04X".formatted(unit)));
        return hex.toString();
    }
}
