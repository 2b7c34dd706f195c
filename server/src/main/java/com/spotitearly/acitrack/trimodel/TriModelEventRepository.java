package com.spotitearly.acitrack.trimodel;

import com.spotitearly.acitrack.database.Columns;
import com.spotitearly.acitrack.json.RawJson;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Table {@code tri_model_events}, event by event; disagreement has its own view of the same table. */
@Repository
public class TriModelEventRepository {

    private final JdbcClient jdbc;

    TriModelEventRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest event of a publication, or its event of one run when {@code runId} is not null. */
    public Optional<TriModelEvent> findNewest(String publicationId, String runId) {
        return jdbc.sql("""
                        SELECT id, run_id, mode, publication_id, title, agreement_level, disagreements,
                               evaluator_rationale, claude_review_json, gemini_review_json, gpt_eval_json,
                               claude_score, gemini_score, score_delta, final_relevancy_score, details_json, created_at
                          FROM tri_model_events
                         WHERE publication_id = :publication_id
                           AND (CAST(:run_id AS text) IS NULL OR run_id = :run_id)
                         ORDER BY created_at DESC, id DESC
                         LIMIT 1
                        """)
                .param("publication_id", publicationId)
                .param("run_id", runId)
                .query((row, index) -> new TriModelEvent(
                        row.getLong("id"),
                        row.getString("run_id"),
                        row.getString("mode"),
                        row.getString("publication_id"),
                        row.getString("title"),
                        row.getString("agreement_level"),
                        row.getString("disagreements"),
                        row.getString("evaluator_rationale"),
                        Columns.json(row, "claude_review_json"),
                        Columns.json(row, "gemini_review_json"),
                        Columns.json(row, "gpt_eval_json"),
                        row.getBigDecimal("claude_score"),
                        row.getBigDecimal("gemini_score"),
                        row.getBigDecimal("score_delta"),
                        row.getObject("final_relevancy_score", Double.class),
                        Columns.json(row, "details_json"),
                        Columns.time(row, "created_at")))
                .optional();
    }

    /**
     * Stores all events or none, each in the place of the one with its run and publication. An event that is stored
     * already exactly so is left alone, without a new row version.
     *
     * @param events each publication once, in the order of their publication ids: concurrent writers that lock rows in
     *     one order cannot deadlock
     * @return how many were new
     */
    public int upsert(String runId, String mode, List<NewTriModelEvent> events) {
        return jdbc.sql("""
                        WITH written AS (
                            INSERT INTO tri_model_events AS stored (
                                   run_id, mode, publication_id, title, agreement_level, disagreements,
                                   evaluator_rationale, claude_review_json, gemini_review_json, gpt_eval_json,
                                   final_relevancy_score, details_json)
                            SELECT :run_id, :mode, sent.publication_id, sent.title, sent.agreement_level,
                                   sent.disagreements, sent.evaluator_rationale,
                                   CAST(sent.claude_review AS jsonb), CAST(sent.gemini_review AS jsonb),
                                   CAST(sent.gpt_eval AS jsonb), sent.final_relevancy_score,
                                   CAST(sent.details AS jsonb)
                              FROM unnest(:publication_ids, :titles, :agreement_levels, :disagreements,
                                          :evaluator_rationales, :claude_reviews, :gemini_reviews, :gpt_evals,
                                          :final_relevancy_scores, :details)
                                   AS sent (publication_id, title, agreement_level, disagreements,
                                            evaluator_rationale, claude_review, gemini_review, gpt_eval,
                                            final_relevancy_score, details)
                            ON CONFLICT (run_id, publication_id) DO UPDATE
                               SET mode = EXCLUDED.mode,
                                   title = EXCLUDED.title,
                                   agreement_level = EXCLUDED.agreement_level,
                                   disagreements = EXCLUDED.disagreements,
                                   evaluator_rationale = EXCLUDED.evaluator_rationale,
                                   claude_review_json = EXCLUDED.claude_review_json,
                                   gemini_review_json = EXCLUDED.gemini_review_json,
                                   gpt_eval_json = EXCLUDED.gpt_eval_json,
                                   final_relevancy_score = EXCLUDED.final_relevancy_score,
                                   details_json = EXCLUDED.details_json
                             WHERE (stored.mode, stored.title, stored.agreement_level, stored.disagreements,
                                    stored.evaluator_rationale, stored.claude_review_json, stored.gemini_review_json,
                                    stored.gpt_eval_json, stored.final_relevancy_score, stored.details_json)
                                   IS DISTINCT FROM
                                   (EXCLUDED.mode, EXCLUDED.title, EXCLUDED.agreement_level, EXCLUDED.disagreements,
                                    EXCLUDED.evaluator_rationale, EXCLUDED.claude_review_json,
                                    EXCLUDED.gemini_review_json, EXCLUDED.gpt_eval_json,
                                    EXCLUDED.final_relevancy_score, EXCLUDED.details_json)
                            RETURNING xmax = 0 AS inserted)
                        SELECT count(*) FILTER (WHERE inserted) FROM written
                        """)
                .param("run_id", runId)
                .param("mode", mode)
                .param("publication_ids", column("text", events, NewTriModelEvent::publicationId))
                .param("titles", column("text", events, NewTriModelEvent::title))
                .param("agreement_levels", column("text", events, NewTriModelEvent::agreementLevel))
                .param("disagreements", column("text", events, NewTriModelEvent::disagreements))
                .param("evaluator_rationales", column("text", events, NewTriModelEvent::evaluatorRationale))
                .param("claude_reviews", json(events, NewTriModelEvent::claudeReview))
                .param("gemini_reviews", json(events, NewTriModelEvent::geminiReview))
                .param("gpt_evals", json(events, NewTriModelEvent::gptEval))
                .param("final_relevancy_scores", column("float8", events, NewTriModelEvent::finalRelevancyScore))
                .param("details", json(events, NewTriModelEvent::details))
                .query(Integer.class)
                .single();
    }

    private static SqlArrayValue json(List<NewTriModelEvent> events, Function<NewTriModelEvent, RawJson> value) {
        return column("text", events, value.andThen(Columns::text));
    }

    private static SqlArrayValue column(
            String type, List<NewTriModelEvent> events, Function<NewTriModelEvent, ?> value) {
        return new SqlArrayValue(type, events.stream().map(value).toArray());
    }
}
