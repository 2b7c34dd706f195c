--liquibase formatted sql

--changeset acitrack:runs-latest-of-mode-index
-- The latest run of a mode is the first entry of its mode. A run without started_at counts from the end
-- of its window, else from when it came in; a query must repeat the expression word for word.
CREATE INDEX IF NOT EXISTS runs_latest_of_mode_idx
    ON runs (mode, (coalesce(started_at, window_end, created_at)) DESC, run_id DESC);

--changeset acitrack:tri-model-events-publication-index
-- /paper: the newest event of a publication.
CREATE INDEX IF NOT EXISTS tri_model_events_publication_idx
    ON tri_model_events (publication_id, created_at DESC, id DESC);

--changeset acitrack:tri-model-events-newest-index
-- /disagreements over all runs, newest first. The filters are key columns, not INCLUDE: only a key is
-- compared inside the index, so a selective filter skips entries without reading their rows.
CREATE INDEX IF NOT EXISTS tri_model_events_newest_idx
    ON tri_model_events (created_at DESC, id DESC, agreement_level, score_delta);

--changeset acitrack:tri-model-events-run-index
-- /disagreements of one run, newest first.
CREATE INDEX IF NOT EXISTS tri_model_events_run_idx
    ON tri_model_events (run_id, created_at DESC, id DESC);

--changeset acitrack:weekly-digest-feedback-week-index
-- The digest counts the votes of a week by publication.
CREATE INDEX IF NOT EXISTS weekly_digest_feedback_week_idx
    ON weekly_digest_feedback (week_start, publication_id);

--changeset acitrack:statistics
-- The rewritten columns have lost their statistics: plans must not wait for autovacuum.
ANALYZE runs, tri_model_events, must_reads, weekly_digest_feedback;
