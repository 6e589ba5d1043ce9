-- One row for each finding in each content: what the same bytes delivered under several keys hold counts once. Of the
-- latest scan of each object version, without what a rule file suppresses. A content that holds the same twice at one
-- place (a field that is repeated) keeps both: nth tells them apart.
SELECT * EXCEPT (content, nth, delivery), size(deliveries) AS delivery_count
FROM (SELECT *,
             row_number() OVER (PARTITION BY content, rule, fingerprint, record_index, field_path, match_start, nth
                                ORDER BY export_time, bucket, object_key, version_id) AS delivery,
             array_sort(collect_list(struct(bucket, object_key, version_id))
                        OVER (PARTITION BY content, rule, fingerprint, record_index, field_path, match_start, nth)) AS deliveries
      FROM (SELECT f.*,
                   coalesce(o.content_sha256, to_json(array(o.bucket, o.object_key, o.version_id, o.etag))) AS content,
                   row_number() OVER (PARTITION BY f.bucket, f.object_key, f.version_id, f.etag, f.rule, f.fingerprint,
                                                   f.record_index, f.field_path, f.match_start
                                      ORDER BY f.finding_id) AS nth
            FROM findings AS f
            JOIN objects_current AS o
              ON f.bucket = o.bucket AND f.object_key = o.object_key AND f.version_id <=> o.version_id AND f.etag = o.etag
                 AND f.run_id = o.run_id
            WHERE f.suppressed_by IS NULL))
WHERE delivery = 1
