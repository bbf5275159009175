package org.redress.briefing.web;

import java.util.List;
import java.util.Locale;

/** Draws lines, marks and words of a chart. Series differ in shape and pattern as well as in colour. */
final class SvgPen {

    private static final List<String> COLOURS = List.of("#0b5e87", "#9a3f00", "#1c6b3c", "#6b3fa0", "#52606d", "#b3261e");
    private static final List<String> DASHES = List.of("", "6 3", "2 3", "8 3 2 3", "1 2", "10 4");
    private static final String INK = "#1b2733";

    private final PaperFont font;
    private final StringBuilder drawn = new StringBuilder();

    SvgPen(PaperFont font) {
        this.font = font;
    }

    /** @param anchor -1: begins at x, 0: around x, 1: ends at x */
    void text(double x, double y, double size, int anchor, String text) {
        double width = font.width(text, size);
        double from = anchor < 0 ? x : anchor == 0 ? x - width / 2 : x - width;
        put("<path fill='%s' d='%s'/>", INK, font.outlines(text, from, y, size));
    }

    double width(String text, double size) {
        return font.width(text, size);
    }

    /** As much of a text as fits. */
    String fit(String text, double size, double room) {
        if (font.width(text, size) <= room) {
            return text;
        }
        StringBuilder cut = new StringBuilder(text);
        while (cut.length() > 1 && font.width(cut + "…", size) > room) {
            cut.setLength(cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut + "…";
    }

    void line(double x1, double y1, double x2, double y2, String colour, String dash) {
        put("<path fill='none' stroke='%s' stroke-dasharray='%s' d='M%s %s L%s %s'/>", colour, dash.isEmpty() ? "none" : dash, of(x1), of(y1),
                of(x2), of(y2));
    }

    void seriesLine(double x1, double y1, double x2, double y2, int series) {
        line(x1, y1, x2, y2, COLOURS.get(series), DASHES.get(series));
    }

    /** A bar with stripes. */
    void bar(double x, double y, double width, double height) {
        put("<rect x='%s' y='%s' width='%s' height='%s' fill='#cfe2ee' stroke='%s'/>", of(x), of(y), of(Math.max(width, 0.5)), of(height),
                COLOURS.get(0));
        for (double at = x + 6; at < x + width; at += 6) {
            line(at, y, at, y + height, COLOURS.get(0), "");
        }
    }

    void mark(double x, double y, int series) {
        String d = switch (series) {
            case 0 -> "M%1$s %2$s m-4 0 a4 4 0 1 0 8 0 a4 4 0 1 0 -8 0 Z";
            case 1 -> "M%1$s %2$s m-4 -4 h8 v8 h-8 Z";
            case 2 -> "M%1$s %2$s m0 -5 l5 9 h-10 Z";
            case 3 -> "M%1$s %2$s m0 -5 l5 5 l-5 5 l-5 -5 Z";
            case 4 -> "M%1$s %2$s m0 5 l5 -9 h-10 Z";
            default -> "M%1$s %2$s m-4 -1 h3 v-3 h2 v3 h3 v2 h-3 v3 h-2 v-3 h-3 Z";
        };
        put("<path fill='%s' stroke='#fff' stroke-width='0.6' d='%s'/>", COLOURS.get(series), d.formatted(of(x), of(y)));
    }

    String svg(double width, double height) {
        return "<svg xmlns='http://www.w3.org/2000/svg' width='%1$s' height='%2$s' viewBox='0 0 %1$s %2$s'>%3$s</svg>"
                .formatted(Math.round(width), Math.round(height), drawn);
    }

    private void put(String form, Object... values) {
        drawn.append(form.formatted(values));
    }

    private static String of(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
