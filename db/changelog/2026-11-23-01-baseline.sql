--liquibase formatted sql

-- The tables in the shape of the Python service, so that an empty database and an old one walk the
-- same path from here on. A column is added alone because that service never added one to a table
-- that it had created before.

--changeset acitrack:baseline-runs
CREATE TABLE IF NOT EXISTS runs (run_id varchar PRIMARY KEY);
ALTER TABLE runs
    ADD COLUMN IF NOT EXISTS mode varchar,
    ADD COLUMN IF NOT EXISTS started_at timestamp,
    ADD COLUMN IF NOT EXISTS window_start timestamp,
    ADD COLUMN IF NOT EXISTS window_end timestamp,
    ADD COLUMN IF NOT EXISTS counts_json text,
    ADD COLUMN IF NOT EXISTS config_json text,
    ADD COLUMN IF NOT EXISTS artifacts_json text,
    ADD COLUMN IF NOT EXISTS created_at timestamp,
    ADD COLUMN IF NOT EXISTS updated_at timestamp;

--changeset acitrack:baseline-tri-model-events
CREATE TABLE IF NOT EXISTS tri_model_events (id serial PRIMARY KEY);
ALTER TABLE tri_model_events
    ADD COLUMN IF NOT EXISTS run_id varchar,
    ADD COLUMN IF NOT EXISTS mode varchar,
    ADD COLUMN IF NOT EXISTS publication_id varchar,
    ADD COLUMN IF NOT EXISTS title text,
    ADD COLUMN IF NOT EXISTS agreement_level varchar,
    ADD COLUMN IF NOT EXISTS disagreements text,
    ADD COLUMN IF NOT EXISTS evaluator_rationale text,
    ADD COLUMN IF NOT EXISTS claude_review_json text,
    ADD COLUMN IF NOT EXISTS gemini_review_json text,
    ADD COLUMN IF NOT EXISTS gpt_eval_json text,
    ADD COLUMN IF NOT EXISTS final_relevancy_score double precision,
    ADD COLUMN IF NOT EXISTS created_at timestamp;

--changeset acitrack:baseline-must-reads
CREATE TABLE IF NOT EXISTS must_reads (run_id varchar PRIMARY KEY);
ALTER TABLE must_reads
    ADD COLUMN IF NOT EXISTS mode varchar,
    ADD COLUMN IF NOT EXISTS must_reads_json text,
    ADD COLUMN IF NOT EXISTS created_at timestamp,
    ADD COLUMN IF NOT EXISTS updated_at timestamp;

--changeset acitrack:baseline-weekly-digest-feedback
CREATE TABLE IF NOT EXISTS weekly_digest_feedback (id bigserial PRIMARY KEY);
ALTER TABLE weekly_digest_feedback
    ADD COLUMN IF NOT EXISTS created_at timestamp,
    ADD COLUMN IF NOT EXISTS week_start date,
    ADD COLUMN IF NOT EXISTS week_end date,
    ADD COLUMN IF NOT EXISTS publication_id text,
    ADD COLUMN IF NOT EXISTS vote text,
    ADD COLUMN IF NOT EXISTS source_ip text,
    ADD COLUMN IF NOT EXISTS user_agent text,
    ADD COLUMN IF NOT EXISTS context_json text;
