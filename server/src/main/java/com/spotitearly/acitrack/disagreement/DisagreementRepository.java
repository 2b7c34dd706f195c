package com.spotitearly.acitrack.disagreement;

import com.spotitearly.acitrack.database.Columns;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Table {@code tri_model_events}, filtered by how far the models are apart. */
@Repository
class DisagreementRepository {

    private final JdbcClient jdbc;

    DisagreementRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the events that pass every filter, newest first */
    List<Disagreement> find(DisagreementFilter filter) {
        return jdbc.sql("""
                        SELECT id, run_id, mode, publication_id, title, agreement_level, disagreements,
                               evaluator_rationale, claude_score, gemini_score, score_delta, final_relevancy_score,
                               created_at
                          FROM tri_model_events
                         WHERE (CAST(:run_id AS text) IS NULL OR run_id = :run_id)
                           AND (CAST(:agreement_levels AS text[]) IS NULL OR agreement_level = ANY (:agreement_levels))
                           AND (CAST(:min_delta AS numeric) IS NULL OR score_delta >= :min_delta)
                         ORDER BY created_at DESC, id DESC
                         LIMIT :limit
                        """)
                .param("run_id", filter.runId())
                .param(
                        "agreement_levels",
                        filter.agreementLevels() == null
                                ? null
                                : new SqlArrayValue(
                                        "text", filter.agreementLevels().toArray()))
                .param("min_delta", filter.minDelta())
                .param("limit", filter.limit())
                .query((row, index) -> new Disagreement(
                        row.getLong("id"),
                        row.getString("run_id"),
                        row.getString("mode"),
                        row.getString("publication_id"),
                        row.getString("title"),
                        row.getString("agreement_level"),
                        row.getString("disagreements"),
                        row.getString("evaluator_rationale"),
                        row.getBigDecimal("claude_score"),
                        row.getBigDecimal("gemini_score"),
                        row.getBigDecimal("score_delta"),
                        row.getObject("final_relevancy_score", Double.class),
                        Columns.time(row, "created_at")))
                .list();
    }
}
