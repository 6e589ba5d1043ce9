/**
 * JSON that AWS services write: CloudWatch Logs and metric streams, CloudTrail, events, embedded
 * metrics, WAF, failed Firehose records. A parsed value comes in, records go out. Imports the JSON
 * formats' shared types, raw text, records, values, faults, limits and the names of the telemetry
 * types.
 */
package dev.telltale.decoding.aws;
