--liquibase formatted sql

--changeset acitrack:2026-11-23-comments
COMMENT ON TABLE runs IS 'One execution of the pipeline over a window of time.';
COMMENT ON COLUMN runs.run_id IS 'The pipeline''s name for the run.';
COMMENT ON COLUMN runs.mode IS 'The kind of run, such as tri-model-daily.';
COMMENT ON COLUMN runs.started_at IS 'When it started; the manifest often does not say.';
COMMENT ON COLUMN runs.window_start IS 'Publications from here on were collected.';
COMMENT ON COLUMN runs.window_end IS 'Publications up to here were collected.';
COMMENT ON COLUMN runs.counts_json IS 'How many publications passed each stage; an object or NULL.';
COMMENT ON COLUMN runs.config_json IS 'The run''s configuration; an object or NULL.';
COMMENT ON COLUMN runs.artifacts_json IS 'What the run produced; an object or NULL.';
COMMENT ON COLUMN runs.details_json IS 'What else the manifest said, and under invalid_json what the old service stored that is no JSON.';
COMMENT ON COLUMN runs.created_at IS 'When the run was first stored.';
COMMENT ON COLUMN runs.updated_at IS 'When the run was last stored.';

COMMENT ON TABLE tri_model_events IS 'What three models said of one publication in one run.';
COMMENT ON COLUMN tri_model_events.id IS 'Grows with time, with gaps.';
COMMENT ON COLUMN tri_model_events.run_id IS 'The run; its row may come later.';
COMMENT ON COLUMN tri_model_events.mode IS 'The mode of the run.';
COMMENT ON COLUMN tri_model_events.publication_id IS 'The publication; once per run.';
COMMENT ON COLUMN tri_model_events.title IS 'The publication''s title.';
COMMENT ON COLUMN tri_model_events.agreement_level IS 'How far the models agree: high, moderate, low, or NULL when a reviewer failed.';
COMMENT ON COLUMN tri_model_events.disagreements IS 'What they disagree on; list items are joined with a semicolon.';
COMMENT ON COLUMN tri_model_events.evaluator_rationale IS 'Why GPT decided as it did.';
COMMENT ON COLUMN tri_model_events.claude_review_json IS 'Claude''s review; an object or NULL.';
COMMENT ON COLUMN tri_model_events.gemini_review_json IS 'Gemini''s review; an object or NULL.';
COMMENT ON COLUMN tri_model_events.gpt_eval_json IS 'GPT''s evaluation of both; an object or NULL.';
COMMENT ON COLUMN tri_model_events.final_relevancy_score IS 'GPT''s final score, 0 to 100.';
COMMENT ON COLUMN tri_model_events.claude_score IS 'Claude''s score, by review_score().';
COMMENT ON COLUMN tri_model_events.gemini_score IS 'Gemini''s score, by review_score().';
COMMENT ON COLUMN tri_model_events.score_delta IS '|claude_score - gemini_score|, NULL when either is missing.';
COMMENT ON COLUMN tri_model_events.details_json IS 'What else the event said, and under invalid_json what the old service stored that is no JSON.';
COMMENT ON COLUMN tri_model_events.created_at IS 'When the event was first stored.';

COMMENT ON TABLE must_reads IS 'The must-read publications of a run.';
COMMENT ON COLUMN must_reads.run_id IS 'The run; its row may come later.';
COMMENT ON COLUMN must_reads.mode IS 'The mode of the run.';
COMMENT ON COLUMN must_reads.must_reads_json IS 'The array of publications, each an object.';
COMMENT ON COLUMN must_reads.details_json IS 'What stood beside the array, and under invalid_json what the old service stored that is no JSON.';
COMMENT ON COLUMN must_reads.created_at IS 'When they were first stored.';
COMMENT ON COLUMN must_reads.updated_at IS 'When they were last stored.';

COMMENT ON TABLE weekly_digest_feedback IS 'The log of votes that came in by the links of the weekly digest.';
COMMENT ON COLUMN weekly_digest_feedback.id IS 'Grows with time, with gaps.';
COMMENT ON COLUMN weekly_digest_feedback.created_at IS 'When the vote came in.';
COMMENT ON COLUMN weekly_digest_feedback.week_start IS 'First day of the week window.';
COMMENT ON COLUMN weekly_digest_feedback.week_end IS 'Last day of the week window.';
COMMENT ON COLUMN weekly_digest_feedback.publication_id IS 'The publication that was voted on.';
COMMENT ON COLUMN weekly_digest_feedback.vote IS 'up or down.';
COMMENT ON COLUMN weekly_digest_feedback.source_ip IS 'The address that the vote came from.';
COMMENT ON COLUMN weekly_digest_feedback.user_agent IS 'The client that it came with.';
COMMENT ON COLUMN weekly_digest_feedback.context_json IS 'What else is known of the vote; an object or NULL.';
COMMENT ON COLUMN weekly_digest_feedback.details_json IS 'Under invalid_json, what the old service stored that does not fit its column.';
COMMENT ON FUNCTION review_score(jsonb) IS 'A review''s score: the first number among relevancy_score, relevancy_score_0_100, final_relevancy_score and score, at the top or under review.';
