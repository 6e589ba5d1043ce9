-- One row for each case, what belongs together of the findings: a value at all its places (kind value), or, where ten values
-- or more of one rule leak in one field of one sender and in no other telemetry type, that field (kind field).
SELECT concat('case-', substr(sha2(CASE WHEN kind = 'value' THEN concat('value ', max(fingerprint))
                                        ELSE concat_ws('\n', 'field', min(rule), coalesce(min(emitter), ''), min(field_pattern)) END, 256), 1, 12)) AS case_id,
       kind,
       element_at(array('low', 'medium', 'high', 'critical'), CAST(max(severity) AS INT)) AS severity,
       array_sort(collect_set(rule)) AS rules,
       array_sort(collect_set(category)) AS categories,
       CASE WHEN kind = 'value' THEN max(fingerprint) END AS fingerprint,
       CASE WHEN kind = 'value' THEN min(masked) END AS masked,
       array_sort(collect_set(field_pattern)) AS field_patterns,
       array_sort(collect_set(emitter)) AS emitters,
       array_sort(collect_set(telemetry_type)) AS telemetry_types,
       count(DISTINCT fingerprint) AS values,
       sum(places) AS places,
       size(array_distinct(flatten(collect_list(objects)))) AS objects,
       min(first_seen) AS first_seen, max(last_seen) AS last_seen,
       min(first_event) AS first_event, max(last_event) AS last_event,
       max(last_seen) > (SELECT max(export_time) - INTERVAL 1 DAY FROM objects_current) AS going_on
FROM (SELECT *, CASE WHEN NOT widespread
                          AND count(*) OVER (PARTITION BY widespread, rule, emitter, field_pattern) >= 10
                     THEN 'field' ELSE 'value' END AS kind
      FROM (SELECT *, min(telemetry_type) OVER (PARTITION BY fingerprint)
                        <> max(telemetry_type) OVER (PARTITION BY fingerprint) AS widespread
            FROM (SELECT fingerprint, rule, category, emitter, field_pattern, telemetry_type,
                         max(array_position(array('low', 'medium', 'high', 'critical'), severity)) AS severity,
                         min(masked) AS masked, count(*) AS places,
                         collect_set(xxhash64(bucket, object_key, version_id)) AS objects,
                         min(export_time) AS first_seen, max(export_time) AS last_seen,
                         min(event_time) AS first_event, max(event_time) AS last_event
                  FROM findings_once
                  GROUP BY fingerprint, rule, category, emitter, field_pattern, telemetry_type)))
GROUP BY kind,
         CASE WHEN kind = 'value' THEN fingerprint END,
         CASE WHEN kind = 'field' THEN rule END,
         CASE WHEN kind = 'field' THEN emitter END,
         CASE WHEN kind = 'field' THEN field_pattern END
