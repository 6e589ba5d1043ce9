/**
 * JSON logs of containers and hosts: Docker, Fluent Bit, journald, ECS. A parsed value comes in, a
 * record for each event goes out. Imports the JSON formats' shared types, Kubernetes events,
 * records and values.
 */
package dev.telltale.decoding.logs;
