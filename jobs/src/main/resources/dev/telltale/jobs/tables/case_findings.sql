-- One row for each place of a sensitive value, copies in duplicate deliveries included, with the case that it belongs to.
-- counted is true for one of the copies, the row of findings_once. A place is of the case of its value (kind value), or, where
-- ten values or more of one rule leak in one field of one sender and in no other telemetry type, of the case of that field
-- (kind field). What the ledger of actions names stays as it was named, however many values come or go.
WITH acted AS (SELECT DISTINCT explode(case_ids) AS case_id FROM actions),
     found AS (SELECT f.*, coalesce(o.content_sha256, to_json(array(o.bucket, o.object_key, o.version_id, o.etag))) AS content
               FROM findings AS f
               JOIN objects_current AS o
                 ON f.bucket = o.bucket AND f.object_key = o.object_key AND f.version_id <=> o.version_id AND f.etag = o.etag
                    AND f.run_id = o.run_id
               WHERE f.suppressed_by IS NULL),
     -- As findings_once has it; joined with it, this would read everything twice.
     places AS (SELECT * EXCEPT (content, nth),
                       row_number() OVER (PARTITION BY content, rule, fingerprint, record_index, field_path, match_start, nth
                                          ORDER BY export_time, bucket, object_key, version_id) = 1 AS counted
                FROM (SELECT *, row_number() OVER (PARTITION BY bucket, object_key, version_id, etag, rule, fingerprint, record_index,
                                                                field_path, match_start
                                                   ORDER BY finding_id) AS nth
                      FROM found)),
     leaks AS (SELECT fingerprint, rule, emitter, field_pattern,
                      concat('case-', substr(sha2(concat('value ', fingerprint), 256), 1, 12)) AS value_id,
                      concat('case-', substr(sha2(concat_ws('\n', 'field', rule, coalesce(emitter, ''), field_pattern), 256), 1, 12))
                        AS field_id,
                      min(min(telemetry_type)) OVER (PARTITION BY fingerprint)
                        <> max(max(telemetry_type)) OVER (PARTITION BY fingerprint) AS widespread
               FROM found
               GROUP BY fingerprint, rule, emitter, field_pattern),
     named AS (SELECT leaks.*, v.case_id IS NOT NULL AS value_acted, w.case_id IS NOT NULL AS field_acted
               FROM leaks
               LEFT JOIN acted AS v ON leaks.value_id = v.case_id
               LEFT JOIN acted AS w ON leaks.field_id = w.case_id),
     grouped AS (SELECT *,
                        CASE WHEN value_acted THEN 'value'
                             WHEN field_acted THEN 'field'
                             WHEN NOT widespread
                                  AND count(*) OVER (PARTITION BY value_acted OR widespread, rule, emitter, field_pattern) >= 10
                             THEN 'field' ELSE 'value' END AS kind
                 FROM named)
SELECT CASE WHEN g.kind = 'value' THEN g.value_id ELSE g.field_id END AS case_id, g.kind, p.counted, g.value_id, g.field_id,
       p.* EXCEPT (counted)
FROM places AS p
JOIN grouped AS g
  ON p.fingerprint = g.fingerprint AND p.rule = g.rule AND p.emitter <=> g.emitter AND p.field_pattern <=> g.field_pattern
