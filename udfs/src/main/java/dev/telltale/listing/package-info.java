/**
 * Object keys come in; what a key says (stream, time, telemetry type) goes out. Imports nothing of
 * Telltale.
 */
package dev.telltale.listing;
