-- One row for each object version whose rows stand in the tables: that of its latest scan, whatever rules it was under.
SELECT * EXCEPT (age)
FROM (SELECT *,
             row_number() OVER (PARTITION BY bucket, object_key, version_id, etag ORDER BY scanned_at DESC, run_id DESC) AS age
      FROM objects
      WHERE status IN ('scanned', 'partial', 'refused'))
WHERE age = 1
