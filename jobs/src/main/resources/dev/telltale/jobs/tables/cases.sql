-- One row for each case, what belongs together of the findings (see case_findings), and each that the ledger of actions names
-- and of which nothing is left. Counts take what was delivered twice once; objects and versions count every copy.
WITH found AS (SELECT case_id, kind, rule, category, fingerprint, masked, field_pattern, emitter, telemetry_type, counted, record_index,
                      f.bucket, f.object_key, f.version_id, f.export_time, event_time, detected_at, confidence, encodings,
                      array_position(array('low', 'medium', 'high', 'critical'), f.severity) AS rank,
                      struct(f.bucket, f.object_key) AS object, struct(f.bucket, f.object_key, f.version_id) AS version,
                      e.readable_until, e.ends
               FROM case_findings AS f
               LEFT JOIN (SELECT bucket, object_key, version_id, max(readable_until) AS readable_until,
                                 count(readable_until) = count(*) AS ends
                          FROM exposure
                          GROUP BY bucket, object_key, version_id) AS e
                 ON f.bucket = e.bucket AND f.object_key = e.object_key AND f.version_id <=> e.version_id),
     sent AS (SELECT telemetry_type, collect_list(concat(telemetry_type, ': ', destination, ', kept ', kept)) AS copies
              FROM downstream
              WHERE destination IS NOT NULL
              GROUP BY telemetry_type),
     counted AS (SELECT case_id, kind,
                        CAST(max(rank) AS INT) AS rank, max_by(rule, struct(rank, confidence, rule)) AS gravest,
                        array_sort(collect_set(rule)) AS rules,
                        array_sort(collect_set(category)) AS categories,
                        CASE WHEN kind = 'value' THEN max(fingerprint) END AS fingerprint,
                        CASE WHEN kind = 'value' THEN min(masked) END AS masked,
                        array_sort(collect_set(field_pattern)) AS field_patterns,
                        array_sort(collect_set(emitter)) AS emitters,
                        array_sort(collect_set(found.telemetry_type)) AS telemetry_types,
                        count(DISTINCT fingerprint) AS values,
                        count_if(counted) AS places,
                        count(DISTINCT CASE WHEN counted THEN struct(version, record_index) END) AS records,
                        CAST(count(DISTINCT object) AS INT) AS objects,
                        count(DISTINCT version) AS versions,
                        min(export_time) AS first_seen, max(export_time) AS last_seen,
                        min(event_time) AS first_event, max(event_time) AS last_event,
                        min(detected_at) AS first_detected, max(detected_at) AS last_detected,
                        CASE WHEN bool_and(coalesce(ends, false)) THEN max(readable_until) END AS readable_until,
                        array_sort(array_distinct(flatten(collect_list(copies)))) AS downstream
                 FROM found
                 LEFT JOIN sent ON found.telemetry_type = sent.telemetry_type
                 GROUP BY case_id, kind),
     acted AS (SELECT case_id,
                      max(at) FILTER (WHERE what = 'inform') AS informed_at,
                      max(at) FILTER (WHERE what = 'plan') AS planned_at,
                      max(at) FILTER (WHERE what = 'erase') AS erased_at,
                      max(at) FILTER (WHERE what = 'prove') AS proven_at
               FROM (SELECT explode(case_ids) AS case_id, what, at FROM actions WHERE result = 'done' AND bucket IS NULL)
               GROUP BY case_id),
     judged AS (SELECT coalesce(c.case_id, a.case_id) AS case_id, c.* EXCEPT (case_id), a.* EXCEPT (case_id),
                       greatest(erased_at, proven_at) AS closed_at
                FROM counted AS c FULL OUTER JOIN acted AS a ON c.case_id = a.case_id),
     stated AS (SELECT *,
                       coalesce(last_detected > closed_at, false) AS came_back,
                       CASE WHEN closed_at IS NULL OR last_detected > closed_at THEN
                                 CASE WHEN planned_at > coalesce(last_detected, planned_at - INTERVAL 1 SECOND)
                                           OR closed_at IS NULL AND planned_at IS NOT NULL THEN 'planned'
                                      WHEN informed_at > coalesce(last_detected, informed_at - INTERVAL 1 SECOND)
                                           OR closed_at IS NULL AND informed_at IS NOT NULL THEN 'informed'
                                      WHEN closed_at IS NULL THEN 'open'
                                      ELSE 'reopened' END
                            WHEN proven_at >= erased_at OR erased_at IS NULL THEN 'proven'
                            ELSE 'erased' END AS state,
                       CASE WHEN categories IS NULL THEN 0L
                            WHEN arrays_overlap(categories, array('personal', 'financial', 'health')) THEN values
                            ELSE 0L END AS people_min,
                       coalesce(values, 0L) AS people_max
                FROM judged)
SELECT case_id, kind, state,
       element_at(array('low', 'medium', 'high', 'critical'),
                  least(4, rank + if(came_back, 1, 0) + if(people_min >= 1000, 1, 0))) AS severity,
       array_compact(array(
         concat(gravest, ' is ', element_at(array('low', 'medium', 'high', 'critical'), rank)),
         CASE WHEN people_min >= 1000 THEN 'one level more: 1,000 people or more' END,
         CASE WHEN came_back THEN concat('one level more: seen again after it was closed at ',
                                         date_format(closed_at, 'yyyy-MM-dd HH:mm'), ' UTC') END)) AS severity_reasons,
       rules, categories, fingerprint, masked, field_patterns, emitters, telemetry_types, values, places, records, objects,
       versions, people_min, people_max,
       CASE WHEN categories IS NULL THEN 'nothing is left in the lake to count'
            WHEN people_min > 0 THEN concat('distinct values of ', array_join(rules, ', '),
                                            ' as they are spelled: one person with two spellings counts twice, a shared one once')
            WHEN array_contains(categories, 'network')
            THEN 'at most one person for each distinct address; an address may be a machine, or shared'
            ELSE 'a value of this kind names nobody by itself; at most one holder for each distinct value' END AS people_method,
       first_seen, last_seen, first_event, last_event, first_detected, last_detected,
       last_seen > (SELECT max(export_time) - INTERVAL 1 DAY FROM objects_current) AS going_on,
       readable_until, downstream, informed_at, planned_at, erased_at, proven_at, 1 AS grouping_version
FROM stated
