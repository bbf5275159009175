package org.redress.complaint;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.redress.customer.Customer;
import org.redress.customer.CustomerData;
import org.redress.customer.Segment;
import org.redress.deadline.Calendars;
import org.redress.deadline.Severity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Writes a captured complaint and gives it its number: RD, the year at the company, and six digits. */
@Component
class NewCases {

    private final JdbcClient jdbc;
    private final Calendars calendars;

    NewCases(JdbcClient jdbc, Calendars calendars) {
        this.jdbc = jdbc;
        this.calendars = calendars;
    }

    /** How to reach who complained: as said on this contact, else as the file has it. */
    record Contact(@Nullable String phone, @Nullable String email, @Nullable String language) {

        static Contact of(@Nullable CustomerData said, @Nullable Customer file) {
            return new Contact(told(said, CustomerData::phone, file, Customer::phone), told(said, CustomerData::email, file, Customer::email),
                    told(said, CustomerData::language, file, Customer::language));
        }
    }

    /** @param severity stands until the rules have spoken */
    CaseFacts insert(CaptureComplaint complaint, IntakeLookup.Known known, @Nullable Customer customer, Severity severity, String by,
            Instant now) {
        CustomerData said = complaint.customer();
        String name = told(said, CustomerData::name, customer, Customer::name);
        Contact contact = Contact.of(said, customer);
        String phone = contact.phone();
        String account = told(said, CustomerData::account, customer, Customer::account);
        String area = told(said, CustomerData::area, customer, Customer::area);
        String address = told(said, CustomerData::address, customer, Customer::address);
        Segment segment = segment(said, customer);
        String place = address != null ? address : area;
        Instant received = complaint.receivedAt() == null ? now : complaint.receivedAt();
        String categoryClass = known.category() == null ? null : known.category().categoryClass().name();
        String summary = complaint.summary() == null ? "" : complaint.summary().strip();

        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("state", CaseState.CAPTURED.name());
        row.put("severity", severity.name());
        row.put("severity_by", complaint.severity() == null ? null : by);
        row.put("severity_why", complaint.severityReason());
        row.put("channel", complaint.channel().name());
        row.put("received_at", received);
        row.put("captured_at", now);
        row.put("captured_by", by);
        row.put("outside_number", complaint.outsideNumber());
        row.put("outside_due_at", complaint.outsideDueAt());
        row.put("source", complaint.source());
        row.put("source_key", complaint.sourceKey());
        row.put("call_id", complaint.callId());
        row.put("service_job", complaint.serviceJob());
        row.put("business", complaint.business() == null ? null : complaint.business().name());
        row.put("customer_id", customer == null ? null : customer.id());
        row.put("complainant", name);
        row.put("phone", phone);
        row.put("email", contact.email());
        row.put("language", contact.language());
        row.put("account", account);
        row.put("segment", segment.name());
        row.put("contact_way", complaint.contactWay());
        row.put("anonymous", complaint.anonymous());
        row.put("confidential", complaint.confidential());
        row.put("area", area);
        row.put("place", place);
        row.put("category", complaint.category());
        row.put("summary", summary);
        row.put("words", complaint.words());
        row.put("remedy_sought", complaint.remedySought());
        row.put("safety", complaint.safety());
        row.put("media", complaint.media());
        row.put("group_size", complaint.groupSize());
        row.put("repeat_of", known.repeatOf());

        String[] words = SearchWords.stored(Arrays.asList(summary, complaint.words(), name, account, complaint.outsideNumber()), phone);
        String columns = String.join(", ", row.keySet());
        String values = row.keySet().stream().map(column -> ":" + column).collect(Collectors.joining(", "));
        StatementSpec statement = jdbc.sql("""
                with next as (select n, lpad(n, greatest(6, length(n)), '0') as padded from (select nextval('case_number')::text as n) s)
                insert into complaint (number, search, %s)
                select 'RD-' || :year || '-' || padded,
                    array_to_tsvector(cast(:tokens as text[]) || array['rd-' || :year || '-' || padded, padded, n]), %s
                from next returning id, number""".formatted(columns, values))
                .param("year", String.valueOf(ZonedDateTime.ofInstant(now, calendars.current().zone()).getYear())).param("tokens", words);
        row.forEach((column, value) -> statement.param(column, Db.value(value)));
        return statement.query((result, index) -> new CaseFacts(result.getLong("id"), result.getString("number"), complaint.channel(),
                received, now, by, complaint.outsideDueAt(), name, segment, place, area, categoryClass, summary, complaint.safety(), complaint.media(),
                known.repeatOf() != null)).single();
    }

    static Segment segment(@Nullable CustomerData said, @Nullable Customer file) {
        if (said != null && said.segment() != null) {
            return said.segment();
        }
        return file == null ? Segment.ORDINARY : file.segment();
    }

    /** The case keeps what was said on this contact; the file speaks where nothing was said. */
    static @Nullable String told(@Nullable CustomerData said, Function<CustomerData, @Nullable String> word, @Nullable Customer file,
            Function<Customer, @Nullable String> known) {
        String text = said == null ? null : word.apply(said);
        if (text != null && !text.isBlank()) {
            return text.strip();
        }
        return file == null ? null : known.apply(file);
    }
}
