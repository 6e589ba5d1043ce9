-- One row for each case that was erased or proven gone and has come back: its own value (what value), or another value in a
-- field that the case leaked from (what field). Only what a later scan found counts.
WITH closed AS (SELECT case_id, max(at) AS closed_at
                FROM (SELECT explode(case_ids) AS case_id, at
                      FROM actions
                      WHERE what IN ('erase', 'prove') AND result = 'done' AND bucket IS NULL)
                GROUP BY case_id),
     leaked AS (SELECT DISTINCT substr(name, 8) AS case_id, field_id
                FROM (SELECT name, explode(split(list, ' ')) AS field_id
                      FROM (SELECT explode(map_filter(details, (name, list) -> startswith(name, 'fields.'))) AS (name, list)
                            FROM actions
                            WHERE what = 'plan'))),
     found AS (SELECT case_id AS found_in, field_id, rule, severity, emitter, field_pattern, fingerprint, counted, detected_at, export_time
               FROM case_findings),
     met AS (SELECT c.case_id, 'value' AS what, c.closed_at, f.*
             FROM found AS f JOIN closed AS c ON f.found_in = c.case_id AND f.detected_at > c.closed_at
             UNION ALL
             SELECT c.case_id, 'field' AS what, c.closed_at, f.*
             FROM found AS f
             JOIN leaked AS l ON f.field_id = l.field_id
             JOIN closed AS c ON l.case_id = c.case_id AND f.found_in <> c.case_id AND f.detected_at > c.closed_at)
SELECT case_id, what, min(found_in) AS found_in,
       element_at(array('low', 'medium', 'high', 'critical'),
                  CAST(least(4, max(array_position(array('low', 'medium', 'high', 'critical'), severity)) + 1) AS INT)) AS severity,
       array_sort(collect_set(rule)) AS rules,
       array_sort(collect_set(emitter)) AS emitters,
       array_sort(collect_set(field_pattern)) AS field_patterns,
       count(DISTINCT fingerprint) AS values, count_if(counted) AS places,
       closed_at, min(detected_at) AS detected_at, min(export_time) AS first_seen, max(export_time) AS last_seen
FROM met
GROUP BY case_id, what, closed_at
