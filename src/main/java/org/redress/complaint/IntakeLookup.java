package org.redress.complaint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.redress.complaint.ComplaintIntake.Captured;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what a complaint refers to, in one statement, and only where it refers to something. */
@Component
class IntakeLookup {

    private final JdbcClient jdbc;
    private final Categories categories;

    IntakeLookup(JdbcClient jdbc, Categories categories) {
        this.jdbc = jdbc;
        this.categories = categories;
    }

    /**
     * @param captured the case that the same source and key have become already
     * @param category null when unknown or no leaf
     */
    record Known(@Nullable Captured captured, @Nullable Category category, @Nullable Long repeatOf) {
    }

    Known find(CaptureComplaint complaint) {
        Category category = Optional.ofNullable(complaint.category()).flatMap(categories::find).filter(Category::leaf).orElse(null);
        if (complaint.sourceKey() == null && complaint.repeatOf() == null) {
            return new Known(null, category, null);
        }
        return jdbc.sql("""
                select k.id as known, k.number, r.id as repeated from (select 1) one
                left join complaint k on k.source = :source and k.source_key = :key
                left join complaint r on r.number = :repeatOf""")
                .param("source", complaint.source()).param("key", complaint.sourceKey()).param("repeatOf", complaint.repeatOf())
                .query((row, index) -> known(row, category)).single();
    }

    private static Known known(ResultSet row, @Nullable Category category) throws SQLException {
        Long id = Db.optionalLong(row, "known");
        Captured captured = id == null ? null : new Captured(id, row.getString("number"), true);
        return new Known(captured, category, Db.optionalLong(row, "repeated"));
    }
}
