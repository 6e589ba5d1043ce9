-- One row for each item of a bill or usage report, by the usual names of their columns.
SELECT name AS item,
       attributes['user'] AS user_id,
       attributes['account'] AS account,
       try_cast(attributes['amount'] AS DECIMAL(38, 6)) AS amount,
       try_cast(attributes['amount_minor'] AS DECIMAL(38, 6)) AS amount_minor,
       attributes['currency'] AS currency,
       try_cast(attributes['quantity'] AS DOUBLE) AS quantity,
       attributes['unit'] AS unit,
       attributes['plan'] AS plan,
       attributes['invoice'] AS invoice,
       attributes['period_start'] AS period_start,
       attributes['period_end'] AS period_end,
       event_time, emitter, bucket, object_key, version_id, record_index, format, finding_count, export_time, export_date, run_id, body
FROM records
WHERE telemetry_type = 'billing'
