package com.spotitearly.acitrack.mustread;

import com.spotitearly.acitrack.database.Columns;
import com.spotitearly.acitrack.database.Stored;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code must_reads}. */
@Repository
public class MustReadsRepository {

    private final JdbcClient jdbc;

    MustReadsRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<MustReads> find(String runId) {
        return jdbc.sql("""
                        SELECT run_id, mode, must_reads_json, details_json, created_at, updated_at
                          FROM must_reads
                         WHERE run_id = :run_id
                        """)
                .param("run_id", runId)
                .query((row, index) -> new MustReads(
                        row.getString("run_id"),
                        row.getString("mode"),
                        Columns.json(row, "must_reads_json"),
                        Columns.json(row, "details_json"),
                        Columns.time(row, "created_at"),
                        Columns.time(row, "updated_at")))
                .optional();
    }

    /**
     * Stores the must-reads, in the place of the run's earlier ones.
     *
     * @return empty, with nothing stored, when they name no mode and their run is not known
     */
    public Optional<Stored> upsert(NewMustReads mustReads) {
        return jdbc.sql("""
                        INSERT INTO must_reads (run_id, mode, must_reads_json, details_json)
                        SELECT :run_id, source.mode, CAST(:items AS jsonb), CAST(:details AS jsonb)
                          FROM (SELECT COALESCE(CAST(:mode AS text),
                                                (SELECT mode FROM runs WHERE run_id = :run_id)) AS mode) AS source
                         WHERE source.mode IS NOT NULL
                        ON CONFLICT (run_id) DO UPDATE
                           SET mode = EXCLUDED.mode,
                               must_reads_json = EXCLUDED.must_reads_json,
                               details_json = EXCLUDED.details_json,
                               updated_at = now()
                        RETURNING mode, created_at, updated_at
                        """)
                .param("run_id", mustReads.runId())
                .param("mode", mustReads.mode())
                .param("items", mustReads.items().text())
                .param("details", mustReads.details().text())
                .query(Columns::stored)
                .optional();
    }
}
