-- One row for each series or data point: its labels, its last value, and what a histogram or summary holds.
SELECT name AS metric,
       CASE
         WHEN b.metric.gauge IS NOT NULL OR b.metric.intGauge IS NOT NULL OR b.metric.doubleGauge IS NOT NULL THEN 'gauge'
         WHEN b.metric.sum IS NOT NULL OR b.metric.intSum IS NOT NULL OR b.metric.doubleSum IS NOT NULL THEN 'sum'
         WHEN b.metric.exponentialHistogram IS NOT NULL THEN 'exponential-histogram'
         WHEN b.metric.histogram IS NOT NULL OR b.metric.intHistogram IS NOT NULL OR b.metric.doubleHistogram IS NOT NULL THEN 'histogram'
         WHEN b.metric.summary IS NOT NULL OR b.metric.doubleSummary IS NOT NULL THEN 'summary'
         WHEN b.histograms IS NOT NULL THEN 'native-histogram'
         ELSE lower(coalesce(b.metadata.type, b.type))
       END AS kind,
       coalesce(b.metric.unit, b.metadata.unit, b.unit) AS unit,
       coalesce(b.metric.description, b.metadata.help, b.help) AS help,
       attributes AS labels,
       -- Histograms and summaries have two samples, the sum and the count; their value is the sum.
       coalesce(CASE WHEN b.count IS NOT NULL OR b.histograms IS NOT NULL THEN try_element_at(samples, -2).value END,
                try_element_at(samples, -1).value) AS value,
       samples,
       try_cast(coalesce(b.count, b.value.count, b.histograms[0].count) AS DOUBLE) AS count,
       try_cast(coalesce(b.sum, b.value.sum, b.histograms[0].sum) AS DOUBLE) AS sum,
       try_cast(coalesce(b.min, b.value.min) AS DOUBLE) AS min,
       try_cast(coalesce(b.max, b.value.max) AS DOUBLE) AS max,
       from_json(b.explicitBounds, 'ARRAY<DOUBLE>') AS bucket_bounds,
       from_json(b.bucketCounts, 'ARRAY<DOUBLE>') AS bucket_counts,
       coalesce(b.quantileValues, b.quantiles) AS quantiles,
       b.exemplars AS exemplars,
       to_json(b.histograms) AS histograms,
       event_time, emitter, bucket, object_key, version_id, record_index, format, finding_count, export_time, export_date, run_id, body
FROM (SELECT *, from_json(body, 'metric STRUCT<gauge STRING, intGauge STRING, doubleGauge STRING, sum STRING, intSum STRING,
             doubleSum STRING, histogram STRING, intHistogram STRING, doubleHistogram STRING, exponentialHistogram STRING,
             summary STRING, doubleSummary STRING, unit STRING, description STRING>,
             metadata STRUCT<type STRING, unit STRING, help STRING>, type STRING, unit STRING, help STRING,
             count STRING, sum STRING, min STRING, max STRING, value STRUCT<count STRING, sum STRING, min STRING, max STRING>,
             explicitBounds STRING, bucketCounts STRING, quantileValues STRING, quantiles STRING, exemplars STRING,
             histograms ARRAY<STRUCT<timestamp STRING, count STRING, sum STRING, schema STRING, zeroThreshold STRING>>') AS b
      FROM records
      WHERE telemetry_type = 'metrics')
