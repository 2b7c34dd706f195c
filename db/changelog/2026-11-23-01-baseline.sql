--liquibase formatted sql

-- The tables as the Python service made them. On a database of that service these statements find them there; on an
-- empty one they make them. From here on both walk the same path (docs/adr/0003-adopt-the-old-database-in-place.md).

--changeset acitrack:2026-11-23-baseline-runs
CREATE TABLE IF NOT EXISTS runs (
    run_id varchar NOT NULL,
    mode varchar NOT NULL,
    started_at timestamp,
    window_start timestamp,
    window_end timestamp,
    counts_json text,
    config_json text,
    artifacts_json text,
    created_at timestamp,
    updated_at timestamp,
    CONSTRAINT runs_pkey PRIMARY KEY (run_id)
);

--changeset acitrack:2026-11-23-baseline-tri-model-events
CREATE TABLE IF NOT EXISTS tri_model_events (
    id serial,
    run_id varchar NOT NULL,
    mode varchar NOT NULL,
    publication_id varchar NOT NULL,
    title text,
    agreement_level varchar,
    disagreements text,
    evaluator_rationale text,
    claude_review_json text,
    gemini_review_json text,
    gpt_eval_json text,
    final_relevancy_score double precision,
    created_at timestamp,
    CONSTRAINT tri_model_events_pkey PRIMARY KEY (id)
);

--changeset acitrack:2026-11-23-baseline-must-reads
CREATE TABLE IF NOT EXISTS must_reads (
    run_id varchar NOT NULL,
    mode varchar NOT NULL,
    must_reads_json text NOT NULL,
    created_at timestamp,
    updated_at timestamp,
    CONSTRAINT must_reads_pkey PRIMARY KEY (run_id)
);

--changeset acitrack:2026-11-23-baseline-weekly-digest-feedback
CREATE TABLE IF NOT EXISTS weekly_digest_feedback (
    id serial,
    created_at timestamp,
    week_start varchar,
    week_end varchar,
    publication_id varchar NOT NULL,
    vote varchar NOT NULL,
    source_ip varchar,
    user_agent text,
    context_json text,
    CONSTRAINT weekly_digest_feedback_pkey PRIMARY KEY (id)
);
