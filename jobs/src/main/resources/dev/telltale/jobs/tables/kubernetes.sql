-- One row for each Kubernetes object, list item or watch event; events of the cluster are objects of kind Event.
SELECT o.kind AS kind,
       o.apiVersion AS api_version,
       o.metadata.namespace AS namespace,
       o.metadata.name AS object_name,
       o.metadata.uid AS uid,
       watch,
       o.status.phase AS phase,
       o.spec.nodeName AS node,
       o.reason AS reason,
       o.message AS message,
       from_json(o.metadata.labels, 'MAP<STRING, STRING>') AS labels,
       from_json(o.metadata.annotations, 'MAP<STRING, STRING>') AS annotations,
       coalesce(get_json_object(body, '$.object.spec'), get_json_object(body, '$.spec')) AS spec,
       coalesce(get_json_object(body, '$.object.status'), get_json_object(body, '$.status')) AS status,
       event_time, emitter, bucket, object_key, version_id, record_index, format, finding_count, export_time, export_date, run_id, body
FROM (SELECT *,
             CASE WHEN w.object IS NOT NULL THEN w.type END AS watch,
             from_json(coalesce(w.object, body), 'kind STRING, apiVersion STRING, metadata STRUCT<namespace STRING, name STRING,
             uid STRING, labels STRING, annotations STRING>, status STRUCT<phase STRING>, spec STRUCT<nodeName STRING>,
             reason STRING, message STRING') AS o
      FROM (SELECT *, from_json(body, 'type STRING, object STRING') AS w
            FROM records
            WHERE telemetry_type = 'kubernetes'))
