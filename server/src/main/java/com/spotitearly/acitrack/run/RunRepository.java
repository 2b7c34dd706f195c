package com.spotitearly.acitrack.run;

import com.spotitearly.acitrack.database.Columns;
import com.spotitearly.acitrack.database.Stored;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code runs}. */
@Repository
public class RunRepository {

    private final JdbcClient jdbc;

    RunRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Run> find(String runId) {
        return jdbc.sql("""
                        SELECT run_id, mode, started_at, window_start, window_end,
                               counts_json, config_json, artifacts_json, details_json, created_at, updated_at
                          FROM runs
                         WHERE run_id = :run_id
                        """).param("run_id", runId).query(RunRepository::run).optional();
    }

    /** The newest run of a mode, by {@code started_at}, else {@code window_end}, else {@code created_at}. */
    public Optional<Run> findLatest(String mode) {
        return jdbc.sql("""
                        SELECT run_id, mode, started_at, window_start, window_end,
                               counts_json, config_json, artifacts_json, details_json, created_at, updated_at
                          FROM runs
                         WHERE mode = :mode
                         ORDER BY COALESCE(started_at, window_end, created_at) DESC, run_id DESC
                         LIMIT 1
                        """).param("mode", mode).query(RunRepository::run).optional();
    }

    /** Stores the run, in the place of the one with its run_id. */
    public Stored upsert(NewRun run) {
        return jdbc.sql("""
                        INSERT INTO runs (run_id, mode, started_at, window_start, window_end,
                                          counts_json, config_json, artifacts_json, details_json)
                        VALUES (:run_id, :mode, :started_at, :window_start, :window_end,
                                CAST(:counts AS jsonb), CAST(:config AS jsonb), CAST(:artifacts AS jsonb),
                                CAST(:details AS jsonb))
                        ON CONFLICT (run_id) DO UPDATE
                           SET mode = EXCLUDED.mode,
                               started_at = EXCLUDED.started_at,
                               window_start = EXCLUDED.window_start,
                               window_end = EXCLUDED.window_end,
                               counts_json = EXCLUDED.counts_json,
                               config_json = EXCLUDED.config_json,
                               artifacts_json = EXCLUDED.artifacts_json,
                               details_json = EXCLUDED.details_json,
                               updated_at = now()
                        RETURNING mode, created_at, updated_at
                        """)
                .param("run_id", run.runId())
                .param("mode", run.mode())
                .param("started_at", run.startedAt(), Columns.TIMESTAMPTZ)
                .param("window_start", run.windowStart(), Columns.TIMESTAMPTZ)
                .param("window_end", run.windowEnd(), Columns.TIMESTAMPTZ)
                .param("counts", Columns.text(run.counts()))
                .param("config", Columns.text(run.config()))
                .param("artifacts", Columns.text(run.artifacts()))
                .param("details", Columns.text(run.details()))
                .query(Columns::stored)
                .single();
    }

    private static Run run(ResultSet row, int index) throws SQLException {
        return new Run(
                row.getString("run_id"),
                row.getString("mode"),
                Columns.time(row, "started_at"),
                Columns.time(row, "window_start"),
                Columns.time(row, "window_end"),
                Columns.json(row, "counts_json"),
                Columns.json(row, "config_json"),
                Columns.json(row, "artifacts_json"),
                Columns.json(row, "details_json"),
                Columns.time(row, "created_at"),
                Columns.time(row, "updated_at"));
    }
}
