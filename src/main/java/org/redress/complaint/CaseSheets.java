package org.redress.complaint;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.redress.deadline.Severity;
import org.redress.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Reads the sheet of a case for one of its steps, in one statement. */
@Service
public class CaseSheets {

    private final JdbcClient jdbc;

    CaseSheets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param taskKey the step whose earlier answers are wanted
     * @throws Problem 404 when there is no such case
     */
    public CaseSheet of(long caseId, String taskKey) {
        return jdbc.sql("""
                select c.*, (select a.answers from case_answer a
                              where a.complaint_id = c.id and a.task_key = :task order by a.id desc limit 1) as last_answers
                  from complaint c where c.id = :id""")
                .param("id", caseId)
                .param("task", taskKey)
                .query((row, n) -> sheet(row))
                .optional()
                .orElseThrow(() -> Problem.notFound("complaint.problem.unknown", caseId));
    }

    private static CaseSheet sheet(ResultSet row) throws SQLException {
        return new CaseSheet(row.getString("number"), Severity.valueOf(row.getString("severity")), row.getString("severity_reason_en"),
                row.getString("severity_reason_zh"), Channel.valueOf(row.getString("channel")),
                row.getTimestamp("received_at").toInstant(), row.getString("complainant"), row.getString("phone"),
                row.getString("category"), row.getString("team"), row.getString("summary"), row.getString("words"),
                row.getString("remedy_sought"), row.getString("contact_way"), row.getString("outside_number"),
                row.getString("customer_statement"), row.getString("employee_statement"), row.getString("finding"),
                row.getString("basis_for_resolution"), texts(row.getArray("remedies")), row.getString("decision_reason"),
                row.getInt("reopen_count"), row.getObject("call_id", Long.class), row.getString("last_answers"));
    }

    private static Set<String> texts(Array array) throws SQLException {
        return new LinkedHashSet<>(List.of((String[]) array.getArray()));
    }
}
