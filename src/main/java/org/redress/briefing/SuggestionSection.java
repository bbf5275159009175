package org.redress.briefing;

import static org.redress.briefing.Sentences.day;
import static org.redress.briefing.Sentences.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.ZoneId;
import java.util.List;

import org.redress.briefing.BriefingContent.Row;
import org.redress.briefing.BriefingContent.Section;
import org.redress.briefing.BriefingContent.Table;
import org.redress.deadline.Calendars;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What customers suggested (客户建议), in their own words; without their names, because a briefing goes to many. */
@Component
@Order(7)
class SuggestionSection implements SectionWriter {

    private static final int MOST = 30;
    private static final String OF_THE_PERIOD = """
             from evaluation where asked_at >= :from and asked_at < :to and btrim(suggestion) <> ''
               and (cast(:business as varchar) is null or business = :business)
            """;

    private final JdbcClient jdbc;
    private final Calendars calendars;
    private final Sentences words;

    SuggestionSection(JdbcClient jdbc, Calendars calendars, Sentences words) {
        this.jdbc = jdbc;
        this.calendars = calendars;
        this.words = words;
    }

    @Override
    public Section write(Scope scope) {
        ZoneId zone = calendars.current().zone();
        long all = of(scope, "select count(*)" + OF_THE_PERIOD, zone).query(Long.class).single();
        List<Row> rows = of(scope, "select btrim(suggestion) as said, business, team, asked_at" + OF_THE_PERIOD + " order by asked_at desc, id desc limit "
                + MOST, zone).query((row, n) -> row(row, zone)).list();
        List<Table> tables = rows.isEmpty() ? List.of() : List.of(new Table("suggestions", words.say("briefing.caption.suggestions"), List.of(
                words.column("suggestion", Unit.TEXT), words.column("business", Unit.TEXT), words.column("team", Unit.TEXT), words.column("askedOn", Unit.DAY)),
                rows, null));
        return new Section("suggestions", words.say("briefing.section.suggestions"), List.of(all == 0 ? words.say("briefing.finding.noSuggestions")
                : words.say(all > MOST ? "briefing.finding.moreSuggestions" : "briefing.finding.suggestions", all, MOST)), tables, "");
    }

    private Row row(ResultSet row, ZoneId zone) throws SQLException {
        return new Row(List.of(text(Sentences.unnamed(row.getString("said"))), text(words.business(row.getString("business"))),
                row.getString("team") == null ? BriefingContent.Cell.NONE : text(words.team(row.getString("team"))),
                day(row.getTimestamp("asked_at").toInstant().atZone(zone).toLocalDate())), false);
    }

    private JdbcClient.StatementSpec of(Scope scope, String sql, ZoneId zone) {
        return jdbc.sql(sql).param("from", Timestamp.from(scope.from().atStartOfDay(zone).toInstant()))
                .param("to", Timestamp.from(scope.to().atStartOfDay(zone).toInstant()))
                .param("business", scope.business() == null ? null : scope.business().name());
    }
}
