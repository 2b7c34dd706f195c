-- A database as the Python service leaves it: SQLAlchemy's types and names, and the odd rows of two years.
CREATE TABLE runs (
    run_id VARCHAR NOT NULL,
    mode VARCHAR NOT NULL,
    started_at TIMESTAMP WITHOUT TIME ZONE,
    window_start TIMESTAMP WITHOUT TIME ZONE,
    window_end TIMESTAMP WITHOUT TIME ZONE,
    counts_json TEXT,
    config_json TEXT DEFAULT '{}',
    artifacts_json TEXT,
    created_at TIMESTAMP WITHOUT TIME ZONE DEFAULT now(),
    updated_at TIMESTAMP WITHOUT TIME ZONE,
    PRIMARY KEY (run_id)
);
CREATE INDEX ix_runs_mode ON runs (mode);
CREATE TABLE tri_model_events (
    id SERIAL NOT NULL,
    run_id VARCHAR NOT NULL,
    mode VARCHAR NOT NULL,
    publication_id VARCHAR NOT NULL,
    title TEXT,
    agreement_level VARCHAR(50),
    disagreements TEXT[],
    evaluator_rationale TEXT,
    claude_review_json TEXT,
    gemini_review_json TEXT,
    gpt_eval_json TEXT,
    final_relevancy_score FLOAT,
    created_at TIMESTAMP WITHOUT TIME ZONE,
    PRIMARY KEY (id),
    CONSTRAINT uq_run_publication UNIQUE (run_id, publication_id)
);
CREATE INDEX ix_tri_model_events_run_id ON tri_model_events (run_id);
CREATE INDEX ix_tri_model_events_publication_id ON tri_model_events (publication_id);
CREATE TABLE must_reads (
    run_id VARCHAR NOT NULL,
    mode VARCHAR NOT NULL,
    must_reads_json TEXT NOT NULL,
    created_at TIMESTAMP WITHOUT TIME ZONE,
    updated_at TIMESTAMP WITHOUT TIME ZONE,
    PRIMARY KEY (run_id)
);
CREATE TABLE weekly_digest_feedback (
    id SERIAL NOT NULL,
    created_at TIMESTAMP WITHOUT TIME ZONE NOT NULL,
    week_start VARCHAR NOT NULL,
    week_end VARCHAR NOT NULL,
    publication_id VARCHAR NOT NULL,
    vote VARCHAR(10) NOT NULL,
    source_ip VARCHAR(64),
    user_agent TEXT,
    context_json TEXT,
    PRIMARY KEY (id)
);

-- Not ours.
CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY);
INSERT INTO alembic_version VALUES ('a1b2c3');

-- A report, and a report on the report.
CREATE VIEW report_runs AS SELECT run_id, mode, started_at, counts_json::json ->> 'total' AS total FROM runs;
CREATE VIEW report_events AS
    SELECT report_runs.total, e.publication_id FROM tri_model_events e JOIN report_runs USING (run_id);
GRANT SELECT ON report_runs TO PUBLIC;

INSERT INTO runs (run_id, mode, started_at, window_start, window_end, counts_json, config_json, artifacts_json,
                  created_at, updated_at) VALUES
    ('run-old', 'tri-model-daily', '2025-01-24 10:30:45', '2025-01-23 00:00:00', '2025-01-24 00:00:00',
     '{"total": 150, "high_agreement": 120}', '{"threshold": 0.8}', '{"must_reads_count": 5}',
     '2025-01-24 10:30:45.123456', '2025-01-24 10:30:45.123456'),
    ('run-new', 'tri-model-daily', NULL, NULL, '2025-02-01 00:00:00', NULL, NULL, 'null',
     '2025-02-01 06:00:00', NULL),
    ('run-odd', 'daily', NULL, NULL, NULL, '{"total": 1', '[1, 2]', '{"ratio": NaN}', NULL, NULL);
INSERT INTO tri_model_events (id, run_id, mode, publication_id, title, agreement_level, disagreements,
                              evaluator_rationale, claude_review_json, gemini_review_json, gpt_eval_json,
                              final_relevancy_score, created_at) VALUES
    (1, 'run-old', 'tri-model-daily', 'arxiv:2501.12345', 'Novel Approach to X', 'high', '{}', 'All agree',
     '{"relevancy_score": 95, "reasoning": "x"}', '{"relevancy_score": 92}', '{"relevancy_score": 94}', 94.0,
     '2025-01-24 10:30:45'),
    (2, 'run-old', 'tri-model-daily', 'doi:10.1000/xyz', 'Ünïcode 漢字 🎉', 'low',
     ARRAY['score, far apart', 'design; {braces}'], NULL,
     '{"review": {"score": "85.5"}}', '{"relevancy_score": "n/a", "relevancy_score_0_100": 40}', NULL, 62.5,
     '2025-01-24 10:30:46'),
    (3, 'run-new', 'tri-model-daily', 'arxiv:2501.12345', NULL, NULL, NULL, NULL,
     'not json', NULL, '{"quote": "\u0000"}', NULL, NULL),
    (7, 'run-gone', 'weekly', 'arxiv:2501.99999', 'Its run was deleted', 'moderate', ARRAY['None'], NULL,
     '{"score": 1e400}', '{"score": 3}', '"text"', 3, '2025-01-25 00:00:00');
SELECT setval('tri_model_events_id_seq', 7);
INSERT INTO must_reads VALUES
    ('run-old', 'tri-model-daily', '[{"publication_id": "arxiv:2501.12345", "relevancy_score": 95}]',
     '2025-01-24 10:31:00', '2025-01-24 10:31:00'),
    ('run-new', 'tri-model-daily',
     '{"run_id": "run-new", "generated_at": "2025-02-01T06:00:00.118273", "total_candidates": 150, "must_reads_count": 1, "must_reads": [{"id": "arxiv:2501.12345"}]}',
     '2025-02-01 06:00:01', NULL),
    ('run-odd', 'daily', '[{"publication_id": "cut off', NULL, NULL);
INSERT INTO weekly_digest_feedback (id, created_at, week_start, week_end, publication_id, vote, source_ip, user_agent,
                                    context_json) VALUES
    (1, '2025-01-12 08:00:00', '2025-01-05', '2025-01-11', 'pub-123', 'up', '203.0.113.9', 'Mail/1.0', '{"t": 1}'),
    (2, '2025-01-12 08:00:01', 'last week', '2025-01-11', 'pub-123', 'down', NULL, NULL, 'not json');
SELECT setval('weekly_digest_feedback_id_seq', 2);
