/**
 * JSON logs of containers and hosts: Docker, Fluent Bit, journald, ECS. A parsed value comes in, a
 * record for each event goes out. Imports the JSON formats' shared types, Kubernetes events,
 * records, values and the names of the telemetry types.
 */
package dev.telltale.decoding.logs;
