-- One row for each log event.
SELECT severity,
       coalesce(b.message, b.msg, b.log, b.body, b.MESSAGE, body) AS message,
       coalesce(b.serviceContext.service, b.component, b.resource.`service.name`, b.service) AS service,
       coalesce(b.error, b.stack_trace) AS error,
       coalesce(b.stream, b.cloudwatch_event.envelope.logStream) AS stream,
       coalesce(b.kubernetes.namespace_name, b.resource.`k8s.namespace.name`) AS namespace,
       coalesce(b.kubernetes.pod_name, b.resource.`k8s.pod.name`) AS pod,
       coalesce(b.kubernetes.container_name, b.resource.`k8s.container.name`) AS container,
       coalesce(b.context.userId, b.userId) AS user_id,
       coalesce(b.context.organizationId, b.organizationId) AS organization_id,
       coalesce(b.context.workspaceId, b.workspaceId) AS workspace_id,
       coalesce(b.traceId, b.trace_id) AS trace_id,
       coalesce(b.spanId, b.span_id) AS span_id,
       attributes,
       event_time, emitter, bucket, object_key, version_id, record_index, format, finding_count, export_time, export_date, run_id, body
FROM (SELECT *, from_json(body, 'message STRING, msg STRING, log STRING, body STRING, MESSAGE STRING, component STRING, service STRING,
             serviceContext STRUCT<service STRING>, resource STRUCT<`service.name` STRING, `k8s.namespace.name` STRING,
             `k8s.pod.name` STRING, `k8s.container.name` STRING>, error STRING, stack_trace STRING, stream STRING,
             cloudwatch_event STRUCT<envelope STRUCT<logStream STRING>>,
             kubernetes STRUCT<namespace_name STRING, pod_name STRING, container_name STRING>,
             context STRUCT<userId STRING, organizationId STRING, workspaceId STRING>, userId STRING, organizationId STRING,
             workspaceId STRING, traceId STRING, trace_id STRING, spanId STRING, span_id STRING') AS b
      FROM records
      WHERE telemetry_type = 'logs')
