/**
 * Access and flow logs with fixed columns: load balancers, VPC flow, CloudFront, S3, Apache and
 * nginx. A line comes in, a record goes out. Imports the lines' shared types, records, values and
 * the names of the telemetry types.
 */
@NullMarked
package dev.telltale.decoding.line.access;

import org.jspecify.annotations.NullMarked;
