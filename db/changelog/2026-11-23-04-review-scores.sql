--liquibase formatted sql

--changeset acitrack:review-score splitStatements:false
-- The rule of a review's score stands here and nowhere else. A change of it is a new changeset that
-- also rewrites the three columns below: stored values do not follow the function by themselves.
-- plpgsql, because PostgreSQL would inline an SQL body of this size anew in every INSERT, which takes
-- longer than a batch of 100 rows. It names built-ins only, so no search_path can change it.
CREATE FUNCTION review_score(review jsonb) RETURNS numeric
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE RETURNS NULL ON NULL INPUT AS $$
DECLARE
    level jsonb;
    key text;
    value jsonb;
    word text;
    score numeric;
BEGIN
    FOREACH level IN ARRAY ARRAY[review, review -> 'review'] LOOP
        FOREACH key IN ARRAY ARRAY['relevancy_score', 'relevancy_score_0_100', 'final_relevancy_score', 'score'] LOOP
            value := level -> key;
            score := NULL;
            CASE jsonb_typeof(value)
                WHEN 'number' THEN
                    score := value::numeric;
                WHEN 'string' THEN
                    word := btrim(value #>> '{}', E' \t\n\r\f\v');
                    -- A short plain decimal lies within numeric's range: the cast cannot throw.
                    IF length(word) <= 64
                        AND word COLLATE "C" ~ '^[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]{1,2})?$'
                    THEN
                        score := word::numeric;
                    END IF;
                ELSE
                    NULL;
            END CASE;
            -- Bounded and rounded, so that a hostile number cannot outgrow an index entry.
            IF score BETWEEN -1000000 AND 1000000 THEN
                RETURN trim_scale(round(score, 6));
            END IF;
        END LOOP;
    END LOOP;
    RETURN NULL;
END $$;

--changeset acitrack:tri-model-events-scores
-- Generated, so that no writer can forget them and the rows of an adopted table have them too. One
-- statement, so that the table is rewritten once.
ALTER TABLE tri_model_events
    ADD COLUMN claude_score numeric GENERATED ALWAYS AS (review_score(claude_review_json)) STORED,
    ADD COLUMN gemini_score numeric GENERATED ALWAYS AS (review_score(gemini_review_json)) STORED,
    ADD COLUMN score_delta numeric
        GENERATED ALWAYS AS (abs(review_score(claude_review_json) - review_score(gemini_review_json))) STORED;
