--liquibase formatted sql

-- One changeset, hence one transaction, because views over several tables leave and come back in it:
-- whatever interrupts it, the database is as it was. Each column is read as text, which every old type
-- gives, so that varchar, text, json, timestamp and arrays need no path of their own.

--changeset acitrack:adopt-old-columns splitStatements:false stripComments:false

-- The old service wrote UTC into timestamps without a zone.
SET LOCAL TimeZone = 'UTC';
SET LOCAL DateStyle = 'ISO, YMD';

----------------------------------------------------------------------------------------------------
-- Readers: null stands for "not readable", never an error.

CREATE FUNCTION adopt_json(raw text, kind text) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
    value jsonb;
BEGIN
    value := raw::jsonb;
    RETURN CASE WHEN jsonb_typeof(value) = kind THEN value END;
EXCEPTION WHEN OTHERS THEN -- malformed, NaN, \u0000, a lone surrogate, a number out of range
    RETURN NULL;
END $$;

CREATE FUNCTION adopt_object(raw text) RETURNS jsonb LANGUAGE sql AS $$
    SELECT adopt_json(raw, 'object')
$$;

-- The pipeline sent must_reads.json either as the array or as the whole envelope around it.
CREATE FUNCTION adopt_must_reads(raw text) RETURNS jsonb LANGUAGE sql AS $$
    SELECT CASE WHEN jsonb_typeof(items) = 'array' THEN items END
    FROM coalesce(adopt_json(raw, 'array'), adopt_json(raw, 'object') -> 'must_reads') AS items
$$;

CREATE FUNCTION adopt_time(raw text) RETURNS timestamptz LANGUAGE plpgsql AS $$
BEGIN
    -- Only a written-out time: words such as infinity or now have no place in RFC 3339.
    RETURN CASE WHEN raw ~ '^\s*\d{4,}-' THEN raw::timestamptz END;
EXCEPTION WHEN OTHERS THEN
    RETURN NULL;
END $$;

CREATE FUNCTION adopt_date(raw text) RETURNS date LANGUAGE plpgsql AS $$
BEGIN
    RETURN CASE WHEN raw ~ '^\s*\d{4}-\d{2}-\d{2}' THEN raw::date END;
EXCEPTION WHEN OTHERS THEN
    RETURN NULL;
END $$;

CREATE FUNCTION adopt_number(raw text) RETURNS double precision LANGUAGE plpgsql AS $$
DECLARE
    value double precision;
BEGIN
    value := raw::double precision;
    RETURN CASE WHEN value NOT IN ('NaN', 'Infinity', '-Infinity') THEN value END;
EXCEPTION WHEN OTHERS THEN
    RETURN NULL;
END $$;

-- A list, be it an array, the literal of one or JSON, becomes one text; prose stays as it is.
CREATE FUNCTION adopt_disagreements(raw text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    items text[];
BEGIN
    IF raw ~ '^\s*[{[]' THEN
        BEGIN
            items := raw::text[];
        EXCEPTION WHEN OTHERS THEN
            BEGIN
                items := ARRAY(SELECT jsonb_array_elements_text(raw::jsonb));
            EXCEPTION WHEN OTHERS THEN
                items := NULL;
            END;
        END;
    END IF;
    raw := coalesce(array_to_string(items, '; '), raw);
    RETURN CASE WHEN btrim(raw, E' \t\r\n') NOT IN ('', 'None', 'null', '{}', '[]') THEN raw END;
END $$;

----------------------------------------------------------------------------------------------------
-- What could not be read is kept beside.

CREATE FUNCTION adopt_unread(name text, raw text, readable boolean) RETURNS jsonb LANGUAGE sql AS $$
    SELECT CASE
        WHEN readable OR raw IS NULL OR btrim(raw, E' \t\r\n') IN ('', 'null') THEN '{}'
        ELSE jsonb_build_object(name, raw)
    END
$$;

CREATE FUNCTION adopt_keep(details jsonb, key text, unread jsonb) RETURNS jsonb LANGUAGE sql AS $$
    SELECT CASE
        WHEN unread = '{}' THEN details
        ELSE coalesce(details, '{}') || jsonb_build_object(key, unread)
    END
$$;

----------------------------------------------------------------------------------------------------
-- Views on the tables stand in the way of a change of type: remember them, then drop them.

CREATE TEMPORARY TABLE adopt_columns ON COMMIT DROP AS
SELECT
    c.oid AS table_oid,
    c.relname AS table_name,
    a.attnum,
    a.attname AS name,
    format_type(a.atttypid, a.atttypmod) AS old_type
FROM pg_class c
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.oid IN (
    'runs'::regclass, 'tri_model_events'::regclass, 'must_reads'::regclass, 'weekly_digest_feedback'::regclass);

CREATE TEMPORARY TABLE adopt_views ON COMMIT DROP AS
WITH RECURSIVE dependent AS (
    SELECT DISTINCT table_oid AS oid, 0 AS depth FROM adopt_columns
    UNION
    SELECT w.ev_class, d.depth + 1
    FROM dependent d
    JOIN pg_depend p
        ON p.refclassid = 'pg_class'::regclass AND p.refobjid = d.oid AND p.classid = 'pg_rewrite'::regclass
    JOIN pg_rewrite w ON w.oid = p.objid AND w.ev_class <> d.oid
)
SELECT
    max(d.depth) AS depth,
    CASE c.relkind WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE 'VIEW' END AS kind,
    format('%I.%I', n.nspname, c.relname) AS name,
    CASE WHEN c.reloptions IS NULL THEN '' ELSE format('WITH (%s)', array_to_string(c.reloptions, ', ')) END
        AS options,
    rtrim(pg_get_viewdef(c.oid), '; ') || CASE WHEN c.relispopulated THEN '' ELSE ' WITH NO DATA' END
        AS definition,
    ARRAY(SELECT pg_get_indexdef(i.indexrelid) FROM pg_index i WHERE i.indrelid = c.oid) AS indexes,
    c.relowner::regrole AS owner,
    c.relacl AS acl,
    obj_description(c.oid, 'pg_class') AS comment
FROM dependent d
JOIN pg_class c ON c.oid = d.oid AND c.relkind IN ('v', 'm')
JOIN pg_namespace n ON n.oid = c.relnamespace
GROUP BY c.oid, n.nspname;

DO $$
DECLARE
    doomed record;
BEGIN
    FOR doomed IN SELECT kind, name FROM adopt_views ORDER BY depth DESC LOOP
        EXECUTE format('DROP %s %s', doomed.kind, doomed.name);
    END LOOP;
END $$;

----------------------------------------------------------------------------------------------------
-- Old defaults and obligations that the new shape does not share.

DO $$
DECLARE
    found record;
BEGIN
    -- Events may arrive before their run.
    FOR found IN
        SELECT conrelid::regclass AS tab, conname FROM pg_constraint
        WHERE contype = 'f' AND conrelid IN (SELECT table_oid FROM adopt_columns)
    LOOP
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', found.tab, found.conname);
    END LOOP;

    -- A default of the old type cannot follow its column; a column that we do not know must not stop
    -- an insert that does not name it.
    FOR found IN
        SELECT a.attrelid::regclass AS tab, a.attname, a.attnotnull, known.is_ours
        FROM pg_attribute a
        JOIN adopt_columns c ON c.table_oid = a.attrelid AND c.attnum = a.attnum
        CROSS JOIN LATERAL (SELECT a.attname IN (
            'mode', 'started_at', 'window_start', 'window_end', 'counts_json', 'config_json', 'artifacts_json',
            'created_at', 'updated_at', 'title', 'agreement_level', 'disagreements', 'evaluator_rationale',
            'claude_review_json', 'gemini_review_json', 'gpt_eval_json', 'final_relevancy_score',
            'must_reads_json', 'week_start', 'week_end', 'publication_id', 'vote', 'source_ip', 'user_agent',
            'context_json') AS is_ours) known
        WHERE (known.is_ours OR NOT a.atthasdef AND a.attidentity = '')
            AND NOT EXISTS (
                SELECT FROM pg_index i WHERE i.indrelid = a.attrelid AND i.indisprimary AND a.attnum = ANY (i.indkey))
    LOOP
        IF found.is_ours THEN
            EXECUTE format('ALTER TABLE %s ALTER %I DROP DEFAULT', found.tab, found.attname);
        END IF;
        IF found.attnotnull THEN
            EXECUTE format('ALTER TABLE %s ALTER %I DROP NOT NULL', found.tab, found.attname);
        END IF;
    END LOOP;
END $$;

----------------------------------------------------------------------------------------------------
-- The conversions. USING sees the old row, so details_json picks up in the same pass what cannot stay.

ALTER TABLE runs ADD COLUMN details_json jsonb NOT NULL DEFAULT '{}';
ALTER TABLE runs
    ALTER run_id TYPE text USING run_id::text,
    ALTER mode TYPE text USING coalesce(mode::text, 'unknown'),
    ALTER started_at TYPE timestamptz USING adopt_time(started_at::text),
    ALTER window_start TYPE timestamptz USING adopt_time(window_start::text),
    ALTER window_end TYPE timestamptz USING adopt_time(window_end::text),
    ALTER counts_json TYPE jsonb USING adopt_object(counts_json::text),
    ALTER config_json TYPE jsonb USING adopt_object(config_json::text),
    ALTER artifacts_json TYPE jsonb USING adopt_object(artifacts_json::text),
    ALTER details_json TYPE jsonb USING adopt_keep(
        adopt_keep(
            details_json,
            'invalid_json',
            adopt_unread('counts_json', counts_json::text, adopt_object(counts_json::text) IS NOT NULL)
                || adopt_unread('config_json', config_json::text, adopt_object(config_json::text) IS NOT NULL)
                || adopt_unread('artifacts_json', artifacts_json::text, adopt_object(artifacts_json::text) IS NOT NULL)),
        'invalid',
        adopt_unread('started_at', started_at::text, adopt_time(started_at::text) IS NOT NULL)
            || adopt_unread('window_start', window_start::text, adopt_time(window_start::text) IS NOT NULL)
            || adopt_unread('window_end', window_end::text, adopt_time(window_end::text) IS NOT NULL)
            || adopt_unread('created_at', created_at::text, adopt_time(created_at::text) IS NOT NULL)
            || adopt_unread('updated_at', updated_at::text, adopt_time(updated_at::text) IS NOT NULL)),
    ALTER created_at TYPE timestamptz USING coalesce(
        adopt_time(created_at::text), adopt_time(updated_at::text), adopt_time(started_at::text),
        adopt_time(window_end::text), now()),
    ALTER updated_at TYPE timestamptz USING coalesce(
        adopt_time(updated_at::text), adopt_time(created_at::text), adopt_time(started_at::text),
        adopt_time(window_end::text), now());
ALTER TABLE runs
    ALTER mode SET NOT NULL,
    ALTER created_at SET DEFAULT now(),
    ALTER created_at SET NOT NULL,
    ALTER updated_at SET DEFAULT now(),
    ALTER updated_at SET NOT NULL;

ALTER TABLE must_reads ADD COLUMN details_json jsonb NOT NULL DEFAULT '{}';
ALTER TABLE must_reads
    ALTER run_id TYPE text USING run_id::text,
    ALTER mode TYPE text USING mode::text,
    ALTER must_reads_json TYPE jsonb USING coalesce(
        jsonb_path_query_array(
            adopt_must_reads(must_reads_json::text), 'strict $[*] ? (@.type() == "object")'),
        '[]'),
    ALTER details_json TYPE jsonb USING adopt_keep(
        adopt_keep(
            CASE
                WHEN adopt_must_reads(must_reads_json::text) IS NULL THEN '{}'
                ELSE coalesce(adopt_object(must_reads_json::text) - 'must_reads', '{}')
            END,
            'invalid_json',
            adopt_unread(
                'must_reads_json',
                must_reads_json::text,
                -- An item that is no object stays readable here only.
                adopt_must_reads(must_reads_json::text) = jsonb_path_query_array(
                    adopt_must_reads(must_reads_json::text), 'strict $[*] ? (@.type() == "object")'))),
        'invalid',
        adopt_unread('created_at', created_at::text, adopt_time(created_at::text) IS NOT NULL)
            || adopt_unread('updated_at', updated_at::text, adopt_time(updated_at::text) IS NOT NULL)),
    ALTER created_at TYPE timestamptz USING coalesce(adopt_time(created_at::text), adopt_time(updated_at::text)),
    ALTER updated_at TYPE timestamptz USING coalesce(adopt_time(updated_at::text), adopt_time(created_at::text));
UPDATE must_reads m
SET mode = coalesce(m.mode, r.mode, 'unknown'),
    created_at = coalesce(m.created_at, r.created_at, now()),
    updated_at = coalesce(m.updated_at, r.created_at, now())
FROM must_reads self
LEFT JOIN runs r ON r.run_id = self.run_id
WHERE self.run_id = m.run_id AND (m.mode IS NULL OR m.created_at IS NULL);
ALTER TABLE must_reads
    ALTER mode SET NOT NULL,
    ALTER must_reads_json SET NOT NULL,
    ALTER created_at SET DEFAULT now(),
    ALTER created_at SET NOT NULL,
    ALTER updated_at SET DEFAULT now(),
    ALTER updated_at SET NOT NULL;

ALTER TABLE tri_model_events ADD COLUMN details_json jsonb NOT NULL DEFAULT '{}';
ALTER TABLE tri_model_events
    ALTER id TYPE bigint,
    ALTER run_id TYPE text USING coalesce(run_id::text, 'unknown:' || id),
    ALTER mode TYPE text USING mode::text,
    ALTER publication_id TYPE text USING coalesce(publication_id::text, 'unknown:' || id),
    ALTER title TYPE text USING title::text,
    ALTER agreement_level TYPE text USING agreement_level::text,
    ALTER disagreements TYPE text USING adopt_disagreements(disagreements::text),
    ALTER evaluator_rationale TYPE text USING evaluator_rationale::text,
    ALTER claude_review_json TYPE jsonb USING adopt_object(claude_review_json::text),
    ALTER gemini_review_json TYPE jsonb USING adopt_object(gemini_review_json::text),
    ALTER gpt_eval_json TYPE jsonb USING adopt_object(gpt_eval_json::text),
    ALTER final_relevancy_score TYPE double precision USING adopt_number(final_relevancy_score::text),
    ALTER created_at TYPE timestamptz USING adopt_time(created_at::text),
    ALTER details_json TYPE jsonb USING adopt_keep(
        adopt_keep(
            details_json,
            'invalid_json',
            adopt_unread('claude_review_json', claude_review_json::text, adopt_object(claude_review_json::text) IS NOT NULL)
                || adopt_unread('gemini_review_json', gemini_review_json::text, adopt_object(gemini_review_json::text) IS NOT NULL)
                || adopt_unread('gpt_eval_json', gpt_eval_json::text, adopt_object(gpt_eval_json::text) IS NOT NULL)),
        'invalid',
        adopt_unread('final_relevancy_score', final_relevancy_score::text, adopt_number(final_relevancy_score::text) IS NOT NULL)
            || adopt_unread('created_at', created_at::text, adopt_time(created_at::text) IS NOT NULL));
UPDATE tri_model_events e
SET mode = coalesce(e.mode, r.mode, 'unknown'),
    created_at = coalesce(e.created_at, r.created_at, now())
FROM tri_model_events self
LEFT JOIN runs r ON r.run_id = self.run_id
WHERE self.id = e.id AND (e.mode IS NULL OR e.created_at IS NULL);
ALTER TABLE tri_model_events
    ALTER run_id SET NOT NULL,
    ALTER mode SET NOT NULL,
    ALTER publication_id SET NOT NULL,
    ALTER created_at SET DEFAULT now(),
    ALTER created_at SET NOT NULL;

ALTER TABLE weekly_digest_feedback
    ALTER id TYPE bigint,
    ALTER context_json TYPE jsonb USING adopt_keep(
        adopt_object(context_json::text),
        'invalid',
        adopt_unread('context_json', context_json::text, adopt_object(context_json::text) IS NOT NULL)
            || adopt_unread('week_start', week_start::text, adopt_date(week_start::text) IS NOT NULL)
            || adopt_unread('week_end', week_end::text, adopt_date(week_end::text) IS NOT NULL)
            || adopt_unread('created_at', created_at::text, adopt_time(created_at::text) IS NOT NULL)),
    ALTER created_at TYPE timestamptz USING coalesce(
        adopt_time(created_at::text), adopt_date(week_end::text)::timestamptz, now()),
    ALTER week_start TYPE date USING adopt_date(week_start::text),
    ALTER week_end TYPE date USING adopt_date(week_end::text),
    ALTER publication_id TYPE text USING coalesce(publication_id::text, 'unknown:' || id),
    ALTER vote TYPE text USING coalesce(vote::text, 'unknown'),
    ALTER source_ip TYPE text USING source_ip::text,
    ALTER user_agent TYPE text USING user_agent::text;
ALTER TABLE weekly_digest_feedback
    ALTER created_at SET DEFAULT now(),
    ALTER created_at SET NOT NULL,
    ALTER publication_id SET NOT NULL,
    ALTER vote SET NOT NULL;

----------------------------------------------------------------------------------------------------
-- The views come back. A report may rely on the old types (text to parse, UTC without a zone, an
-- array), so it reads the tables through views that give those; only one that cannot (it groups by a
-- primary key, say) reads the tables themselves.

CREATE FUNCTION adopt_grant(acl aclitem[], target text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    given record;
BEGIN
    FOR given IN SELECT * FROM aclexplode(acl) LOOP
        EXECUTE format(
            'GRANT %s ON %s TO %s %s',
            given.privilege_type,
            target,
            CASE given.grantee WHEN 0 THEN 'PUBLIC' ELSE given.grantee::regrole::text END,
            CASE WHEN given.is_grantable THEN 'WITH GRANT OPTION' END);
    END LOOP;
END $$;

DO $$
DECLARE
    path text := current_setting('search_path');
    old record;
    report record;
    index_definition text;
BEGIN
    IF EXISTS (SELECT FROM adopt_views) AND has_database_privilege(current_database(), 'CREATE') THEN
        CREATE SCHEMA acitrack_old_types;
        COMMENT ON SCHEMA acitrack_old_types IS
            'The tables with the column types of the service before, for report views of its time. Drop it with the last of them.';
        GRANT USAGE ON SCHEMA acitrack_old_types TO PUBLIC;
        FOR old IN
            SELECT
                c.table_name,
                c.table_oid::regclass AS tab,
                (SELECT relacl FROM pg_class WHERE oid = c.table_oid) AS acl,
                string_agg(
                    format(
                        CASE
                            WHEN format_type(a.atttypid, a.atttypmod) IN (c.old_type, 'bigint') THEN '%1$I'
                            WHEN c.old_type LIKE 'timestamp%without time zone'
                                THEN '(%1$I AT TIME ZONE ''UTC'')::%2$s'
                            WHEN c.old_type LIKE '%[]' THEN 'string_to_array(coalesce(%1$I, ''''), ''; '')::%2$s'
                            WHEN a.atttypid = 'text'::regtype THEN '%1$I::%2$s'
                            ELSE '%1$I::text::%2$s'
                        END || ' AS %1$I',
                        c.name,
                        c.old_type),
                    ', ' ORDER BY c.attnum) AS columns
            FROM adopt_columns c
            JOIN pg_attribute a ON a.attrelid = c.table_oid AND a.attnum = c.attnum
            GROUP BY c.table_name, c.table_oid
        LOOP
            EXECUTE format('CREATE VIEW acitrack_old_types.%I AS SELECT %s FROM %s', old.table_name, old.columns, old.tab);
            PERFORM adopt_grant(old.acl, format('acitrack_old_types.%I', old.table_name));
        END LOOP;
    END IF;

    FOR report IN
        SELECT *, format('CREATE %s %s %s AS %s', kind, name, options, definition) AS creation
        FROM adopt_views ORDER BY depth
    LOOP
        BEGIN
            PERFORM set_config('search_path', 'acitrack_old_types, ' || path, true);
            EXECUTE report.creation;
            PERFORM set_config('search_path', path, true);
        EXCEPTION WHEN OTHERS THEN
            PERFORM set_config('search_path', path, true);
            EXECUTE report.creation;
        END;
        FOREACH index_definition IN ARRAY report.indexes LOOP
            EXECUTE index_definition;
        END LOOP;
        IF report.comment IS NOT NULL THEN
            EXECUTE format('COMMENT ON %s %s IS %L', report.kind, report.name, report.comment);
        END IF;
        PERFORM adopt_grant(report.acl, report.name);
        IF report.owner <> quote_ident(current_user)::regrole THEN
            EXECUTE format('ALTER %s %s OWNER TO %s', report.kind, report.name, report.owner);
        END IF;
    END LOOP;
END $$;

DROP FUNCTION
    adopt_json, adopt_object, adopt_must_reads, adopt_time, adopt_date, adopt_number, adopt_disagreements,
    adopt_unread, adopt_keep, adopt_grant;
