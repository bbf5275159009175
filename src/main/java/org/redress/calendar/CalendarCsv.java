package org.redress.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import org.jspecify.annotations.Nullable;
import org.redress.calendar.CalendarImport.Refused;
import org.redress.complaint.CategoryClass;
import org.redress.deadline.CompanyCalendar;
import org.redress.deadline.DayKind;
import org.redress.deadline.DeadlineException;
import org.redress.deadline.Region;
import org.redress.deadline.Slot;
import org.redress.deadline.SpecialDay;
import org.redress.deadline.Suspension;
import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;
import org.redress.shared.importer.CsvText;
import org.redress.shared.importer.FormulaGuard;

/**
 * Special days and suspensions as CSV. A day is {@code date,kind,name_zh,name_en} and may have own {@code hours} and a
 * {@code region}; a suspension has {@code kind} SUSPENSION, begins at {@code date}, ends at {@code until} (local date and time), and may name
 * an {@code area} and a {@code case_kind}.
 */
final class CalendarCsv {

    static final String SUSPENSION = "SUSPENSION";
    private static final List<String> COLUMNS = List.of("date", "kind", "name_zh", "name_en", "hours", "region", "until", "area", "case_kind");
    private static final List<String> NEEDED = COLUMNS.subList(0, 4);

    private CalendarCsv() {
    }

    static byte[] write(CompanyCalendar calendar) {
        StringWriter text = new StringWriter().append('\uFEFF');
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(COLUMNS);
            calendar.days().forEach(day -> csv.writeRecord(guarded(day, "")));
            for (Region region : calendar.regions()) {
                region.days().forEach(day -> csv.writeRecord(guarded(day, region.code())));
            }
            for (Suspension one : calendar.suspensions()) {
                csv.writeRecord(guard(List.of(local(one.from(), calendar.zone()), SUSPENSION, one.nameZh(), one.nameEn(), "", "",
                        local(one.to(), calendar.zone()), text(one.area()), text(one.kind()))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @throws Problem 422 for a file that cannot be read as a whole */
    static List<FileEntry> read(byte[] content, ZoneId zone, List<Refused> refused) {
        List<CsvRecord> records = records(CsvText.decode(content, StandardCharsets.UTF_8));
        if (records.isEmpty()) {
            throw Problem.invalid("file", "calendar.file.empty");
        }
        Map<String, Integer> header = new HashMap<>();
        List<String> names = records.get(0).getFields();
        for (int i = 0; i < names.size(); i++) {
            header.put(names.get(i).strip(), i);
        }
        if (!header.keySet().containsAll(NEEDED)) {
            throw Problem.invalid("file", "calendar.file.columns", String.join(", ", NEEDED));
        }
        List<FileEntry> entries = new ArrayList<>();
        for (CsvRecord row : records.subList(1, records.size())) {
            int line = (int) row.getStartingLineNumber();
            try {
                entries.add(entry(line, new Cells(header, row.getFields()), zone));
            } catch (DeadlineException e) {
                refused.add(new Refused(line, FieldProblem.of("", e.code(), e.args()), String.join(",", row.getFields())));
            } catch (DateTimeException | IllegalArgumentException e) {
                refused.add(new Refused(line, FieldProblem.of("", "calendar.file.row"), String.join(",", row.getFields())));
            }
        }
        return entries;
    }

    private static FileEntry entry(int line, Cells cells, ZoneId zone) {
        if (SUSPENSION.equals(cells.text("kind"))) {
            return FileEntry.of(line, new Suspension(moment(cells.text("date"), zone), moment(cells.text("until"), zone),
                    cells.optional("area"), knownKind(cells.optional("case_kind")), cells.name("name_zh", "name_en"), cells.name("name_en", "name_zh")));
        }
        DayKind kind = DayKind.valueOf(cells.text("kind"));
        String hours = cells.text("hours");
        return FileEntry.of(line, cells.text("region"), new SpecialDay(LocalDate.parse(cells.text("date")), kind,
                hours.isEmpty() ? List.of() : Slot.parse(hours), cells.name("name_zh", "name_en"), cells.name("name_en", "name_zh")));
    }

    /** @throws IllegalArgumentException for a kind of case that there is not */
    static @Nullable String knownKind(@Nullable String kind) {
        return kind == null ? null : CategoryClass.valueOf(kind).name();
    }

    private static List<CsvRecord> records(String text) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().allowUnclosedQuote(false).extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE).ofCsvRecord(text)) {
            return reader.stream().toList();
        } catch (CsvParseException e) {
            throw Problem.invalid("file", "calendar.file.unreadable");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> guarded(SpecialDay day, String region) {
        return guard(List.of(day.date().toString(), day.kind().name(), day.nameZh(), day.nameEn(), CalendarStore.hours(day.slots()), region, "", "", ""));
    }

    private static List<String> guard(List<String> cells) {
        return cells.stream().map(FormulaGuard::add).toList();
    }

    private static String local(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toLocalDateTime().toString();
    }

    private static Instant moment(String local, ZoneId zone) {
        return LocalDateTime.parse(local.replace(' ', 'T')).atZone(zone).toInstant();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private record Cells(Map<String, Integer> header, List<String> fields) {

        String text(String column) {
            Integer at = header.get(column);
            return at == null || at >= fields.size() ? "" : FormulaGuard.remove(fields.get(at)).strip();
        }

        @Nullable String optional(String column) {
            String text = text(column);
            return text.isEmpty() ? null : text;
        }

        /** A day named in one language only is called the same in the other. */
        String name(String column, String other) {
            String name = text(column).isEmpty() ? text(other) : text(column);
            if (name.isEmpty() || name.length() > 200) {
                throw new IllegalArgumentException(column);
            }
            return name;
        }
    }
}
