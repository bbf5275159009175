package org.redress.briefing.web;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Locale;

import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The letters of printed briefings. They come with the build, so that a server without any font prints the same. Words in drawings become
 * outlines: the drawing library would otherwise ask the machine for its fonts.
 */
@Component
class PaperFont {

    static final String FAMILY = "Noto Sans SC";
    /** Stands for a letter that the font does not have (〓, what Chinese typesetters put there). */
    static final String STAND_IN = "\u3013";

    private static final int OLD_RADICALS = 0x2E80;
    private static final int LAST_RADICAL = 0x2FDF;
    private static final int COMPATIBILITY = 0xF900;
    private static final int LAST_COMPATIBILITY = 0xFAFF;

    private static final ClassPathResource FILE = new ClassPathResource("fonts/NotoSansSC_400Regular.ttf");

    private @Nullable SoftReference<TrueTypeFont> kept;

    /** @throws IllegalStateException when this build was made without the browser code */
    InputStream open() {
        if (!FILE.exists()) {
            throw new IllegalStateException("Briefings cannot be printed: the build has no " + FILE.getPath()
                    + ", which comes with the browser code (build without -Dskip.frontend=true, or run `npm run build` in src/main/frontend)");
        }
        try {
            return FILE.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException("The font of briefings cannot be read", e);
        }
    }

    /** Whether the font has this code point; not so for control characters, which paper cannot hold either. */
    boolean has(int letter) {
        return letter == '\n' || letter == '\r' || letter == '\t'
                || !Character.isISOControl(letter) && !(letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE) && glyph(letter) != 0;
    }

    /**
     * The letter that people type for what is drawn for another: the font draws 比 and the old radical ⽐ alike, and a search finds only one of
     * them.
     */
    int typed(int letter) {
        try {
            List<Integer> alike = font().getUnicodeCmapLookup().getCharCodes(glyph(letter));
            return alike == null ? letter : alike.stream().filter(Character::isIdeographic).filter(each -> each < OLD_RADICALS || each > LAST_RADICAL)
                    .filter(each -> each < COMPATIBILITY || each > LAST_COMPATIBILITY).findFirst().orElse(letter);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Width of a text at a size, in the units of the drawing. */
    double width(String text, double size) {
        try {
            double width = 0;
            for (int letter : text.codePoints().toArray()) {
                width += font().getAdvanceWidth(drawn(letter));
            }
            return width * size / font().getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The outlines of a text that begins at a point, as data of an SVG path. */
    String outlines(String text, double x, double y, double size) {
        try {
            double scale = size / font().getUnitsPerEm();
            StringBuilder data = new StringBuilder();
            double at = x;
            for (int letter : text.codePoints().toArray()) {
                int glyph = drawn(letter);
                var outline = font().getGlyph().getGlyph(glyph);
                if (outline != null && outline.getNumberOfContours() != 0) {
                    append(data, outline.getPath(), new AffineTransform(scale, 0, 0, -scale, at, y));
                }
                at += font().getAdvanceWidth(glyph) * scale;
            }
            return data.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void append(StringBuilder data, Path2D outline, AffineTransform place) {
        double[] points = new double[6];
        for (PathIterator part = outline.getPathIterator(place); !part.isDone(); part.next()) {
            switch (part.currentSegment(points)) {
                case PathIterator.SEG_MOVETO -> put(data, 'M', points, 2);
                case PathIterator.SEG_LINETO -> put(data, 'L', points, 2);
                case PathIterator.SEG_QUADTO -> put(data, 'Q', points, 4);
                case PathIterator.SEG_CUBICTO -> put(data, 'C', points, 6);
                default -> data.append('Z');
            }
        }
    }

    private static void put(StringBuilder data, char verb, double[] points, int count) {
        data.append(verb);
        for (int i = 0; i < count; i++) {
            data.append(i == 0 ? "" : " ").append(String.format(Locale.ROOT, "%.2f", points[i]));
        }
    }

    /** What is drawn for a letter: its stand-in where the font has none. */
    private int drawn(int letter) {
        return has(letter) ? glyph(letter) : glyph(STAND_IN.codePointAt(0));
    }

    private int glyph(int letter) {
        try {
            return font().getUnicodeCmapLookup().getGlyphId(letter);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized TrueTypeFont font() {
        TrueTypeFont font = kept == null ? null : kept.get();
        if (font == null) {
            try (InputStream file = open()) {
                font = new TTFParser().parse(new RandomAccessReadBuffer(file));
            } catch (IOException e) {
                throw new UncheckedIOException("The font of briefings cannot be read", e);
            }
            kept = new SoftReference<>(font);
        }
        return font;
    }
}
