-- One row for each audit event, also of those that travel inside log streams.
SELECT name AS action,
       coalesce(b.actorId, b.user.username, b.userIdentity.arn, b.userIdentity.userName, b.userIdentity.type) AS actor,
       coalesce(b.organizationId, b.recipientAccountId) AS organization,
       coalesce(b.sourceIPAddress, b.sourceIPs[0]) AS source_ip,
       b.userAgent AS user_agent,
       coalesce(b.objectRef.resource, b.eventSource) AS resource,
       b.objectRef.namespace AS namespace,
       b.objectRef.name AS object_name,
       coalesce(b.errorCode, b.responseStatus.code) AS outcome,
       coalesce(b.auditID, b.eventID, b.id) AS event_id,
       b.awsRegion AS region,
       coalesce(b.args, b.requestObject, b.requestParameters) AS request,
       severity,
       event_time, emitter, bucket, object_key, version_id, record_index, format, finding_count, export_time, export_date, run_id, body
FROM (SELECT *, from_json(body, 'actorId STRING, user STRUCT<username STRING>, userIdentity STRUCT<arn STRING, userName STRING, type STRING>,
             organizationId STRING, recipientAccountId STRING, sourceIPAddress STRING, sourceIPs ARRAY<STRING>, userAgent STRING,
             objectRef STRUCT<resource STRING, namespace STRING, name STRING>, eventSource STRING, errorCode STRING,
             responseStatus STRUCT<code STRING>, auditID STRING, eventID STRING, id STRING, awsRegion STRING, args STRING,
             requestObject STRING, requestParameters STRING') AS b
      FROM records
      WHERE telemetry_type = 'audit' OR format IN ('gitpod-audit', 'kubernetes-audit', 'cloudtrail'))
