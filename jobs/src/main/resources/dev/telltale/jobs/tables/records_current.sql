-- One row for each record of the latest scan of each object version.
SELECT records.*
FROM records
LEFT SEMI JOIN objects_current AS o
  ON records.bucket = o.bucket AND records.object_key = o.object_key AND records.version_id <=> o.version_id
     AND records.run_id = o.run_id
