--liquibase formatted sql

--changeset acitrack:2026-11-23-review-score splitStatements:false
-- The one place of the rule: a review's score is the first number, or numeric string, among these keys, at the top or
-- one level down under "review". No number of a hostile size gets through: six decimals and a million are more than a
-- score from 0 to 100 ever needs, and an index row has a limit.
CREATE FUNCTION review_score(review jsonb) RETURNS numeric LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    scope jsonb := review;
    key text;
    value jsonb;
    score numeric;
BEGIN
    FOR level IN 1..2 LOOP
        FOREACH key IN ARRAY ARRAY['relevancy_score', 'relevancy_score_0_100', 'final_relevancy_score', 'score'] LOOP
            value := scope -> key;
            score := CASE
                WHEN jsonb_typeof(value) = 'number' THEN value::numeric
                WHEN jsonb_typeof(value) = 'string'
                     AND value #>> '{}' ~ '^\s*[-+]?(\d{1,15}(\.\d{0,15})?|\.\d{1,15})([eE][-+]?\d{1,2})?\s*$'
                THEN (value #>> '{}')::numeric
            END;
            IF score BETWEEN -1000000 AND 1000000 THEN
                RETURN trim_scale(round(score, 6));
            END IF;
        END LOOP;
        scope := scope -> 'review';
        EXIT WHEN scope IS NULL;
    END LOOP;
    RETURN NULL;
END $$;

--changeset acitrack:2026-11-23-tri-model-events-scores
ALTER TABLE tri_model_events
    ADD COLUMN claude_score numeric GENERATED ALWAYS AS (review_score(claude_review_json)) STORED,
    ADD COLUMN gemini_score numeric GENERATED ALWAYS AS (review_score(gemini_review_json)) STORED,
    ADD COLUMN score_delta numeric GENERATED ALWAYS AS (
        abs(review_score(claude_review_json) - review_score(gemini_review_json))) STORED;

--changeset acitrack:2026-11-23-runs-latest-of-mode
-- The latest run of a mode: the first entry of the index.
CREATE INDEX runs_latest_of_mode_idx
    ON runs (mode, (COALESCE(started_at, window_end, created_at)) DESC, run_id DESC);

--changeset acitrack:2026-11-23-tri-model-events-of-publication
-- The newest event of a publication.
CREATE INDEX tri_model_events_of_publication_idx ON tri_model_events (publication_id, created_at DESC, id DESC);

--changeset acitrack:2026-11-23-tri-model-events-of-run
-- The events of a run, newest first.
CREATE INDEX tri_model_events_of_run_idx ON tri_model_events (run_id, created_at DESC, id DESC);

--changeset acitrack:2026-11-23-tri-model-events-newest
-- Disagreements, newest first. The filtered columns lie in the index, so that events which do not match are passed
-- over without being read.
CREATE INDEX tri_model_events_newest_idx
    ON tri_model_events (created_at DESC, id DESC) INCLUDE (score_delta, agreement_level);

--changeset acitrack:2026-11-23-weekly-digest-feedback-of-week
-- The votes of a week, by publication.
CREATE INDEX weekly_digest_feedback_of_week_idx ON weekly_digest_feedback (week_start, publication_id);
