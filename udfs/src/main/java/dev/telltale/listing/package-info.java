/**
 * Object keys come in; what a key says (layout, stream, time, telemetry type) goes out. Imports
 * nothing of Telltale.
 */
package dev.telltale.listing;
