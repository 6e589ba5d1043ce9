-- One row for each object version that holds findings and can still be read: until when, and by which rule of the view
-- retention it ends.
SELECT o.bucket, o.object_key, o.version_id, o.version_state, o.storage_class, o.telemetry_type, o.export_time, o.export_date,
       o.last_modified, f.severity, f.rules, f.places, f.values,
       min(o.last_modified + make_dt_interval(r.days)) AS readable_until, min_by(r.rule, r.days) AS ends_by
FROM objects_current AS o
JOIN (SELECT bucket, object_key, version_id, run_id,
             element_at(array('low', 'medium', 'high', 'critical'),
                        CAST(max(array_position(array('low', 'medium', 'high', 'critical'), severity)) AS INT)) AS severity,
             array_sort(collect_set(rule)) AS rules, count(*) AS places, count(DISTINCT fingerprint) AS values
      FROM findings
      WHERE suppressed_by IS NULL
      GROUP BY bucket, object_key, version_id, run_id) AS f
  ON o.bucket = f.bucket AND o.object_key = f.object_key AND o.version_id <=> f.version_id AND o.run_id = f.run_id
LEFT JOIN retention AS r
  ON (r.bucket IS NULL OR r.bucket = o.bucket) AND startswith(o.object_key, r.prefix)
     AND (r.versions = 'all' OR r.versions = if(o.version_state = 'current', 'current', 'noncurrent'))
GROUP BY ALL
