package org.redress.complaint;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Moments and lists as the driver takes and gives them. */
final class Db {

    private Db() {
    }

    static @Nullable OffsetDateTime at(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    /** Of a column that is never null. */
    static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant optionalMoment(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        Array value = row.getArray(column);
        return value == null ? List.of() : List.of((String[]) value.getArray());
    }

    static @Nullable Long optionalLong(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    /** What a column of the case takes for a value of the model. */
    static @Nullable Object value(@Nullable Object value) {
        return value instanceof Instant moment ? at(moment) : value;
    }
}
