-- An older database of the Python service: disagreements is text, which often holds an array literal.
CREATE TABLE tri_model_events (
    id SERIAL PRIMARY KEY,
    run_id VARCHAR NOT NULL,
    mode VARCHAR NOT NULL,
    publication_id VARCHAR NOT NULL,
    title VARCHAR,
    agreement_level VARCHAR,
    disagreements TEXT,
    evaluator_rationale TEXT,
    claude_review_json JSON,
    gemini_review_json JSONB,
    gpt_eval_json TEXT,
    final_relevancy_score DOUBLE PRECISION,
    created_at TIMESTAMP WITH TIME ZONE
);
CREATE UNIQUE INDEX one_event_per_publication ON tri_model_events (publication_id, run_id);
INSERT INTO tri_model_events (run_id, mode, publication_id, disagreements, claude_review_json, gemini_review_json,
                              created_at) VALUES
    ('r', 'm', 'empty', '{}', '{"score": 1}', '{"score": 2}', '2025-01-24 10:30:45+02'),
    ('r', 'm', 'literal', '{"a, b","say \"c\""}', NULL, NULL, '2025-01-24 10:30:45+00'),
    ('r', 'm', 'json', '["a", "b"]', NULL, NULL, '2025-01-24 10:30:45+00'),
    ('r', 'm', 'none', 'None', NULL, NULL, '2025-01-24 10:30:45+00'),
    ('r', 'm', 'prose', 'They differ on design.', NULL, NULL, '2025-01-24 10:30:45+00'),
    ('r', 'm', 'brace', '{not "an array', NULL, NULL, '2025-01-24 10:30:45+00'),
    ('r', 'm', 'object', '{"a": "b"}', NULL, NULL, '2025-01-24 10:30:45+00');
