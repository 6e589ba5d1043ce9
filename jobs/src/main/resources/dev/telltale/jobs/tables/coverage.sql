-- One row for each export date and telemetry type: what became of the objects, each by its latest scan, and how much of
-- their bytes was looked at.
SELECT export_date, telemetry_type, count(*) AS objects,
       count_if(status = 'scanned') AS scanned, count_if(status = 'partial') AS partial, count_if(status = 'refused') AS refused,
       count_if(status = 'unreadable') AS unreadable, count_if(status = 'vanished') AS vanished,
       sum(size) AS stored_bytes, sum(bytes_decoded) AS bytes_decoded, sum(bytes_raw_scanned) AS bytes_raw_scanned,
       sum(bytes_unread) AS bytes_unread,
       try_divide(sum(bytes_decoded) + sum(bytes_raw_scanned),
                  sum(bytes_decoded) + sum(bytes_raw_scanned) + sum(bytes_unread)) AS coverage
FROM (SELECT *,
             row_number() OVER (PARTITION BY bucket, object_key, version_id, etag ORDER BY scanned_at DESC, run_id DESC) AS age
      FROM objects)
WHERE age = 1
GROUP BY export_date, telemetry_type
