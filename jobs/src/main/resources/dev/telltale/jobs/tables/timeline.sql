-- One row for each hour and telemetry type: what was exported, and what leaked in it. Findings count once for each content.
SELECT hour, telemetry_type, sum(objects) AS objects, sum(records) AS records, sum(bytes) AS bytes, sum(places) AS places,
       sum(critical) AS critical, sum(high) AS high, sum(medium) AS medium, sum(low) AS low, sum(new_values) AS new_values
FROM (SELECT date_trunc('HOUR', export_time) AS hour, telemetry_type, count(*) AS objects, sum(record_count) AS records,
             sum(bytes_decoded + bytes_raw_scanned + bytes_unread) AS bytes,
             0 AS places, 0 AS critical, 0 AS high, 0 AS medium, 0 AS low, 0 AS new_values
      FROM objects_current
      GROUP BY date_trunc('HOUR', export_time), telemetry_type
      UNION ALL
      SELECT date_trunc('HOUR', export_time), telemetry_type, 0, 0, 0, count(*), count_if(severity = 'critical'),
             count_if(severity = 'high'), count_if(severity = 'medium'), count_if(severity = 'low'), count_if(sighting = 1)
      FROM (SELECT export_time, telemetry_type, severity,
                   row_number() OVER (PARTITION BY fingerprint ORDER BY export_time, finding_id) AS sighting
            FROM findings_once)
      GROUP BY date_trunc('HOUR', export_time), telemetry_type)
GROUP BY hour, telemetry_type
