/**
 * What the vendor's product writes itself: metrics envelopes, logs and audit events. A parsed value
 * comes in, records go out; the remote-write message inside a metrics envelope is read by {@link
 * dev.telltale.decoding.message}. Imports the JSON formats' shared types, raw text, records,
 * values, faults, limits, the layers of unpacking and the names of the telemetry types.
 */
@NullMarked
package dev.telltale.decoding.gitpod;

import org.jspecify.annotations.NullMarked;
