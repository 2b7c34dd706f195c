--liquibase formatted sql

--changeset acitrack:comments-runs
COMMENT ON TABLE runs IS 'One execution of the pipeline.';
COMMENT ON COLUMN runs.run_id IS 'Name that the pipeline gave the run.';
COMMENT ON COLUMN runs.mode IS 'Kind of run, an open word such as tri-model-daily; unknown when the old service kept none.';
COMMENT ON COLUMN runs.started_at IS 'Start; null when the manifest has none.';
COMMENT ON COLUMN runs.window_start IS 'Start of the time window searched for publications.';
COMMENT ON COLUMN runs.window_end IS 'End of the time window searched for publications.';
COMMENT ON COLUMN runs.counts_json IS 'How many publications passed each stage: an object.';
COMMENT ON COLUMN runs.config_json IS 'Settings of the run: an object.';
COMMENT ON COLUMN runs.artifacts_json IS 'What the run left behind: an object.';
COMMENT ON COLUMN runs.details_json IS 'Every other key of the manifest; on adopted rows also invalid_json and invalid: raw texts that could not be read, by column.';
COMMENT ON COLUMN runs.created_at IS 'When the run was first ingested.';
COMMENT ON COLUMN runs.updated_at IS 'When the run was last ingested.';

--changeset acitrack:comments-tri-model-events
COMMENT ON TABLE tri_model_events IS 'What three models said of one publication in one run.';
COMMENT ON COLUMN tri_model_events.id IS 'Number of the event; gaps are normal, as upserts burn numbers.';
COMMENT ON COLUMN tri_model_events.run_id IS 'Run of the event; no foreign key, because events may arrive before their run.';
COMMENT ON COLUMN tri_model_events.mode IS 'Mode of the run.';
COMMENT ON COLUMN tri_model_events.publication_id IS 'Publication judged: a hash, a DOI or any other text.';
COMMENT ON COLUMN tri_model_events.title IS 'Title of the publication.';
COMMENT ON COLUMN tri_model_events.agreement_level IS 'How far the models agree (high, moderate, low); null when a reviewer failed.';
COMMENT ON COLUMN tri_model_events.disagreements IS 'What the models disagree on; the items of a list are joined with "; ".';
COMMENT ON COLUMN tri_model_events.evaluator_rationale IS 'Why the evaluator decided as it did.';
COMMENT ON COLUMN tri_model_events.claude_review_json IS 'Claude''s review: an object.';
COMMENT ON COLUMN tri_model_events.gemini_review_json IS 'Gemini''s review: an object.';
COMMENT ON COLUMN tri_model_events.gpt_eval_json IS 'GPT''s evaluation of both reviews: an object.';
COMMENT ON COLUMN tri_model_events.final_relevancy_score IS 'GPT''s final score, 0 to 100.';
COMMENT ON COLUMN tri_model_events.created_at IS 'When the event was made, as the pipeline says, else when it was first ingested.';
COMMENT ON COLUMN tri_model_events.details_json IS 'Every other key of the event; on adopted rows also invalid_json and invalid: raw texts that could not be read, by column.';
COMMENT ON COLUMN tri_model_events.claude_score IS 'review_score of Claude''s review.';
COMMENT ON COLUMN tri_model_events.gemini_score IS 'review_score of Gemini''s review.';
COMMENT ON COLUMN tri_model_events.score_delta IS '|claude_score - gemini_score|, null when either is missing.';

--changeset acitrack:comments-must-reads
COMMENT ON TABLE must_reads IS 'The must-reads of a run.';
COMMENT ON COLUMN must_reads.run_id IS 'Run of the must-reads; no foreign key, because they may arrive before their run.';
COMMENT ON COLUMN must_reads.mode IS 'Mode of the run.';
COMMENT ON COLUMN must_reads.must_reads_json IS 'The publications: always an array of objects, items as the pipeline sent them.';
COMMENT ON COLUMN must_reads.details_json IS 'What the pipeline sent beside the array; on adopted rows also invalid_json and invalid: raw texts that could not be read, by column.';
COMMENT ON COLUMN must_reads.created_at IS 'When the must-reads were first ingested.';
COMMENT ON COLUMN must_reads.updated_at IS 'When the must-reads were last ingested.';

--changeset acitrack:comments-weekly-digest-feedback
COMMENT ON TABLE weekly_digest_feedback IS 'Votes from the links in the weekly digest; one row a click.';
COMMENT ON COLUMN weekly_digest_feedback.id IS 'Number of the vote.';
COMMENT ON COLUMN weekly_digest_feedback.created_at IS 'When the vote was recorded.';
COMMENT ON COLUMN weekly_digest_feedback.week_start IS 'First day of the digest''s week.';
COMMENT ON COLUMN weekly_digest_feedback.week_end IS 'Last day of the digest''s week.';
COMMENT ON COLUMN weekly_digest_feedback.publication_id IS 'Publication voted on.';
COMMENT ON COLUMN weekly_digest_feedback.vote IS 'up or down.';
COMMENT ON COLUMN weekly_digest_feedback.source_ip IS 'Address that the vote came from.';
COMMENT ON COLUMN weekly_digest_feedback.user_agent IS 'User-Agent header that the vote came with.';
COMMENT ON COLUMN weekly_digest_feedback.context_json IS 'Further facts of the request; on adopted rows also invalid: raw texts that could not be read, by column.';

--changeset acitrack:comments-functions
COMMENT ON FUNCTION review_score(jsonb) IS 'The score of a review: the first number or numeric string within +-1e6 among its known keys, at the top or one level down under review; to six decimals.';
