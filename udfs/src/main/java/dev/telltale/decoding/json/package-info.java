/**
 * What the formats of JSON values share, and those that belong to no family: any JSON, and
 * Segment's events. A parsed value comes in, records go out. Imports values, records, and from
 * listing the names of the telemetry types.
 */
package dev.telltale.decoding.json;
