package org.redress.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** Everything measured in this run, as one table: in {@code target/bench/report.md} after each line, on the console at the end. */
public final class Report {

    /** Where all measured things are written. */
    static final Path FOLDER = Path.of("target", "bench");

    private static final List<Line> LINES = new ArrayList<>();

    private Report() {
    }

    /** A figure that explains others and has no goal of its own. */
    public static void line(String what, String figure) {
        add(new Line(what, figure, "", ""));
    }

    /** @param unit as it stands behind each number; empty for a plain ratio */
    public static void atMost(String what, double measured, double goal, double moonshot, String unit) {
        add(new Line(what, number(measured) + unit, "≤ " + number(goal) + unit + moonshot("≤ ", goal, moonshot, unit),
                verdict(measured <= goal, measured <= moonshot && moonshot < goal)));
    }

    public static void atLeast(String what, double measured, double goal, double moonshot, String unit) {
        add(new Line(what, number(measured) + unit, "≥ " + number(goal) + unit + moonshot("≥ ", goal, moonshot, unit),
                verdict(measured >= goal, measured >= moonshot && moonshot > goal)));
    }

    static String number(double value) {
        String digits = Math.abs(value) >= 1_000 ? "%.0f" : Math.abs(value) >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, digits, value).replaceFirst("\\.0+$", "");
    }

    private static String moonshot(String sign, double goal, double moonshot, String unit) {
        return goal == moonshot ? "" : " (" + sign + number(moonshot) + unit + ")";
    }

    private static String verdict(boolean met, boolean moonshot) {
        return moonshot ? "moonshot" : met ? "met" : "MISSED";
    }

    private static synchronized void add(Line line) {
        LINES.add(line);
        write("report.md", table());
    }

    static void write(String file, String text) {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String table() {
        var text = new StringBuilder("| what | measured | goal (moonshot) | |\n| --- | ---: | --- | --- |\n");
        LINES.forEach(line -> text.append("| ").append(line.what()).append(" | ").append(line.figure()).append(" | ").append(line.goal())
                .append(" | ").append(line.verdict()).append(" |\n"));
        var machine = ManagementFactory.getOperatingSystemMXBean();
        return text.append(String.format(Locale.ROOT, "%n%d cores, load %.1f at the end, Java %s, %s %s%n", machine.getAvailableProcessors(),
                machine.getSystemLoadAverage(), System.getProperty("java.version"), machine.getName(), machine.getArch())).toString();
    }

    private record Line(String what, String figure, String goal, String verdict) {
    }

    /** Prints once, when the last class of the run is through. */
    static final class Printing implements BeforeAllCallback {

        @Override
        public void beforeAll(ExtensionContext context) {
            context.getRoot().getStore(Namespace.create(Report.class)).getOrComputeIfAbsent(AtTheEnd.class);
        }
    }

    static final class AtTheEnd implements Store.CloseableResource {

        @Override
        public void close() {
            System.out.println("\n" + table());
        }
    }
}
