/**
 * Kubernetes objects, lists, events and audit events as JSON: a value comes in, one record for each
 * object goes out. Imports the JSON formats' shared types, records, values and the names of the
 * telemetry types.
 */
package dev.telltale.decoding.kubernetes;
