package com.spotitearly.acitrack.database;

import com.spotitearly.acitrack.json.RawJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;

/** How columns become values and values parameters, the same in every repository. */
public final class Columns {

    /** The JDBC type of {@code timestamptz}, needed where a parameter may be null. */
    public static final int TIMESTAMPTZ = Types.TIMESTAMP_WITH_TIMEZONE;

    private Columns() {}

    public static OffsetDateTime time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class);
    }

    public static RawJson json(ResultSet row, String column) throws SQLException {
        return RawJson.ofNullable(row.getString(column));
    }

    public static String text(RawJson json) {
        return json == null ? null : json.text();
    }

    /** Reads what {@code RETURNING mode, created_at, updated_at} answers. */
    public static Stored stored(ResultSet row, int index) throws SQLException {
        return new Stored(row.getString("mode"), time(row, "created_at"), time(row, "updated_at"));
    }
}
