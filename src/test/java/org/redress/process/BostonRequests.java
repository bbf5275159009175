package org.redress.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.redress.MovableClock;
import org.redress.callback.ServiceJob;
import org.redress.organisation.Organisation;
import org.redress.shared.Bilingual;
import org.redress.shared.Business;
import org.redress.shared.importer.SharedData;

/** Requests of the city of Boston that were closed in 2024, as service jobs of one month. */
final class BostonRequests {

    private static final Map<String, Business> KINDS = Map.ofEntries(Map.entry("Highway Maintenance", Business.REPAIR), Map.entry("Signs & Signals", Business.REPAIR),
            Map.entry("Street Lights", Business.REPAIR), Map.entry("Trees", Business.REPAIR), Map.entry("Park Maintenance & Safety", Business.REPAIR),
            Map.entry("Needle Program", Business.EMERGENCY_REPAIR), Map.entry("Animal Issues", Business.EMERGENCY_REPAIR),
            Map.entry("Environmental Services", Business.EMERGENCY_REPAIR), Map.entry("Enforcement & Abandoned Vehicles", Business.SAFETY_CHECK),
            Map.entry("Code Enforcement", Business.SAFETY_CHECK), Map.entry("Housing", Business.SAFETY_CHECK), Map.entry("Building", Business.SAFETY_CHECK),
            Map.entry("Street Cleaning", Business.COUNTER_SERVICE), Map.entry("Sanitation", Business.METER_READING), Map.entry("Recycling", Business.METER_READING),
            Map.entry("Graffiti", Business.ALTERATION));
    /** Requests that employees of the city raised: there is no customer to call. */
    private static final List<String> NOBODY_TO_CALL = List.of("City Worker App", "Employee Generated");

    private BostonRequests() {
    }

    /** Done on the day of the month and at the hour of the closing, by the team of the queue, which is made where it is missing. */
    static List<ServiceJob> jobs(LocalDate month, Organisation organisation) throws IOException {
        List<ServiceJob> jobs = new ArrayList<>();
        String file = new String(SharedData.read("boston311_requests.csv"), StandardCharsets.UTF_8);
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                if (row.getField("CLOSED_DT").startsWith("2024")) {
                    jobs.add(job(row, month, organisation));
                }
            }
        }
        return jobs;
    }

    private static ServiceJob job(NamedCsvRecord row, LocalDate month, Organisation organisation) {
        String closed = row.getField("CLOSED_DT");
        Instant done = month.withDayOfMonth(Integer.parseInt(closed.substring(8, 10))).atTime(LocalTime.parse(closed.substring(11))).atZone(MovableClock.ZONE).toInstant();
        String queue = row.getField("QUEUE");
        String team = queue.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        organisation.ensureTeam(team, new Bilingual(queue, queue), "boston");
        boolean nobody = NOBODY_TO_CALL.contains(row.getField("Source"));
        String id = row.getField("CASE_ENQUIRY_ID");
        // 555-01 numbers belong to nobody
        var customer = new ServiceJob.JobCustomer(id, "Resident of " + row.getField("neighborhood"), nobody ? null : "+1 617-555-01%02d".formatted(Long.parseLong(id) % 100), null);
        return new ServiceJob(id, KINDS.getOrDefault(row.getField("REASON"), Business.IGNITION), done, null, team, "ward-" + row.getField("ward").replaceAll("\\D", ""),
                customer, false);
    }
}
