-- A database as the Python service left it: its tables as SQLAlchemy creates them, a table and a view
-- that are not ours, and every kind of odd row that a take-over must survive.

CREATE TABLE runs (
    run_id VARCHAR NOT NULL,
    mode VARCHAR,
    started_at TIMESTAMP WITHOUT TIME ZONE,
    window_start TIMESTAMP WITHOUT TIME ZONE,
    window_end TIMESTAMP WITHOUT TIME ZONE,
    counts_json TEXT,
    config_json TEXT,
    artifacts_json TEXT,
    created_at TIMESTAMP WITHOUT TIME ZONE,
    updated_at TIMESTAMP WITHOUT TIME ZONE,
    PRIMARY KEY (run_id)
);
CREATE INDEX ix_runs_run_id ON runs (run_id);
CREATE INDEX ix_runs_mode ON runs (mode);
CREATE INDEX idx_runs_mode_started ON runs (mode, started_at);

CREATE TABLE tri_model_events (
    id SERIAL NOT NULL,
    run_id VARCHAR NOT NULL,
    mode VARCHAR,
    publication_id VARCHAR NOT NULL,
    title TEXT,
    agreement_level VARCHAR,
    disagreements TEXT[],
    evaluator_rationale TEXT,
    claude_review_json TEXT,
    gemini_review_json TEXT,
    gpt_eval_json TEXT,
    final_relevancy_score FLOAT,
    created_at TIMESTAMP WITHOUT TIME ZONE,
    PRIMARY KEY (id),
    UNIQUE (run_id, publication_id)
);
CREATE INDEX ix_tri_model_events_run_id ON tri_model_events (run_id);
CREATE INDEX ix_tri_model_events_mode ON tri_model_events (mode);
CREATE INDEX ix_tri_model_events_publication_id ON tri_model_events (publication_id);
CREATE INDEX idx_tri_model_mode_agreement ON tri_model_events (mode, agreement_level);

CREATE TABLE must_reads (
    run_id VARCHAR NOT NULL,
    mode VARCHAR,
    must_reads_json TEXT NOT NULL,
    created_at TIMESTAMP WITHOUT TIME ZONE,
    updated_at TIMESTAMP WITHOUT TIME ZONE,
    PRIMARY KEY (run_id)
);
CREATE INDEX ix_must_reads_run_id ON must_reads (run_id);
CREATE INDEX ix_must_reads_mode ON must_reads (mode);

CREATE TABLE weekly_digest_feedback (
    id BIGSERIAL NOT NULL,
    created_at TIMESTAMP WITHOUT TIME ZONE DEFAULT NOW(),
    week_start DATE NOT NULL,
    week_end DATE NOT NULL,
    publication_id TEXT NOT NULL,
    vote TEXT NOT NULL,
    source_ip TEXT,
    user_agent TEXT,
    context_json TEXT DEFAULT '{}',
    PRIMARY KEY (id)
);

-- Not ours.
CREATE TABLE publications (
    publication_id VARCHAR NOT NULL,
    title TEXT NOT NULL,
    first_run_id VARCHAR REFERENCES runs (run_id),
    published_date TIMESTAMP WITHOUT TIME ZONE,
    raw_json TEXT,
    PRIMARY KEY (publication_id)
);

INSERT INTO runs VALUES
    ('tri-model-daily-2026-01-10', 'tri-model-daily', '2026-01-10 15:45:00.25', '2026-01-08 15:45:00', '2026-01-10 15:45:00',
     '{"total": 3, "high_agreement": 1}', '{"threshold": 0.80}', '{"must_reads_count": 2}',
     '2026-01-10 16:05:41.201554', '2026-01-10 16:06:00'),
    -- No start: the end of its window makes it the latest of its mode.
    ('tri-model-daily-2026-01-12', 'tri-model-daily', NULL, '2026-01-10 15:45:00', '2026-01-12 15:45:00.000211',
     '{"total": 150, "note": "näive 癌症 🧬"}', NULL, 'null', '2026-01-12 16:05:41', '2026-01-12 16:05:41'),
    ('tri-model-daily-2026-01-09', 'tri-model-daily', NULL, NULL, NULL, '{"score": NaN}', '{broken', '["a list"]',
     NULL, '2026-01-09 12:00:00'),
    ('weekly-2026-01-11', 'weekly', NULL, NULL, '2026-01-11 00:00:00', '"text"', '{"nul": "\u0000"}', '{"half": "\ud83e"}',
     NULL, NULL),
    ('no-mode', NULL, '2026-01-05 08:00:00', NULL, NULL, '', '   ', NULL, NULL, NULL),
    ('bare', 'daily', NULL, NULL, NULL, '42', 'null', '{"huge": 1e999999}', NULL, NULL);

INSERT INTO tri_model_events VALUES
    (1, 'tri-model-daily-2026-01-10', 'tri-model-daily', 'doi:10.1000/xyz 1', 'Sweat volatilome profiling', 'high', '{}',
     'All agree.', '{"relevancy_score": 95, "reasoning": "clear"}', '{"relevancy_score": 92.5}', '{"relevancy_score": 94}',
     94, '2026-01-10 15:59:01'),
    -- The same publication again in a later run.
    (2, 'tri-model-daily-2026-01-12', 'tri-model-daily', 'doi:10.1000/xyz 1', 'Sweat volatilome profiling', 'low',
     ARRAY['Claude saw 38 patients', 'Gemini saw none'], 'They differ.', '{"relevancy_score": " 85 "}',
     '{"review": {"relevancy_score_0_100": "40.25"}}', '{"final_relevancy_score": 60}', 60.5, '2026-01-12 15:59:01.5'),
    -- Quotes, commas, braces, a backslash, a null and a non-Latin script inside the items.
    (3, 'tri-model-daily-2026-01-12', NULL, 'arxiv:2501.12345', 'Früherkennung von 癌症 🧬', 'moderate',
     ARRAY['He said "no", twice', 'a, b', '{braces}', 'back\slash', NULL, 'наука'], NULL,
     '{"relevancy_score": "n/a", "score": 70}', '{"relevancy_score": null, "review": {"score": 30}}', NULL, 50, NULL),
    -- Reviews that cannot be read.
    (4, 'tri-model-daily-2026-01-12', 'tri-model-daily', 'pub-unreadable', NULL, NULL, NULL, NULL,
     '{"relevancy_score": NaN}', 'not json', '["a list"]', 'NaN', '2026-01-12 16:00:00'),
    (5, 'tri-model-daily-2026-01-12', 'tri-model-daily', 'pub-escapes', 'Escapes', 'low', ARRAY['None'], NULL,
     '{"nul": "\u0000", "relevancy_score": 10}', '{"half": "\udc00"}', '{"cut": ', 12, '2026-01-12 16:00:01'),
    -- One reviewer failed; the other gave no score.
    (6, 'tri-model-daily-2026-01-12', 'tri-model-daily', 'pub-failed', 'Failed', NULL, ARRAY['']::text[], NULL,
     'null', '{"error": "timeout"}', '', NULL, '2026-01-12 16:00:02'),
    -- Its run never arrived.
    (7, 'lost-run', NULL, 'pub-orphan', 'Orphan', 'high', ARRAY['only one'], NULL,
     '{"final_relevancy_score": 1e400, "score": "-1.5e1"}', '{"score": 5}', NULL, 5, NULL);
SELECT setval('tri_model_events_id_seq', 7);

INSERT INTO must_reads VALUES
    ('tri-model-daily-2026-01-10', 'tri-model-daily',
     '[{"publication_id": "arxiv:2501.12345", "title": "Novel", "relevancy_score": 95}, {"publication_id": "doi:10.1000/xyz 1"}]',
     '2026-01-10 16:05:41', '2026-01-10 16:07:00'),
    ('tri-model-daily-2026-01-12', NULL,
     '{"run_id": "tri-model-daily-2026-01-12", "generated_at": "2026-01-12T16:05:41.118273", "total_candidates": 150, "must_reads_count": 1, "must_reads": [{"id": "doi:10.1000/xyz 1", "final_relevancy_score": 100}], "extra": {"kept": true}}',
     NULL, NULL),
    ('tri-model-daily-2026-01-09', 'tri-model-daily', '[{"id": "a", "score": NaN}]', '2026-01-09 12:00:00', NULL),
    ('weekly-2026-01-11', 'weekly', '{"must_reads": "none today"}', NULL, '2026-01-11 10:00:00'),
    ('no-mode', NULL, '[{"id": "kept"}, "not an object"]', NULL, NULL),
    ('bare', 'daily', 'null', '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
    ('lost-run', NULL, '[]', NULL, NULL);

INSERT INTO weekly_digest_feedback
    (created_at, week_start, week_end, publication_id, vote, source_ip, user_agent, context_json)
VALUES
    ('2026-01-12 09:30:00.123456', '2026-01-05', '2026-01-11', 'pub-123', 'up', '203.0.113.7', 'Mail/1.0', '{"timestamp": 1736035200}'),
    (NULL, '2026-01-05', '2026-01-11', 'doi:10.1000/xyz 1', 'down', NULL, NULL, '{oops'),
    ('2026-01-13 09:30:00', '2026-01-05', '2026-01-11', 'pub-123', 'down', NULL, NULL, NULL),
    ('2026-01-13 09:31:00', '2026-01-05', '2026-01-11', 'pub-124', 'up', NULL, NULL, '{}');

INSERT INTO publications VALUES
    ('doi:10.1000/xyz 1', 'Sweat volatilome profiling', 'tri-model-daily-2026-01-10', '2026-01-09 00:00:00', '{not json'),
    ('arxiv:2501.12345', 'Früherkennung von 癌症 🧬', NULL, NULL, NULL);

-- Reports that read the old column types, one on top of the other.
CREATE VIEW run_report AS
SELECT
    r.run_id,
    r.mode,
    r.started_at AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Jerusalem' AS started_local,
    coalesce(r.artifacts_json, '{}') AS artifacts,
    count(e.id) AS events,
    sum(cardinality(e.disagreements)) AS disagreements,
    max(e.final_relevancy_score) AS top_score
FROM runs r
LEFT JOIN tri_model_events e ON e.run_id = r.run_id
GROUP BY r.run_id, r.mode, r.started_at, r.artifacts_json;
COMMENT ON VIEW run_report IS 'What the weekly meeting looks at.';
GRANT SELECT ON run_report TO PUBLIC;
CREATE MATERIALIZED VIEW mode_report AS SELECT mode, count(*) AS runs, sum(events) AS events FROM run_report GROUP BY mode;
CREATE UNIQUE INDEX mode_report_mode ON mode_report (mode);
-- Needs the primary key of the table itself.
CREATE VIEW run_counts_report AS
SELECT r.run_id, r.mode, r.window_end, count(*) AS events
FROM runs r JOIN tri_model_events e USING (run_id)
GROUP BY r.run_id;
