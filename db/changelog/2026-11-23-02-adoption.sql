--liquibase formatted sql

-- Turns the columns of the Python service into their present types, whatever each was: overloaded functions named
-- adopt_* pick the conversion by the old type. What cannot be converted is kept as it was, in details_json.

--changeset acitrack:2026-11-23-adopt-functions splitStatements:false
CREATE OR REPLACE FUNCTION adopt_json(raw text) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN raw::jsonb;
EXCEPTION WHEN others THEN
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION adopt_object(raw text) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE jsonb_typeof(adopt_json(raw)) WHEN 'object' THEN adopt_json(raw) END
$$;

-- An array of objects, or the pipeline's whole must_reads.json with such an array in it; NULL for anything else.
CREATE OR REPLACE FUNCTION adopt_must_reads(raw text) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT items
      FROM (SELECT CASE jsonb_typeof(adopt_json(raw))
                   WHEN 'object' THEN adopt_json(raw) -> 'must_reads' ELSE adopt_json(raw) END AS items) AS found
     WHERE jsonb_typeof(items) = 'array'
       AND NOT jsonb_path_exists(items, 'strict $[*] ? (@.type() != "object")')
$$;

-- {name: raw} for a text that says something but not what the column takes, else {}.
CREATE OR REPLACE FUNCTION adopt_unreadable(name text, raw text, readable boolean) RETURNS jsonb
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN readable OR raw IS NULL OR btrim(raw) = '' OR jsonb_typeof(adopt_json(raw)) = 'null'
                THEN '{}'::jsonb ELSE jsonb_build_object(name, raw) END
$$;

CREATE OR REPLACE FUNCTION adopt_time(moment timestamp) RETURNS timestamptz LANGUAGE sql IMMUTABLE AS $$
    SELECT moment AT TIME ZONE 'UTC'
$$;

CREATE OR REPLACE FUNCTION adopt_time(moment timestamptz) RETURNS timestamptz LANGUAGE sql IMMUTABLE AS $$
    SELECT moment
$$;

CREATE OR REPLACE FUNCTION adopt_time(raw text) RETURNS timestamptz LANGUAGE plpgsql STABLE SET timezone = 'UTC' AS $$
BEGIN
    RETURN raw::timestamptz;
EXCEPTION WHEN others THEN
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION adopt_date(raw text) RETURNS date LANGUAGE plpgsql STABLE SET datestyle = 'ISO, YMD' AS $$
BEGIN
    RETURN raw::date;
EXCEPTION WHEN others THEN
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION adopt_disagreements(items text[]) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT NULLIF(NULLIF(array_to_string(items, '; '), ''), 'None')
$$;

-- A text often holds an array literal or a JSON list; anything else is prose and stays.
CREATE OR REPLACE FUNCTION adopt_disagreements(raw text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    IF btrim(raw) IN ('', 'None', 'null', '{}', '[]') THEN
        RETURN NULL;
    ELSIF raw ~ '^\s*\{.*\}\s*$' THEN
        RETURN adopt_disagreements(raw::text[]);
    ELSIF raw ~ '^\s*\[.*\]\s*$' THEN
        RETURN adopt_disagreements(ARRAY(SELECT jsonb_array_elements_text(raw::jsonb)));
    END IF;
    RETURN raw;
EXCEPTION WHEN others THEN
    RETURN raw;
END $$;

-- Leaves exactly one unique constraint on (run_id, publication_id), under the name by which it is known here.
CREATE OR REPLACE PROCEDURE adopt_unique_events() LANGUAGE plpgsql AS $$
DECLARE
    old record;
BEGIN
    FOR old IN
        SELECT i.indexrelid::regclass AS index_name, c.conname
          FROM pg_index i LEFT JOIN pg_constraint c ON c.conindid = i.indexrelid AND c.contype = 'u'
         WHERE i.indrelid = 'tri_model_events'::regclass AND i.indisunique AND i.indpred IS NULL
           AND (SELECT array_agg(a.attname::text ORDER BY a.attname) FROM pg_attribute a
                 WHERE a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)) = ARRAY['publication_id', 'run_id']
    LOOP
        IF old.conname IS NULL THEN
            EXECUTE format('DROP INDEX %s', old.index_name);
        ELSE
            EXECUTE format('ALTER TABLE tri_model_events DROP CONSTRAINT %I', old.conname);
        END IF;
    END LOOP;
    ALTER TABLE tri_model_events
        ADD CONSTRAINT tri_model_events_run_publication_key UNIQUE (run_id, publication_id);
END $$;

-- 64-bit ids: upserts burn a number of the sequence even when they update.
CREATE OR REPLACE PROCEDURE adopt_bigint_id(owner regclass) LANGUAGE plpgsql AS $$
DECLARE
    sequence_name text := pg_get_serial_sequence(owner::text, 'id');
BEGIN
    EXECUTE format('ALTER TABLE %s ALTER COLUMN id TYPE bigint', owner);
    IF sequence_name IS NOT NULL THEN
        EXECUTE format('ALTER SEQUENCE %s AS bigint', sequence_name);
    END IF;
END $$;

-- A view that reads a column keeps it from changing its type. Reports have such views: they are put aside, with their
-- grants, and made again when the tables are done.
CREATE OR REPLACE PROCEDURE adopt_put_views_aside() LANGUAGE plpgsql AS $$
DECLARE
    aside record;
BEGIN
    CREATE TEMPORARY TABLE adopted_views ON COMMIT DROP AS
    WITH RECURSIVE dependent (view, depth) AS (
        SELECT r.ev_class, 1
          FROM pg_depend d JOIN pg_rewrite r ON r.oid = d.objid
         WHERE d.classid = 'pg_rewrite'::regclass
           AND d.refobjid IN ('runs'::regclass, 'tri_model_events'::regclass, 'must_reads'::regclass,
                              'weekly_digest_feedback'::regclass)
        UNION
        SELECT r.ev_class, dependent.depth + 1
          FROM dependent JOIN pg_depend d ON d.refobjid = dependent.view JOIN pg_rewrite r ON r.oid = d.objid
         WHERE d.classid = 'pg_rewrite'::regclass AND r.ev_class <> dependent.view)
    SELECT max(depth) AS depth, c.oid::regclass::text AS name, pg_get_viewdef(c.oid) AS definition, c.relacl,
           pg_get_userbyid(c.relowner) AS owner
      FROM dependent JOIN pg_class c ON c.oid = dependent.view
     WHERE c.relkind = 'v'
     GROUP BY c.oid, c.relacl, c.relowner;
    FOR aside IN SELECT name FROM adopted_views ORDER BY depth DESC LOOP
        EXECUTE format('DROP VIEW %s', aside.name);
    END LOOP;
END $$;

CREATE OR REPLACE PROCEDURE adopt_make_views_again() LANGUAGE plpgsql AS $$
DECLARE
    again record;
    allowed record;
BEGIN
    FOR again IN SELECT name, definition, relacl, owner FROM adopted_views ORDER BY depth LOOP
        EXECUTE format('CREATE VIEW %s AS %s', again.name, again.definition);
        IF again.owner <> current_user THEN
            EXECUTE format('ALTER VIEW %s OWNER TO %I', again.name, again.owner);
        END IF;
        FOR allowed IN
            SELECT acl.privilege_type, COALESCE(quote_ident(role.rolname), 'PUBLIC') AS grantee
              FROM aclexplode(again.relacl) AS acl LEFT JOIN pg_roles role ON role.oid = acl.grantee
        LOOP
            EXECUTE format('GRANT %s ON %s TO %s', allowed.privilege_type, again.name, allowed.grantee);
        END LOOP;
    END LOOP;
END $$;

--changeset acitrack:2026-11-23-adopt-tables
CALL adopt_put_views_aside();

ALTER TABLE runs ADD COLUMN details_json jsonb NOT NULL DEFAULT '{}';
UPDATE runs SET details_json = jsonb_build_object('invalid_json', unreadable.texts)
  FROM (SELECT run_id,
               adopt_unreadable('counts_json', counts_json::text, adopt_object(counts_json::text) IS NOT NULL)
               || adopt_unreadable('config_json', config_json::text, adopt_object(config_json::text) IS NOT NULL)
               || adopt_unreadable('artifacts_json', artifacts_json::text,
                                   adopt_object(artifacts_json::text) IS NOT NULL) AS texts
          FROM runs) AS unreadable
 WHERE unreadable.run_id = runs.run_id AND unreadable.texts <> '{}';
ALTER TABLE runs
    ALTER COLUMN mode DROP DEFAULT,
    ALTER COLUMN started_at DROP DEFAULT,
    ALTER COLUMN window_start DROP DEFAULT,
    ALTER COLUMN window_end DROP DEFAULT,
    ALTER COLUMN counts_json DROP DEFAULT,
    ALTER COLUMN config_json DROP DEFAULT,
    ALTER COLUMN artifacts_json DROP DEFAULT,
    ALTER COLUMN created_at DROP DEFAULT,
    ALTER COLUMN updated_at DROP DEFAULT;
ALTER TABLE runs
    ALTER COLUMN run_id TYPE text,
    ALTER COLUMN mode TYPE text,
    ALTER COLUMN started_at TYPE timestamptz USING adopt_time(started_at),
    ALTER COLUMN window_start TYPE timestamptz USING adopt_time(window_start),
    ALTER COLUMN window_end TYPE timestamptz USING adopt_time(window_end),
    ALTER COLUMN counts_json TYPE jsonb USING adopt_object(counts_json::text),
    ALTER COLUMN config_json TYPE jsonb USING adopt_object(config_json::text),
    ALTER COLUMN artifacts_json TYPE jsonb USING adopt_object(artifacts_json::text),
    ALTER COLUMN created_at TYPE timestamptz USING adopt_time(created_at),
    ALTER COLUMN updated_at TYPE timestamptz USING adopt_time(updated_at);
UPDATE runs SET mode = COALESCE(mode, 'unknown'),
                created_at = COALESCE(created_at, updated_at, started_at, window_end, now())
 WHERE mode IS NULL OR created_at IS NULL;
UPDATE runs SET updated_at = created_at WHERE updated_at IS NULL;
ALTER TABLE runs
    ALTER COLUMN mode SET NOT NULL,
    ALTER COLUMN created_at SET DEFAULT now(),
    ALTER COLUMN created_at SET NOT NULL,
    ALTER COLUMN updated_at SET DEFAULT now(),
    ALTER COLUMN updated_at SET NOT NULL;

ALTER TABLE tri_model_events ADD COLUMN details_json jsonb NOT NULL DEFAULT '{}';
UPDATE tri_model_events SET details_json = jsonb_build_object('invalid_json', unreadable.texts)
  FROM (SELECT id,
               adopt_unreadable('claude_review_json', claude_review_json::text,
                                adopt_object(claude_review_json::text) IS NOT NULL)
               || adopt_unreadable('gemini_review_json', gemini_review_json::text,
                                   adopt_object(gemini_review_json::text) IS NOT NULL)
               || adopt_unreadable('gpt_eval_json', gpt_eval_json::text,
                                   adopt_object(gpt_eval_json::text) IS NOT NULL) AS texts
          FROM tri_model_events) AS unreadable
 WHERE unreadable.id = tri_model_events.id AND unreadable.texts <> '{}';
ALTER TABLE tri_model_events
    ALTER COLUMN disagreements DROP DEFAULT,
    ALTER COLUMN claude_review_json DROP DEFAULT,
    ALTER COLUMN gemini_review_json DROP DEFAULT,
    ALTER COLUMN gpt_eval_json DROP DEFAULT,
    ALTER COLUMN created_at DROP DEFAULT;
CALL adopt_bigint_id('tri_model_events');
ALTER TABLE tri_model_events
    ALTER COLUMN run_id TYPE text,
    ALTER COLUMN mode TYPE text,
    ALTER COLUMN publication_id TYPE text,
    ALTER COLUMN title TYPE text,
    ALTER COLUMN agreement_level TYPE text,
    ALTER COLUMN disagreements TYPE text USING adopt_disagreements(disagreements),
    ALTER COLUMN evaluator_rationale TYPE text,
    ALTER COLUMN claude_review_json TYPE jsonb USING adopt_object(claude_review_json::text),
    ALTER COLUMN gemini_review_json TYPE jsonb USING adopt_object(gemini_review_json::text),
    ALTER COLUMN gpt_eval_json TYPE jsonb USING adopt_object(gpt_eval_json::text),
    ALTER COLUMN final_relevancy_score TYPE double precision,
    ALTER COLUMN created_at TYPE timestamptz USING adopt_time(created_at);
UPDATE tri_model_events
   SET mode = COALESCE(mode, (SELECT runs.mode FROM runs WHERE runs.run_id = tri_model_events.run_id), 'unknown'),
       created_at = COALESCE(created_at,
                             (SELECT runs.created_at FROM runs WHERE runs.run_id = tri_model_events.run_id), now())
 WHERE mode IS NULL OR created_at IS NULL;
ALTER TABLE tri_model_events
    ALTER COLUMN mode SET NOT NULL,
    ALTER COLUMN created_at SET DEFAULT now(),
    ALTER COLUMN created_at SET NOT NULL;
CALL adopt_unique_events();

ALTER TABLE must_reads ADD COLUMN details_json jsonb NOT NULL DEFAULT '{}';
UPDATE must_reads SET details_json =
       CASE WHEN adopt_must_reads(must_reads_json::text) IS NULL
            THEN jsonb_build_object('invalid_json',
                                    adopt_unreadable('must_reads_json', must_reads_json::text, false))
            ELSE adopt_object(must_reads_json::text) - 'must_reads' END
 WHERE CASE WHEN adopt_must_reads(must_reads_json::text) IS NULL
            THEN adopt_unreadable('must_reads_json', must_reads_json::text, false) <> '{}'
            ELSE adopt_object(must_reads_json::text) IS NOT NULL END;
ALTER TABLE must_reads
    ALTER COLUMN must_reads_json DROP DEFAULT,
    ALTER COLUMN created_at DROP DEFAULT,
    ALTER COLUMN updated_at DROP DEFAULT;
ALTER TABLE must_reads
    ALTER COLUMN run_id TYPE text,
    ALTER COLUMN mode TYPE text,
    ALTER COLUMN must_reads_json TYPE jsonb USING COALESCE(adopt_must_reads(must_reads_json::text), '[]'),
    ALTER COLUMN created_at TYPE timestamptz USING adopt_time(created_at),
    ALTER COLUMN updated_at TYPE timestamptz USING adopt_time(updated_at);
UPDATE must_reads
   SET mode = COALESCE(mode, (SELECT runs.mode FROM runs WHERE runs.run_id = must_reads.run_id), 'unknown'),
       created_at = COALESCE(created_at, updated_at, now())
 WHERE mode IS NULL OR created_at IS NULL;
UPDATE must_reads SET updated_at = created_at WHERE updated_at IS NULL;
ALTER TABLE must_reads
    ALTER COLUMN mode SET NOT NULL,
    ALTER COLUMN must_reads_json SET NOT NULL,
    ALTER COLUMN created_at SET DEFAULT now(),
    ALTER COLUMN created_at SET NOT NULL,
    ALTER COLUMN updated_at SET DEFAULT now(),
    ALTER COLUMN updated_at SET NOT NULL;

ALTER TABLE weekly_digest_feedback ADD COLUMN details_json jsonb NOT NULL DEFAULT '{}';
UPDATE weekly_digest_feedback SET details_json = jsonb_build_object('invalid_json', unreadable.texts)
  FROM (SELECT id,
               adopt_unreadable('context_json', context_json::text, adopt_object(context_json::text) IS NOT NULL)
               || adopt_unreadable('week_start', week_start::text, adopt_date(week_start::text) IS NOT NULL)
               || adopt_unreadable('week_end', week_end::text, adopt_date(week_end::text) IS NOT NULL) AS texts
          FROM weekly_digest_feedback) AS unreadable
 WHERE unreadable.id = weekly_digest_feedback.id AND unreadable.texts <> '{}';
ALTER TABLE weekly_digest_feedback
    ALTER COLUMN created_at DROP DEFAULT,
    ALTER COLUMN week_start DROP DEFAULT,
    ALTER COLUMN week_start DROP NOT NULL,
    ALTER COLUMN week_end DROP DEFAULT,
    ALTER COLUMN week_end DROP NOT NULL,
    ALTER COLUMN context_json DROP DEFAULT,
    ALTER COLUMN context_json DROP NOT NULL;
CALL adopt_bigint_id('weekly_digest_feedback');
ALTER TABLE weekly_digest_feedback
    ALTER COLUMN created_at TYPE timestamptz USING adopt_time(created_at),
    ALTER COLUMN week_start TYPE date USING adopt_date(week_start::text),
    ALTER COLUMN week_end TYPE date USING adopt_date(week_end::text),
    ALTER COLUMN publication_id TYPE text,
    ALTER COLUMN vote TYPE text,
    ALTER COLUMN source_ip TYPE text,
    ALTER COLUMN user_agent TYPE text,
    ALTER COLUMN context_json TYPE jsonb USING adopt_object(context_json::text);
UPDATE weekly_digest_feedback SET created_at = COALESCE(week_end, now()) WHERE created_at IS NULL;
ALTER TABLE weekly_digest_feedback
    ALTER COLUMN created_at SET DEFAULT now(),
    ALTER COLUMN created_at SET NOT NULL;

CALL adopt_make_views_again();

--changeset acitrack:2026-11-23-adopt-functions-are-done
DROP PROCEDURE adopt_make_views_again();
DROP PROCEDURE adopt_put_views_aside();
DROP PROCEDURE adopt_bigint_id(regclass);
DROP PROCEDURE adopt_unique_events();
DROP FUNCTION adopt_disagreements(text);
DROP FUNCTION adopt_disagreements(text[]);
DROP FUNCTION adopt_date(text);
DROP FUNCTION adopt_time(text);
DROP FUNCTION adopt_time(timestamptz);
DROP FUNCTION adopt_time(timestamp);
DROP FUNCTION adopt_unreadable(text, text, boolean);
DROP FUNCTION adopt_must_reads(text);
DROP FUNCTION adopt_object(text);
DROP FUNCTION adopt_json(text);
