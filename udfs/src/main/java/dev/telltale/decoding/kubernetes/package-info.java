/**
 * Kubernetes objects, lists, events and audit events as JSON: a value comes in, one record for each
 * object goes out. Imports the JSON formats' shared types, records and values.
 */
package dev.telltale.decoding.kubernetes;
