-- One row for each span of a trace.
SELECT name AS span,
       coalesce(b.traceId, b.trace_id) AS trace_id,
       coalesce(b.spanId, b.span_id) AS span_id,
       coalesce(b.parentSpanId, b.parent_span_id) AS parent_span_id,
       b.kind AS kind,
       b.resource.`service.name` AS service,
       timestamp_micros(try_cast(started DIV 1000 AS BIGINT)) AS started_at,
       timestamp_micros(try_cast(ended DIV 1000 AS BIGINT)) AS ended_at,
       CAST(ended - started AS DOUBLE) / 1000000 AS duration_ms,
       b.status.code AS status_code,
       b.status.message AS status_message,
       attributes,
       b.events AS span_events,
       b.links AS links,
       event_time, emitter, bucket, object_key, version_id, record_index, format, finding_count, export_time, export_date, run_id, body
FROM (SELECT *,
             try_cast(coalesce(b.startTimeUnixNano, b.start_time_unix_nano) AS DECIMAL(20, 0)) AS started,
             try_cast(coalesce(b.endTimeUnixNano, b.end_time_unix_nano) AS DECIMAL(20, 0)) AS ended
      FROM (SELECT *, from_json(body, 'traceId STRING, trace_id STRING, spanId STRING, span_id STRING, parentSpanId STRING,
                   parent_span_id STRING, kind STRING, resource STRUCT<`service.name` STRING>, startTimeUnixNano STRING,
                   start_time_unix_nano STRING, endTimeUnixNano STRING, end_time_unix_nano STRING,
                   status STRUCT<code STRING, message STRING>, events STRING, links STRING') AS b
            FROM records
            WHERE telemetry_type = 'traces'))
