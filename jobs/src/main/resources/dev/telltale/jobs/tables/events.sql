-- One row for each product analytics call.
SELECT b.type AS event_type,
       coalesce(b.event, b.name) AS event,
       b.userId AS user_id,
       b.anonymousId AS anonymous_id,
       b.groupId AS group_id,
       b.messageId AS message_id,
       coalesce(b.context.ip, b.batch_context.context.ip) AS ip,
       coalesce(b.context.userAgent, b.batch_context.context.userAgent) AS user_agent,
       b.context.page.url AS page_url,
       from_json(coalesce(b.traits, b.context.traits), 'MAP<STRING, STRING>') AS traits,
       from_json(b.properties, 'MAP<STRING, STRING>') AS properties,
       event_time, emitter, bucket, object_key, version_id, record_index, format, finding_count, export_time, export_date, run_id, body
FROM (SELECT *, from_json(body, 'type STRING, event STRING, name STRING, userId STRING, anonymousId STRING, groupId STRING,
             messageId STRING, traits STRING, properties STRING,
             context STRUCT<ip STRING, userAgent STRING, traits STRING, page STRUCT<url STRING>>,
             batch_context STRUCT<context STRUCT<ip STRING, userAgent STRING>>') AS b
      FROM records
      WHERE telemetry_type = 'analytics')
